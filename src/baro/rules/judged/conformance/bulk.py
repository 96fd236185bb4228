"""Conformance of millions of cases: every distinct (process, trace) pair is aligned once, and remembered.

The readable twin is `align` with `typed`; property tests hold them equal.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from baro.rules.judged.conformance.align import CompiledRuns, PlayedRuns, Runs, align
from baro.rules.judged.conformance.automaton import Automaton
from baro.rules.judged.conformance.columns import ConformanceColumns
from baro.rules.judged.conformance.compiling import compile_net
from baro.rules.judged.conformance.deviations import Alignment, TraceDeviation
from baro.rules.judged.conformance.layers import LONGEST, MOST_EDGES, Layers
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
        automaton = compile_net(process.net)
    except Refused as refusal:
        if refusal.code != "process.too_large":
            raise
        return _played(process)
    layers = Layers(automaton)
    return Ready(process, CompiledRuns(automaton), int(automaton.to_end[0]), automaton, layers)


def _played(process: ApprovedProcess) -> Ready:
    runs = PlayedRuns(process.net)
    shortest = align((), runs)
    if shortest is None:
        raise Refused("process.no_proper_end")
    return Ready(process, runs, shortest.cost)


class Conformance:
    """Judges the cases of one log by its processes. Costs and deviations of a pair are computed at first need."""

    def __init__(self, ready: Sequence[Ready], traces: Traces, activities: Sequence[str]) -> None:
        self._ready = tuple(ready)
        self._traces = traces
        self._labels = tuple(activities)
        self._lengths = np.diff(traces.offsets)
        self._codes = [self._translated(r) for r in self._ready]

    def judge(self, process: Codes, trace: Codes) -> ConformanceColumns:
        """Judge cases: per case the index of its process (-1 none) and its trace code."""
        size = len(self._traces)
        key = process.astype(np.int64) * size + trace if len(self._ready) != 1 else trace.astype(np.int64)
        judged = process != NONE
        seen = np.zeros(len(self._ready) * size, np.bool_)
        seen[key if judged.all() else key[judged]] = True
        pairs = np.flatnonzero(seen)
        place = np.full(len(seen) + 1, NONE, np.int32)
        place[pairs] = np.arange(len(pairs), dtype=np.int32)
        pair = place[np.where(judged, key, len(seen))] if not judged.all() else place[key]
        pair_process, pair_trace = np.divmod(pairs, max(size, 1))
        cost, fitness = self._costs(pair_process, pair_trace)
        return ConformanceColumns(
            np.append(cost, np.int32(NONE))[pair], np.append(fitness, np.nan)[pair], pair, pair_process, pair_trace, cost
        )  # fmt: skip

    def deviations(self, columns: ConformanceColumns) -> list[tuple[TraceDeviation, ...]]:
        """Give the deviations of each pair, empty where it fits."""
        found: list[tuple[TraceDeviation, ...]] = [()] * len(columns.pair_cost)
        for p, ready in enumerate(self._ready):
            pairs = np.flatnonzero((columns.pair_process == p) & (columns.pair_cost > 0))
            aligned = self._alignments(p, ready, columns.pair_trace[pairs])
            for pair, alignment in zip(pairs.tolist(), aligned, strict=True):
                found[pair] = typed(alignment)
        return found

    def alignment(self, process: int, trace: int) -> Alignment:
        """Give the alignment of one trace by one process."""
        return self._alignments(process, self._ready[process], np.array([trace]))[0]

    def _costs(self, pair_process: Ints, pair_trace: Ints) -> tuple[Codes, np.ndarray]:
        cost = np.zeros(len(pair_process), np.int32)
        shortest = np.array([r.shortest for r in self._ready] or [0])
        for p, ready in enumerate(self._ready):
            mine = np.flatnonzero(pair_process == p)
            by_layers = self._in_layers(ready, pair_trace[mine])
            cost[mine[by_layers]] = self._layer_costs(p, ready, pair_trace[mine[by_layers]])
            for k in mine[~by_layers].tolist():
                cost[k] = _align(self._words(int(pair_trace[k])), ready.runs).cost
        whole = self._lengths[pair_trace] + shortest[pair_process]
        return cost, 1 - cost / np.maximum(whole, 1)

    def _in_layers(self, ready: Ready, traces: Ints) -> np.ndarray:
        usable = ready.layers is not None and ready.layers.edges <= MOST_EDGES
        return (self._lengths[traces] <= LONGEST) & usable

    def _layer_costs(self, p: int, ready: Ready, traces: Ints) -> Codes:
        if ready.layers is None or not len(traces):
            return np.empty(0, np.int32)
        return ready.layers.costs(*self._cut(p, traces))

    def _alignments(self, p: int, ready: Ready, traces: Ints) -> list[Alignment]:
        by_layers = self._in_layers(ready, traces)
        if ready.layers is None or not by_layers.all():
            return [_align(self._words(t), ready.runs) for t in traces.tolist()]
        found = ready.layers.alignments(*self._cut(p, traces))
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


def _align(trace: Sequence[str], runs: Runs) -> Alignment:
    alignment = align(trace, runs)
    assert alignment is not None  # `prepare` has seen that the process can end
    return alignment
