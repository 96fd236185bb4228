"""Hand-over when a body ends: each open item goes to a named successor, or is told as not handed over.

A split has no automatic answer, so nothing is ever handed over by rule: a single heir is only suggested, and a person
names the successor of each item.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.refusals import Refused


class ItemKind(StrEnum):
    """What may lie open when a body ends."""

    CASE = "case"
    TASK = "task"
    PETITION = "petition"
    RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class OpenItem:
    """A matter that a body has not finished, by its kind, id and code as people know it."""

    kind: ItemKind
    id: str
    unit: str
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """An item given to a body from a day on, by a decision."""

    kind: ItemKind
    id: str
    unit: str
    successor: str
    on: date
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverStatement:
    """What became of the open items of a body that ended: `handed` and `outstanding` together are all of them."""

    body: str
    ended_on: date | None
    suggested: str
    handed: tuple[HandedOver, ...]
    outstanding: tuple[OpenItem, ...]

    @property
    def counts(self) -> Mapping[ItemKind, tuple[int, int]]:
        """How many of each kind were handed over, and how many were not."""
        return {
            kind: (sum(h.kind == kind for h in self.handed), sum(o.kind == kind for o in self.outstanding))
            for kind in ItemKind
        }


def hand_over_statement(
    bodies: Bodies, body: str, items: Iterable[OpenItem], handed: Iterable[HandedOver], *, on: date
) -> HandOverStatement:
    """Tell, as of a day, what became of every item that was open in a body; an item handed over twice counts once, to
    the latest successor."""
    latest: dict[tuple[ItemKind, str], HandedOver] = {}
    for given in sorted(handed, key=lambda h: h.on):
        if given.unit == body and given.on <= on:
            latest[given.kind, given.id] = given
    still = (i for i in items if i.unit == body and (i.kind, i.id) not in latest)
    return HandOverStatement(
        body=body,
        ended_on=bodies.last_day(body),
        suggested=suggested_successor(bodies, body, on),
        handed=tuple(sorted(latest.values(), key=lambda h: (h.kind, h.id))),
        outstanding=tuple(sorted(still)),
    )


def suggested_successor(bodies: Bodies, body: str, on: date) -> str:
    """Give the one body that inherited everything; "" where a person has to choose."""
    found = bodies.mapped(body, on)
    return found.heirs[0] if found.is_mapped and found.is_unique else ""


def check_hand_over(bodies: Bodies, given: HandedOver) -> None:
    """Refuse a hand-over to oneself, to a body not in force that day, or by a body that goes on.

    Raises `Refused("handover.to_itself" | "handover.successor_not_in_force" | "handover.body_goes_on")`. The successor
    need not be an heir of the body: a decision may send an item elsewhere.
    """
    day = f"{given.on:%d/%m/%Y}"
    if given.successor == given.unit:
        raise Refused("handover.to_itself")
    if bodies.term_on(given.successor, given.on) is None:
        raise Refused("handover.successor_not_in_force", body=called(bodies, given.successor), on=day)
    if bodies.last_day(given.unit) is None and not any(s.predecessor == given.unit for s in bodies.successions):
        raise Refused("handover.body_goes_on", body=called(bodies, given.unit))
