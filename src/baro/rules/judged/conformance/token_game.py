"""The token game of a net, with silent moves folded away: what may be done next, and what follows.

A state of knowledge is the set of markings the net may be in, written as a bit mask over numbered markings. The set is
always closed under silent moves. Source: subset construction (Rabin & Scott 1959) over the reachability graph
(Murata 1989).
"""

from baro.rules.prescribed.processes import Net, Transition
from baro.rules.prescribed.refusals import Refused

Marking = tuple[int, ...]
MOST_MARKINGS = 100_000


class TokenGame:
    """Plays a net; markings are numbered as they are met, and no more than `bound` of them are visited."""

    def __init__(self, net: Net, bound: int = MOST_MARKINGS) -> None:
        self._net = net
        self._bound = bound
        self._numbers: dict[Marking, int] = {}
        self._markings: list[Marking] = []
        self._closures: dict[int, int] = {}
        self._visible: dict[int, dict[str, int]] = {}
        self._by_place = _by_place(net)
        self._finals = frozenset(net.finals)

    @property
    def start(self) -> int:
        """The mask of markings reachable without any visible step."""
        return self._closure(self._number(self._net.initial))

    def is_final(self, mask: int) -> bool:
        """Say whether the process may have ended."""
        return any(self._markings[m] in self._finals for m in bits(mask))

    def after(self, mask: int) -> dict[str, int]:
        """Give each activity that may come next, with the mask of markings it leads to, in the order of the labels."""
        found: dict[str, int] = {}
        for m in bits(mask):
            for label, reached in self._steps(m).items():
                found[label] = found.get(label, 0) | reached
        return dict(sorted(found.items()))

    def _steps(self, m: int) -> dict[str, int]:
        if m not in self._visible:
            found: dict[str, int] = {}
            for transition, reached in self._fired(m):
                if transition.label is not None:
                    found[transition.label] = found.get(transition.label, 0) | self._closure(reached)
            self._visible[m] = found
        return self._visible[m]

    def _closure(self, m: int) -> int:
        if m not in self._closures:
            seen, open_ = 1 << m, [m]
            while open_:
                for transition, reached in self._fired(open_.pop()):
                    if transition.label is None and not seen >> reached & 1:
                        seen |= 1 << reached
                        open_.append(reached)
            self._closures[m] = seen
        return self._closures[m]

    def _fired(self, m: int) -> list[tuple[Transition, int]]:
        marking = self._markings[m]
        near = {t for place, tokens in enumerate(marking) if tokens for t in self._by_place[place]}
        chosen = [self._net.transitions[t] for t in sorted(near | self._by_place[-1])]
        return [(t, self._number(_fire(marking, t))) for t in chosen if all(marking[p] >= w for p, w in t.consumes)]

    def _number(self, marking: Marking) -> int:
        number = self._numbers.get(marking)
        if number is None:
            number = self._numbers[marking] = len(self._markings)
            self._markings.append(marking)
            if number >= self._bound:
                raise Refused("process.too_many_states", bound=self._bound)
        return number


def bits(mask: int) -> list[int]:
    """Give the numbers in a mask, ascending."""
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found


def _fire(marking: Marking, transition: Transition) -> Marking:
    tokens = list(marking)
    for place, weight in transition.consumes:
        tokens[place] -= weight
    for place, weight in transition.produces:
        tokens[place] += weight
    return tuple(tokens)


def _by_place(net: Net) -> list[set[int]]:
    """Transitions by a place they consume from; those that consume nothing stand at the end."""
    near: list[set[int]] = [set() for _ in range(len(net.places) + 1)]
    for number, transition in enumerate(net.transitions):
        near[transition.consumes[0][0] if transition.consumes else -1].add(number)
    return near
