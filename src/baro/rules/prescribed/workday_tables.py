"""Counting days and minutes of work for millions of values at once: a calendar as prefix sums.

A day is a day number since 1970-01-01, a minute a local minute since 1970-01-01T00:00 of the calendar's zone. The
tables hold one entry per day and, per distinct pattern of shifts, one entry per minute of the day; every question is a
few gathers. The readable twin is `workdays`.
"""

from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from baro.rules.prescribed.calendars import Calendar, Shifts, shifts_of
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.zones import ZoneOffsets

Ints = npt.NDArray[np.int64]

MINUTES_A_DAY = 1440
OUTSIDE = -1
_EPOCH = date(1970, 1, 1)


class CalendarTables:
    """A calendar over the days `first`..`last` (both included) as prefix sums. Shapes in = shapes out.

    Outside the span nothing is known: counts are clamped at its ends, dates beyond it are -1. `shortest_day` is the
    fewest minutes that any working day of the span has (1 if none is one).
    """

    def __init__(self, calendar: Calendar, first: date, last: date) -> None:
        """Build the tables; raises `Refused` for an empty span or an unknown zone."""
        if last < first:
            raise Refused("calendar.empty_span", first=first.isoformat(), last=last.isoformat())
        self.calendar = calendar
        self.first = (first - _EPOCH).days
        self.last = (last - _EPOCH).days
        self._zone = ZoneOffsets(calendar.zone, first.year, last.year)
        span = [first + timedelta(days=i) for i in range(self.last - self.first + 1)]
        patterns: dict[Shifts, int] = {(): 0}
        kind = np.array([patterns.setdefault(shifts_of(calendar, d), len(patterns)) for d in span] + [0], np.int64)
        self._build_days(kind[:-1] > 0)
        self._build_minutes(kind, [_minutes(shifts) for shifts in patterns])

    def _build_days(self, works: npt.NDArray[np.bool_]) -> None:
        """`_days[i]`: working days before day first + i; `_nth[k]`: the k-th working day, then -1."""
        self._days: Ints = np.concatenate(([0], np.cumsum(works)))
        self._nth: Ints = np.append(np.flatnonzero(works) + self.first, OUTSIDE)

    def _build_minutes(self, kind: Ints, minutes: list[Ints]) -> None:
        """Within-day tables one after the other, and per day the shift that leads from a minute to its entry."""
        ticks = [np.searchsorted(m, np.arange(MINUTES_A_DAY), side="left") for m in minutes]
        self._within = np.concatenate(ticks).astype(np.int64)
        lengths = np.array([len(m) for m in minutes], np.int64)[kind]
        self._work: Ints = np.concatenate(([0], np.cumsum(lengths[:-1])))
        midnights = (self.first + np.arange(len(kind))) * MINUTES_A_DAY
        self._to_within: Ints = kind * MINUTES_A_DAY - midnights
        self.total_work = int(self._work[-1])
        worked = np.flatnonzero(lengths)
        self._opened = np.append(self._work[worked], np.iinfo(np.int64).max)
        starts = np.cumsum([0] + [len(m) for m in minutes[:-1]])
        self._minute_of = np.concatenate(minutes)
        self._to_minute_of: Ints = starts[kind[worked]] - self._work[worked]
        self._midnight: Ints = midnights[worked]
        # A bucket no longer than the shortest working day: its first minute names the day, or the one before it.
        self.shortest_day = int(lengths[worked].min()) if len(worked) else 1
        heads = np.arange(0, max(self.total_work, 1), self.shortest_day)
        self._day_of_bucket: Ints = np.searchsorted(self._work[worked], heads, side="right") - 1

    def local_minutes(self, ms: Ints) -> Ints:
        """Instants (ms, UTC) -> local minutes since 1970-01-01T00:00, floored.

        Where a zone sets its clocks back, the repeated hour has the same local minutes twice.
        """
        return self._zone.local_minutes(ms)

    def is_working_day(self, day: Ints) -> npt.NDArray[np.bool_]:
        """Day numbers -> whether each is a working day; False outside the span."""
        answer: npt.NDArray[np.bool_] = self._days_before(day + 1) > self._days_before(day)
        return answer

    def working_days(self, after: Ints, until: Ints) -> Ints:
        """Count working days in the half-open span (after, until]; 0 where until <= after. Clamped to the span."""
        counted: Ints = self._days_before(until + 1) - self._days_before(after + 1)
        return np.maximum(counted, 0)

    def add_working_days(self, day: Ints, count: Ints) -> Ints:
        """The count-th working day after each day (count 0: the day itself, rolled forward; count < 0: the
        |count|-th working day before it); -1 beyond the span, and for days outside it."""
        before, through = self._days_before(day), self._days_before(day + 1)
        return self._nth_day(day, np.where(count > 0, through + count - 1, before + count))

    def roll_forward(self, day: Ints) -> Ints:
        """Each day, or the next working day if it is not one (Civil Code art. 148.5); -1 beyond the span."""
        return self._nth_day(day, self._days_before(day))

    def work_before(self, minute: Ints) -> Ints:
        """W[m]: working minutes in the span before each local minute; clamped at the ends of the span."""
        clamped = np.clip(np.asarray(minute, np.int64), self.first * MINUTES_A_DAY, (self.last + 1) * MINUTES_A_DAY)
        row = clamped // MINUTES_A_DAY
        row -= self.first
        clamped += self._to_within[row]
        work: Ints = self._within[clamped]
        work += self._work[row]
        return work

    def at_work_minute(self, work: Ints) -> Ints:
        """INV[w]: the local minute at which the w-th working minute (0-based) starts; -1 beyond the span."""
        inside = (work >= 0) & (work < self.total_work)
        if not self.total_work:
            return np.full(np.shape(work), OUTSIDE, np.int64)
        known = np.clip(np.asarray(work, np.int64), 0, self.total_work - 1)
        row = self._day_of_bucket[known // self.shortest_day]
        row += known >= self._opened[row + 1]
        known += self._to_minute_of[row]
        minute: Ints = self._minute_of[known]
        minute += self._midnight[row]
        return np.where(inside, minute, OUTSIDE)

    def _days_before(self, day: Ints) -> Ints:
        """Working days of the span before each day, clamped."""
        before: Ints = self._days[np.clip(day - self.first, 0, len(self._days) - 1)]
        return before

    def _nth_day(self, day: Ints, k: Ints) -> Ints:
        inside = (day >= self.first) & (day <= self.last) & (k >= 0)
        found: Ints = self._nth[np.where(inside, np.minimum(k, len(self._nth) - 1), len(self._nth) - 1)]
        return found


def _minutes(shifts: Shifts) -> Ints:
    """All working minutes of a day with these shifts, in order."""
    return np.array([m for opens, closes in shifts for m in range(opens, closes)], np.int64)
