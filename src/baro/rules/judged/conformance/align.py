"""The optimal alignment of one trace, as a plain search: the readable rule, and the oracle of the columnar one.

An alignment pairs the trace with a complete run of the process; a synchronous move is free, an event without a step
(log move) and a step without an event (model move) cost 1 each, silent moves are free (Adriansyah 2014; van der Aalst,
Adriansyah & van Dongen 2012). Of all optimal alignments the one is told that, read from the start, prefers a
synchronous move, then the missing step whose label sorts first, then the superfluous event: answers do not depend on
the order of search.
"""

from collections.abc import Sequence
from heapq import heappop, heappush
from typing import Protocol

from baro.rules.judged.conformance.automaton import DEAD, Automaton
from baro.rules.judged.conformance.deviations import AlignedMove, Alignment, Move
from baro.rules.judged.conformance.token_game import TokenGame
from baro.rules.prescribed.processes import Net

Node = tuple[int, int]  # position in the trace, state


class Runs(Protocol):
    """What the search asks of a process: its start, what may come next (sorted by label), where it may end, and a lower
    bound of the steps still missing."""

    start: int

    def after(self, state: int) -> dict[str, int]: ...
    def is_final(self, state: int) -> bool: ...
    def to_end(self, state: int) -> int: ...


class CompiledRuns:
    """The runs of a compiled process."""

    start = 0

    def __init__(self, automaton: Automaton) -> None:
        self._final: list[bool] = automaton.accepting.tolist()
        self._to_end: list[int] = automaton.to_end.tolist()
        labels = automaton.activities
        self._after: list[dict[str, int]] = [
            {label: reached for label, reached in zip(labels, row, strict=True) if reached != DEAD}
            for row in automaton.next.tolist()
        ]

    def after(self, state: int) -> dict[str, int]:
        return self._after[state]

    def is_final(self, state: int) -> bool:
        return self._final[state]

    def to_end(self, state: int) -> int:
        return self._to_end[state]


class PlayedRuns:
    """The runs of a net too large to compile: only what the search visits is played."""

    def __init__(self, net: Net) -> None:
        self._game = TokenGame(net)
        self.start = self._game.start
        self._after: dict[int, dict[str, int]] = {}

    def after(self, state: int) -> dict[str, int]:
        if state not in self._after:
            self._after[state] = self._game.after(state)
        return self._after[state]

    def is_final(self, state: int) -> bool:
        return self._game.is_final(state)

    def to_end(self, state: int) -> int:
        return 0


class UnfinishedRuns:
    """The runs of a process that may be left anywhere: a case still under way."""

    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self.start = runs.start

    def after(self, state: int) -> dict[str, int]:
        return self._runs.after(state)

    def is_final(self, state: int) -> bool:
        return True

    def to_end(self, state: int) -> int:
        return 0


def align(trace: Sequence[str], runs: Runs) -> Alignment | None:
    """Align a trace with a process; None where the process has no complete run."""
    cost, known = _search(trace, runs)
    if cost is None:
        return None
    left = _left_to_go(trace, runs, cost, known)
    return Alignment(cost, tuple(_walk(trace, runs, left)))


def _search(trace: Sequence[str], runs: Runs) -> tuple[int | None, dict[Node, int]]:
    """Search best first (A*); give the least cost and the distance of every node no dearer than it."""
    best: dict[Node, int] = {}
    heap = [(_bound(trace, runs, (0, runs.start)), 0, (0, runs.start))]
    found: int | None = None
    while heap and (found is None or heap[0][0] <= found):
        _, cost, node = heappop(heap)
        if best.get(node, cost + 1) <= cost:
            continue
        best[node] = cost
        if node[0] == len(trace) and runs.is_final(node[1]):
            found = cost if found is None else found
        for step, reached in _moves(trace, runs, node):
            if cost + step < best.get(reached, cost + step + 1):
                heappush(heap, (cost + step + _bound(trace, runs, reached), cost + step, reached))
    return found, best


def _moves(trace: Sequence[str], runs: Runs, node: Node) -> list[tuple[int, Node]]:
    position, state = node
    after = runs.after(state)
    moves = [(1, (position, reached)) for reached in after.values()]
    if position < len(trace):
        moves.append((1, (position + 1, state)))
        if trace[position] in after:
            moves.append((0, (position + 1, after[trace[position]])))
    return moves


def _bound(trace: Sequence[str], runs: Runs, node: Node) -> int:
    return max(0, runs.to_end(node[1]) - (len(trace) - node[0]))


def _left_to_go(trace: Sequence[str], runs: Runs, cost: int, known: dict[Node, int]) -> dict[Node, int]:
    """The cost still to come, for every node that lies on an optimal alignment."""
    before: dict[Node, list[Node]] = {}
    for node, spent in known.items():
        for step, reached in _moves(trace, runs, node):
            if known.get(reached) == spent + step:
                before.setdefault(reached, []).append(node)
    open_ = [n for n, spent in known.items() if n[0] == len(trace) and spent == cost and runs.is_final(n[1])]
    left: dict[Node, int] = {}
    while open_:
        node = open_.pop()
        if node not in left:
            left[node] = cost - known[node]
            open_ += before.get(node, [])
    return left


def _walk(trace: Sequence[str], runs: Runs, left: dict[Node, int]) -> list[AlignedMove]:
    """Follow the preferred optimal alignment from the start."""
    moves: list[AlignedMove] = []
    position, state = 0, runs.start
    while position < len(trace) or not runs.is_final(state) or left[position, state]:
        here, after = left[position, state], runs.after(state)
        label = trace[position] if position < len(trace) else None
        if label in after and left.get((position + 1, after[label])) == here:
            moves.append(AlignedMove(Move.SYNCHRONOUS, label, position))
            position, state = position + 1, after[label]
            continue
        missing = next((a for a, r in after.items() if left.get((position, r)) == here - 1), None)
        if missing is not None:
            moves.append(AlignedMove(Move.MODEL, missing, position))
            state = after[missing]
        else:
            assert label is not None  # an optimal alignment goes on somehow
            moves.append(AlignedMove(Move.LOG, label, position))
            position += 1
    return moves
