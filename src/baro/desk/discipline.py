"""Discipline decided, and measures that are no discipline: proposed, taken."""

from collections.abc import Sequence
from datetime import date, datetime

from baro.desk.by import By, act_of, require
from baro.records.queries.discipline import measure_state
from baro.records.recording import record, record_all
from baro.records.row_security.session import reading
from baro.rules.observed.acts import Act
from baro.rules.prescribed.discipline import Decision, MeasureState, MeasureTaken, check_decision
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.refusals import Refused


def decide_discipline(decisions: Sequence[Decision], by: By, at: datetime) -> None:
    """Record decisions of discipline, all or none.

    Raises `Refused("discipline.no_decision" | "discipline.form_not_allowed")`.
    """
    for told in decisions:
        require(by, "discipline.conclude", told.unit, at)
        check_decision(told)
    record_all([_decided_act(told, by, at) for told in decisions], at=at)


def record_measures(measures: Sequence[MeasureTaken], by: By, at: datetime) -> None:
    """Record measures proposed or taken, all or none."""
    for told in measures:
        require(by, "discipline.record", told.unit, at)
    record_all([_measure_act(told, by, at) for told in measures], at=at)


@reading()
def carry_out_measure(measure: str, unit: str, on: date, scope: Scope, by: By, at: datetime) -> None:
    """Record that a measure which was proposed has been carried out.

    Raises `Refused("measure.unknown" | "measure.carried_out_already")`; what is outside the scope is unknown.
    """
    require(by, "discipline.record", unit, at)
    state = measure_state(measure, scope)
    if state is None:
        raise Refused("measure.unknown", measure=measure)
    if state is MeasureState.DONE:
        raise Refused("measure.carried_out_already")
    data = {"measure": measure, "taken_on": on.isoformat()}
    record(act_of(by, "measure.carried_out", f"measure/{measure}", at, data), at=at)


def _decided_act(told: Decision, by: By, at: datetime) -> Act:
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
    return act_of(by, "discipline.decided", f"discipline/{told.id}", at, data)


def _measure_act(told: MeasureTaken, by: By, at: datetime) -> Act:
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
    return act_of(by, "measure.recorded", f"measure/{told.id}", at, data)
