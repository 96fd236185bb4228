"""The register of processes: a body approves one, publishes it, retires it. Each function records one act or several."""

from collections.abc import Sequence
from datetime import date, datetime

from baro.desk.body_acts import day_text
from baro.desk.by import By, act_of, require
from baro.desk.late_entry import ALONE, Told, Vouchers, entered_acts, told_on
from baro.records.queries.processes import approval
from baro.records.recording import record, record_all
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_processes import Approval, check_approval


def approve_processes(approvals: Sequence[Approval], by: By, at: datetime, vouchers: Vouchers = ALONE) -> None:
    """Record the approvals of one decision or several, all or none; told late, they count as `late_entry` says.

    Raises `Refused("process.known" | "process.no_name" | "process.no_decision" | "process.published_before_approval" |
    "late_entry.…")`.
    """
    for told in approvals:
        require(by, "process.approve", told.unit, at)
        if approval(told.id) is not None:
            raise Refused("process.known", process=told.id)
        check_approval(told)
    record_all(entered_acts([approval_told(told, by, at) for told in approvals], by, at, vouchers), at=at)


def publish_process(process: str, on: date, by: By, at: datetime) -> None:
    """Record that a process was made public. Raises `Refused("process.unknown" | "process.published_before_approval")`."""
    told = _known(process)
    require(by, "process.approve", told.unit, at)
    if on < told.approved_on:
        raise Refused(
            "process.published_before_approval", approved=f"{told.approved_on:%d/%m/%Y}", published=f"{on:%d/%m/%Y}"
        )
    data = {"process": process, "on": on.isoformat()}
    record(act_of(by, "process.published", f"process/{process}", at, data), at=at)


def retire_process(process: str, last: date, decision: str, by: By, at: datetime) -> None:
    """Record the last day of a process. Raises `Refused("process.unknown" | "process.no_decision")`."""
    told = _known(process)
    require(by, "process.approve", told.unit, at)
    if not decision.strip():
        raise Refused("process.no_decision")
    data = {"process": process, "last": last.isoformat(), "decision": decision.strip()}
    record(act_of(by, "process.retired", f"process/{process}", at, data), at=at)


def _known(process: str) -> Approval:
    told = approval(process)
    if told is None:
        raise Refused("process.unknown", process=process)
    return told


def approval_told(told: Approval, by: By, at: datetime) -> Told:
    """The act that approves a process, on its day."""
    data = {
        "process": told.id,
        "unit": told.unit,
        "kind": told.kind.value,
        "code": told.code,
        "name": told.name.strip(),
        "decision": told.decision.strip(),
        "approved_on": told.approved_on.isoformat(),
        "published_on": day_text(told.published_on),
    }
    act = act_of(by, "process.approved", f"process/{told.id}", at, data)
    return told_on(act, told.approved_on, Subject(id=told.id, unit=told.unit), at)
