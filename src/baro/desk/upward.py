"""Proposals to the upper level: made, passed on, answered, taken as resolved or not; with whom each waits on a day."""

from datetime import date, datetime

from baro.desk.body_acts import day_text
from baro.desk.by import By, act_of, require
from baro.desk.followed import Telling, require_teller, take_back, tell
from baro.desk.late_entry import CALENDAR, entered_acts, told_on
from baro.desk.permission import day_of
from baro.records.ids_made import new_id
from baro.records.ledger.heads import hold
from baro.records.queries.followed import all_followed, followed, upward_proposal, upward_proposals
from baro.records.queries.organisation import bodies
from baro.records.recording import record_all
from baro.records.round_trips import ask
from baro.records.row_security.session import acting
from baro.rules.judged.upward import UpwardNow, check_last, check_next, upward_on
from baro.rules.observed.acts import Value
from baro.rules.observed.followed import FollowedKind
from baro.rules.observed.upward import UpwardProposal, check_until, check_upward
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

WORK = "upward.work"
_OF_ASKER = frozenset({FollowedKind.ACCEPTED, FollowedKind.NOT_ACCEPTED})


def upwards_on(on: date) -> list[UpwardNow]:
    """Every proposal that counts by a day, as it stands on it: what is open first, the longest wait first."""
    told = all_followed("upward")
    found = [upward_on(one, told.get(one.id, ()), on, CALENDAR) for one in upward_proposals() if one.counts_on <= on]
    return sorted(found, key=lambda now: (not now.is_open, -now.waited, now.told.id))


@acting()
def make_upward(told: UpwardProposal, by: By, at: datetime) -> str:
    """Record that a body proposed something; one without an id gets one, which is given. Raises `Refused("access.…" |
    "upward.…" | "followed.…" | "late_entry.future")`."""
    require(by, WORK, told.unit, at)
    check_upward(told)
    _check_body(told.to, told.signed_on)
    made = told.id or new_id(at)
    data: dict[str, Value] = {
        "upward": made, "unit": told.unit, "about": told.about.strip(), "document": told.document.strip(),
        "on": told.signed_on.isoformat(), "to": told.to, "until": day_text(told.until),
    }  # fmt: skip
    act = act_of(by, "upward.made", f"upward/{made}", at, data)
    record_all(entered_acts([told_on(act, told.signed_on, Subject(id=made, unit=told.unit), at)], by, at), at=at)
    return made


@acting()
def tell_upward(upward: str, telling: Telling, by: By, at: datetime) -> None:
    """Record what became of a proposal, by the body for which somebody acts. Raises `Refused("access.…" | "upward.…" |
    "followed.…" | "late_entry.future")`."""
    now, stream = _held(upward, at)
    require_teller(by, WORK, upward_tellers(now, telling.kind), at)
    check_next(now, telling.kind, telling.on, telling.body)
    check_until(telling.until, telling.on)
    if telling.kind is FollowedKind.ROUTED:
        _check_body(telling.body, telling.on)
    tell(stream, followed(stream), telling, by, at)


@acting()
def take_back_upward(upward: str, number: int, document: str, by: By, at: datetime) -> None:
    """Record that the last that was told of a proposal was told by mistake; only the body that told it may. Raises
    `Refused("access.…" | "upward.not_last" | "followed.…")`."""
    now, stream = _held(upward, at)
    told = next((one for one in followed(stream) if one.number == number), None)
    if told is None:
        raise Refused("access.not_found")
    require_teller(by, WORK, (told.teller,), at)
    check_last(now, number)
    take_back(stream, followed(stream), number, document, by, at)


def upward_now(told: UpwardProposal, on: date) -> UpwardNow:
    """One proposal as it stands on a day."""
    return upward_on(told, followed(f"upward/{told.id}"), on, CALENDAR)


def upward_tellers(now: UpwardNow, kind: FollowedKind) -> tuple[str, ...]:
    """The bodies that may tell this of a proposal: with whom it waits, or who proposed it, by the document that came; whether
    it is resolved, only who proposed it."""
    return (now.told.unit,) if kind in _OF_ASKER else tuple(dict.fromkeys((now.holder, now.told.unit)))


def _held(upward: str, at: datetime) -> tuple[UpwardNow, str]:
    stream = f"upward/{upward}"
    ask(*hold([stream]))
    told = upward_proposal(upward)
    if told is None:
        raise Refused("access.not_found")
    return upward_now(told, day_of(at)), stream


def _check_body(body: str, on: date) -> None:
    if bodies().term_on(body, on) is None:
        raise Refused("upward.body_not_in_force", body=body, day=f"{on:%d/%m/%Y}")
