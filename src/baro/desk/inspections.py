"""Inspections of public duty: what took place is recorded, with its runs."""

from collections.abc import Sequence
from datetime import datetime

from baro.desk.by import By, act_of, require
from baro.desk.late_entry import ALONE, Told, Vouchers, entered_acts, told_on
from baro.records.recording import record_all
from baro.rules.judged.late_entry import check_not_future, moment_of
from baro.rules.prescribed.inspections import Inspection, check_inspection
from baro.rules.prescribed.policy.standing import Subject


def record_inspections(inspections: Sequence[Inspection], by: By, at: datetime, vouchers: Vouchers = ALONE) -> None:
    """Record inspections that took place, all or none; told late, they count as `late_entry` says.

    Raises `Refused("inspection.no_decision" | "inspection.no_run" | "inspection.same_run_twice" | "late_entry.…")`.
    """
    for told in inspections:
        require(by, "inspection.record", told.unit, at)
        check_inspection(told)
    record_all(entered_acts([inspection_told(told, by, at) for told in inspections], by, at, vouchers), at=at)


def inspection_told(told: Inspection, by: By, at: datetime) -> Told:
    """The act of an inspection: it begins to be late with its first visit, and none of its visits is yet to come."""
    data = {
        "inspection": told.id,
        "kind": told.kind.value,
        "unit": told.unit,
        "decision": told.decision.strip(),
        "is_planned": told.is_planned,
        "compartment": told.compartment,
        "runs": [{"id": r.id, "object": r.object, "visited_on": r.visited_on.isoformat()} for r in told.runs],
    }
    days = [run.visited_on for run in told.runs]
    for on in days:
        check_not_future(moment_of(on, at), at)
    act = act_of(by, "inspection.recorded", f"inspection/{told.id}", at, data)
    return told_on(act, min(days), Subject(id=told.id, unit=told.unit, compartment=told.compartment), at)
