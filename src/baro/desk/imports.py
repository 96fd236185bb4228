"""Importing: a source is described, a delivery is received whole or not at all, a contradiction is settled."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime

from baro.records.ids_made import new_id
from baro.records.ledger.bodies import moment
from baro.records.loading.checked_file import read_checked
from baro.records.loading.kept_files import KeptFile
from baro.records.loading.segments import move_back, move_in, seal, staging_folder, throw_away
from baro.records.queries.imports import batch, batches, conflict, find_source, is_received
from baro.records.recording import record
from baro.rules.observed.acts import Act, Attachment
from baro.rules.observed.delivery import Checked
from baro.rules.observed.quality import QualityFinding
from baro.rules.prescribed.refusals import Refused

_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,38}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """How a source is called, read and judged: `mapping` is the text of a mapping file, `prescription` the kept files
    by role ("process", "offices"), `calendar` the name of a calendar."""

    code: str
    name: str
    mapping: str = ""
    prescription: Mapping[str, Sequence[KeptFile]] = field(default_factory=dict)
    calendar: str = "vn"


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who acts: the account or person, in which unit, from where ("ui", "api", "command"), answering which request."""

    actor: str
    unit: str = ""
    source: str = "ui"
    request: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """The batch; `is_new` false: this very file had been received before, and nothing was recorded now."""

    batch: str
    is_new: bool


def describe_source(told: Description, by: By, at: datetime) -> None:
    """Record how a source is read and judged from now on. Raises `Refused("import.source_code")`."""
    if not _CODE.fullmatch(told.code):
        raise Refused("import.source_code", source=told.code)
    files = [f for kept in told.prescription.values() for f in kept]
    known = find_source(told.code)
    record(
        Act(
            type="import_source.described",
            stream=f"import_source/{told.code}",
            actor=by.actor,
            unit=by.unit or (known.unit if known else ""),
            source=by.source,
            occurred_at=at,
            data={
                "source": told.code,
                "mapping_sha256": mapping_sha256(told.mapping),
                "prescription": {role: [k.name for k in kept] for role, kept in told.prescription.items()},
                "calendar": told.calendar,
            },
            personal={"name": told.name, "mapping": told.mapping},
            attachments=tuple(Attachment(sha256=f.sha256, size=f.size, kind=f.ending[1:]) for f in files),
        ),
        at=at,
    )


def receive(ticket: str, by: By, at: datetime, *, leaving_out_faults: bool = False) -> Received:
    """Receive a checked delivery: one act, all or nothing; a file received before is not received again.

    `leaving_out_faults`: a person has seen the cells that cannot be read and receives the rest. Raises
    `Refused("import.not_checked" | "import.faults" | "import.stale" | "import.no_source")`.
    """
    checked = read_checked(staging_folder(ticket))
    if checked is None:
        raise Refused("import.not_checked", ticket=ticket)
    if checked.already:
        throw_away(staging_folder(ticket))
        return Received(checked.already, is_new=False)
    _may_be_received(checked, leaving_out_faults=leaving_out_faults)
    name = new_id(at)
    folder = move_in(ticket, name)
    try:
        record(_act(checked, name, seal(folder), by, at), at=at)
    except Exception:
        if not is_received(name):
            move_back(name, ticket)
        raise
    return Received(name, is_new=True)


def settle_conflict(conflict_id: str, reason: str, by: By, at: datetime) -> None:
    """Record that a person has looked at a contradiction and why what we hold stands. Raises `Refused("import.no_conflict"
    | "import.no_reason")`."""
    open_one = conflict(conflict_id)
    if not reason.strip():
        raise Refused("import.no_reason")
    source = batch(open_one.batch).source
    record(
        Act(
            type="import.conflict_settled",
            stream=f"import_source/{source}",
            actor=by.actor,
            unit=by.unit,
            source=by.source,
            request=by.request,
            occurred_at=at,
            data={"conflict": conflict_id},
            personal={"reason": reason.strip()},
        ),
        at=at,
    )


def mapping_sha256(mapping: str) -> str:
    """The hash of a mapping's text; a file read otherwise is another delivery."""
    return hashlib.sha256(mapping.encode()).hexdigest()


def _may_be_received(checked: Checked, *, leaving_out_faults: bool) -> None:
    source = find_source(checked.delivery.source)
    if source is None:
        raise Refused("import.no_source", source=checked.delivery.source)
    if source.last_batch != checked.base:
        raise Refused("import.stale", source=source.code)
    if checked.faults and not leaving_out_faults:
        first = _first_fault(checked)
        raise Refused(
            "import.faults", count=checked.faults, file=first.file, row=first.row, column=first.column,
            value=first.value,
        )  # fmt: skip


def _first_fault(checked: Checked) -> QualityFinding:
    return min(
        (f for f in checked.read.quality.findings if f.doubt == "bad_cell"), key=lambda f: (f.sheet, f.row, f.column)
    )


def _act(checked: Checked, name: str, segment_sha256: str, by: By, at: datetime) -> Act:
    delivery, read = checked.delivery, checked.read
    last, source = batches(delivery.source, most=1), find_source(delivery.source)
    return Act(
        type="import.received",
        stream=f"import_source/{delivery.source}",
        actor=by.actor,
        unit=source.unit if source else "",
        source=by.source,
        request=by.request,
        occurred_at=at,
        data={
            "batch": name,
            "source": delivery.source,
            "number": last[0].number + 1 if last else 1,
            "file_sha256": delivery.file_sha256,
            "file_size": delivery.file_size,
            "mapping_sha256": delivery.mapping_sha256,
            "segment_sha256": segment_sha256,
            "row_root": read.row_root,
            "row_count": read.kept_rows,
            "counts": asdict(checked.statement),
            "faults": checked.faults,
            "as_of": moment(checked.as_of),
        },
        personal={"file_name": delivery.file_name},
        attachments=(
            Attachment(sha256=delivery.file_sha256, size=delivery.file_size, kind=_ending(delivery.file_name)),
        ),
    )


def _ending(name: str) -> str:
    return name.lower().rpartition(".")[2]
