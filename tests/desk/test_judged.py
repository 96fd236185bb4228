"""A judged log: the same whatever the runs, and every figure of a period as on its last day."""

from dataclasses import fields
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baro.desk.findings import FindingColumns
from baro.desk.judged import JudgedLog
from baro.desk.prescription import Scope
from baro.desk.report import Reading, report_of
from baro.rules.counted.cases import CountedCases
from baro.rules.counted.reports.tables import FORM_COLUMNS, form_sets
from baro.rules.counted.tallies import Tallies
from baro.rules.judged.deadlines.columns import ClockColumns
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import milliseconds
from baro.rules.observed.quality import QualityReport
from baro.rules.prescribed.refusals import Refused
from desk.a_log import COURSE, dossier, judged
from rules.judged.deadlines.drawn import dossiers
from rules.judged.deadlines.logs import vn

LOGS = st.lists(dossiers(tuple(Kind)), min_size=1, max_size=6)
quick = settings(max_examples=30, deadline=None)
READING = Reading(QualityReport({}, ()), (), (), synthetic=False)
KEYS = [c.key for c in FORM_COLUMNS[:-1]]


def columns(value: object, kind: type) -> dict[str, list]:
    """The columns as lists, in which NaN equals itself."""
    names = [f.name for f in fields(kind) if isinstance(getattr(value, f.name), np.ndarray)]
    return {name: np.nan_to_num(getattr(value, name), nan=-9.0).tolist() for name in names}


def everything(log: JudgedLog) -> tuple:
    """All that is known of a judged log."""
    cases = log.counted.cases
    kinds = (
        (log.findings, FindingColumns),
        (cases, CountedCases),
        (cases.clock, ClockColumns),
        (log.counted.tallies, Tallies),
    )
    report, summary = report_of(log, READING)
    return (
        *(columns(v, k) for v, k in kinds),
        log.counted.tallies.late,
        log.trace.tolist(),
        log.period,
        report,
        summary,
    )


def form(log: JudgedLog) -> dict[str, int]:
    """The counts of the form, without the empty ones."""
    found = [int(np.count_nonzero(s)) for s in form_sets(log.counted.cases)]
    return {key: n for key, n in zip(KEYS, found, strict=True) if n}


@quick
@given(LOGS, st.integers(1, 20))
def test_the_size_of_the_runs_changes_nothing(drawn, size):
    assert everything(judged(drawn, size=size)) == everything(judged(drawn))


@quick
@given(LOGS)
def test_late_time_and_deviations_are_counted_once_wherever_they_are_told(drawn):
    log = judged(drawn)
    counted, findings = log.counted, log.findings
    assert sum(counted.tallies.late.values()) == counted.cases.clock.late_minutes.sum()
    assert findings.cost.sum() == np.maximum(counted.cases.told_cost, 0).sum()
    assert (np.diff(findings.case) >= 0).all()
    assert counted.tallies.step_count.sum() == log.source.event_count
    assert counted.tallies.follows.sum() == log.source.event_count + log.source.case_count


def test_a_log_is_looked_at_from_the_end_of_its_last_day():
    log = judged([dossier(*COURSE)])
    assert log.counted.as_of == vn(4, "23:59").replace(second=59, microsecond=999_000)
    assert log.period == (date(2024, 7, 1), date(2024, 7, 4))


@pytest.mark.parametrize(
    ("last", "counted_in"),
    [
        (date(2024, 7, 3), {"received": 1, "new": 1, "pending": 1, "pending_on_time": 1}),
        (date(2024, 7, 4), {"received": 1, "new": 1, "pending": 1, "pending_on_time": 1}),
        (date(2024, 7, 5), {"received": 1, "new": 1, "pending": 1, "pending_late": 1}),
        (date(2024, 7, 9), {"received": 1, "new": 1, "resolved": 1, "late": 1}),
        (date(2024, 12, 31), {"received": 1, "new": 1, "resolved": 1, "late": 1}),
    ],
)
def test_what_is_pending_is_told_as_on_the_last_day_of_the_period(last, counted_in):
    slow = dossier(Kind.RECEIVED, Kind.ASSIGNED, Kind.WORKED, Kind.WORKED, Kind.WORKED, Kind.WORKED, Kind.RELEASED)
    log = judged([slow], Scope(period=(date(2024, 7, 1), last)))
    assert form(log) == counted_in


@quick
@given(LOGS, st.dates(date(2024, 2, 5), date(2024, 6, 30)), st.integers(0, 60))
def test_the_form_of_any_period_adds_up(drawn, last, length):
    first = date.fromordinal(last.toordinal() - length)
    try:
        log = judged(drawn, Scope(period=(first, last)))
    except Refused as refusal:  # the log begins after the period
        assert refusal.code == "log.nothing_before_as_of"
        assert min(e.at for d in drawn for e in d.events).date() > last
        return
    found = dict.fromkeys(KEYS, 0) | form(log)
    classes = ("early", "on_time", "late", "pending_on_time", "pending_late", "not_computable")
    assert found["received"] == found["new"] + found["carried"] == found["resolved"] + found["pending"]
    assert found["received"] == sum(found[name] for name in classes)


@pytest.mark.parametrize(
    ("drawn", "as_of", "code"),
    [([], None, "log.no_events"), ([dossier(*COURSE)], vn(1, "07:59"), "log.nothing_before_as_of")],
)
def test_a_log_without_events_is_refused(drawn, as_of, code):
    with pytest.raises(Refused) as refusal:
        judged(drawn, Scope(as_of=None if as_of is None else milliseconds(as_of)))
    assert refusal.value.code == code
