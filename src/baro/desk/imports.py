"""Importing: a delivery is received whole or not at all."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from baro.desk.by import By, act_of
from baro.desk.import_sources import source_for
from baro.records.ids_made import new_id
from baro.records.ledger.bodies import moment
from baro.records.loading.checked_file import read_checked
from baro.records.loading.holding import RECEIVING, held
from baro.records.loading.segments import (
    move_back,
    move_in,
    moved_to,
    rows_seal_of,
    seal,
    segment_folder,
    staging_folder,
    throw_away,
)
from baro.records.queries.imports import Source, batch, batches, is_received
from baro.records.recording import record
from baro.records.row_statistics import look_at_dossiers
from baro.rules.observed.acts import Attachment, Value
from baro.rules.observed.delivery import Checked
from baro.rules.observed.quality import QualityFinding
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True)
class Received:
    """The batch; `is_new` false: this very file had been received before, and nothing was recorded now."""

    batch: str
    is_new: bool


def receive(ticket: str, by: By, at: datetime, *, leaving_out_faults: bool = False) -> Received:
    """Receive a checked delivery: one act, all or nothing; a file received before is not received again. Cut off at any
    moment, it is asked again.

    `leaving_out_faults`: a person has seen the cells that cannot be read and receives the rest. Raises
    `Refused("access.…" | "import.not_checked" | "import.faults" | "import.stale" | "import.no_source")`.
    """
    with held(RECEIVING):
        known = _received_before(ticket, by, at)
        if known is not None:
            return known
        received = _receive(ticket, by, at, leaving_out_faults=leaving_out_faults)
        look_at_dossiers()
        return received


def _received_before(ticket: str, by: By, at: datetime) -> Received | None:
    """What came of a delivery whose receiving was cut off: received, or put back to be received again."""
    name = moved_to(ticket)
    if not name or staging_folder(ticket).exists():  # not moved, or checked anew since
        return None
    if is_received(name):
        source_for(batch(name).source, "import.receive", by, at)
        return Received(name, is_new=False)
    if segment_folder(name).exists():
        move_back(name, ticket)
    return None


def _receive(ticket: str, by: By, at: datetime, *, leaving_out_faults: bool) -> Received:
    checked = read_checked(staging_folder(ticket))
    if checked is None:
        raise Refused("import.not_checked", ticket=ticket)
    source = source_for(checked.delivery.source, "import.receive", by, at)
    if checked.already:
        throw_away(staging_folder(ticket))
        return Received(checked.already, is_new=False)
    _may_be_received(checked, source, leaving_out_faults=leaving_out_faults)
    name = new_id(at)
    folder = move_in(ticket, name)
    try:
        data = _told(checked, name, seal(folder), rows_seal_of(folder))
        delivery = checked.delivery
        file = Attachment(
            sha256=delivery.file_sha256, size=delivery.file_size, kind=delivery.file_name.lower().rpartition(".")[2]
        )
        act = act_of(
            replace(by, unit=source.unit), "import.received", f"import_source/{source.code}", at, data,
            {"file_name": delivery.file_name}, (file,),
        )  # fmt: skip
        record(act, at=at)
    except Exception:
        if not is_received(name):
            move_back(name, ticket)
        raise
    return Received(name, is_new=True)


def _may_be_received(checked: Checked, source: Source, *, leaving_out_faults: bool) -> None:
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


def _told(checked: Checked, name: str, segment_sha256: str, rows_sha256: str) -> Mapping[str, Value]:
    delivery, read = checked.delivery, checked.read
    last = batches(delivery.source, most=1)
    return {
        "batch": name,
        "source": delivery.source,
        "number": last[0].number + 1 if last else 1,
        "file_sha256": delivery.file_sha256,
        "file_size": delivery.file_size,
        "mapping_sha256": delivery.mapping_sha256,
        "segment_sha256": segment_sha256,
        "rows_sha256": rows_sha256,
        "row_root": read.row_root,
        "row_count": read.kept_rows,
        "counts": asdict(checked.statement),
        "faults": checked.faults,
        "as_of": moment(checked.as_of),
    }
