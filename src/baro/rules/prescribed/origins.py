"""From which bodies of one day which bodies of a later day came: many to many, as reorganisations are.

Nothing is divided by estimate: a pair says whether all of the old body went to the new one, or a part, or functions by name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.successions import Succession, SuccessionKind


class Share(StrEnum):
    """How much of an old body a new one took over."""

    WHOLE = "whole"
    PART = "part"
    FUNCTION = "function"


@dataclass(frozen=True, slots=True)
class Origin:
    """An old body and a new one that took over something of it; `lines` are the successions told between the days that
    leave the old body. `new` "": it ended without an heir."""

    old: str
    new: str
    share: Share
    lines: tuple[Succession, ...]


def origins(bodies: Bodies, before: date, after: date, within: str = "") -> tuple[Origin, ...]:
    """Give every pair of a body of one day and one of a later day that took over something of it, the old ones in the order
    of the terms of that day; of the bodies below `within` on the first day, and itself, or of all ("")."""
    tree = bodies.on(before)
    inside = set(tree.below(within)) if within else None
    old = (term.body for term in bodies.in_force(before) if inside is None or term.body in inside)
    return tuple(pair for body in dict.fromkeys(old) for pair in _of(bodies, body, before, after))


def _of(bodies: Bodies, body: str, before: date, after: date) -> Iterator[Origin]:
    lines = tuple(
        s
        for s in bodies.successions
        if s.predecessor == body and before < s.effective_on <= after and s.kind != SuccessionKind.RENAME
    )
    if not lines:
        return
    if bodies.term_on(body, after) is not None:  # it goes on, and gave something away
        for heir in dict.fromkeys(line.successor for line in lines if line.successor):
            mine = tuple(line for line in lines if line.successor == heir)
            functions = all(line.kind == SuccessionKind.TRANSFER_FUNCTION for line in mine)
            yield Origin(body, heir, Share.FUNCTION if functions else Share.PART, mine)
        return
    found = bodies.mapped(body, after)
    if not found.heirs:
        yield Origin(body, "", Share.WHOLE, lines)
    for heir in found.heirs:
        yield Origin(body, heir, Share.WHOLE if found.is_unique else Share.PART, lines)
