"""Bàn giao: when a body ends, each open item is given by name to a successor, or stays listed as not handed over."""

from collections.abc import Sequence
from datetime import date, datetime

from baro.desk.by import By, act_of, require_over
from baro.records.ids_made import new_id
from baro.records.queries.open_items import open_items
from baro.records.queries.organisation import bodies, handed_over
from baro.records.recording import record_all
from baro.rules.observed.acts import Act
from baro.rules.prescribed.handovers import (
    HandedOver,
    HandOverStatement,
    OpenItem,
    check_hand_over,
    hand_over_statement,
)


def statement(body: str, on: date) -> HandOverStatement:
    """Tell what became of every item that lay open in a body, as of a day."""
    return hand_over_statement(bodies(), body, open_items(body), handed_over(body), on=on)


def hand_over(items: Sequence[OpenItem], successor: str, on: date, decision: str, by: By, at: datetime) -> int:
    """Give items of one body to a successor, all or none, and return how many.

    Raises `Refused("handover.to_itself" | "handover.successor_not_in_force" | "handover.body_goes_on")`.
    """
    known = bodies()
    for body in dict.fromkeys(item.unit for item in items):
        require_over(by, "handover.record", known, body, at)
    given = [
        HandedOver(kind=i.kind, id=i.id, unit=i.unit, successor=successor, on=on, decision=decision) for i in items
    ]
    for one in given:
        check_hand_over(known, one)
    if given:
        record_all([handed_act(one, by, at) for one in given], at=at)
    return len(given)


def handed_act(given: HandedOver, by: By, at: datetime) -> Act:
    """An item was given to a successor."""
    data = {
        "handover": new_id(at),
        "kind": given.kind.value,
        "item": given.id,
        "body": given.unit,
        "successor": given.successor,
        "on": given.on.isoformat(),
        "decision": given.decision,
    }
    return act_of(by, "handover.recorded", f"body/{given.unit}", at, data)
