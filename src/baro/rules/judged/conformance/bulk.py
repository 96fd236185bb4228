"""Conformance of millions of cases: every distinct (process, trace) pair is aligned once, and remembered.

The readable twin is `align` with `typed`; property tests hold them equal.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import Lock

import numpy as np

from baro.rules.judged.conformance.align import CompiledRuns, PlayedRuns, Runs, UnfinishedRuns, align
from baro.rules.judged.conformance.automaton import Automaton
from baro.rules.judged.conformance.columns import ConformanceColumns
from baro.rules.judged.conformance.compiling import compile_net
from baro.rules.judged.conformance.deviations import Alignment, TraceDeviation
from baro.rules.judged.conformance.layers import MOST_EDGES, Layers
from baro.rules.judged.conformance.typed import typed
from baro.rules.observed.log import NONE, Codes, Ints, Traces
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True)
class Ready:
    """A process ready to judge by: `automaton` and `layers` are None where the net is too large to compile; then single
    traces are searched. `shortest` is the length of its shortest complete run."""

    process: ApprovedProcess
    runs: Runs
    shortest: int
    automaton: Automaton | None = None
    layers: Layers | None = None


def prepare(process: ApprovedProcess) -> Ready:
    """Compile a process, once per version. Raises `Refused("process.no_proper_end")`."""
    try:
        automaton = compile_net(process.net, process.code)
    except Refused as refusal:
        if refusal.code != "process.too_many_states":
            raise
        return _played(process)
    layers = Layers(automaton)
    return Ready(process, CompiledRuns(automaton), int(automaton.to_end[0]), automaton, layers)


def unfinished(ready: Ready) -> Ready:
    """The same process for cases that are still under way: they may stop anywhere, what comes next is not missing yet
    (alignment of a prefix; Adriansyah 2014, section 4.5)."""
    if ready.automaton is None:
        return replace(ready, runs=UnfinishedRuns(ready.runs), shortest=0)
    states = len(ready.automaton.next)
    anywhere = replace(
        ready.automaton, accepting=np.ones(states, np.bool_), to_end=np.zeros(states, np.int32)
    )  # fmt: skip
    return Ready(ready.process, CompiledRuns(anywhere), 0, anywhere, Layers(anywhere))


def _played(process: ApprovedProcess) -> Ready:
    runs = PlayedRuns(process.net)
    shortest = align((), runs)
    if shortest is None:
        raise Refused("process.no_proper_end", process=process.code)
    return Ready(process, runs, shortest.cost)


class Conformance:
    """Judges the cases of one log by its processes. Costs and deviations of a pair are computed at first need and kept;
    several threads may ask at once."""

    def __init__(self, ready: Sequence[Ready], traces: Traces, activities: Sequence[str]) -> None:
        self._ready = tuple(ready)
        self._traces = traces
        self._labels = tuple(activities)
        self._lengths = np.diff(traces.offsets)
        self._codes = [self._translated(r) for r in self._ready]
        pairs = len(self._ready) * len(traces)
        self._cost = np.full(pairs + 1, NONE, np.int32)  # the last one stands for "no process"
        self._fitness = np.full(pairs + 1, np.nan)
        self._deviations: dict[int, tuple[TraceDeviation, ...]] = {}
        self._lock = Lock()

    def judge(self, process: Codes, trace: Codes) -> ConformanceColumns:
        """Judge cases: per case the index of its process (-1 none) and its trace code."""
        size, last = len(self._traces), len(self._cost) - 1
        key = trace.astype(np.int64)
        if len(self._ready) > 1:
            key += process.astype(np.int64) * size
        judged = process != NONE
        whole = bool(judged.all())
        if not whole:
            key[~judged] = last
        seen = np.zeros(last + 1, np.bool_)
        seen[key] = True
        with self._lock:
            self._learn(np.flatnonzero(seen[:last] & (self._cost[:last] == NONE)))
        pair = key if whole else np.where(judged, key, NONE)
        return ConformanceColumns(self._cost[key], self._fitness[key], pair)

    def deviations(self, pairs: Sequence[int]) -> list[tuple[TraceDeviation, ...]]:
        """Give the deviations of each of these pairs, empty where it fits."""
        size = max(len(self._traces), 1)
        with self._lock:
            new = np.array(sorted(set(pairs) - self._deviations.keys()), np.int64)
            for p, ready in enumerate(self._ready):
                mine = new[(new // size == p) & (self._cost[new] > 0)]
                for pair, alignment in zip(mine.tolist(), self._alignments(p, ready, mine % size), strict=True):
                    self._deviations[pair] = typed(alignment)
            return [self._deviations.get(pair, ()) for pair in pairs]

    def alignment(self, process: int, trace: int) -> Alignment:
        """Give the alignment of one trace by one process."""
        return self._alignments(process, self._ready[process], np.array([trace]))[0]

    def _learn(self, pairs: Ints) -> None:
        """Compute the costs of pairs not met before."""
        for p, ready in enumerate(self._ready):
            mine = pairs[pairs // max(len(self._traces), 1) == p]
            traces = mine - p * len(self._traces)
            if (layers := _usable(ready)) is not None:
                self._cost[mine] = layers.costs(*self._cut(p, traces))
            else:
                self._cost[mine] = [_align(self._words(t), ready.runs).cost for t in traces.tolist()]
            whole = np.maximum(self._lengths[traces] + ready.shortest, 1)
            self._fitness[mine] = 1 - self._cost[mine] / whole

    def _alignments(self, p: int, ready: Ready, traces: Ints) -> list[Alignment]:
        layers = _usable(ready)
        if layers is None:
            return [_align(self._words(t), ready.runs) for t in traces.tolist()]
        found = layers.alignments(*self._cut(p, traces))
        return [self._named(a, t) for a, t in zip(found, traces.tolist(), strict=True)]

    def _named(self, alignment: Alignment, trace: int) -> Alignment:
        """Name the events that the process does not know."""
        if all(m.activity for m in alignment.moves):
            return alignment
        words = self._words(trace)
        return replace(
            alignment, moves=tuple(m if m.activity else replace(m, activity=words[m.position]) for m in alignment.moves)
        )

    def _words(self, trace: int) -> tuple[str, ...]:
        return tuple(self._labels[a] for a in self._traces.trace(trace))

    def _translated(self, ready: Ready) -> Codes:
        """The traces in the codes of the process's activities, -1 for foreign ones."""
        if ready.automaton is None:
            return np.empty(0, np.int32)
        code = {label: k for k, label in enumerate(ready.automaton.activities)}
        table = np.array([code.get(label, NONE) for label in self._labels], np.int32)
        return table[self._traces.activities]

    def _cut(self, p: int, traces: Ints) -> tuple[Ints, Codes]:
        """Offsets and activities of some traces, end to end."""
        lengths = self._lengths[traces]
        offsets = np.concatenate([[0], np.cumsum(lengths)])
        where = np.arange(offsets[-1]) + np.repeat(self._traces.offsets[traces] - offsets[:-1], lengths)
        return offsets, self._codes[p][where]


def _usable(ready: Ready) -> Layers | None:
    """The layers of a process, where they are the faster way."""
    return ready.layers if ready.layers is not None and ready.layers.edges <= MOST_EDGES else None


def _align(trace: Sequence[str], runs: Runs) -> Alignment:
    alignment = align(trace, runs)
    assert alignment is not None  # `prepare` has seen that the process can end
    return alignment
