"""Check a delivery without recording anything: compare, judge, and tell what receiving it would do (biên bản đối soát)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import numpy as np

from baro.desk.by import By
from baro.desk.contradictions import told_contradictions
from baro.desk.court import end_of_day
from baro.desk.dossier_states import judge_dossiers
from baro.desk.import_sources import source_for
from baro.desk.log_source import LogInMemory, LogSource
from baro.desk.prescription import Prescription
from baro.desk.reconciliation import Reconciled, reconcile
from baro.records.ids import Ids
from baro.records.ledger.key_files import key_file, keys_folder
from baro.records.loading.checked_file import read_checked, write_checked
from baro.records.loading.differences import write_differences
from baro.records.loading.dossier_file import write_dossiers
from baro.records.loading.hands import write_hands
from baro.records.loading.known import Known
from baro.records.loading.segments import keep_segment, open_segment, segment_folder
from baro.records.queries.dossiers import known_dossiers
from baro.records.writing import write_store
from baro.rules.observed.delivery import Checked, Delivery, Extent, FileRead
from baro.rules.observed.log import milliseconds, moment
from baro.rules.observed.quality import Doubt
from baro.rules.observed.reconciliation import Conflicts, Dossiers, Doubtful, Rows, Statement, balanced
from baro.rules.prescribed.refusals import Refused

Progress = Callable[[int, int], None]
_RUN_EVENTS = 500_000


@dataclass(frozen=True, slots=True)
class Told:
    """A delivery as it was read into its folder: the log, and how the reading went."""

    folder: Path
    delivery: Delivery
    read: FileRead
    log: LogSource


def check(told: Told, prescription: Prescription, by: By, at: datetime, progress: Progress | None = None) -> Checked:
    """Check a delivery that lies read in its folder, and write the outcome there.

    `at` is now: nothing is judged as of a later moment. Raises `Refused("access.…" | "import.no_source" |
    "import.unbalanced" | "import.too_many_conflicts")`, or what judging refuses.
    """
    source = source_for(told.delivery.source, "import.try", by, at)
    known = known_dossiers(source.code)
    is_whole = told.delivery.extent is Extent.WHOLE
    found = reconcile(told.log, known, open_segment, key_file(keys_folder() / "import-digests.key"), is_whole=is_whole)
    as_of = _as_of(told.log, prescription, at)
    _write(told, found, known, prescription, as_of, progress)
    checked = Checked(
        delivery=told.delivery,
        read=told.read,
        statement=balanced(_statement(told, found, known)),
        as_of=as_of,
        base=source.last_batch,
        faults=told.read.quality.counts.get(Doubt.BAD_CELL, 0),
        touched=found.touched.case_count,
    )
    write_checked(told.folder, checked)
    return checked


def recheck(folder: Path, batch: str) -> Checked:
    """What there is to tell of a file that was received before: the outcome of then. Raises `Refused("import.no_batch")`."""
    checked = read_checked(segment_folder(batch))
    if checked is None:
        raise Refused("import.no_batch", batch=batch)
    again = replace(checked, already=batch)
    write_checked(folder, again)
    return again


def _as_of(log: LogSource, prescription: Prescription, at: datetime) -> datetime:
    """The end of the day of the last event; a moment still to come does not count."""
    if log.span is None:
        return at
    last = moment(min(end_of_day(log.span[1], prescription.processing.zone), milliseconds(at)))
    return last or at


def _write(
    told: Told, found: Reconciled, known: Known, prescription: Prescription, as_of: datetime, progress: Progress | None
) -> None:
    """Write what receiving will need: the dossiers touched with their events and states, and the differences."""
    held = list(known.codes)
    write_differences(
        told.folder,
        told_contradictions(found.contradictions),
        [held[k] for k in found.vanished.tolist()],
        [held[k] for k in found.returned.tolist()],
    )
    if found.touched.case_count:
        _write_dossiers(told, found, prescription, as_of, progress)
    keep_segment(told.folder, as_read=found.touched is told.log)


def _write_dossiers(
    told: Told, found: Reconciled, prescription: Prescription, as_of: datetime, progress: Progress | None
) -> None:
    touched = found.touched
    if isinstance(touched, LogInMemory):
        write_store(told.folder, touched.log)
    judged = judge_dossiers(touched, prescription, milliseconds(as_of), progress)
    codes = [(run.cases.procedure, run.cases.channel) for run in touched.chunks(_RUN_EVENTS)]
    procedure, channel = (np.concatenate(parts) for parts in zip(*codes, strict=True))
    write_dossiers(
        told.folder, Ids.of_texts(touched.ids), judged.states, judged.names, judged.processes, found.digests,
        procedure, channel,
    )  # fmt: skip
    write_hands(told.folder, touched.chunks(_RUN_EVENTS))


def _statement(told: Told, found: Reconciled, known: Known) -> Statement:
    read, counts = told.read, told.read.quality.counts
    duplicates = counts.get(Doubt.DUPLICATE, 0)
    return Statement(
        rows=Rows(
            received=read.received,
            kept=told.log.event_count,
            refused=read.refused,
            duplicates=duplicates,
            unfinished=read.unfinished,
        ),
        dossiers=Dossiers(
            told=told.log.case_count,
            new=found.new,
            changed=found.changed,
            same=found.same,
            vanished=len(found.vanished),
            returned=len(found.returned),
            held=len(known.place) + found.new,
        ),
        appended_events=found.appended,
        doubtful=Doubtful(
            cells=counts.get(Doubt.BAD_CELL, 0) - read.refused,
            impossible_dates=counts.get(Doubt.IMPOSSIBLE_DATE, 0),
            before_receipt=counts.get(Doubt.BEFORE_RECEIPT, 0),
            inconsistent=counts.get(Doubt.INCONSISTENT, 0),
        ),
        conflicts=_conflicts(found),
        declared=told.delivery.declared,
        is_whole=told.delivery.extent is Extent.WHOLE,
    )


def _conflicts(found: Reconciled) -> Conflicts:
    contradictions = found.contradictions
    if contradictions is None:
        return Conflicts()
    return Conflicts(
        altered_events=len(contradictions.altered[0]),
        gone_events=len(contradictions.gone),
        altered_cells=contradictions.altered_cells,
    )
