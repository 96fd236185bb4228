"""A calendar as dated rows: the weekly pattern of work, and the days that differ from it by decision.

Sources: Labour Code 2019 art. 105 (hours), 111 (weekly rest, compensating days), 112 (public holidays).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from baro.rules.prescribed.zones import VIETNAM

Shifts = tuple[tuple[int, int], ...]

_FRIDAY, _SATURDAY = 4, 5


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day that differs from the weekly pattern: `is_working` False for a holiday or a day swapped off, True for a
    Saturday swapped in; `source` is the instrument or notice that made it so."""

    day: date
    is_working: bool
    reason: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Hours:
    """Working hours over a range of dates (both ends included): shifts are half-open (start, end) minutes of the
    local day, in order and apart. A calendar may have several at once for different weekdays; the first one that
    covers a day and its weekday counts."""

    shifts: Shifts = ((480, 720), (810, 1050))
    weekdays: frozenset[int] = frozenset(range(5))  # Monday is 0
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    verified: bool = False

    def covers(self, day: date, weekday: int) -> bool:
        """Say whether these hours are in force on a day, for a weekday of the pattern."""
        if weekday not in self.weekdays:
            return False
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar by name: rows win over the weekly pattern; `announced` are the years whose holidays are known."""

    name: str
    rows: Mapping[date, DayRow] = field(default_factory=dict)
    hours: tuple[Hours, ...] = (Hours(),)
    announced: frozenset[int] = frozenset()
    zone: str = VIETNAM


def row_of(calendar: Calendar, day: date) -> DayRow | None:
    """Give the decision that makes a day differ from the weekly pattern, if there is one."""
    return calendar.rows.get(day)


def shifts_of(calendar: Calendar, day: date) -> Shifts:
    """Give the working shifts of a day, empty on a day off.

    A Saturday or Sunday swapped in works the Friday hours, even where a shorter weekend pattern exists.
    """
    row = calendar.rows.get(day)
    if row is not None and not row.is_working:
        return ()
    weekday = day.weekday()
    if row is not None and weekday >= _SATURDAY:
        weekday = _FRIDAY
    return next((h.shifts for h in calendar.hours if h.covers(day, weekday)), ())
