"""Discipline decided, and measures that are no discipline: proposed, taken."""

from collections.abc import Sequence
from datetime import date, datetime

from baro.desk.by import By, act_of, require
from baro.desk.late_entry import ALONE, Told, Vouchers, entered_acts, told_on
from baro.records.queries.discipline import measure_state
from baro.records.recording import record_all
from baro.records.row_security.session import acting
from baro.rules.prescribed.discipline import Decision, MeasureState, MeasureTaken, check_decision
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused


def decide_discipline(decisions: Sequence[Decision], by: By, at: datetime, vouchers: Vouchers = ALONE) -> None:
    """Record decisions of discipline, all or none; told late, they count as `late_entry` says.

    Raises `Refused("discipline.no_decision" | "discipline.form_not_allowed" | "late_entry.…")`.
    """
    for told in decisions:
        require(by, "discipline.conclude", told.unit, at)
        check_decision(told)
    record_all(entered_acts([decision_told(told, by, at) for told in decisions], by, at, vouchers), at=at)


def record_measures(measures: Sequence[MeasureTaken], by: By, at: datetime, vouchers: Vouchers = ALONE) -> None:
    """Record measures proposed or taken, all or none; told late, they count as `late_entry` says."""
    for told in measures:
        require(by, "discipline.record", told.unit, at)
    record_all(entered_acts([measure_told(told, by, at) for told in measures], by, at, vouchers), at=at)


@acting()
def carry_out_measure(
    measure: str, unit: str, on: date, scope: Scope, by: By, at: datetime, vouchers: Vouchers = ALONE
) -> None:
    """Record that a measure which was proposed has been carried out; told late, it counts as `late_entry` says.

    Raises `Refused("measure.unknown" | "measure.carried_out_already" | "late_entry.…")`; what is outside the scope is unknown.
    """
    require(by, "discipline.record", unit, at)
    stream = f"measure/{measure}"
    state = measure_state(measure, scope, held=[stream])
    if state is None:
        raise Refused("measure.unknown", measure=measure)
    if state is MeasureState.DONE:
        raise Refused("measure.carried_out_already")
    data = {"measure": measure, "taken_on": on.isoformat()}
    act = act_of(by, "measure.carried_out", stream, at, data)
    told = told_on(act, on, Subject(id=measure, unit=unit), at)
    record_all(entered_acts([told], by, at, vouchers), at=at)


def decision_told(told: Decision, by: By, at: datetime) -> Told:
    """The act of a decision, on its day."""
    data = {
        "discipline": told.id,
        "unit": told.unit,
        "person": told.person,
        "person_unit": told.person_unit,
        "category": told.category.value,
        "form": told.form.value,
        "decided_on": told.decided_on.isoformat(),
        "decision": told.decision.strip(),
        "origin": told.origin,
    }
    act = act_of(by, "discipline.decided", f"discipline/{told.id}", at, data)
    return told_on(act, told.decided_on, Subject(id=told.id, unit=told.unit), at)


def measure_told(told: MeasureTaken, by: By, at: datetime) -> Told:
    """The act of a measure, on its day."""
    data = {
        "measure": told.id,
        "unit": told.unit,
        "kind": told.kind.value,
        "state": told.state.value,
        "taken_on": told.taken_on.isoformat(),
        "object": told.object,
        "person": told.person,
        "origin": told.origin,
    }
    act = act_of(by, "measure.recorded", f"measure/{told.id}", at, data)
    return told_on(act, told.taken_on, Subject(id=told.id, unit=told.unit), at)
