"""The four ways to count a limit: working days, calendar days (and months), working minutes, minutes.

A point is a day number since 1970-01-01 (first two) or a local minute since then (last two). Civil Code 2015 art. 147:
days and months exclude the first day, hours run at once; art. 148: a limit ends with its last day, a month on the same
date or on the last day of the month, and a day off at the end gives way to the next working day.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Protocol

from baro.rules.judged.deadlines.derivation import Granularity
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.workdays import (
    Calendar,
    add_working_days,
    work_minute_at,
    working_days_between,
    working_minutes_between,
)

MINUTES_A_DAY = 1440
MINUTES_A_WORKING_DAY = 480  # 8 hours: Labour Code 2019 art. 105, and the practice of one-stop systems
_EPOCH = date(1970, 1, 1)


def day_of(number: int) -> date:
    """Turn a day number into a date."""
    return _EPOCH + timedelta(days=number)


def number_of(day: date) -> int:
    """Turn a date into its day number since 1970-01-01."""
    return (day - _EPOCH).days


class Ruler(Protocol):
    """Counts in one unit. `end` and `push` give the bare end of a count, `due` the end that binds (rolled over)."""

    in_minutes: bool

    def end(self, start: int, limit: Duration) -> int | None:
        """Where a limit counted from a point ends; None beyond the calendar."""

    def lost(self, start: int, end: int) -> int:
        """How much time of this unit lies in a pause from one point to another."""

    def push(self, end: int, amount: int) -> int | None:
        """Move an end later by an amount of this unit; None beyond the calendar."""

    def due(self, end: int) -> int | None:
        """The end that binds; None beyond the calendar."""


class WorkingDays:
    """Working days after the first day; a pause from p to r loses the working days in (p, r]."""

    in_minutes = False

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar

    def end(self, start: int, limit: Duration) -> int | None:
        return self.push(start, limit.value)

    def lost(self, start: int, end: int) -> int:
        return working_days_between(self.calendar, day_of(start), day_of(end))

    def push(self, end: int, amount: int) -> int | None:
        found = add_working_days(self.calendar, day_of(end), amount)
        return None if found is None else number_of(found)

    def due(self, end: int) -> int | None:
        return end


class CalendarDays:
    """Calendar days or months after the first day; a pause from p to r loses the days in (p, r]."""

    in_minutes = False

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar

    def end(self, start: int, limit: Duration) -> int | None:
        if limit.unit is Unit.MONTH:
            return number_of(months_after(day_of(start), limit.value))
        return start + limit.value

    def lost(self, start: int, end: int) -> int:
        return max(0, end - start)

    def push(self, end: int, amount: int) -> int | None:
        return end + amount

    def due(self, end: int) -> int | None:
        found = add_working_days(self.calendar, day_of(end), 0)
        return None if found is None else number_of(found)


class WorkingMinutes:
    """Working minutes from the minute of the event on; a pause loses the working minutes in it."""

    in_minutes = True

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar

    def end(self, start: int, limit: Duration) -> int | None:
        return self.push(start, limit.value * _MINUTES[limit.unit])

    def lost(self, start: int, end: int) -> int:
        return working_minutes_between(self.calendar, start, end)

    def push(self, end: int, amount: int) -> int | None:
        if amount == 0:
            return end
        last = work_minute_at(self.calendar, end, amount - 1)
        return None if last is None else last + 1

    def due(self, end: int) -> int | None:
        return end


class Minutes:
    """Minutes by the clock from the minute of the event on, days off and nights included."""

    in_minutes = True

    def end(self, start: int, limit: Duration) -> int | None:
        return start + limit.value * _MINUTES[limit.unit]

    def lost(self, start: int, end: int) -> int:
        return max(0, end - start)

    def push(self, end: int, amount: int) -> int | None:
        return end + amount

    def due(self, end: int) -> int | None:
        return end


_MINUTES = {
    Unit.WORKING_DAY: MINUTES_A_WORKING_DAY,
    Unit.WORKING_HOUR: 60,
    Unit.HOUR: 60,
    Unit.WORKING_MINUTE: 1,
}


def ruler_for(limit: Duration, calendar: Calendar, granularity: Granularity) -> Ruler:
    """Choose how a limit is counted. "Trong ngày" (0 working days) is a date at any granularity."""
    if limit.unit in (Unit.CALENDAR_DAY, Unit.MONTH):
        return CalendarDays(calendar)
    if limit.unit is Unit.HOUR:
        return Minutes()
    if limit.unit is Unit.WORKING_DAY and (granularity is Granularity.DATE or limit.value == 0):
        return WorkingDays(calendar)
    return WorkingMinutes(calendar)


def months_after(day: date, months: int) -> date:
    """Give the same date some months later, or the last day of that month (Civil Code 2015 art. 148.3)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
