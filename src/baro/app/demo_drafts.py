"""Record the draft of a process of the demo, once."""

import csv
from dataclasses import replace
from datetime import datetime, timedelta
from io import StringIO

from baro.channels.demo.authority import process_drafts as demo
from baro.desk.by import By
from baro.desk.permission import day_of
from baro.desk.process_drafts import DraftTold, begin_draft, tell_draft
from baro.desk.step_tables import StepTable
from baro.records.queries.process_drafts import process_draft
from baro.rules.observed.process_drafts import DraftKind, ProcessDraft
from baro.rules.prescribed.work_processes import RegisterKind


def record_drafts(by: By, at: datetime) -> None:
    """Record the draft, who was asked, and who answered."""
    if process_draft(demo.ID) is not None:
        return
    drafting = replace(by, unit=demo.UNIT)
    told = ProcessDraft(
        id=demo.ID,
        unit=demo.UNIT,
        kind=RegisterKind.INTERNAL,
        code=demo.CODE,
        name=demo.NAME,
        reason=demo.REASON,
        begun_at=at,
    )
    begin_draft(told, _table(), drafting, at)
    by_day = day_of(at) + timedelta(10)
    tell_draft(demo.ID, DraftTold(kind=DraftKind.ASKED, bodies=demo.ASKED, by_day=by_day), drafting, at)
    unit, opinion, words = demo.SAID
    said = DraftTold(kind=DraftKind.SAID, bodies=(unit,), opinion=opinion, words=words)
    tell_draft(demo.ID, said, replace(by, unit=unit), at)


def _table() -> StepTable:
    """The steps as a table, as if they were pasted."""
    head = [
        ("Tên quy trình", demo.NAME),
        ("Mã hiệu", demo.CODE),
        ("Phiên bản", "dự thảo"),
        ("Tổng thời gian", "3 ngày làm việc"),
    ]
    text = StringIO(newline="")
    csv.writer(text).writerows([*head, demo.HEAD, *demo.STEPS])
    return StepTable(content=text.getvalue().encode(), ending=".csv")
