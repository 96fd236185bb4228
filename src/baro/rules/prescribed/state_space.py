"""The reachable markings of a net, one by one, until all are found, the net proves unbounded, or there are too many.

Source: Karp & Miller (1969): a marking that strictly covers one it was reached from can grow for ever. In an infinite
state space some such pair lies on a path of the search tree (Dickson's lemma), and one whose greater marking has a place
with two tokens; so only those markings are compared.
"""

from dataclasses import dataclass, field

from baro.rules.prescribed.processes import Net

Marking = tuple[int, ...]
ROOT = -1


@dataclass
class StateSpace:
    """Markings in order of discovery; `parent[k]`, `by[k]`: the marking and transition that first led to marking k.

    `arcs[k]` are the markings that k leads to; `fired` the transitions enabled somewhere. `grows` is the transition that
    proved the net unbounded (None otherwise); `complete` says that nothing was left out.
    """

    markings: list[Marking] = field(default_factory=list)
    parent: list[int] = field(default_factory=list)
    by: list[int] = field(default_factory=list)
    arcs: list[list[int]] = field(default_factory=list)
    fired: set[int] = field(default_factory=set)
    grows: int | None = None
    complete: bool = True

    def path_to(self, state: int) -> list[int]:
        """Give the transitions that led to a marking, the last one first."""
        path = []
        while self.parent[state] != ROOT:
            path.append(self.by[state])
            state = self.parent[state]
        return path


def explore(net: Net, bound: int) -> StateSpace:
    """Find every reachable marking, breadth first; stop at growth without end, or when over `bound` are found."""
    space = StateSpace([net.initial], [ROOT], [ROOT], [[]])
    seen = {net.initial: 0}
    consumers, always = _consumers(net)
    state = 0
    while state < len(space.markings):
        marking = space.markings[state]
        candidates = {t for place, count in enumerate(marking) if count for t in consumers[place]}
        for t in sorted(candidates | always):
            if not is_enabled(net, t, marking):
                continue
            space.fired.add(t)
            reached = _fire(net, t, marking)
            target = seen.setdefault(reached, len(space.markings))
            space.arcs[state].append(target)
            if target < len(space.markings):
                continue
            _add(space, reached, state, t)
            if _covers_an_ancestor(space, target):
                space.grows, space.complete = t, False
                return space
            if len(space.markings) > bound:
                space.complete = False
                return space
        state += 1
    return space


def is_enabled(net: Net, transition: int, marking: Marking) -> bool:
    """Say whether a transition may fire in a marking."""
    return all(marking[place] >= weight for place, weight in net.transitions[transition].consumes)


def covers(marking: Marking, other: Marking) -> bool:
    """Say whether a marking has everything another has, and more."""
    return marking != other and all(a >= b for a, b in zip(marking, other, strict=True))


def _consumers(net: Net) -> tuple[list[list[int]], set[int]]:
    consumers: list[list[int]] = [[] for _ in net.places]
    for t, transition in enumerate(net.transitions):
        for place, _ in transition.consumes:
            consumers[place].append(t)
    return consumers, {t for t, transition in enumerate(net.transitions) if not transition.consumes}


def _fire(net: Net, transition: int, marking: Marking) -> Marking:
    after = list(marking)
    for place, weight in net.transitions[transition].consumes:
        after[place] -= weight
    for place, weight in net.transitions[transition].produces:
        after[place] += weight
    return tuple(after)


def _add(space: StateSpace, marking: Marking, parent: int, by: int) -> None:
    space.markings.append(marking)
    space.parent.append(parent)
    space.by.append(by)
    space.arcs.append([])


def _covers_an_ancestor(space: StateSpace, state: int) -> bool:
    marking = space.markings[state]
    if max(marking, default=0) < 2:
        return False
    ancestor = space.parent[state]
    while ancestor != ROOT:
        if covers(marking, space.markings[ancestor]):
            return True
        ancestor = space.parent[ancestor]
    return False
