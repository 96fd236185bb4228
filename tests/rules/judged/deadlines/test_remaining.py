"""Working days left to a last day, by hand; a plain walk is the oracle."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.deadlines.remaining import FAR, working_days_left
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.calendars import shifts_of

CALENDAR = calendar_named("vn")
FRIDAY = date(2024, 4, 19)


@pytest.mark.parametrize(
    ("today", "last", "left"),
    [
        (FRIDAY, FRIDAY, 0), (FRIDAY, date(2024, 4, 22), 1), (FRIDAY, date(2024, 4, 21), 0), (date(2024, 4, 22), FRIDAY, -1),
        (date(2024, 2, 7), date(2024, 2, 15), 1),  # Tết 2024: 8 to 14 February
        (FRIDAY, FRIDAY + FAR + timedelta(days=1), None),
    ],
)  # fmt: skip
def test_by_hand(today, last, left):
    assert working_days_left(today, last, CALENDAR) == left


@given(st.dates(date(2019, 1, 1), date(2025, 12, 31)), st.integers(0, 200))
def test_there_and_back(today, days):
    last = today + timedelta(days=days)
    plain = sum(bool(shifts_of(CALENDAR, today + timedelta(days=k))) for k in range(1, days + 1))
    assert working_days_left(today, last, CALENDAR) == plain
    assert working_days_left(last, today, CALENDAR) == -plain
