"""The acts of personnel as they are written into the ledger: a person's name is personal and kept aside."""

from datetime import date, datetime

from baro.desk.body_acts import day_text
from baro.desk.by import By, act_of
from baro.rules.observed.acts import Act, Value
from baro.rules.prescribed.offices import Delegation, Post
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
