"""By how much a step overran its own limit, in working minutes, measured from the event before it.

A limit in working hours or minutes is a number of working minutes. One in days ("trong ngày" among them), hours by the
clock or months runs out when its own ruler says so (Civil Code art. 147: the first day is not counted), and what is
worked after that is over. With minute granularity a working day is 8 working hours (domain 2.5.6).
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from baro.rules.judged.deadlines.derivation import Granularity
from baro.rules.judged.deadlines.rulers import (
    MINUTES_A_DAY,
    MINUTES_A_WORKING_DAY,
    ruler_for,
)
from baro.rules.judged.deadlines.rulers_bulk import rulers
from baro.rules.observed.log import NONE, Codes, EventLog, Ints, Names
from baro.rules.prescribed.durations import UNITS, Duration, Unit
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.workday_tables import OUTSIDE, CalendarTables
from baro.rules.prescribed.workdays import working_minutes_between

NO_LIMIT = int(np.iinfo(np.int32).max)
_BY_CALENDAR = NO_LIMIT - 1

_MINUTES = {Unit.WORKING_DAY: MINUTES_A_WORKING_DAY, Unit.WORKING_HOUR: 60, Unit.WORKING_MINUTE: 1}


# A limit of n days cannot run out before the n-th day after is over, nor one in hours before they have passed: few events
# are looked at closely.
_AT_LEAST = {Unit.WORKING_DAY: 1, Unit.CALENDAR_DAY: 1, Unit.MONTH: 28, Unit.HOUR: 60}


def step_places(log: EventLog, process: Codes, processes: int) -> Codes:
    """Where each event's step stands in flat tables of one entry per process (the last row: none) and activity of a
    log's dictionary. `process` is per case, -1 for none."""
    rows, width = processes + 1, len(log.names.activities)
    places = np.repeat((process % rows * width).astype(np.int32), np.diff(log.offsets))
    places += log.events.activity
    return places


def working_minutes(limit: Duration, granularity: Granularity) -> int | None:
    """Give a step's limit as working minutes; None if it is counted by the calendar."""
    by_date = granularity is Granularity.DATE or limit.value == 0
    if limit.unit not in _MINUTES or (limit.unit is Unit.WORKING_DAY and by_date):
        return None
    return min(limit.value * _MINUTES[limit.unit], _BY_CALENDAR - 1)


def over_limit(limit: Duration, start: int, end: int, tables: CalendarTables, granularity: Granularity) -> int:
    """Count the working minutes from one local minute to a later one that lie beyond a step's limit."""
    calendar, minutes = tables.calendar, working_minutes(limit, granularity)
    if minutes is not None:
        return max(0, working_minutes_between(calendar, start, end) - minutes)
    ruler = ruler_for(limit, calendar, Granularity.DATE)
    bare = ruler.end(start if ruler.in_minutes else start // MINUTES_A_DAY, limit)
    due = None if bare is None else ruler.due(bare)
    if due is None:
        return 0
    return working_minutes_between(calendar, due if ruler.in_minutes else (due + 1) * MINUTES_A_DAY, end)


class StepLimits:
    """The step limits of processes by activity of a log, one entry per process and activity: in working minutes
    (`NO_LIMIT` for none), and as published. The last row is for dossiers without a process."""

    def __init__(self, names: Names, processes: Sequence[ApprovedProcess], granularity: Granularity) -> None:
        code = {name: a for a, name in enumerate(names.activities)}
        shape = (len(processes) + 1, len(code))
        self.granularity = granularity
        self.at_least: Ints = np.zeros(shape, np.int64)  # days, or minutes, that must pass before it can be over
        self.minutes: Codes = np.full(shape, NO_LIMIT, np.int32)
        self.value: Ints = np.zeros(shape, np.int64)
        self.unit: npt.NDArray[np.int8] = np.full(shape, NONE, np.int8)
        for p, process in enumerate(processes):
            first = {step.activity: step.limit for step in reversed(process.steps)}
            for activity, limit in first.items():
                if limit is not None and activity in code:
                    self._put((p, code[activity]), limit)

    def _put(self, place: tuple[int, int], limit: Duration) -> None:
        minutes = working_minutes(limit, self.granularity)
        self.minutes[place] = _BY_CALENDAR if minutes is None else minutes
        self.at_least[place] = min(limit.value * _AT_LEAST.get(limit.unit, 0), NO_LIMIT)
        self.value[place] = limit.value
        self.unit[place] = UNITS.index(limit.unit)

    def over(self, step: Codes, held: Ints, minute: Ints, work: Ints, tables: CalendarTables) -> Ints:
        """Per event the working minutes over its step's limit. `step` are the places of the steps (`step_places`), `held`
        the working minutes since the event before, `minute` the local minutes of the events, within the calendar's
        days, and `work` the working minutes before each."""
        if (self.unit == NONE).all():
            return np.zeros(len(step), np.int64)
        over: Ints = held - self._least_work(tables)[step]
        np.maximum(over, 0, out=over)
        if (self.minutes == _BY_CALENDAR).any():
            events = np.flatnonzero(over)
            events = events[self.minutes.reshape(-1)[step[events]] == _BY_CALENDAR]
            over[events] = self._over_by_calendar(
                step[events], minute[events - 1], minute[events], work[events], tables
            )
        return over

    def _least_work(self, tables: CalendarTables) -> Codes:
        """The working minutes below which no limit is over: of one in n working days, those of n of the shortest."""
        by_days = self.unit == UNITS.index(Unit.WORKING_DAY)
        least = np.where(by_days, np.minimum(self.value * tables.shortest_day, _BY_CALENDAR), 0)
        return np.where(self.minutes == _BY_CALENDAR, least, self.minutes).astype(np.int32).reshape(-1)

    def _over_by_calendar(self, step: Codes, start: Ints, end: Ints, work: Ints, tables: CalendarTables) -> Ints:
        over = np.zeros(len(step), np.int64)
        unit, at_least = self.unit.reshape(-1)[step], self.at_least.reshape(-1)[step]
        hours = unit == UNITS.index(Unit.HOUR)
        passed = np.where(hours, end - start, end // MINUTES_A_DAY - start // MINUTES_A_DAY)
        near = np.flatnonzero(passed > at_least)
        step, start, unit = step[near], start[near], unit[near]
        value = self.value.reshape(-1)[step]
        due = np.full(len(near), OUTSIDE, np.int64)
        for ruler, places in rulers(value, unit, tables, Granularity.DATE):
            points = start[places] if ruler.in_minutes else start[places] // MINUTES_A_DAY
            ends = ruler.due(ruler.end(points, value[places]))
            due[places] = ends if ruler.in_minutes else np.where(ends == OUTSIDE, OUTSIDE, (ends + 1) * MINUTES_A_DAY)
        after = work[near] - tables.work_before(due)
        over[near] = np.where(due == OUTSIDE, 0, np.maximum(after, 0))
        return over
