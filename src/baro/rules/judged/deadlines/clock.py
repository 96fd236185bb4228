"""The clock of one dossier: received, due, ended, late. The readable rule, and the oracle of `clock_bulk`.

How a dossier stands in time (domain 2.6; docs/rules/deadlines.md):
- The end, or the as-of moment while open, is compared with the original due date. At or before it is in time; an
  ending on an earlier day is early. Seconds count: half a minute past due is late, by 0 whole minutes.
- A dossier that waits for the applicant is not late if it began to wait in time; nor is one refused, withdrawn or
  stopped while it still waited.
- A due date that the source itself recorded is an instant, compared as one.
"""

from dataclasses import dataclass
from datetime import datetime

from baro.rules.judged.deadlines.classes import DueSource, TimeClass, WhyNot
from baro.rules.judged.deadlines.derivation import (
    Due,
    Interruption,
    NotComputable,
    Result,
    Started,
)
from baro.rules.judged.deadlines.due import RECEIPT, due_after, due_on
from baro.rules.judged.deadlines.interruptions import interruptions_of
from baro.rules.judged.deadlines.limits import limit_of
from baro.rules.judged.deadlines.lives import Life, life_of
from baro.rules.judged.deadlines.receipts import receipt_of
from baro.rules.judged.deadlines.rulers import number_of
from baro.rules.judged.deadlines.setting import Setting
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import NONE, Event, ObservedCase, milliseconds, moment
from baro.rules.prescribed.durations import UNITS, Duration
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.workday_tables import MINUTES_A_DAY, CalendarTables
from baro.rules.prescribed.workdays import working_days_between, working_minutes_between
from baro.rules.prescribed.zones import local_time

UNFINISHED = frozenset({Kind.REFUSED, Kind.WITHDRAWN, Kind.STOPPED})  # ended without a result


@dataclass(frozen=True, slots=True)
class CaseClock:
    """One case; the fields of `ClockColumns`, in the same units, and the due date with its derivation."""

    received_at: int
    key_day: int
    limit_value: int
    limit_unit: int
    due_source: DueSource
    why_not: WhyNot
    due_day: int
    due_minute: int
    extended_due_day: int
    plain_due_day: int
    ended_at: int
    ended_kind: int
    returned_at: int
    suspended: bool
    reopened: bool
    pauses: int
    restarts: int
    supplements: int
    extensions: int
    time_class: TimeClass
    late_days: int
    late_minutes: int
    due: Due


def clock_of(
    case: ObservedCase,
    process: ApprovedProcess | None,
    setting: Setting,
    has_received_kind: bool,
    has_closing_kind: bool,
    has_recorded_ended: bool = False,
) -> CaseClock:
    """Judge one case. The three flags say what its log can show: receipts, closings, a column of recorded ends."""
    tables, as_of = setting.processing, moment(setting.as_of)
    assert as_of is not None  # a setting has a moment
    life = life_of(case, as_of, has_closing_kind=has_closing_kind, has_recorded_ended=has_recorded_ended)
    received = receipt_of(case, setting.receiving, has_received_kind=has_received_kind)
    met = interruptions_of(case, life.until, tables.calendar.zone)
    limit, source = limit_of(case, process, setting)
    due = _due(case, received, limit, source, met, setting, process)
    plain = _within(due_on(received, limit, tables.calendar, granularity=setting.granularity), received, tables)
    if source is DueSource.RECORDED:
        plain = due
    time_class = _time_class(case, received, life, due, source, setting)
    late = time_class in (TimeClass.LATE, TimeClass.PENDING_LATE)
    lived = [e for e in case.events if e.at <= life.until]
    return CaseClock(
        received_at=milliseconds(received),
        key_day=NONE if received is None else local_minute(received, tables) // MINUTES_A_DAY,
        limit_value=NONE if limit is None else limit.value,
        limit_unit=NONE if limit is None else UNITS.index(limit.unit),
        due_source=source,
        why_not=due.why_not,
        due_day=_number(due),
        due_minute=NONE if due.minute is None else due.minute,
        extended_due_day=_extended_to(lived, tables),
        plain_due_day=_number(plain),
        ended_at=milliseconds(life.ended_at),
        ended_kind=life.ended_kind,
        returned_at=milliseconds(life.returned_at),
        suspended=life.ended_at is None and any(i.ends is None for i in met),
        reopened=life.reopening != NONE,
        pauses=due.pauses,
        restarts=due.restarts,
        supplements=sum(e.kind is Kind.SUPPLEMENT_REQUESTED for e in lived[life.receipt + 1 :]),
        extensions=sum(e.kind is Kind.EXTENDED for e in lived),
        time_class=time_class,
        late_days=_late_days(due, life, tables) if late else 0,
        late_minutes=_late_minutes(due, life, tables) if late else 0,
        due=due,
    )


def local_minute(at: datetime, tables: CalendarTables) -> int:
    """The local minute of a moment in the calendar's zone, floored."""
    local = local_time(at, tables.calendar.zone)
    return number_of(local.date()) * MINUTES_A_DAY + local.hour * 60 + local.minute


def _due(
    case: ObservedCase,
    received: datetime | None,
    limit: Duration | None,
    source: DueSource,
    met: tuple[Interruption, ...],
    setting: Setting,
    process: ApprovedProcess | None,
) -> Due:
    tables = setting.processing
    if received is not None and source is DueSource.RECORDED:
        return _within(_recorded(case, received, met, tables), received, tables)
    due = due_after(received, limit, tables.calendar, met, granularity=setting.granularity)
    if due.why_not is WhyNot.NO_LIMIT and process is None:
        return _not_computable(due, WhyNot.NO_PROCESS)
    return _within(due, received, tables)


def _recorded(case: ObservedCase, received: datetime, met: tuple[Interruption, ...], tables: CalendarTables) -> Due:
    """The due date that the source recorded, as it stands; what waits began in time if before it."""
    assert case.recorded_due is not None  # the source of the limit
    zone = tables.calendar.zone
    local = local_time(case.recorded_due, zone)
    waits = any(i.ends is None and i.starts <= case.recorded_due for i in met)
    lines = (Started(RECEIPT, local_time(received, zone)), Result(local.date(), local))
    minute = local_minute(case.recorded_due, tables)
    return Due(None, local.date(), minute, WhyNot.COMPUTED, 0, 0, waits, lines)


def _within(due: Due, received: datetime | None, tables: CalendarTables) -> Due:
    """A due date or a receipt beyond the days of the calendar tables is not known."""
    if due.day is None or received is None:
        return due
    days = (local_minute(received, tables) // MINUTES_A_DAY, number_of(due.day))
    if all(tables.first <= day <= tables.last for day in days):
        return due
    return _not_computable(due, WhyNot.OUTSIDE_CALENDAR)


def _not_computable(due: Due, why_not: WhyNot) -> Due:
    lines = tuple(line for line in due.lines if not isinstance(line, Result | NotComputable))
    return Due(due.limit, None, None, why_not, 0, 0, False, (*lines, NotComputable(why_not)))


def _time_class(
    case: ObservedCase, received: datetime | None, life: Life, due: Due, source: DueSource, setting: Setting
) -> TimeClass:
    if received is None or milliseconds(received) > setting.as_of:
        return TimeClass.NOT_COUNTED
    if due.day is None:
        return TimeClass.NOT_COMPUTABLE
    is_open = life.ended_at is None
    excused = due.suspended and (is_open or life.ended_kind in UNFINISHED)
    late = not excused and _is_past(case, life.until, due, source, setting.processing)
    if is_open:
        return TimeClass.PENDING_LATE if late else TimeClass.PENDING_ON_TIME
    if late:
        return TimeClass.LATE
    ended_on = local_time(life.until, setting.processing.calendar.zone).date()
    return TimeClass.EARLY if ended_on < due.day else TimeClass.ON_TIME


def _is_past(case: ObservedCase, until: datetime, due: Due, source: DueSource, tables: CalendarTables) -> bool:
    if source is DueSource.RECORDED:
        assert case.recorded_due is not None  # the source of the due date
        return until > case.recorded_due
    assert due.minute is not None  # computed
    floor = until.replace(second=0, microsecond=0)
    return (local_minute(until, tables), until > floor) > (due.minute, False)


def _late_days(due: Due, life: Life, tables: CalendarTables) -> int:
    assert due.day is not None  # only what has a due date is late
    until = local_time(life.until, tables.calendar.zone).date()
    return working_days_between(tables.calendar, due.day, until)


def _late_minutes(due: Due, life: Life, tables: CalendarTables) -> int:
    assert due.minute is not None  # only what has a due date is late
    return working_minutes_between(tables.calendar, due.minute, local_minute(life.until, tables))


def _extended_to(lived: list[Event], tables: CalendarTables) -> int:
    told = [e.due for e in lived if e.kind is Kind.EXTENDED and e.due is not None]
    return local_minute(told[-1], tables) // MINUTES_A_DAY if told else NONE


def _number(due: Due) -> int:
    return NONE if due.day is None else number_of(due.day)
