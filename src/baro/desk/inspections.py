"""Inspections of public duty: what took place is recorded, with its runs."""

from collections.abc import Sequence
from datetime import datetime

from baro.desk.by import By, act_of, require
from baro.records.recording import record_all
from baro.rules.observed.acts import Act
from baro.rules.prescribed.inspections import Inspection, check_inspection


def record_inspections(inspections: Sequence[Inspection], by: By, at: datetime) -> None:
    """Record inspections that took place, all or none.

    Raises `Refused("inspection.no_decision" | "inspection.no_run" | "inspection.same_run_twice")`.
    """
    for told in inspections:
        require(by, "inspection.record", told.unit, at)
        check_inspection(told)
    record_all([_act(told, by, at) for told in inspections], at=at)


def _act(told: Inspection, by: By, at: datetime) -> Act:
    data = {
        "inspection": told.id,
        "kind": told.kind.value,
        "unit": told.unit,
        "decision": told.decision.strip(),
        "is_planned": told.is_planned,
        "compartment": told.compartment,
        "runs": [{"id": r.id, "object": r.object, "visited_on": r.visited_on.isoformat()} for r in told.runs],
    }
    return act_of(by, "inspection.recorded", f"inspection/{told.id}", at, data)
