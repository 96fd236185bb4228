"""Personnel: a person is registered, employed, appointed, given a delegation, put in charge, covered while absent.

Every function checks the policy and the rules and records one act. What holds over a term is ended, never deleted.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime

from baro.desk.by import By, require, require_over
from baro.desk.late_entry import ALONE, Vouchers
from baro.desk.service_acts import corrected_acts, ended_act, held_acts, person_act, renamed_act
from baro.records.ids_made import new_id
from baro.records.queries.organisation import bodies
from baro.records.queries.people import employments, held, person, person_with_code, service, units_of
from baro.records.recording import record, record_all
from baro.rules.prescribed.competence import Service
from baro.rules.prescribed.offices import Delegation, Post
from baro.rules.prescribed.posts import ActingHead, LeaveCover
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.service_checks import Held, check_held
from baro.rules.prescribed.staff import Employment, check_employment


def register_person(code: str, name: str, by: By, at: datetime, *, person_id: str = "") -> str:
    """Record a person under the number that the agency gave, and return their id.

    Raises `Refused("person.no_code" | "person.no_name" | "person.code_taken")`.
    """
    require(by, "person.record", by.unit, at)
    if not code.strip():
        raise Refused("person.no_code")
    if not name.strip():
        raise Refused("person.no_name")
    if person_with_code(code.strip()) is not None:
        raise Refused("person.code_taken", written=code.strip())
    made = person_id or new_id(at)
    record(person_act(made, code.strip(), name.strip(), by, at), at=at)
    return made


def rename_person(person_id: str, name: str, by: By, at: datetime) -> None:
    """Record that a person goes by another name. Raises `Refused("person.unknown" | "person.no_name")`."""
    _require_of(person_id, by, at)
    if person(person_id) is None:
        raise Refused("person.unknown")
    if not name.strip():
        raise Refused("person.no_name")
    record(renamed_act(person_id, name.strip(), by, at), at=at)


def employ(employment: Employment, by: By, at: datetime) -> str:
    """Record a person's category of staff over a term. Raises `Refused("person.unknown" | "employment.…")`."""
    _require_of(employment.person, by, at)
    if person(employment.person) is None:
        raise Refused("person.unknown")
    check_employment(employment, employments(employment.person))
    made = new_id(at)
    record_all(held_acts("employment", made, employment, by, at), at=at)
    return made


def appoint(post: Post, by: By, at: datetime, vouchers: Vouchers = ALONE, *, held_id: str = "") -> str:
    """Record a post held over a term; told late, it counts as `late_entry` says. `held_id`: under which a proposal told
    it. Raises `Refused("person.unknown" | "service.…" | "late_entry.…")`."""
    return _hold("appointment", post, by, at, vouchers, held_id)


def delegate(given: Delegation, by: By, at: datetime, vouchers: Vouchers = ALONE, *, held_id: str = "") -> str:
    """Record a role given over a term. Raises `Refused("person.unknown" | "service.…")`."""
    return _hold("delegation", given, by, at, vouchers, held_id)


def put_in_charge(acting: ActingHead, by: By, at: datetime, vouchers: Vouchers = ALONE, *, held_id: str = "") -> str:
    """Record an acting head. Raises `Refused("person.unknown" | "service.…")`."""
    return _hold("acting_head", acting, by, at, vouchers, held_id)


def cover_absence(cover: LeaveCover, by: By, at: datetime, vouchers: Vouchers = ALONE, *, held_id: str = "") -> str:
    """Record an absence and who stands in. Raises `Refused("person.unknown" | "service.…")`."""
    return _hold("leave_cover", cover, by, at, vouchers, held_id)


def check_hold(value: Held, by: By, at: datetime) -> None:
    """Refuse what cannot be recorded of somebody. Raises `Refused("access.…" | "person.unknown" | "service.…")`."""
    require_over(by, "person.record", bodies(), value.unit, at)
    persons = (value.absent, value.cover) if isinstance(value, LeaveCover) else (value.person,)
    if any(person(one) is None for one in persons):
        raise Refused("person.unknown")
    check_held(value, service())


def end_held(kind: str, held_id: str, last: date, by: By, at: datetime, *, decision: str = "") -> None:
    """Record the last day of something that holds over a term.

    Raises `Refused("service.unknown" | "service.ends_before_start" | "service.ended_already")`.
    """
    found = held(kind, held_id)
    if found is None:
        raise Refused("service.unknown")
    if isinstance(found.value, Employment):
        _require_of(found.value.person, by, at)
    else:
        require_over(by, "person.record", bodies(), found.value.unit, at)
    term = found.value.term
    if term.valid_from and last < term.valid_from:
        raise Refused("service.ends_before_start", first=f"{term.valid_from:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")
    if term.valid_to and term.valid_to <= last:
        raise Refused("service.ended_already", last=f"{term.valid_to:%d/%m/%Y}")
    record(ended_act(kind, held_id, last, decision, by, at), at=at)


def correct_held(kind: str, held_id: str, right: Employment | Held, reason: str, by: By, at: datetime) -> None:
    """Record that something was told wrongly, and what is right; of the same person. What was said stays in the ledger.

    Raises `Refused("service.unknown" | "service.no_reason" | "person.unknown" | "employment.…" | "service.…")`.
    """
    found = held(kind, held_id)
    if found is None or type(found.value) is not type(right) or _owner(found.value) != _owner(right):
        raise Refused("service.unknown")
    if not reason.strip():
        raise Refused("service.no_reason")
    if isinstance(right, Employment):
        _require_of(right.person, by, at)
        check_employment(right, [e for e in employments(right.person) if e != found.value])
    else:
        for unit in {right.unit, _unit(found.value)}:
            require_over(by, "person.record", bodies(), unit, at)
        if isinstance(right, LeaveCover) and person(right.cover) is None:
            raise Refused("person.unknown")
        check_held(right, _without(service(), found.value))
    record_all(corrected_acts(kind, held_id, right, reason.strip(), by, at), at=at)


def _owner(value: Employment | Held) -> str:
    return value.absent if isinstance(value, LeaveCover) else value.person


def _unit(value: Employment | Held) -> str:
    return "" if isinstance(value, Employment) else value.unit


def _without(told: Service, value: Employment | Held) -> Service:
    """Everything told but one thing."""
    return replace(
        told,
        posts=tuple(p for p in told.posts if p != value),
        delegations=tuple(d for d in told.delegations if d != value),
        acting=tuple(a for a in told.acting if a != value),
        covers=tuple(c for c in told.covers if c != value),
    )


def _hold(kind: str, value: Held, by: By, at: datetime, vouchers: Vouchers, held_id: str) -> str:
    check_hold(value, by, at)
    made = held_id or new_id(at)
    record_all(held_acts(kind, made, value, by, at, vouchers), at=at)
    return made


def _require_of(person_id: str, by: By, at: datetime) -> None:
    """Ask over any body in which the person serves or served; over one's own while they serve nowhere."""
    units = units_of(person_id) or (by.unit,)
    for unit in units[:-1]:
        with suppress(Refused):
            return require_over(by, "person.record", bodies(), unit, at)
    return require_over(by, "person.record", bodies(), units[-1], at)
