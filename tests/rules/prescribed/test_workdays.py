"""The counting rules on small calendars, and the tables held equal to them."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.workdays import (
    Calendar,
    CalendarTables,
    DayRow,
    Hours,
    add_working_days,
    is_working_day,
    shifts_of,
    work_minute_at,
    working_days_between,
    working_minutes_between,
)

EPOCH = date(1970, 1, 1)
FULL_DAY = ((480, 720), (810, 1050))
FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)


def row(day: date, works: bool) -> DayRow:
    return DayRow(day, works, "test", "test", verified=True)


def around_may_2024() -> Calendar:
    """29 April swapped for Saturday 4 May; 30 April and 1 May are holidays."""
    off = [date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1)]
    rows = [row(d, False) for d in off] + [row(date(2024, 5, 4), True)]
    return Calendar("may", {r.day: r for r in rows})


def number(day: date) -> int:
    return (day - EPOCH).days


def minute(day: date, hour: int, minutes: int = 0) -> int:
    return number(day) * 1440 + hour * 60 + minutes


def test_a_saturday_swapped_in_works_the_friday_hours() -> None:
    saturday_morning = Hours(shifts=((480, 690),), weekdays=frozenset({5}))
    calendar = Calendar("c", around_may_2024().rows, (Hours(), saturday_morning))
    assert shifts_of(calendar, date(2024, 5, 4)) == FULL_DAY
    assert shifts_of(calendar, date(2024, 5, 11)) == ((480, 690),)
    assert shifts_of(calendar, date(2024, 5, 12)) == ()


def test_hours_change_on_the_date_they_say() -> None:
    winter = Hours(shifts=((450, 720),), valid_to=date(2024, 3, 31))
    summer = Hours(shifts=((420, 690),), valid_from=date(2024, 4, 1))
    calendar = Calendar("c", {}, (winter, summer))
    assert shifts_of(calendar, date(2024, 3, 29)) == ((450, 720),)
    assert shifts_of(calendar, date(2024, 4, 1)) == ((420, 690),)


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        (date(2024, 4, 25), 5, date(2024, 5, 6)),
        (date(2024, 4, 26), 3, date(2024, 5, 4)),
        (date(2024, 4, 27), 0, date(2024, 5, 2)),
        (date(2024, 4, 26), 0, date(2024, 4, 26)),
        (date(2024, 4, 27), 1, date(2024, 5, 2)),
    ],
)
def test_the_nth_working_day_skips_days_off_and_counts_a_worked_saturday(start: date, count: int, due: date) -> None:
    calendar = around_may_2024()
    assert add_working_days(calendar, start, count) == due
    tables = CalendarTables(calendar, FIRST, LAST)
    assert tables.add_working_days(np.array([number(start)]), np.array([count])) == [number(due)]


def test_a_count_below_zero_goes_back_over_working_days() -> None:
    tables = CalendarTables(around_may_2024(), FIRST, LAST)
    days = np.array([number(date(2024, 5, 6)), number(date(2024, 5, 5)), number(date(2024, 5, 2)), number(FIRST)])
    back = tables.add_working_days(days, np.full(4, -1))
    assert back.tolist() == [number(date(2024, 5, 4)), number(date(2024, 5, 4)), number(date(2024, 4, 26)), -1]


def test_a_calendar_without_hours_has_no_next_working_day() -> None:
    ended = Calendar("c", {}, (Hours(valid_to=date(2024, 6, 28)),))
    assert add_working_days(ended, date(2024, 6, 27), 1) == date(2024, 6, 28)
    assert add_working_days(ended, date(2024, 6, 28), 1) is None
    assert work_minute_at(ended, minute(date(2024, 6, 28), 18), 0) is None


def test_lunch_and_night_are_not_working_time() -> None:
    calendar, day = around_may_2024(), date(2024, 4, 25)
    assert working_minutes_between(calendar, minute(day, 11, 30), minute(day, 14)) == 60
    assert working_minutes_between(calendar, minute(day, 17), minute(day + timedelta(1), 8, 30)) == 60
    assert working_minutes_between(calendar, minute(day, 12), minute(day, 13, 30)) == 0
    assert working_minutes_between(calendar, minute(day, 14), minute(day, 9)) == 0


def test_a_limit_of_four_working_hours_from_eight_ends_at_noon_not_after_lunch() -> None:
    day = date(2024, 4, 25)
    last = work_minute_at(around_may_2024(), minute(day, 8), 239)
    assert last is not None
    assert last + 1 == minute(day, 12)


def test_outside_the_span_counts_are_clamped_and_dates_are_unknown() -> None:
    tables = CalendarTables(around_may_2024(), FIRST, LAST)
    below, above = number(FIRST) - 30, number(LAST) + 30
    assert tables.is_working_day(np.array([below, above])).tolist() == [False, False]
    whole = tables.working_days(np.array([number(FIRST) - 1]), np.array([number(LAST)]))
    assert tables.working_days(np.array([below]), np.array([above])) == whole
    assert tables.add_working_days(np.array([below, number(LAST), above]), np.ones(3, np.int64)).tolist() == [-1] * 3
    assert tables.roll_forward(np.array([below, above])).tolist() == [-1, -1]
    assert tables.work_before(np.array([0, 10**9])).tolist() == [0, tables.total_work]
    assert tables.at_work_minute(np.array([-1, tables.total_work])).tolist() == [-1, -1]


def test_a_year_without_any_work_has_no_work_minute() -> None:
    tables = CalendarTables(Calendar("idle", {}, ()), FIRST, LAST)
    assert tables.total_work == 0
    assert tables.at_work_minute(np.array([0, 5])).tolist() == [-1, -1]
    assert tables.roll_forward(np.array([number(FIRST)])).tolist() == [-1]


def test_half_past_eleven_at_night_in_utc_is_the_next_day_in_vietnam() -> None:
    tables = CalendarTables(around_may_2024(), FIRST, LAST)
    ms = int(datetime(2024, 4, 25, 23, 30, 59, tzinfo=UTC).timestamp()) * 1000 + 999
    assert tables.local_minutes(np.array([ms])).tolist() == [minute(date(2024, 4, 26), 6, 30)]


def test_an_absent_moment_stays_far_outside_in_any_zone() -> None:
    for zone in ("Asia/Ho_Chi_Minh", "America/New_York"):
        tables = CalendarTables(Calendar("c", zone=zone), FIRST, LAST)
        absent = np.array([np.iinfo(np.int64).min])
        assert tables.local_minutes(absent)[0] < -(10**12)


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])
def test_local_minutes_follow_the_zone_through_its_clock_changes(zone: str) -> None:
    from zoneinfo import ZoneInfo

    tables = CalendarTables(Calendar("c", zone=zone), date(2010, 1, 1), date(2012, 12, 31))
    start = datetime(2010, 1, 1, tzinfo=UTC)
    moments = [start + timedelta(minutes=17 * i) for i in range(0, 92_000, 3)]
    local = [at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) for at in moments]
    wanted = [(at - datetime(1970, 1, 1)) // timedelta(minutes=1) for at in local]
    ms = np.array([int(at.timestamp()) * 1000 for at in moments])
    assert tables.local_minutes(ms).tolist() == wanted


def test_an_unknown_zone_and_an_empty_span_are_refused() -> None:
    with pytest.raises(Refused, match=r"calendar\.unknown_zone"):
        CalendarTables(Calendar("c", zone="Asia/Nowhere"), FIRST, LAST)
    with pytest.raises(Refused, match=r"calendar\.empty_span"):
        CalendarTables(Calendar("c"), LAST, FIRST)


SHIFTS = st.sampled_from([FULL_DAY, ((0, 1440),), ((450, 451),), ((480, 690), (780, 990)), ((0, 1), (1439, 1440))])
SPAN = 120


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    rows = draw(st.dictionaries(st.integers(-5, SPAN + 5), st.booleans(), max_size=25))
    made = [row(FIRST + timedelta(days=d), works) for d, works in rows.items()]
    hours = draw(
        st.lists(
            st.builds(
                Hours,
                shifts=SHIFTS,
                weekdays=st.frozensets(st.integers(0, 6)),
                valid_from=st.none() | st.dates(FIRST, FIRST + timedelta(SPAN)),
                valid_to=st.none() | st.dates(FIRST, FIRST + timedelta(SPAN)),
            ),
            max_size=3,
        )
    )
    return Calendar("drawn", {r.day: r for r in made}, tuple(hours))


def known(tables: CalendarTables, day: date | None) -> int:
    return -1 if day is None or number(day) > tables.last else number(day)


@settings(max_examples=60, deadline=None)
@given(calendars(), st.lists(st.tuples(st.integers(0, SPAN), st.integers(0, SPAN)), min_size=1, max_size=8))
def test_tables_count_days_as_the_rules_do(calendar: Calendar, pairs: list[tuple[int, int]]) -> None:
    tables = CalendarTables(calendar, FIRST, FIRST + timedelta(SPAN))
    a = [FIRST + timedelta(days=x) for x, _ in pairs]
    b = [FIRST + timedelta(days=y) for _, y in pairs]
    days, others = np.array([number(d) for d in a]), np.array([number(d) for d in b])
    counts = np.array([y % 9 for _, y in pairs])
    assert tables.is_working_day(days).tolist() == [is_working_day(calendar, d) for d in a]
    wanted = [working_days_between(calendar, x, y) for x, y in zip(a, b, strict=True)]
    assert tables.working_days(days, others).tolist() == wanted
    added = [known(tables, add_working_days(calendar, d, int(n))) for d, n in zip(a, counts, strict=True)]
    assert tables.add_working_days(days, counts).tolist() == added
    assert tables.roll_forward(days).tolist() == [known(tables, add_working_days(calendar, d, 0)) for d in a]


@settings(max_examples=60, deadline=None)
@given(calendars(), st.integers(0, SPAN * 1440), st.integers(0, SPAN * 1440), st.integers(0, 3000))
def test_tables_count_minutes_as_the_rules_do(calendar: Calendar, x: int, y: int, n: int) -> None:
    tables = CalendarTables(calendar, FIRST, FIRST + timedelta(SPAN))
    start, end = number(FIRST) * 1440 + x, number(FIRST) * 1440 + y
    before = tables.work_before(np.array([start, end]))
    assert max(0, int(before[1] - before[0])) == working_minutes_between(calendar, start, end)
    wanted = work_minute_at(calendar, start, n)
    beyond = wanted is None or wanted >= (tables.last + 1) * 1440
    assert tables.at_work_minute(before[:1] + n).tolist() == [-1 if beyond else wanted]


def test_every_work_minute_of_a_year_is_its_own_inverse() -> None:
    tables = CalendarTables(around_may_2024(), FIRST, LAST)
    work = np.arange(tables.total_work)
    at = tables.at_work_minute(work)
    assert (tables.work_before(at) == work).all()
    assert (tables.work_before(at + 1) == work + 1).all()
