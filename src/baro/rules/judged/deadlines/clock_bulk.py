"""The clocks of millions of dossiers: the columnar twin of `clock`."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from baro.rules.judged.deadlines.classes import DueSource, TimeClass, WhyNot
from baro.rules.judged.deadlines.clock import UNFINISHED
from baro.rules.judged.deadlines.columns import ClockColumns
from baro.rules.judged.deadlines.due_bulk import DueColumns, due_columns
from baro.rules.judged.deadlines.interruptions import WAITING, Interruptions, interruptions
from baro.rules.judged.deadlines.kinds_in_log import KindIndex
from baro.rules.judged.deadlines.limits import Limits, limits
from baro.rules.judged.deadlines.lives import Lives, lives
from baro.rules.judged.deadlines.setting import Setting
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import NO_TIME, NONE, Codes, EventLog, Ints
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.workday_tables import MINUTES_A_DAY, OUTSIDE, CalendarTables
from baro.rules.prescribed.zones import MS_A_MINUTE

Mask = npt.NDArray[np.bool_]


def clock_columns(
    log: EventLog,
    process: Codes,
    processes: Sequence[ApprovedProcess],
    setting: Setting,
    received_at: Ints,
    key_day: Codes,
    index: KindIndex | None = None,
) -> ClockColumns:
    """Judge all cases of a log. `process` are indices into `processes` (-1: none in force), `received_at` and
    `key_day` come from `receipts`; an `index` of the log is used again if there is one."""
    index = index or KindIndex(log)
    tables, life = setting.processing, lives(index, setting.as_of)
    met = interruptions(index, life.until)
    limit = limits(log, process, processes, setting)
    due, why_not = _due(log, received_at, limit, met, setting, process)
    time_class, late = _time_classes(log, received_at, life, due, limit, setting)
    return ClockColumns(
        received_at=received_at,
        key_day=key_day,
        limit_value=limit.value,
        limit_unit=limit.unit,
        due_source=limit.source,
        why_not=why_not,
        due_day=due.day.astype(np.int32),
        due_minute=due.minute,
        extended_due_day=_extended_to(index, life, tables),
        plain_due_day=due.plain_day.astype(np.int32),
        ended_at=life.ended_at,
        ended_kind=life.ended_kind,
        returned_at=life.returned_at,
        suspended=_waiting(met, log.case_count, np.ones(len(met.case), np.bool_)) & (life.ended_at == NO_TIME),
        reopened=life.reopening >= 0,
        pauses=due.pauses,
        restarts=due.restarts,
        supplements=_supplements(index, life),
        extensions=index.count(_lived(index, life, Kind.EXTENDED)),
        time_class=time_class,
        late_days=_late_days(due, life, late, tables),
        late_minutes=_late_minutes(due, life, late, tables),
    )


def _due(
    log: EventLog, received_at: Ints, limit: Limits, met: Interruptions, setting: Setting, process: Codes
) -> tuple[DueColumns, npt.NDArray[np.int8]]:
    """The due dates, and why there is none."""
    received = received_at != NO_TIME
    counted = Limits(limit.value, np.where(received, limit.unit, NONE).astype(np.int8), limit.source)
    due = due_columns(received_at, counted, met, setting.processing, setting.granularity)
    recorded = received & (limit.source == DueSource.RECORDED)
    if recorded.any():
        _put_recorded(due, log.cases.recorded_due, np.flatnonzero(recorded), met, received_at, setting.processing)
    without = np.where(process == NONE, WhyNot.NO_PROCESS, WhyNot.NO_LIMIT)
    why_not = np.where(limit.source == DueSource.NONE, without, WhyNot.OUTSIDE_CALENDAR)
    why_not[due.day != OUTSIDE] = WhyNot.COMPUTED
    why_not[~received] = WhyNot.NOT_RECEIVED
    return due, why_not.astype(np.int8)


def _put_recorded(
    due: DueColumns, recorded_due: Ints, cases: Ints, met: Interruptions, received_at: Ints, tables: CalendarTables
) -> None:
    """The due dates that the source recorded, as they stand; see `clock._recorded`."""
    minute = tables.local_minutes(recorded_due[cases])
    day, start = minute // MINUTES_A_DAY, tables.local_minutes(received_at[cases]) // MINUTES_A_DAY
    known = (day >= tables.first) & (day <= tables.last) & (start >= tables.first) & (start <= tables.last)
    waits = _waiting(met, len(recorded_due), met.starts <= recorded_due[met.case])
    due.day[cases] = due.plain_day[cases] = np.where(known, day, OUTSIDE)
    due.minute[cases] = np.where(known, minute, OUTSIDE)
    due.suspended[cases] = known & waits[cases]


def _time_classes(
    log: EventLog, received_at: Ints, life: Lives, due: DueColumns, limit: Limits, setting: Setting
) -> tuple[npt.NDArray[np.int8], Mask]:
    """The class of each case, and whether it is late (ended or not)."""
    until = setting.processing.local_minutes(life.until)
    late = (until > due.minute) | ((until == due.minute) & (life.until % MS_A_MINUTE != 0))
    recorded = limit.source == DueSource.RECORDED
    late[recorded] = life.until[recorded] > log.cases.recorded_due[recorded]
    is_open = life.ended_at == NO_TIME
    late &= ~(due.suspended & (is_open | np.isin(life.ended_kind, [int(k) for k in UNFINISHED])))
    early = until < due.day * MINUTES_A_DAY
    ended = np.where(late, TimeClass.LATE, np.where(early, TimeClass.EARLY, TimeClass.ON_TIME))
    pending = np.where(late, TimeClass.PENDING_LATE, TimeClass.PENDING_ON_TIME)
    time_class = np.where(is_open, pending, ended).astype(np.int8)
    time_class[due.day == OUTSIDE] = TimeClass.NOT_COMPUTABLE
    time_class[(received_at == NO_TIME) | (received_at > setting.as_of)] = TimeClass.NOT_COUNTED
    return time_class, (time_class == TimeClass.LATE) | (time_class == TimeClass.PENDING_LATE)


def _late_days(due: DueColumns, life: Lives, late: Mask, tables: CalendarTables) -> Codes:
    days = np.zeros(len(late), np.int32)
    until = tables.local_minutes(life.until[late]) // MINUTES_A_DAY
    days[late] = tables.working_days(due.day[late], until)
    return days


def _late_minutes(due: DueColumns, life: Lives, late: Mask, tables: CalendarTables) -> Ints:
    minutes = np.zeros(len(late), np.int64)
    until = tables.work_before(tables.local_minutes(life.until[late]))
    minutes[late] = np.maximum(until - tables.work_before(due.minute[late]), 0)
    return minutes


def _waiting(met: Interruptions, case_count: int, which: Mask) -> Mask:
    """Per case whether one of these interruptions still waits."""
    waits = np.zeros(case_count, np.bool_)
    waits[met.case[which & (met.ends == WAITING)]] = True
    return waits


def _lived(index: KindIndex, life: Lives, kind: Kind) -> Ints:
    """The events of a kind that lie within the life of their dossier."""
    events = index.of(kind)
    return events[index.log.events.at[events] <= life.until[index.case_of(events)]]


def _supplements(index: KindIndex, life: Lives) -> Codes:
    """Requests for papers after receipt."""
    events = _lived(index, life, Kind.SUPPLEMENT_REQUESTED)
    return index.count(events[events > life.receipt[index.case_of(events)]])


def _extended_to(index: KindIndex, life: Lives, tables: CalendarTables) -> Codes:
    """The day that the last extension names, -1."""
    events = _lived(index, life, Kind.EXTENDED)
    last = index.last(events[index.log.events.due[events] != NO_TIME])
    day = np.full(len(last), NONE, np.int32)
    named = last >= 0
    day[named] = tables.local_minutes(index.log.events.due[last[named]]) // MINUTES_A_DAY
    return day
