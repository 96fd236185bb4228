"""Bàn giao: when a body ends, each open item is given by name to a successor, or stays listed as not handed over.

A sealed matter is listed and given on by members of its compartment alone; its act tells the ledger nothing of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from baro.desk import permission
from baro.desk.by import By, Program, act_of, require_on, require_over
from baro.records.ids_made import new_id
from baro.records.queries.open_items import Eyes, open_items
from baro.records.queries.organisation import bodies, handed_over, sealed_handed_over
from baro.records.recording import record_all
from baro.records.row_security.session import reading
from baro.rules.observed.acts import Act
from baro.rules.prescribed.handovers import (
    HandedOver,
    HandOverStatement,
    OpenItem,
    check_hand_over,
    hand_over_statement,
)
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.policy.standing import Subject


@reading()
def statement(body: str, on: date, by: By, at: datetime) -> HandOverStatement:
    """Tell what became of every item that lay open in a body, as of a day, as far as the asker may know of it.

    Raises `Refused("access.…")` for somebody who may not read hand-overs over the body, unless they are in a compartment
    with a matter of it.
    """
    known = bodies()
    openly = _may_read(by, known.place_of(body, permission.day_of(at)))
    items, given = _known_of(body, on, by, openly=openly)
    if not openly and not items and not given:
        require_over(by, "handover.read", known, body, at)
    return hand_over_statement(known, body, items, given, on=on)


@reading()
def may_see(body: str, on: date, by: By, at: datetime) -> bool:
    """Say whether `statement` would tell somebody anything, without refusing: for menus and links."""
    openly = _may_read(by, bodies().place_of(body, permission.day_of(at)))
    return openly or any(_known_of(body, on, by, openly=False))


def _known_of(body: str, on: date, by: By, *, openly: bool) -> tuple[tuple[OpenItem, ...], tuple[HandedOver, ...]]:
    """What lies open in a body, and what it handed over, as far as somebody may know of it."""
    eyes, last = eyes_of(by), bodies().last_day(body)
    items = open_items(body, eyes, last + timedelta(days=1) if last else on, openly=openly)
    return items, (*(handed_over(body) if openly else ()), *sealed_handed_over(body, eyes))


def eyes_of(by: By) -> Eyes:
    """Give what somebody sees, operation by operation."""

    def eyes(operation: str) -> Scope | None:
        return None if isinstance(by.asker, Program) else permission.scope(by.asker, operation)

    return eyes


def hand_over(items: Sequence[OpenItem], successor: str, on: date, decision: str, by: By, at: datetime) -> int:
    """Give items of one body to a successor, all or none, and return how many.

    Raises `Refused("access.…" | "handover.to_itself" | "handover.successor_not_in_force" | "handover.body_goes_on")`.
    """
    known = bodies()
    require_each(items, by, at)
    given = [(item, handed(item, successor, on, decision)) for item in items]
    for _, one in given:
        check_hand_over(known, one)
    if given:
        record_all([handed_act(item, one, by, at) for item, one in given], at=at)
    return len(given)


def require_each(items: Sequence[OpenItem], by: By, at: datetime) -> None:
    """Refuse what somebody may not give on: over the body, or, of what is sealed, each matter. Raises
    `Refused("access.…")`."""
    known = bodies()
    for body in dict.fromkeys(item.unit for item in items if item.sealed is None):
        require_over(by, "handover.record", known, body, at)
    for item, subject in _sealed(items):
        require_on(by, item.kind.works, subject, at)


def handed(item: OpenItem, successor: str, on: date, decision: str) -> HandedOver:
    """Say that an item goes to a body."""
    return HandedOver(kind=item.kind, id=item.id, unit=item.unit, successor=successor, on=on, decision=decision)


def handed_act(item: OpenItem, given: HandedOver, by: By, at: datetime) -> Act:
    """An item was given to a successor."""
    made = new_id(at)
    told = {
        "kind": given.kind.value,
        "item": given.id,
        "body": given.unit,
        "successor": given.successor,
        "on": given.on.isoformat(),
        "decision": given.decision,
    }
    if item.sealed is None:
        return act_of(by, "handover.recorded", f"body/{given.unit}", at, {"handover": made, **told})
    aside = {**told, "handler": item.sealed.holder, "compartment": item.sealed.compartment}
    kind = f"{given.kind.value}.handed_over"
    return act_of(replace(by, unit=""), kind, f"{given.kind.value}/{given.id}", at, {"handover": made}, aside)


def _may_read(by: By, place: str) -> bool:
    return isinstance(by.asker, Program) or permission.allows(by.asker, "handover.read", Subject(unit=place))


def _sealed(items: Sequence[OpenItem]) -> Iterator[tuple[OpenItem, Subject]]:
    return ((item, item.sealed) for item in items if item.sealed is not None)
