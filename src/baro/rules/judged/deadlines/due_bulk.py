"""When millions of dossiers are due: the columnar twin of `due`, on the same rules 1-6."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from baro.rules.judged.deadlines.derivation import Granularity
from baro.rules.judged.deadlines.interruptions import WAITING, Interruptions
from baro.rules.judged.deadlines.limits import Limits
from baro.rules.judged.deadlines.rulers_bulk import BulkRuler, rulers
from baro.rules.observed.log import Codes, Ints
from baro.rules.prescribed.workday_tables import MINUTES_A_DAY, OUTSIDE, CalendarTables

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class DueColumns:
    """Per case: due day and minute (-1 where none is counted or the date lies beyond the calendar), the day without
    any interruption, how many interruptions counted, and whether one that counts is still waiting."""

    day: Ints
    minute: Ints
    plain_day: Ints
    pauses: Codes
    restarts: Codes
    suspended: Mask


@dataclass(slots=True)
class _Counts:
    """All counts under way, one per case; see `due._Count`. Points are days or minutes as the case's ruler has it."""

    value: Ints
    since: Ints
    start: Ints
    end: Ints
    covered: Ints
    pauses: Codes
    restarts: Codes
    suspended: Mask


def due_columns(
    start: Ints, limits: Limits, met: Interruptions, tables: CalendarTables, granularity: Granularity
) -> DueColumns:
    """Count each limit from its start (ms, must be known where there is a limit) through its interruptions."""
    n = len(start)
    first = tables.local_minutes(start)
    counts = _Counts(
        limits.value.astype(np.int64),
        start.copy(),
        first.copy(),
        _outside(n),
        first.copy(),
        _zero(n),
        _zero(n),
        _zero(n) > 0,
    )
    told = DueColumns(_outside(n), _outside(n), _outside(n), counts.pauses, counts.restarts, counts.suspended)
    minutes = tables.local_minutes(met.starts), tables.local_minutes(np.where(met.ends == WAITING, 0, met.ends))
    for ruler, cases in rulers(limits.value, limits.unit, tables, granularity):
        points = first[cases] if ruler.in_minutes else first[cases] // MINUTES_A_DAY
        counts.start[cases] = counts.covered[cases] = points
        counts.end[cases] = ruler.end(points, counts.value[cases])
        told.plain_day[cases] = _day(ruler, ruler.due(counts.end[cases]), points)
        _interrupt_all(counts, cases, met, minutes, ruler)
        due = ruler.due(counts.end[cases])
        told.day[cases] = _day(ruler, due, counts.start[cases])
        told.minute[cases] = due if ruler.in_minutes else (due + 1) * MINUTES_A_DAY
    _leave_out_unknown(told, first // MINUTES_A_DAY, tables)
    return told


def _interrupt_all(
    counts: _Counts, cases: Ints, met: Interruptions, minutes: tuple[Ints, Ints], ruler: BulkRuler
) -> None:
    """Let the first interruptions of all these cases act, then the second ones, and so on."""
    counted_here = np.zeros(len(counts.end), np.bool_)
    counted_here[cases] = True
    mine = np.flatnonzero(counted_here[met.case])
    for place in range(int(met.place[mine].max(initial=-1)) + 1):
        now = mine[met.place[mine] == place]
        starts, ends = (m[now] if ruler.in_minutes else m[now] // MINUTES_A_DAY for m in minutes)
        _interrupt(counts, met, now, starts, ends, ruler)


def _interrupt(counts: _Counts, met: Interruptions, now: Ints, starts: Ints, ends: Ints, ruler: BulkRuler) -> None:
    """Let one interruption of each of some cases act (rules 2-6); `starts` and `ends` are points of the ruler."""
    case, restarts = met.case[now], met.restarts[now]
    due = ruler.due(counts.end[case])
    relevant = np.where(restarts, met.ends[now], met.starts[now]) >= counts.since[case]
    counted = (due != OUTSIDE) & relevant & (starts <= due)
    waits = met.ends[now] == WAITING
    counts.suspended[case[counted & waits]] = True
    counts.pauses[case[counted & ~restarts]] += 1
    _restart(counts, met.ends[now], case, ends, counted & restarts & ~waits, ruler)
    _pause(counts, case, starts, ends, counted & ~restarts & ~waits, ruler)


def _restart(counts: _Counts, moment: Ints, case: Codes, ends: Ints, which: Mask, ruler: BulkRuler) -> None:
    """A new full count from the end of the interruption on; earlier pauses are forgotten (rule 5)."""
    anew, points = case[which], ends[which]
    counts.since[anew] = moment[which]
    counts.start[anew] = counts.covered[anew] = points
    counts.end[anew] = ruler.end(points, counts.value[anew])
    counts.suspended[anew] = False
    counts.pauses[anew] = 0
    counts.restarts[anew] += 1


def _pause(counts: _Counts, case: Codes, starts: Ints, ends: Ints, which: Mask, ruler: BulkRuler) -> None:
    """The end moves by the time lost that no earlier pause covers (rule 4)."""
    longer, until = case[which], ends[which]
    added = ruler.lost(np.maximum(starts[which], counts.covered[longer]), until)
    counts.covered[longer] = np.maximum(counts.covered[longer], until)
    end = counts.end[longer]
    counts.end[longer] = np.where(added == 0, end, ruler.push(end, added))


def _day(ruler: BulkRuler, due: Ints, start: Ints) -> Ints:
    """The day of a due point: a limit that ends at 24:00 ends on the day before midnight."""
    if not ruler.in_minutes:
        return due
    return np.where(due == OUTSIDE, OUTSIDE, np.maximum(start // MINUTES_A_DAY, (due - 1) // MINUTES_A_DAY))


def _leave_out_unknown(told: DueColumns, start_day: Ints, tables: CalendarTables) -> None:
    """Beyond the calendar nothing is known: neither a due date nor what interrupted its count."""
    known_start = (start_day >= tables.first) & (start_day <= tables.last)
    for day in (told.plain_day, told.day):
        day[~known_start | (day < tables.first) | (day > tables.last)] = OUTSIDE
    unknown = told.day == OUTSIDE
    told.minute[unknown] = OUTSIDE
    told.pauses[unknown] = told.restarts[unknown] = 0
    told.suspended[unknown] = False


def _outside(n: int) -> Ints:
    return np.full(n, OUTSIDE, np.int64)


def _zero(n: int) -> Codes:
    return np.zeros(n, np.int32)
