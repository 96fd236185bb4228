"""When something is due, with its derivation: the readable rule for one case, and the oracle of the columnar clock.

How pauses and restarts count (docs/rules/deadlines.md):
1. Interruptions are taken in the order in which they start.
2. One that starts after the due date reached so far does not count: what is late stays late.
3. A pause that started before the current count is forgotten, and so is a restart that ended before it.
4. A pause from p to r moves the due date by the days of the limit's own kind in (p, r] (minutes in [p, r) for limits
   in hours), but time covered by an earlier pause is not lost twice.
5. A restart begins a new full count at its end and forgets the pauses before.
6. One that still waits moves nothing yet: the case is suspended.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from baro.rules.judged.deadlines.classes import WhyNot
from baro.rules.judged.deadlines.derivation import (
    Due,
    Granularity,
    Interrupted,
    Interruption,
    InterruptionKind,
    Line,
    NotComputable,
    Result,
    RolledOver,
    RuleApplied,
    SkippedDay,
    Started,
    UnannouncedYear,
    WorkedDay,
)
from baro.rules.judged.deadlines.due_sentences import why
from baro.rules.judged.deadlines.rulers import MINUTES_A_DAY, Ruler, day_of, number_of, ruler_for
from baro.rules.prescribed.calendars import row_of
from baro.rules.prescribed.durations import Duration
from baro.rules.prescribed.law.counting import counting_rules
from baro.rules.prescribed.law.rows import LimitRow
from baro.rules.prescribed.workdays import Calendar, is_working_day
from baro.rules.prescribed.zones import local_time

__all__ = ["Due", "Granularity", "Interruption", "InterruptionKind", "due_after", "due_on", "why"]

RECEIPT = "tiếp nhận hồ sơ"
_LATEST = datetime.max.replace(tzinfo=UTC)
_WEEKLY_REST = "nghỉ hằng tuần"


@dataclass(slots=True)
class _Count:
    """A count under way: since when, its bare end, and how far pauses have already been taken into account."""

    since: datetime
    start: int
    end: int | None
    covered: int
    pauses: int = 0
    restarts: int = 0
    suspended: bool = False
    met: list[Line] = field(default_factory=list)


def due_on(
    start: datetime | None,
    limit: Duration | None,
    calendar: Calendar,
    *,
    granularity: Granularity = Granularity.DATE,
    event: str = RECEIPT,
    rule: LimitRow | None = None,
) -> Due:
    """Give the due date of a limit that nothing interrupts; see `due_after`."""
    return due_after(start, limit, calendar, (), granularity=granularity, event=event, rule=rule)


def due_after(
    start: datetime | None,
    limit: Duration | None,
    calendar: Calendar,
    interruptions: Iterable[Interruption],
    *,
    granularity: Granularity = Granularity.DATE,
    event: str = RECEIPT,
    rule: LimitRow | None = None,
) -> Due:
    """Give the due date of a limit counted from an aware moment (floored to the minute), with its derivation.

    `event` names the start in Vietnamese, `rule` is the row that gives the limit. Raises `Refused` for a moment
    without a zone.
    """
    if start is None or limit is None:
        return _not_computable(limit, WhyNot.NOT_RECEIVED if start is None else WhyNot.NO_LIMIT, ())
    ruler = ruler_for(limit, calendar, granularity)
    first = _point(start, calendar, ruler)
    count = _Count(start, first, ruler.end(first, limit), first)
    for interruption in sorted(interruptions, key=lambda i: (i.starts, i.ends or _LATEST)):
        _interrupt(count, interruption, limit, calendar, ruler)
    opening = _opening(start, limit, calendar, event, rule)
    due = None if count.end is None else ruler.due(count.end)
    if due is None:
        return _not_computable(limit, WhyNot.OUTSIDE_CALENDAR, (*opening, *count.met))
    return _told(count, due, limit, calendar, ruler, opening)


def _interrupt(count: _Count, met: Interruption, limit: Duration, calendar: Calendar, ruler: Ruler) -> None:
    """Let one interruption act on the count (rules 2-6)."""
    restarts = met.kind is InterruptionKind.RESTART
    relevant = (met.ends or _LATEST) if restarts else met.starts
    due = None if count.end is None else ruler.due(count.end)
    if due is None or relevant < count.since:
        return
    starts = _point(met.starts, calendar, ruler)
    added, counted = 0, starts <= due
    if counted and met.ends is None:
        count.suspended = True
    elif counted and met.ends is not None:
        ends = _point(met.ends, calendar, ruler)
        if restarts:
            count.since, count.start, count.covered = met.ends, ends, ends
            count.end, count.suspended, count.pauses = ruler.end(ends, limit), False, 0
        else:
            added = ruler.lost(max(starts, count.covered), ends)
            count.covered = max(count.covered, ends)
            count.end = count.end if added == 0 or count.end is None else ruler.push(count.end, added)
    count.pauses += counted and not restarts
    count.restarts += counted and restarts and met.ends is not None
    count.met.append(_interrupted(met, calendar, counted, added, ruler))


def _interrupted(met: Interruption, calendar: Calendar, counted: bool, added: int, ruler: Ruler) -> Interrupted:
    starts = local_time(met.starts, calendar.zone)
    ends = None if met.ends is None else local_time(met.ends, calendar.zone)
    return Interrupted(met.kind, starts, ends, met.ground, counted, added, ruler.in_minutes, met.rule)


def _point(at: datetime, calendar: Calendar, ruler: Ruler) -> int:
    """Where a moment lies on the ruler: its local day, or its local minute, floored."""
    local = local_time(at, calendar.zone)
    day = number_of(local.date())
    return day * MINUTES_A_DAY + local.hour * 60 + local.minute if ruler.in_minutes else day


def _opening(
    start: datetime, limit: Duration, calendar: Calendar, event: str, rule: LimitRow | None
) -> tuple[Line, ...]:
    local = local_time(start, calendar.zone)
    rules = ([] if rule is None else [rule]) + list(counting_rules(limit.unit, local.date()))
    return (Started(event, local), *(RuleApplied(r) for r in rules))


def _told(count: _Count, due: int, limit: Duration, calendar: Calendar, ruler: Ruler, opening: tuple[Line, ...]) -> Due:
    """Put the answer and its lines together."""
    assert count.end is not None  # `due` was computed from it
    start_day = count.start // MINUTES_A_DAY if ruler.in_minutes else count.start
    # The last minute of the limit tells its day: one that ends at 24:00 ends on the day before midnight.
    due_day = max(start_day, (due - 1) // MINUTES_A_DAY) if ruler.in_minutes else due
    first = max(start_day, count.end - 1) if limit.unit.rolls_over else start_day
    lines: list[Line] = [*opening, *count.met]
    if limit.unit.skips_days_off or limit.unit.rolls_over:
        lines += _days_told(first, due_day, calendar)
    if not ruler.in_minutes and due != count.end:
        lines.append(RolledOver(day_of(count.end), day_of(due)))
    lines += _unannounced(start_day, due_day, calendar)
    at = datetime(1970, 1, 1) + timedelta(minutes=due) if ruler.in_minutes else None
    lines.append(Result(day_of(due_day), at))
    minute = due if ruler.in_minutes else (due + 1) * MINUTES_A_DAY
    return Due(
        limit, day_of(due_day), minute, WhyNot.COMPUTED, count.pauses, count.restarts, count.suspended, tuple(lines)
    )


def _days_told(after: int, until: int, calendar: Calendar) -> list[Line]:
    """The days off in (after, until] that were passed over, and the weekend days that were worked."""
    lines: list[Line] = []
    for day in map(day_of, range(after + 1, until + 1)):
        row, works = row_of(calendar, day), is_working_day(calendar, day)
        if not works and row is None:
            lines.append(SkippedDay(day, _WEEKLY_REST, "", verified=True))
        elif not works and row is not None:
            lines.append(SkippedDay(day, row.reason, row.source, row.verified))
        elif row is not None:
            lines.append(WorkedDay(day, row.reason, row.source, row.verified))
    return lines


def _unannounced(first: int, last: int, calendar: Calendar) -> list[Line]:
    """A calendar that keeps holidays says which years it does not know for sure."""
    if not calendar.rows:
        return []
    years = range(day_of(first).year, day_of(last).year + 1)
    return [UnannouncedYear(year) for year in years if year not in calendar.announced]


def _not_computable(limit: Duration | None, why_not: WhyNot, lines: tuple[Line, ...]) -> Due:
    return Due(limit, None, None, why_not, 0, 0, False, (*lines, NotComputable(why_not)))
