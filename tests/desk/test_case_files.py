"""The dossiers that the report opens are judged again, alone, by the readable rules - which say what the columns say."""

from dataclasses import fields, replace

import numpy as np
import pytest

from baro.desk.case_files import case_files
from baro.desk.chosen_cases import chosen_cases
from baro.desk.findings import FIRST_SIGNAL
from baro.desk.flow import judge_runs
from baro.desk.judged import JudgedLog
from baro.rules.counted.reports.case_told import case_told
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.judged.deadlines.clock import CaseClock, clock_of
from baro.rules.judged.deadlines.columns import ClockColumns
from baro.rules.judged.deadlines.split import split_of
from baro.rules.judged.signals.registry import SIGNALS
from baro.rules.observed.kinds import CLOSING, Kind
from baro.rules.observed.log import ObservedCase
from desk.a_year import CASES, PERIODS, a_year

pytestmark = pytest.mark.parametrize("log", [pytest.param(name, id=name) for name in PERIODS], indirect=True)


@pytest.fixture
def log(request) -> JudgedLog:
    return a_year(request.param)


def clock_columns(log: JudgedLog, case: int) -> dict[str, int | bool]:
    """One row of the clock's columns."""
    clock = log.counted.cases.clock
    return {f.name: getattr(clock, f.name)[case].item() for f in fields(ClockColumns)}


def clock_fields(clock: CaseClock) -> dict[str, int | bool]:
    """The same of a readable clock."""
    return {f.name: getattr(clock, f.name) for f in fields(ClockColumns)}


def readable(log: JudgedLog, case: int) -> CaseClock:
    """The clock of one case by the readable rule, as the desk asks for it."""
    kinds = {Kind(k) for k in log.counted.names.kinds.tolist()}
    p = int(log.counted.cases.process[case])
    return clock_of(
        observed(log, case), log.court.processes[p] if p >= 0 else None, log.court.setting, Kind.RECEIVED in kinds,
        bool(kinds & CLOSING), "recorded_ended" in log.source.present,
    )  # fmt: skip


def observed(log: JudgedLog, case: int) -> ObservedCase:
    """One case for reading, with the kinds that the processes name."""
    (whole,) = log.source.chunks()
    return replace(whole, names=log.counted.names).case(case)


def test_the_readable_clock_of_every_dossier_is_its_row_of_the_columns(log):
    for case in range(log.source.case_count):
        assert clock_fields(readable(log, case)) == clock_columns(log, case), log.ids[case]


def test_the_readable_split_of_every_dossier_is_its_rows_of_the_columns(log):
    (run,) = judge_runs(log.source, log.court)
    units = log.counted.names.units
    outside = {u for u, is_outside in zip(units, log.court.is_external, strict=True) if is_outside}
    assert outside == {"Cơ quan thuế (mẫu)"}
    for case in range(log.source.case_count):
        p = int(log.counted.cases.process[case])
        split = split_of(
            observed(log, case), readable(log, case), log.court.processes[p], log.court.setting, outside
        )  # fmt: skip
        rows = slice(int(run.log.offsets[case]), int(run.log.offsets[case + 1]))
        assert [s.minutes for s in split.segments] == run.split.minutes[rows].tolist()
        assert [s.late for s in split.segments] == run.split.late[rows].tolist()
        assert [s.over_limit for s in split.segments] == run.split.over_limit[rows].tolist()
        assert [int(s.holder) for s in split.segments] == run.split.holder[rows].tolist()
        assert (split.tail.minutes, split.tail.late) == (run.split.tail_minutes[case], run.split.tail_late[case])
        assert split.total == run.split.total[case]


def test_the_files_are_those_of_the_chosen_dossiers_in_their_order(log):
    chosen, files = chosen_cases(log), case_files(log)
    assert [(f.case.code, f.reason) for f in files] == [(log.ids[c.case], c.reason) for c in chosen]
    for c, file in zip(chosen, files, strict=True):
        assert clock_fields(file.clock) == clock_columns(log, c.case)
        assert sum(s.late for s in (*file.split.segments, file.split.tail)) == file.clock.late_minutes
        assert sum(d.cost for d in file.deviations) == max(int(log.counted.cases.told_cost[c.case]), 0)


def test_a_file_asks_the_questions_of_the_red_flags_of_its_dossier(log):
    f = log.findings
    for c, file in zip(chosen_cases(log), case_files(log), strict=True):
        raised = f.kind[(f.case == c.case) & (f.kind >= FIRST_SIGNAL)] - FIRST_SIGNAL
        assert [code for code, _ in file.questions] == [SIGNALS[k].code for k in raised.tolist()]
        assert all(file.case.code in words for _, words in file.questions)
        told = case_told(file)
        assert len(told.course) == len(file.case.events)
        assert len(told.deviations) == len(file.deviations)


def test_the_year_has_what_these_tests_look_for(log):
    classes = log.counted.cases.clock.time_class
    wanted = {TimeClass.EARLY, TimeClass.ON_TIME, TimeClass.LATE, TimeClass.PENDING_ON_TIME}
    assert wanted <= {TimeClass(k) for k in classes.tolist()}
    assert 100 < log.source.case_count <= CASES
    assert len(np.unique(log.findings.kind)) > 10
