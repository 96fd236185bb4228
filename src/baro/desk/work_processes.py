"""The register of processes: a body approves one, publishes it, retires it. Each function records one act or several."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from hashlib import sha256

from baro.desk.body_acts import day_text
from baro.desk.by import By, act_of, require
from baro.desk.late_entry import ALONE, Told, Vouchers, entered_acts, told_on
from baro.desk.step_tables import StepTable
from baro.records.loading.kept_files import kept_path
from baro.records.queries.processes import acknowledgements, approval, registered_one
from baro.records.recording import record, record_all
from baro.records.row_security.session import acting
from baro.rules.observed.acts import Attachment
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_processes import Approval, check_approval


def approve_processes(
    approvals: Sequence[Approval], by: By, at: datetime, vouchers: Vouchers = ALONE, *, sent: StepTable | None = None
) -> None:
    """Record the approvals of one decision or several, all or none; told late, they count as `late_entry` says. `sent`: the table
    that an approval names and that is not kept yet; it is kept once nothing is refused.

    Raises `Refused("process.known" | "process.no_name" | "process.no_decision" | "process.published_before_approval" |
    "late_entry.…")`.
    """
    for told in approvals:
        require(by, "process.approve", told.unit, at)
        if approval(told.id) is not None:
            raise Refused("process.known", process=told.id)
        check_approval(told)
    acts = entered_acts([approval_told(told, by, at, sent) for told in approvals], by, at, vouchers)
    if sent:
        sent.keep()
    record_all(acts, at=at)


@acting()
def replace_process(told: Approval, by: By, at: datetime, *, sent: StepTable | None = None) -> None:
    """Record a new version, which holds from its approval on; the one that it `replaces` holds to the day before.

    Raises `Refused("process.unknown" | "process.replaced_already" | "process.before_replaced")`, and as `approve_processes`.
    """
    old = registered_one(told.replaces)
    if old is None:
        raise Refused("process.unknown", process=told.replaces)
    if old.last_on is not None:
        raise Refused("process.replaced_already", last=f"{old.last_on:%d/%m/%Y}")
    if told.approved_on <= old.approval.approved_on:
        raise Refused("process.before_replaced", approved=f"{old.approval.approved_on:%d/%m/%Y}")
    approve_processes((told,), by, at, sent=sent)
    retire_process(told.replaces, told.approved_on - timedelta(days=1), told.decision, by, at)


def acknowledge_process(process: str, by: By, at: datetime) -> None:
    """Record that somebody knows a version of a process. Raises `Refused("process.unknown" | "process.acknowledged")`."""
    told = _known(process)
    require(by, "process.acknowledge", told.unit, at)
    if by.actor in acknowledgements(process):
        raise Refused("process.acknowledged")
    key = sha256(f"{process} {by.actor}".encode()).hexdigest()[:32]
    record(act_of(by, "process.acknowledged", f"process_known/{key}", at, {"process": process}), at=at)


def publish_process(process: str, on: date, channel: str, proof: str, by: By, at: datetime) -> None:
    """Record that a process was made public: on which channel, and what proves it (an address, the number of a record).
    Raises `Refused("process.unknown" | "process.published_before_approval" | "process.published_already" |
    "process.no_channel")`."""
    told = _known(process)
    require(by, "process.approve", told.unit, at)
    if on < told.approved_on:
        raise Refused(
            "process.published_before_approval", approved=f"{told.approved_on:%d/%m/%Y}", published=f"{on:%d/%m/%Y}"
        )
    if told.published_on is not None:
        raise Refused("process.published_already", published=f"{told.published_on:%d/%m/%Y}")
    if not channel.strip():
        raise Refused("process.no_channel")
    data = {"process": process, "on": on.isoformat(), "channel": channel.strip(), "proof": proof.strip()}
    record(act_of(by, "process.published", f"process/{process}", at, data), at=at)


def retire_process(process: str, last: date, decision: str, by: By, at: datetime) -> None:
    """Record the last day of a process. Raises `Refused("process.unknown" | "process.no_decision" |
    "process.ends_before_approval")`."""
    told = _known(process)
    require(by, "process.approve", told.unit, at)
    if not decision.strip():
        raise Refused("process.no_decision")
    if last < told.approved_on:
        raise Refused("process.ends_before_approval", approved=f"{told.approved_on:%d/%m/%Y}")
    data = {"process": process, "last": last.isoformat(), "decision": decision.strip()}
    record(act_of(by, "process.retired", f"process/{process}", at, data), at=at)


def _known(process: str) -> Approval:
    told = approval(process)
    if told is None:
        raise Refused("process.unknown", process=process)
    return told


def _attached(name: str, sent: StepTable | None) -> Attachment:
    """A step table as an entry of the ledger names it, kept or just sent. Raises `Refused("import.file_lost")`."""
    if sent and sent.name == name:
        return sent.attachment
    path = kept_path(name)
    return Attachment(sha256=path.stem, size=path.stat().st_size, kind=path.suffix[1:])


def approval_told(told: Approval, by: By, at: datetime, sent: StepTable | None = None) -> Told:
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
        "version": told.version,
        "annex": told.annex.strip(),
        "bases": told.bases.strip(),
        "table": told.table,
        "replaces": told.replaces,
        "review_by": day_text(told.review_by),
    }
    files = (_attached(told.table, sent),) if told.table else ()
    act = act_of(by, "process.approved", f"process/{told.id}", at, data, {"signer": told.signer.strip()}, files)
    return told_on(act, told.approved_on, Subject(id=told.id, unit=told.unit), at)
