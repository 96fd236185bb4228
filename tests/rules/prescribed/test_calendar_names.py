"""The calendars that ship."""

from datetime import date, timedelta

import holidays
import pytest

from baro.rules.prescribed.calendar_names import CALENDAR_NAMES, calendar_named
from baro.rules.prescribed.calendars import shifts_of
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.workdays import is_working_day

OFFICE_HOURS = ((480, 720), (810, 1050))
YEARS = range(2018, 2028)
NOT_IN_THE_LIBRARY = {date(2026, 1, 2)}  # swapped for Saturday 10/1/2026 by a notice of 25/12/2025
WORKED_NOT_IN_THE_LIBRARY = {date(2026, 1, 10)}


def test_days_off_are_those_of_the_holidays_library_and_one_swap_it_lacks() -> None:
    library = holidays.country_holidays("VN", years=YEARS)
    rows = calendar_named("vn").rows.values()
    assert {r.day for r in rows if not r.is_working} == set(library) | NOT_IN_THE_LIBRARY


def test_weekend_days_worked_are_those_of_the_holidays_library_and_one_it_lacks() -> None:
    library = holidays.country_holidays("VN", years=YEARS)
    worked = {day for day in library.weekend_workdays if day.year in YEARS}
    rows = calendar_named("vn").rows.values()
    assert {r.day for r in rows if r.is_working} == worked | WORKED_NOT_IN_THE_LIBRARY


def test_every_row_names_its_day_reason_and_source() -> None:
    for day, row in calendar_named("vn").rows.items():
        assert row.day == day
        assert row.reason
        assert row.source


def test_a_holiday_on_a_weekly_rest_day_gives_a_working_day_off_labour_code_111_3() -> None:
    """One working day off for each holiday, wherever it falls."""
    rows = calendar_named("vn").rows.values()
    for year in YEARS:
        off = [r for r in rows if r.day.year == year and not r.is_working and r.day.weekday() < 5]
        swapped = [r for r in off if r.reason.startswith("nghỉ hoán đổi")]
        promised = 10 + (year >= 2021) + (year >= 2026)
        assert len(off) - len(swapped) == promised, year


def test_the_years_announced_end_with_2026() -> None:
    assert calendar_named("vn").announced == frozenset(range(2018, 2027))


def test_what_was_not_confirmed_is_not_called_verified() -> None:
    rows = calendar_named("vn").rows
    assert not rows[date(2026, 11, 24)].verified
    assert not rows[date(2026, 1, 2)].verified
    assert not rows[date(2026, 1, 10)].verified
    assert not rows[date(2027, 2, 5)].verified
    assert rows[date(2024, 5, 4)].verified


def test_one_stop_desks_may_receive_on_saturday_morning_when_nothing_is_processed() -> None:
    saturday = date(2024, 5, 11)
    assert shifts_of(calendar_named("vn"), saturday) == ()
    assert shifts_of(calendar_named("vn-receiving"), saturday) == ((480, 720),)
    assert shifts_of(calendar_named("vn-receiving"), date(2024, 2, 10)) == ()  # Saturday of Tết
    assert shifts_of(calendar_named("vn-receiving"), date(2024, 5, 4)) == OFFICE_HOURS


def test_weekdays_know_no_holidays_and_continuous_no_rest() -> None:
    monday = date(2024, 1, 1)
    assert [is_working_day(calendar_named("weekdays"), monday + timedelta(i)) for i in range(7)] == [True] * 5 + [
        False
    ] * 2
    assert all(shifts_of(calendar_named("continuous"), monday + timedelta(i)) == ((0, 1440),) for i in range(7))


def test_an_unknown_calendar_is_refused_by_name() -> None:
    with pytest.raises(Refused) as refusal:
        calendar_named("us")
    assert refusal.value.code == "calendar.unknown"
    assert all(calendar_named(name).name == name for name in CALENDAR_NAMES)
