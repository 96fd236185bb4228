"""The optimal cost of many traces at once: a dynamic programme over (events left, state), by whole layers.

`left[t, s]` is the least cost from state s with the last k events of trace t still to come. With no event left it is
the shortest way to the end; one event more allows a log move (1), a synchronous move (0), and before either any number
of model moves (1 each), which are relaxed until nothing changes. Exact for every automaton, loops included.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from baro.rules.judged.conformance.automaton import DEAD, Automaton
from baro.rules.judged.conformance.deviations import AlignedMove, Alignment, Move
from baro.rules.observed.log import Codes, Ints

Layer = npt.NDArray[np.int16] | npt.NDArray[np.int32]
MOST_EDGES = 3_000  # beyond this a search of single traces is faster
_LONGEST = 15_000  # events of one trace whose costs surely stay within 16 bits
_BLOCK = 4_000_000  # cells held together
_FOREIGN = -1


class Layers:
    """An automaton prepared for many traces. Traces are given as codes of its activities, -1 for foreign ones."""

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        self._states = len(automaton.next)
        source, activity = np.nonzero(automaton.next != DEAD)
        self._target = automaton.next[source, activity]
        self._sources, self._starts = np.unique(source, return_index=True)
        self.edges = len(source)
        # Per activity: the states where it is allowed, and where it leads; none for foreign ones.
        self._sync = [(rows := np.flatnonzero(column != DEAD), column[rows]) for column in automaton.next.T]
        self._sync.append((np.empty(0, np.int64), np.empty(0, np.int32)))

    @cached_property
    def _after(self) -> list[list[tuple[int, int]]]:
        return [[(a, r) for a, r in enumerate(row) if r != DEAD] for row in self._automaton.next.tolist()]

    def costs(self, offsets: Ints, activities: Codes) -> Codes:
        """Give the cost of each trace; trace t is `activities[offsets[t]:offsets[t + 1]]`."""
        cost = np.empty(len(offsets) - 1, np.int32)
        for block in self._blocks(np.diff(offsets), 1):
            layers = self._layers(offsets[:-1][block], offsets[1:][block], activities, keep=False)
            cost[block] = layers[-1][:, 0]
        return cost

    def alignments(self, offsets: Ints, activities: Codes) -> list[Alignment]:
        """Give the preferred optimal alignment of each trace (see `align`)."""
        found: dict[int, Alignment] = {}
        lengths = np.diff(offsets)
        for block in self._blocks(lengths, int(lengths.max(initial=0)) + 1):
            layers = self._layers(offsets[:-1][block], offsets[1:][block], activities, keep=True)
            for row, t in enumerate(block.tolist()):
                trace = activities[offsets[t] : offsets[t + 1]].tolist()
                found[t] = self._walk(trace, [layer[row] for layer in layers[: len(trace) + 1]])
        return [found[t] for t in range(len(lengths))]

    def _blocks(self, lengths: Ints, depth: int) -> Sequence[Ints]:
        """Traces in blocks of bounded memory, the longest first, so that a layer works on a prefix of the block."""
        order = np.argsort(-lengths, kind="stable")
        size = max(1, _BLOCK // (max(self._states, self.edges) * depth))
        return [order[k : k + size] for k in range(0, len(order), size)]

    def _layers(self, starts: Ints, ends: Ints, activities: Codes, *, keep: bool) -> list[Layer]:
        """Layers by events left; the last one holds for each trace the layer of its full length."""
        lengths = ends - starts
        most = int(lengths.max(initial=0)) + self._states
        dtype = np.int16 if most <= _LONGEST else np.int32
        layer: Layer = np.tile(self._automaton.to_end.astype(dtype), (len(starts), 1))
        layers = [layer]
        for k in range(1, int(lengths.max(initial=0)) + 1):
            live = int(np.searchsorted(-lengths, -k, side="right"))
            part = self._one_more(layer[:live], activities[ends[:live] - k])
            layer = np.concatenate([part, layer[live:]]) if live < len(layer) else part
            layers = [*layers, layer] if keep else [layer]
        return layers

    def _one_more(self, left: Layer, event: Codes) -> Layer:
        best: Layer = left + left.dtype.type(1)
        order = np.argsort(event, kind="stable")
        kinds, cuts = np.unique(event[order], return_index=True)
        for a, rows in zip(kinds.tolist(), np.split(order, cuts[1:]), strict=True):
            states, reached = self._sync[a]
            if len(states):
                cells = np.ix_(rows, states)
                best[cells] = np.minimum(best[cells], left[np.ix_(rows, reached)])
        return self._relaxed(best)

    def _relaxed(self, best: Layer) -> Layer:
        """Allow model moves before the event: one edge more each time, until nothing gets cheaper."""
        while self.edges:
            through = np.minimum.reduceat(best[:, self._target], self._starts, axis=1) + best.dtype.type(1)
            cheaper = through < best[:, self._sources]
            if not cheaper.any():
                break
            best[:, self._sources] = np.where(cheaper, through, best[:, self._sources])
        return best

    def _walk(self, trace: list[int], left: list[Layer]) -> Alignment:
        names, final = self._automaton.activities, self._automaton.accepting
        moves: list[AlignedMove] = []
        rows = [layer.tolist() for layer in left]
        position, state, n = 0, 0, len(trace)
        while position < n or rows[0][state] or not final[state]:
            here = rows[n - position][state]
            event = trace[position] if position < n else _FOREIGN
            reached = int(self._automaton.next[state, event]) if event != _FOREIGN else DEAD
            if reached != DEAD and rows[n - position - 1][reached] == here:
                moves.append(AlignedMove(Move.SYNCHRONOUS, names[event], position))
                position, state = position + 1, reached
                continue
            ahead = next(((a, r) for a, r in self._after[state] if rows[n - position][r] == here - 1), None)
            if ahead is not None:
                moves.append(AlignedMove(Move.MODEL, names[ahead[0]], position))
                state = ahead[1]
            else:
                moves.append(AlignedMove(Move.LOG, names[event] if event != _FOREIGN else "", position))
                position += 1
        return Alignment(rows[n][0], tuple(moves))
