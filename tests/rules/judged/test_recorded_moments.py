from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.recorded_moments import step_counts_at
from baro.rules.observed.kinds import CLOSING, Kind
from baro.rules.prescribed.calendar_names import calendar_named

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
CALENDAR = calendar_named("vn")
LATE, IN_TIME = NOW - timedelta(hours=3), NOW - timedelta(minutes=10)


def test_within_the_tolerance_the_told_moment_counts():
    assert step_counts_at(Kind.RELEASED, IN_TIME, NOW, CALENDAR) == IN_TIME


def test_told_late_a_result_counts_when_it_was_recorded():
    assert step_counts_at(Kind.RELEASED, LATE, NOW, CALENDAR) == NOW
    assert step_counts_at(Kind.SUPPLEMENT_REQUESTED, LATE, NOW, CALENDAR) == NOW


def test_told_late_a_receipt_counts_when_it_happened():
    assert step_counts_at(Kind.RECEIVED, LATE, NOW, CALENDAR) == LATE
    assert step_counts_at(Kind.SUPPLEMENT_RECEIVED, LATE, NOW, CALENDAR) == LATE


@given(st.sampled_from(sorted(CLOSING)), st.integers(16, 100_000), st.integers(16, 100_000))
def test_no_told_moment_beyond_the_tolerance_makes_an_end_earlier(kind, one, other):
    told = [step_counts_at(kind, NOW - timedelta(minutes=minutes), NOW, CALENDAR) for minutes in (one, other)]
    assert told == [NOW, NOW]
