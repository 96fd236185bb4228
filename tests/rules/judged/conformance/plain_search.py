"""The slowest and plainest way to the cost of an alignment: Dijkstra over (position, marking), no automaton at all."""

from collections.abc import Sequence
from heapq import heappop, heappush

from baro.rules.prescribed.processes import Net


def plain_cost(trace: Sequence[str], net: Net, most: int = 20_000) -> int | None:
    """Give the least cost, None where the net cannot end; raises `OverflowError` beyond `most` nodes."""
    done: set[tuple[int, tuple[int, ...]]] = set()
    heap = [(0, 0, net.initial)]
    while heap:
        cost, position, marking = heappop(heap)
        if (position, marking) in done:
            continue
        done.add((position, marking))
        if len(done) > most:
            raise OverflowError
        if position == len(trace) and marking in net.finals:
            return cost
        if position < len(trace):
            heappush(heap, (cost + 1, position + 1, marking))
        for t in net.transitions:
            if any(marking[p] < w for p, w in t.consumes):
                continue
            reached = list(marking)
            for p, w in t.consumes:
                reached[p] -= w
            for p, w in t.produces:
                reached[p] += w
            heappush(heap, (cost + (t.label is not None), position, tuple(reached)))
            if position < len(trace) and t.label == trace[position]:
                heappush(heap, (cost, position + 1, tuple(reached)))
    return None
