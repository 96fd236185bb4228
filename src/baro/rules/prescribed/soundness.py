"""Can an approved process always be completed, as drawn? What is wrong with it otherwise, step by step.

Source: van der Aalst (1997), soundness of workflow nets: the option to complete, proper completion, no dead step. Decided
exactly, by looking at every reachable marking.
"""

from dataclasses import dataclass
from enum import StrEnum

from baro.rules.prescribed.processes import Net
from baro.rules.prescribed.state_space import Marking, StateSpace, covers, explore


class FlawKind(StrEnum):
    """Why a process cannot be followed as drawn."""

    DEADLOCK = "deadlock"  # work stops before the end: `waiting` waits for what never comes
    UNREACHABLE_STEP = "unreachable_step"  # no order of steps leads to it
    NO_PROPER_END = "no_proper_end"  # the end is reached with work left open, or can no longer be reached
    UNBOUNDED = "unbounded"  # a loop starts the same work again and again without finishing it
    TOO_LARGE = "too_large"  # more markings than were looked at: nothing can be said


@dataclass(frozen=True, slots=True)
class Flaw:
    """One flaw: `step` is the step after which it shows (the step itself where it is unreachable), "" at the start;
    `waiting` the step left waiting or open, "" if none; `bound` the number of markings looked at, where too many."""

    kind: FlawKind
    step: str
    waiting: str = ""
    bound: int = 0


def check_soundness(net: Net, bound: int = 100_000) -> tuple[Flaw, ...]:
    """Find the flaws of a net, each once per step; an empty tuple means that the process is sound."""
    space = explore(net, bound)
    if space.grows is not None:
        return (Flaw(FlawKind.UNBOUNDED, _last_step(net, space, len(space.markings) - 1)),)
    if not space.complete:
        return (Flaw(FlawKind.TOO_LARGE, "", bound=bound),)
    found = [*_stuck(net, space), *_endless(net, space), *_unreachable(net, space)]
    return tuple(dict.fromkeys(found))


def _stuck(net: Net, space: StateSpace) -> list[Flaw]:
    """Markings in which nothing can go on, short of the end or beyond it."""
    flaws = []
    finals = set(net.finals)
    for state, marking in enumerate(space.markings):
        step = _last_step(net, space, state)
        over = [final for final in finals if any(final) and covers(marking, final)]
        if over:
            left = tuple(a - b for a, b in zip(marking, over[0], strict=True))
            flaws.append(Flaw(FlawKind.NO_PROPER_END, step, _waiting(net, left)))
        elif not space.arcs[state] and marking not in finals:
            flaws.append(Flaw(FlawKind.DEADLOCK, step, _waiting(net, marking)))
    return flaws


def _endless(net: Net, space: StateSpace) -> list[Flaw]:
    """Markings that go on for ever without being able to reach the end; where that begins."""
    finals = set(net.finals)
    stops = {s for s, m in enumerate(space.markings) if m in finals or not space.arcs[s]}
    ends = _leading_to(space, stops)
    lost = (s for s in range(len(space.markings)) if s not in ends)
    begins = (s for s in lost if space.parent[s] < 0 or space.parent[s] in ends)
    return [Flaw(FlawKind.NO_PROPER_END, _last_step(net, space, s), _waiting(net, space.markings[s])) for s in begins]


def _leading_to(space: StateSpace, goals: set[int]) -> set[int]:
    """Every marking from which one of the goals can be reached."""
    before: list[list[int]] = [[] for _ in space.markings]
    for state, targets in enumerate(space.arcs):
        for target in targets:
            before[target].append(state)
    found, queue = set(goals), list(goals)
    while queue:
        for state in before[queue.pop()]:
            if state not in found:
                found.add(state)
                queue.append(state)
    return found


def _unreachable(net: Net, space: StateSpace) -> list[Flaw]:
    """Steps none of whose transitions is ever enabled."""
    alive = {net.transitions[t].label for t in space.fired}
    labels = dict.fromkeys(t.label for t in net.transitions if t.label is not None)
    return [Flaw(FlawKind.UNREACHABLE_STEP, label) for label in labels if label not in alive]


def _last_step(net: Net, space: StateSpace, state: int) -> str:
    """The last step seen on the way to a marking."""
    labels = (net.transitions[t].label for t in space.path_to(state))
    return next((label for label in labels if label is not None), "")


def _waiting(net: Net, marking: Marking) -> str:
    """The first step that has some of what it needs, seen through silent transitions."""
    reached = {place for place, count in enumerate(marking) if count}
    used: set[int] = set()
    while True:
        fresh = [
            t for t, move in enumerate(net.transitions) if t not in used and any(p in reached for p, _ in move.consumes)
        ]
        label = next((net.transitions[t].label for t in fresh if net.transitions[t].label is not None), None)
        if label is not None or not fresh:
            return label or ""
        used.update(fresh)
        reached.update(p for t in fresh for p, _ in net.transitions[t].produces)
