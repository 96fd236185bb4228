"""Which steps and successions of a process a map draws: the weightiest, each step joined to its likeliest neighbours.

A log may hold hundreds of steps; a map of all of them says nothing. What is left out is counted, and stands in the
tables (the simplification follows Günther & van der Aalst 2007: keep what is significant, leave out what is not).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from baro.rules.counted.told import MapEdge, ProcessMap

MOST_STEPS = 20
MOST_EXTRA = 4  # steps that the process does not know, where there are more steps than can be drawn
MOST_LATE = 3  # steps that are drawn for the late time they carry, however rare
MOST_UNFORESEEN = 6
MOST_FORESEEN = 36
RARE = 0.01  # of the most frequent succession, or of the times that a step was done


@dataclass(frozen=True, slots=True)
class Choice:
    """The map to be drawn, and what was left out of it."""

    told: ProcessMap
    hidden_steps: int
    hidden_edges: int
    hidden_times: int


def choose(told: ProcessMap) -> Choice:
    """Reduce a map to what can be read; a small map stays as it is but for its rare successions."""
    kept = _steps(told)
    place = {old: new for new, old in enumerate(kept)} | {-1: -1}
    observed = [e for e in told.edges if e.count > 0]
    between = [e for e in observed if e.source in place and e.target in place]
    chosen = _edges(between, told)
    drawn = tuple(replace(e, source=place[e.source], target=place[e.target]) for e in chosen)
    reduced = replace(told, nodes=tuple(told.nodes[k] for k in kept), edges=drawn)
    times = sum(e.count for e in observed) - sum(e.count for e in chosen)
    return Choice(reduced, len(told.nodes) - len(kept), len(observed) - len(chosen), times)


def _steps(told: ProcessMap) -> list[int]:
    """The most frequent steps in their order, with those that carry most late time."""
    every = range(len(told.nodes))
    if len(every) <= MOST_STEPS:
        return list(every)
    by_late = sorted((k for k in every if told.nodes[k].late_minutes), key=lambda k: (-told.nodes[k].late_minutes, k))
    late = set(by_late[:MOST_LATE])

    def weight(k: int) -> tuple[bool, int, int]:
        return (k not in late, -told.nodes[k].count, k)

    approved = sorted((k for k in every if told.nodes[k].step_no), key=weight)
    extra = sorted((k for k in every if not told.nodes[k].step_no), key=weight)
    kept = approved[: MOST_STEPS - min(len(extra), MOST_EXTRA)]
    return sorted([*kept, *extra[: MOST_STEPS - len(kept)]])


def _edges(between: list[MapEdge], told: ProcessMap) -> list[MapEdge]:
    """The heaviest way into and out of each step, unless rare for it; then the heaviest successions of either sort."""

    def telling(e: MapEdge) -> bool:
        return e.count >= RARE * max((told.nodes[k].count for k in (e.source, e.target) if k >= 0), default=0)

    moving = [e for e in between if e.source != e.target and telling(e)]
    chosen = {*_heaviest_of_each(moving, lambda e: e.source), *_heaviest_of_each(moving, lambda e: e.target)}
    floor = RARE * max((e.count for e in between), default=0)
    chosen |= set(_heaviest((e for e in between if e.foreseen and e.count >= floor), MOST_FORESEEN))
    chosen |= set(_heaviest((e for e in between if not e.foreseen), MOST_UNFORESEEN))
    return [e for e in between if e in chosen]


def _heaviest(edges: Iterable[MapEdge], most: int) -> list[MapEdge]:
    return sorted(edges, key=lambda e: (-e.count, e.source, e.target))[:most]


def _heaviest_of_each(edges: list[MapEdge], end: Callable[[MapEdge], int]) -> set[MapEdge]:
    best: dict[int, MapEdge] = {}
    for edge in _heaviest(edges, len(edges)):
        best.setdefault(end(edge), edge)
    return set(best.values())
