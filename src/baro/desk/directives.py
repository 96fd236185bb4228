"""Directives: entered into the register, taken note of by each unit addressed, withdrawn if entered by mistake."""

from dataclasses import replace
from datetime import date, datetime

from baro.desk import permission
from baro.desk.by import By, act_of, require
from baro.desk.late_entry import entered_acts, told_on
from baro.records.ids_made import new_id
from baro.records.ledger.heads import hold
from baro.records.queries.directives import directive, directives
from baro.records.queries.organisation import bodies
from baro.records.queries.tasks import tasks_of
from baro.records.recording import record, record_all
from baro.records.round_trips import ask
from baro.records.row_security.session import acting
from baro.rules.observed.acts import Value
from baro.rules.observed.directives import Directive, check_acknowledged, check_directive, check_withdrawn
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

READ, RECORD, ACKNOWLEDGE = "directive.read", "directive.record", "directive.acknowledge"


@acting()
def record_directive(told: Directive, by: By, at: datetime) -> str:
    """Enter a directive into the register; one without an id gets one, which is given. Raises `Refused("access.…" |
    "directive.…")`."""
    require(by, RECORD, told.body, at)
    above = directive(told.implements) if told.implements else None
    check_directive(told, above if above and above.withdrawn_at is None else None, permission.day_of(at))
    check_bodies(told.addressees, permission.day_of(at))
    made = told.id or new_id(at)
    data: dict[str, Value] = {
        "directive": made, "body": told.body, "source": told.source.value, "number": told.number.strip(),
        "signed_on": told.signed_on.isoformat(), "issuer": told.issuer.strip(), "implements": told.implements,
        "addressees": list(dict.fromkeys(told.addressees)),
        "acknowledge_by": told.acknowledge_by.isoformat() if told.acknowledge_by else "",
    }  # fmt: skip
    record(act_of(by, "directive.recorded", f"directive/{made}", at, data, {"subject": told.subject.strip()}), at=at)
    return made


@acting()
def acknowledge_directive(directive_id: str, unit: str, on: date, by: By, at: datetime) -> None:
    """Record that a unit took note of a directive. Raises `Refused("access.…" | "directive.…")`."""
    found = _held(directive_id)
    require(by, ACKNOWLEDGE, unit, at)
    check_acknowledged(found, unit, on, permission.day_of(at))
    data: dict[str, Value] = {"directive": found.id, "unit": unit, "on": on.isoformat()}
    act = act_of(by, "directive.acknowledged", f"directive/{found.id}", at, data)
    record_all(entered_acts([told_on(act, on, Subject(id=found.id, unit=unit), at)], by, at), at=at)


@acting()
def withdraw_directive(directive_id: str, reason: str, scope: Scope, by: By, at: datetime) -> None:
    """Take a directive that was entered by mistake out of the register; it stays to be read. Raises `Refused("access.…" |
    "directive.…")`."""
    found = _held(directive_id)
    require(by, RECORD, found.body, at)
    below = [one.id for one in directives().values() if one.implements == found.id and one.withdrawn_at is None]
    check_withdrawn(found, reason, [*below, *(task.id for task in tasks_of(scope, [found.id]))])
    data: dict[str, Value] = {"directive": found.id}
    act = act_of(by, "directive.withdrawn", f"directive/{found.id}", at, data, {"reason": reason.strip()})
    record(replace(act, occurred_at=at), at=at)


def check_bodies(named: tuple[str, ...], on: date) -> None:
    """Refuse bodies that do not work on a day. Raises `Refused("task.body_not_in_force")`."""
    known = bodies()
    for body in named:
        if known.term_on(body, on) is None:
            raise Refused("task.body_not_in_force", body=body, day=f"{on:%d/%m/%Y}")


def _held(directive_id: str) -> Directive:
    ask(*hold([f"directive/{directive_id}"]))
    found = directive(directive_id)
    if found is None:
        raise Refused("access.not_found")
    return found
