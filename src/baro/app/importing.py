"""Take a file in: read it into a staging folder, keep its rows, compare and judge it. Wires intake to the desk."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from baro.channels.intake.mapping import Mapping, parse_mapping
from baro.channels.intake.offices import read_offices
from baro.channels.intake.processes import read_process
from baro.channels.intake.read_log import ReadLog, open_source, read_log
from baro.channels.intake.row_texts import row_texts
from baro.channels.intake.sources import Renumber
from baro.desk.by import By
from baro.desk.import_check import Told, check, recheck
from baro.desk.import_sources import mapping_sha256, source_for
from baro.desk.prescription import Prescription
from baro.records.ledger.key_files import key_file, keys_folder
from baro.records.loading.kept_files import kept_path, sha256_of
from baro.records.loading.row_store import KeptRows, keep_rows
from baro.records.loading.segments import READ, staging_folder
from baro.records.queries.imports import Source, received_before
from baro.rules.observed.delivery import Checked, Delivery, Extent, FileRead
from baro.rules.observed.log import milliseconds
from baro.rules.observed.reconciliation import Declared
from baro.rules.prescribed.calendar_names import calendar_named

STAGES = ("Đọc tệp", "Giữ và băm từng dòng", "So với dữ liệu đang giữ, đối chiếu quy trình")
Stage = Callable[[str], None]
Share = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody wants to bring in: the file, its source, and what its sender says of it."""

    ticket: str
    file: Path
    source: str
    extent: Extent = Extent.WHOLE
    declared: Declared = field(default_factory=Declared)


def check_file(asked: Asked, by: By, at: datetime, stage: Stage, share: Share) -> Checked:
    """Read and check a file, recording nothing; the outcome lies in the staging folder of its ticket.

    Raises `Refused` for a source nobody described or with which this is not allowed, before anything is read; for a file
    that cannot be read, or a delivery that cannot be compared.
    """
    source = source_for(asked.source, "import.try", by, at)
    folder, mapping = staging_folder(asked.ticket), parse_mapping(source.mapping)
    folder.mkdir(parents=True, exist_ok=True)
    stage(STAGES[0])
    sha256 = sha256_of(asked.file)
    again = received_before(source.code, sha256, mapping_sha256(source.mapping))
    if again:
        return recheck(folder, again)
    read = read_log(
        asked.file, folder / READ, mapping, milliseconds(at), share, salt=key_file(keys_folder() / "applicants.key")
    )
    stage(STAGES[1])
    rows = _rows(folder, asked.file, mapping)
    stage(STAGES[2])
    told = Told(folder, _delivery(asked, sha256, source, read), _file_read(read, rows), read.store)
    return check(told, prescription_for(source), by, at, share)


def prescription_for(source: Source) -> Prescription:
    """What dossiers of a source are judged by, as it was described last: its approved processes, its offices, its calendar."""
    kept = tuple(
        (role, tuple(kept_path(name) for name in names)) for role, names in sorted(source.prescription.items())
    )
    return _read(kept, source.calendar, source.mapping)


@lru_cache(maxsize=32)
def _read(kept: tuple[tuple[str, tuple[Path, ...]], ...], calendar: str, mapping: str) -> Prescription:
    """Read what lies in files, once a process: they are kept by their content, which nobody changes, and each page of a dossier
    asks for them."""
    files, told = dict(kept), parse_mapping(mapping)
    offices = files.get("offices") or ()
    receiving = "vn-receiving" if calendar == "vn" else calendar
    return Prescription(
        tuple(read_process(path) for path in files.get("process") or ()),
        calendar_named(calendar),
        calendar_named(receiving),
        read_offices(offices[0]) if offices else None,
        told.granularity,
        told.procedure_limits,
    )


def _rows(folder: Path, file: Path, mapping: Mapping) -> KeptRows:
    source = open_source(file, mapping)
    try:
        return keep_rows(folder, row_texts(source))
    except Renumber:  # rows turned out to be cut wrongly: now it counts them
        return keep_rows(folder, row_texts(source))


def _delivery(asked: Asked, sha256: str, source: Source, read: ReadLog) -> Delivery:
    return Delivery(
        ticket=asked.ticket,
        source=source.code,
        file_name=asked.file.name,
        file_sha256=sha256,
        file_size=asked.file.stat().st_size,
        mapping_sha256=mapping_sha256(source.mapping),
        extent=asked.extent,
        declared=asked.declared,
        columns=read.columns,
    )


def _file_read(read: ReadLog, rows: KeptRows) -> FileRead:
    return FileRead(
        received=read.received,
        refused=read.refused,
        unfinished=read.unfinished,
        quality=read.quality,
        assumptions=read.assumptions,
        kept_rows=rows.count,
        row_root=rows.root,
        is_synthetic=read.synthetic,
    )
