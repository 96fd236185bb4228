"""A post, delegation, charge or absence told late: alone it counts when recorded; a second person lets the told day count."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from baro.desk import permission
from baro.desk.by import By, Program, by_person
from baro.desk.late_entry import CALENDAR, Vouched, late_entry
from baro.desk.people import appoint, check_hold, cover_absence, delegate, put_in_charge
from baro.desk.permission import Asker
from baro.desk.service_acts import held_subject, held_told
from baro.desk.two_persons import propose
from baro.records.ids_made import new_id
from baro.records.queries.proposals import Proposal
from baro.rules.judged.late_entry import is_late
from baro.rules.prescribed.offices import Delegation, Post, Term
from baro.rules.prescribed.posts import ActingHead, LeaveCover
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.service_checks import Held

_RECORDED = ".recorded"
_HOLDING: Mapping[str, Any] = {
    "appointment": appoint,
    "delegation": delegate,
    "acting_head": put_in_charge,
    "leave_cover": cover_absence,
}


def is_late_alone(kind: str, value: Held, by: By, at: datetime) -> bool:
    """Say whether something, recorded now by one person, would count from now only."""
    if isinstance(by.asker, Program) or value.term.valid_from is None:
        return False
    told = held_told(kind, "", value, by, at)
    return is_late(told.act.occurred_at, at, told.entered, CALENDAR)


def may_ask_second(value: Held, who: Asker, at: datetime) -> bool:
    """Say whether somebody may propose that what they tell late counts as told."""
    subject = held_subject("", value, at)
    return permission.allows(who, "proposal.make") and permission.allows(who, "ledger.late_entry", subject)


def propose_held(kind: str, value: Held, by: By, at: datetime, *, reason: str, days: int | None = None) -> str:
    """Propose that something counts from the day told; give the proposal's id. What could not be recorded is refused at
    once. Raises `Refused("late_entry.reason" | "person.unknown" | "service.…" | "access.…")`."""
    if isinstance(by.asker, Program):
        raise Refused("access.second_needed")
    check_hold(value, by, at)
    if not reason.strip():
        raise Refused("late_entry.reason")
    told = held_told(kind, new_id(at), value, by, at)
    return propose(late_entry(told), by.asker, at, reason=reason, days=days)


def tells_of_held(found: Proposal) -> bool:
    """Say whether a proposal is to enter something late that a person holds."""
    return found.operation == "ledger.late_entry" and found.told != "" and _kind(json.loads(found.told)) in _HOLDING


def held_of(told: Mapping[str, Any]) -> tuple[str, str, Held]:
    """Give the kind, the id, and the thing itself that a proposal tells."""
    return _kind(told), told["data"]["id"], _value(_kind(told), told["data"])


def carry_out_held(found: Proposal, who: Asker, at: datetime) -> None:
    """Record it as it was proposed and approved, to count as told. Raises as `propose_held`."""
    kind, held_id, value = held_of(json.loads(found.told))
    vouchers = {held_id: Vouched(proposal=found.id, reason=found.reason)}
    by = by_person(who, unit=found.subject.unit)
    _HOLDING[kind](value, by, at, vouchers, held_id=held_id)


def _kind(told: Mapping[str, Any]) -> str:
    kind = str(told.get("type", ""))
    return kind.removesuffix(_RECORDED) if kind.endswith(_RECORDED) else ""


def _value(kind: str, data: Mapping[str, Any]) -> Held:
    term, decision, unit = Term(_day(data["valid_from"]), _day(data["valid_to"])), data["decision"], data["unit"]
    if kind == "appointment":
        return Post(data["person"], unit, data["title"], data["is_head"], term, decision, tuple(data["roles"]))
    if kind == "delegation":
        return Delegation(data["person"], unit, data["role"], term, decision)
    if kind == "acting_head":
        return ActingHead(person=data["person"], unit=unit, title=data["title"], term=term, decision=decision)
    return LeaveCover(absent=data["absent"], cover=data["cover"], unit=unit, term=term, decision=decision)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
