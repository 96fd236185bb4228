"""The acts of personnel as they are written into the ledger: a person's name is personal and kept aside."""

from datetime import date, datetime

from baro.desk.body_acts import day_text
from baro.desk.by import By, act_of
from baro.desk.late_entry import ALONE, Told, Vouchers, entered_from, told_on
from baro.desk.permission import day_of
from baro.records.queries.organisation import bodies
from baro.rules.observed.acts import Act, Value
from baro.rules.prescribed.offices import Delegation, Post
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.posts import ActingHead, LeaveCover
from baro.rules.prescribed.service_checks import Held
from baro.rules.prescribed.staff import Employment


def person_act(person: str, code: str, name: str, by: By, at: datetime) -> Act:
    """A person is known."""
    return act_of(by, "person.registered", f"person/{person}", at, {"person": person, "code": code}, {"name": name})


def renamed_act(person: str, name: str, by: By, at: datetime) -> Act:
    """A person goes by another name."""
    return act_of(by, "person.renamed", f"person/{person}", at, {"person": person}, {"name": name})


def held_act(kind: str, made: str, value: Employment | Held, by: By, at: datetime) -> Act:
    """Something holds for a person over a term; `kind` is "employment", "appointment", "delegation", "acting_head" or
    "leave_cover"."""
    person, data = _data(made, value)
    return act_of(by, f"{kind}.recorded", f"person/{person}", at, data)


def held_corrected_act(kind: str, held: str, right: Employment | Held, reason: str, by: By, at: datetime) -> Act:
    """It was told wrongly; the reason is free text and kept aside."""
    _, data = _data(held, right)
    return act_of(by, f"{kind}.corrected", f"{kind}/{held}", at, data, {"reason": reason})


def held_acts(
    kind: str, made: str, value: Employment | Held, by: By, at: datetime, vouchers: Vouchers = ALONE
) -> list[Act]:
    """What is to be recorded of something that holds over a term: told late, as `late_entry` has it."""
    act = held_act(kind, made, value, by, at)
    return entered_from(act, value.term.valid_from, held_subject(made, value, at), by, at, vouchers)


def corrected_acts(kind: str, held: str, right: Employment | Held, reason: str, by: By, at: datetime) -> list[Act]:
    """What is to be recorded where it was told wrongly."""
    act = held_corrected_act(kind, held, right, reason, by, at)
    return entered_from(act, right.term.valid_from, held_subject(held, right, at), by, at)


def held_told(kind: str, made: str, value: Held, by: By, at: datetime) -> Told:
    """What a proposal to enter it late tells; of a term that has a first day."""
    first = value.term.valid_from or day_of(at)
    return told_on(held_act(kind, made, value, by, at), first, held_subject(made, value, at), at)


def held_subject(held: str, value: Employment | Held, at: datetime) -> Subject:
    """As which matter the policy sees it: of the body, or of the nearest superior of the day where that is no more."""
    unit = "" if isinstance(value, Employment) else bodies().place_of(value.unit, day_of(at))
    return Subject(id=held, unit=unit)


def ended_act(kind: str, held: str, last: date, decision: str, by: By, at: datetime) -> Act:
    """It holds no longer than to a day."""
    data = {"id": held, "last": last.isoformat(), "decision": decision}
    return act_of(by, f"{kind}.ended", f"{kind}/{held}", at, data)


def _data(made: str, value: Employment | Held) -> tuple[str, dict[str, Value]]:
    person, columns = _told(value)
    return person, {
        "id": made,
        "valid_from": day_text(value.term.valid_from),
        "valid_to": day_text(value.term.valid_to),
        "decision": value.decision,
        **columns,
    }


def _told(value: Employment | Held) -> tuple[str, dict[str, Value]]:
    match value:
        case Employment():
            return value.person, {"person": value.person, "category": value.category.value}
        case Post():
            told: dict[str, Value] = {"title": value.title, "is_head": value.is_head, "roles": list(value.roles)}
            return value.person, {"person": value.person, "unit": value.unit, **told}
        case Delegation():
            return value.person, {"person": value.person, "unit": value.unit, "role": value.role}
        case ActingHead():
            return value.person, {"person": value.person, "unit": value.unit, "title": value.title}
        case LeaveCover():
            return value.absent, {"absent": value.absent, "cover": value.cover, "unit": value.unit}
