"""Numbers and dates as Vietnamese sentences write them."""

from datetime import date

import pytest

from baro.rules.counted.reports.counted import day_of, working_days
from baro.rules.counted.reports.words import count, day, days, decimal, share


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0"), (999, "999"), (1000, "1.000"), (1_234_567, "1.234.567"), (-4500, "-4.500")]
)
def test_thousands_are_set_apart_by_dots(number, words):
    assert count(number) == words


@pytest.mark.parametrize(
    ("number", "places", "words"),
    [(0, 1, "0,0"), (12.34, 1, "12,3"), (1234.5, 1, "1.234,5"), (0.25, 2, "0,25"), (1_000_000.06, 1, "1.000.000,1")],
)
def test_decimals_follow_a_comma(number, places, words):
    assert decimal(number, places) == words


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (0, 0, "chưa có số liệu"),
        (1, 4, "1/4"),
        (4, 5, "80,0 % (4/5)"),
        (0, 1200, "0,0 % (0/1.200)"),
        (1999, 2000, "100,0 % (1.999/2.000)"),
    ],
)
def test_a_share_carries_its_numbers_and_is_no_rate_below_five(part, whole, words):
    assert share(part, whole) == words


@pytest.mark.parametrize(("minutes", "words"), [(480, "1,0 ngày làm việc"), (720, "1,5 ngày làm việc")])
def test_working_minutes_are_told_in_days_of_eight_hours(minutes, words):
    assert days(minutes) == words


def test_dates_and_day_numbers():
    assert day(date(2024, 2, 9)) == "09/02/2024"
    assert day_of(19_782) == date(2024, 2, 29)
    assert working_days(1000) == 2.08
