"""The real log of environmental permits (receipt phase, 2010-2012): its recorded deadlines are instants.

Its description counts 1,434 cases; 1,329 have both a deadline and an end, and 377 of them ended late.
"""

import csv
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest

from baro.rules.judged.deadlines.classes import DueSource, TimeClass
from baro.rules.judged.deadlines.clock_bulk import clock_columns
from baro.rules.judged.deadlines.receipts import receipts
from baro.rules.judged.deadlines.setting import Setting
from baro.rules.judged.deadlines.split_bulk import split_columns
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import NO_TIME, milliseconds
from baro.rules.prescribed.calendars import Calendar
from baro.rules.prescribed.workdays import CalendarTables
from rules.judged.deadlines.logs import Dossier, Happened, log_of

RECEIPT = Path(__file__).parents[5] / "shared" / "data" / "receipt.csv"


def dossiers() -> list[Dossier]:
    cases: dict[str, tuple[dict[str, str], list[Happened]]] = {}
    with RECEIPT.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            _, events = cases.setdefault(row["case:concept:name"], (row, []))
            at = datetime.fromisoformat(row["time:timestamp"])
            events.append(Happened(Kind.WORKED, at, row["org:group"], row["org:resource"]))
    return [
        Dossier(
            tuple(events),
            unit=row["case:group"],
            recorded_received=moment(row["case:startdate"]),
            recorded_due=moment(row["case:deadline"]),
            recorded_ended=moment(row["case:enddate"]),
        )
        for row, events in cases.values()
    ]


def moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


@pytest.mark.skipif(not RECEIPT.exists(), reason="the real log is kept beside the project, and is not there")
def test_of_1329_permits_with_a_deadline_and_an_end_377_ended_late() -> None:
    log = log_of(dossiers(), (Kind.WORKED,), ("recorded_ended", "recorded_due", "recorded_received"))
    tables = CalendarTables(Calendar("Hà Lan", zone="Europe/Amsterdam"), date(2009, 1, 1), date(2014, 12, 31))
    set_to = Setting(milliseconds(datetime.fromisoformat("2014-06-01T12:00:00+02:00")), tables, tables)
    none = np.full(log.case_count, -1, np.int32)
    clock = clock_columns(log, none, (), set_to, *receipts(log, tables))
    judged = (clock.due_source == DueSource.RECORDED) & (clock.ended_at != NO_TIME)
    assert (log.case_count, int(judged.sum())) == (1434, 1329)
    assert int((clock.time_class[judged] == TimeClass.LATE).sum()) == 377
    split = split_columns(log, clock, none, (), set_to, np.zeros(len(log.names.units), np.bool_))
    late = np.add.reduceat(split.late, log.offsets[:-1]) + split.tail_late
    assert (late == clock.late_minutes).all() and late.any()
