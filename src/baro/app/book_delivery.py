"""Deliver what was recorded here as any system delivers its dossiers: the same reading, comparing and judging.

A delivery tells the dossiers touched since the last one, whole. Its file is named by the last place in the book that it tells, so that what
was recorded but not delivered (a machine that stopped in between) goes with the next. What a dossier held no longer tells, because a
step was taken back, is a contradiction like any other; it is settled here, for the persons who took the step back.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from baro.app.importing import Asked, check_file, prescription_for
from baro.desk.by import by_program
from baro.desk.imports import receive
from baro.desk.settling import adopt_taken_back
from baro.records.ids_made import new_id
from baro.records.loading.holding import held, staged
from baro.records.loading.recorded import codes_taken_back, last_place, recorded_since
from baro.records.loading.segments import staging_folder
from baro.records.queries.imports import batches, open_conflicts
from baro.records.queries.organisation import bodies
from baro.records.queries.people import people
from baro.rules.observed.delivery import Extent
from baro.rules.observed.recorded_steps import Receipt, RecordedStep
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.zones import VIETNAM, local_time

TITLES = (
    "Mã hồ sơ", "Bước", "Thời điểm", "Người thực hiện", "Đơn vị", "Thời điểm ghi nhận", "Số văn bản", "Lý do",
    "Thủ tục", "Hình thức nộp", "Đơn vị giải quyết", "Hạn xử lý", "Lần ghi",
)  # fmt: skip
_PROGRAM, _NAME = "so-ho-so", "ghi-{}.csv"
_WHY = "Bước ghi nhầm đã được rút hoặc hủy trong sổ."
_Recorded = Sequence[tuple[Receipt, list[RecordedStep]]]


def deliver_book(source: str, at: datetime) -> str:
    """Deliver what a book holds that was not delivered yet; gives the batch, "" if there is nothing. Raises what checking and
    receiving refuse."""
    with held(f"so-{source}"):
        last = batches(source, most=1)
        since = int(last[0].file_name.removeprefix("ghi-").removesuffix(".csv") or 0) if last else 0
        newest = last_place(source)
        batch = _deliver(source, recorded_since(source, since), newest, at) if newest > since else ""
        _settle(source, at)
        return batch


def _settle(source: str, at: datetime) -> None:
    """Take over what is told of dossiers of which a step was taken back; also of a delivery after which a machine stopped."""
    waiting = open_conflicts(source)
    back = codes_taken_back(source) if waiting else frozenset()
    if ids := [one.id for one in waiting if one.code in back]:
        adopt_taken_back(ids, _WHY, prescription_for, by_program(_PROGRAM), at)


def _deliver(source: str, recorded: _Recorded, newest: int, at: datetime) -> str:
    by = by_program(_PROGRAM)
    with staged(new_id(at)) as ticket:
        folder = staging_folder(ticket)
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / _NAME.format(newest)
        _write(file, _rows(recorded, newest))
        check_file(
            Asked(ticket=ticket, file=file, source=source, extent=Extent.PART), by, at, lambda stage: None,
            lambda done, total: None,
        )  # fmt: skip
        file.unlink()
        return receive(ticket, by, at).batch


def _write(file: Path, rows: Iterable[Sequence[object]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([TITLES, *rows])


def _rows(recorded: _Recorded, newest: int) -> Iterator[Sequence[object]]:
    """Tell the steps; `newest` stands in each row, so that no two deliveries are the same file, though a dossier be as it was."""
    ids = {person for _, steps in recorded for step in steps for person in (step.actor, step.handler) if person}
    names, known = {one.id: one.name for one in people(frozenset(ids))}, bodies()
    for receipt, steps in recorded:
        for step in steps:
            unit = step.unit or receipt.body
            yield (
                receipt.code, step.activity, _told(step.counts_at), names.get(step.handler or step.actor, ""),
                called(known, unit), _told(step.recorded_at), step.document, "có" if step.reason else "",
                receipt.procedure, receipt.channel, called(known, receipt.body),
                f"{step.due_on:%d/%m/%Y}" if step.due_on else "", newest,
            )  # fmt: skip


def _told(at: datetime) -> str:
    return local_time(at, VIETNAM).isoformat(timespec="seconds")
