"""Deliver what was recorded here as any system delivers its dossiers: the same reading, comparing and judging.

A delivery tells the dossiers touched since the last one, whole. Its file is named by the last place in the book that it tells, so that what
was recorded but not delivered (a machine that stopped in between) goes with the next.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from baro.app.importing import Asked, check_file
from baro.desk.by import by_program
from baro.desk.imports import receive
from baro.records.ids_made import new_id
from baro.records.loading.holding import held, staged
from baro.records.loading.recorded import recorded_since
from baro.records.loading.segments import staging_folder
from baro.records.queries.imports import batches
from baro.records.queries.organisation import bodies
from baro.records.queries.people import people
from baro.rules.observed.delivery import Extent
from baro.rules.observed.recorded_steps import Receipt, RecordedStep
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.zones import VIETNAM, local_time

TITLES = (
    "Mã hồ sơ", "Bước", "Thời điểm", "Người thực hiện", "Đơn vị", "Thời điểm ghi nhận", "Số văn bản", "Lý do",
    "Thủ tục", "Hình thức nộp", "Đơn vị giải quyết", "Hạn xử lý",
)  # fmt: skip
_PROGRAM, _NAME = "so-ho-so", "ghi-{}.csv"
_Recorded = Sequence[tuple[Receipt, list[RecordedStep]]]


def deliver_book(source: str, at: datetime) -> str:
    """Deliver what a book holds that was not delivered yet; gives the batch, "" if there is nothing. Raises what checking and
    receiving refuse."""
    with held(f"so-{source}"):
        last = batches(source, most=1)
        since = int(last[0].file_name.removeprefix("ghi-").removesuffix(".csv") or 0) if last else 0
        recorded = recorded_since(source, since)
        if not recorded:
            return ""
        newest = max(step.place for _, steps in recorded for step in steps)
        return _deliver(source, recorded, _NAME.format(newest), at)


def _deliver(source: str, recorded: _Recorded, name: str, at: datetime) -> str:
    by = by_program(_PROGRAM)
    with staged(new_id(at)) as ticket:
        folder = staging_folder(ticket)
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / name
        _write(file, _rows(recorded))
        check_file(
            Asked(ticket=ticket, file=file, source=source, extent=Extent.PART), by, at, lambda stage: None,
            lambda done, total: None,
        )  # fmt: skip
        file.unlink()
        return receive(ticket, by, at).batch


def _write(file: Path, rows: Iterable[Sequence[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([TITLES, *rows])


def _rows(recorded: _Recorded) -> Iterator[Sequence[str]]:
    ids = {person for _, steps in recorded for step in steps for person in (step.actor, step.handler) if person}
    names, known = {one.id: one.name for one in people(frozenset(ids))}, bodies()
    for receipt, steps in recorded:
        for step in steps:
            unit = step.unit or receipt.body
            yield (
                receipt.code, step.activity, _told(step.counts_at), names.get(step.handler or step.actor, ""),
                called(known, unit), _told(step.recorded_at), step.document, "có" if step.reason else "",
                receipt.procedure, receipt.channel, called(known, receipt.body),
                f"{step.due_on:%d/%m/%Y}" if step.due_on else "",
            )  # fmt: skip


def _told(at: datetime) -> str:
    return local_time(at, VIETNAM).isoformat(timespec="seconds")
