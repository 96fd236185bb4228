"""The ways to count a limit, for many cases at once: the columnar twins of `rulers`, on a calendar's tables.

Points are day numbers or local minutes; -1 (`OUTSIDE`) where a date falls beyond the calendar.
"""

from typing import Protocol

import numpy as np
import numpy.typing as npt

from baro.rules.judged.deadlines.derivation import Granularity
from baro.rules.judged.deadlines.rulers import MINUTES_A_WORKING_DAY
from baro.rules.observed.log import Ints
from baro.rules.prescribed.durations import UNITS, Unit
from baro.rules.prescribed.workday_tables import MINUTES_A_DAY, OUTSIDE, CalendarTables


class BulkRuler(Protocol):
    """Counts in one unit; see `rulers.Ruler`."""

    in_minutes: bool

    def end(self, start: Ints, value: Ints) -> Ints:
        """Where limits counted from points end."""

    def lost(self, start: Ints, end: Ints) -> Ints:
        """How much time of this unit lies in pauses."""

    def push(self, end: Ints, amount: Ints) -> Ints:
        """Move ends later by amounts above 0."""

    def due(self, end: Ints) -> Ints:
        """The ends that bind."""


class WorkingDays:
    """See `rulers.WorkingDays`."""

    in_minutes = False

    def __init__(self, tables: CalendarTables) -> None:
        self.tables = tables

    def end(self, start: Ints, value: Ints) -> Ints:
        return self.tables.add_working_days(start, value)

    def lost(self, start: Ints, end: Ints) -> Ints:
        return self.tables.working_days(start, end)

    def push(self, end: Ints, amount: Ints) -> Ints:
        return self.tables.add_working_days(end, amount)

    def due(self, end: Ints) -> Ints:
        return end


class CalendarDays:
    """See `rulers.CalendarDays`."""

    in_minutes = False

    def __init__(self, tables: CalendarTables) -> None:
        self.tables = tables

    def end(self, start: Ints, value: Ints) -> Ints:
        return start + value

    def lost(self, start: Ints, end: Ints) -> Ints:
        lost: Ints = np.maximum(end - start, 0)
        return lost

    def push(self, end: Ints, amount: Ints) -> Ints:
        return end + amount

    def due(self, end: Ints) -> Ints:
        return self.tables.roll_forward(end)


class Months(CalendarDays):
    """Months after the first day: the same date, or the last day of the month (Civil Code 2015 art. 148.3)."""

    def end(self, start: Ints, value: Ints) -> Ints:
        day = start.astype("datetime64[D]")
        month = day.astype("datetime64[M]")
        into = day - month.astype("datetime64[D]")
        month = month + value.astype("timedelta64[M]")
        last = (month + np.timedelta64(1, "M")).astype("datetime64[D]") - np.timedelta64(1, "D")
        ends: Ints = np.minimum(month.astype("datetime64[D]") + into, last).astype(np.int64)
        return ends


class WorkingMinutes:
    """See `rulers.WorkingMinutes`; a limit's unit is `minutes` working minutes long."""

    in_minutes = True

    def __init__(self, tables: CalendarTables, minutes: int) -> None:
        self.tables = tables
        self.minutes = minutes

    def end(self, start: Ints, value: Ints) -> Ints:
        return self.push(start, value * self.minutes)

    def lost(self, start: Ints, end: Ints) -> Ints:
        lost: Ints = np.maximum(self.tables.work_before(end) - self.tables.work_before(start), 0)
        return lost

    def push(self, end: Ints, amount: Ints) -> Ints:
        last = self.tables.at_work_minute(self.tables.work_before(end) + amount - 1)
        outside = (last == OUTSIDE) | (end < self.tables.first * MINUTES_A_DAY)
        return np.where(amount == 0, end, np.where(outside, OUTSIDE, last + 1))

    def due(self, end: Ints) -> Ints:
        return end


class Minutes:
    """See `rulers.Minutes`; a limit's unit is an hour."""

    in_minutes = True

    def end(self, start: Ints, value: Ints) -> Ints:
        return start + value * 60

    def lost(self, start: Ints, end: Ints) -> Ints:
        lost: Ints = np.maximum(end - start, 0)
        return lost

    def push(self, end: Ints, amount: Ints) -> Ints:
        return end + amount

    def due(self, end: Ints) -> Ints:
        return end


def rulers(
    value: npt.NDArray[np.integer], unit: npt.NDArray[np.integer], tables: CalendarTables, granularity: Granularity
) -> list[tuple[BulkRuler, Ints]]:
    """Choose for each limit how it is counted: rulers, each with the positions that it counts; see `ruler_for`."""
    by_minutes = {Unit.WORKING_HOUR: 60, Unit.WORKING_MINUTE: 1}
    chosen: list[tuple[BulkRuler, Ints]] = []
    for code in np.unique(unit[unit >= 0]).tolist():
        of_unit, name = np.flatnonzero(unit == code), UNITS[code]
        if name is Unit.CALENDAR_DAY:
            chosen.append((CalendarDays(tables), of_unit))
        elif name is Unit.MONTH:
            chosen.append((Months(tables), of_unit))
        elif name is Unit.HOUR:
            chosen.append((Minutes(), of_unit))
        elif name is Unit.WORKING_DAY:
            by_date = (value[of_unit] == 0) | (granularity is Granularity.DATE)
            chosen.append((WorkingDays(tables), of_unit[by_date]))
            chosen.append((WorkingMinutes(tables, MINUTES_A_WORKING_DAY), of_unit[~by_date]))
        else:
            chosen.append((WorkingMinutes(tables, by_minutes[name]), of_unit))
    return [(ruler, places) for ruler, places in chosen if len(places)]
