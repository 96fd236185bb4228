"""Counting days and minutes of work, one case at a time: the readable rules, and the oracle of `CalendarTables`.

Spans of days are half-open on the left, (after, until]: the day of the event itself is not counted (Civil Code 2015
art. 147.2). Spans of minutes are half-open on the right, [start, end). Minutes are whole local minutes since
1970-01-01T00:00; an instant inside a minute counts as the minute's start (floored).
"""

from collections.abc import Iterator
from datetime import date, timedelta

from baro.rules.prescribed.calendars import Calendar, DayRow, Hours, row_of, shifts_of
from baro.rules.prescribed.workday_tables import CalendarTables

__all__ = [
    "Calendar",
    "CalendarTables",
    "DayRow",
    "Hours",
    "add_working_days",
    "is_working_day",
    "row_of",
    "shifts_of",
    "work_minute_at",
    "working_days_between",
    "working_minutes_between",
]

MINUTES_A_DAY = 1440
_DAY = timedelta(days=1)
_EPOCH = date(1970, 1, 1)
_LONGEST_REST = 400  # days without any work after which a calendar is taken to have ended


def is_working_day(calendar: Calendar, day: date) -> bool:
    """Say whether any work is done on a day."""
    return bool(shifts_of(calendar, day))


def days_after(day: date) -> Iterator[date]:
    """Give the days after a day, up to the last date Python knows."""
    while day < date.max:
        day += _DAY
        yield day


def add_working_days(calendar: Calendar, day: date, count: int) -> date | None:
    """Give the count-th working day after a day; count 0 is the day itself, or the next working day if it is off.

    None where the calendar has no such day (no hours in force any more).
    """
    if count == 0:
        return day if is_working_day(calendar, day) else add_working_days(calendar, day, 1)
    rest = 0
    for later in days_after(day):
        rest = 0 if is_working_day(calendar, later) else rest + 1
        count -= rest == 0
        if count == 0:
            return later
        if rest > _LONGEST_REST:
            break
    return None


def working_days_between(calendar: Calendar, after: date, until: date) -> int:
    """Count the working days in (after, until]; 0 where until is not later."""
    return sum(is_working_day(calendar, after + i * _DAY) for i in range(1, (until - after).days + 1))


def working_minutes_between(calendar: Calendar, start: int, end: int) -> int:
    """Count the working minutes in [start, end), both local minutes since 1970; 0 where end is not later."""
    total = 0
    for number in range(start // MINUTES_A_DAY, end // MINUTES_A_DAY + 1):
        midnight = number * MINUTES_A_DAY
        for opens, closes in shifts_of(calendar, _EPOCH + number * _DAY):
            total += max(0, min(end, midnight + closes) - max(start, midnight + opens))
    return total


def work_minute_at(calendar: Calendar, start: int, n: int) -> int | None:
    """Give the local minute at which the n-th (0-based) working minute from `start` on begins; None if there is none.

    A limit of n working minutes from `start` runs out at `work_minute_at(calendar, start, n - 1) + 1`: the end of a
    shift, not the beginning of the next one.
    """
    day, rest = _EPOCH + (start // MINUTES_A_DAY) * _DAY, 0
    while rest <= _LONGEST_REST:
        midnight = (day - _EPOCH).days * MINUTES_A_DAY
        shifts = shifts_of(calendar, day)
        for opens, closes in shifts:
            begin = max(start, midnight + opens)
            length = max(0, midnight + closes - begin)
            if n < length:
                return begin + n
            n -= length
        rest = 0 if shifts else rest + 1
        day += _DAY
    return None
