"""Who held millions of dossiers, and who carries their late time: the columnar twin of `split`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from baro.rules.judged.deadlines.classes import HolderKind
from baro.rules.judged.deadlines.columns import ClockColumns, SplitColumns
from baro.rules.judged.deadlines.kinds_in_log import KindIndex
from baro.rules.judged.deadlines.late_charge_bulk import charge_all
from baro.rules.judged.deadlines.setting import Setting
from baro.rules.judged.deadlines.step_limits import StepLimits, step_places
from baro.rules.judged.deadlines.waits import waits
from baro.rules.observed.kinds import WAITS_FOR_AGENCY, WAITS_FOR_APPLICANT, Kind
from baro.rules.observed.log import NO_TIME, NONE, Codes, EventLog, Ints
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.workday_tables import MINUTES_A_DAY, CalendarTables

Mask = npt.NDArray[np.bool_]
Small = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class _Times:
    """Per event: local minute and working minutes before it, none later than the dossier's end; working minutes since
    the event before. Per case: the stop, working minutes before it, the last event seen (-1: none), and the tail."""

    minute: Ints
    work: Ints
    minutes: Ints
    stop: Ints
    stop_work: Ints
    last: Ints
    tail: Ints


@dataclass(frozen=True, slots=True)
class _Holders:
    """Per event and, in `tail_*`, per case."""

    holder: Small
    person: Codes
    unit: Codes
    tail_holder: Small
    tail_person: Codes
    tail_unit: Codes


def split_columns(
    log: EventLog,
    clock: ClockColumns,
    process: Codes,
    processes: Sequence[ApprovedProcess],
    setting: Setting,
    external_units: Mask,
    index: KindIndex | None = None,
    step_limits: StepLimits | None = None,
    step: Codes | None = None,
) -> SplitColumns:
    """Split the time of all cases among their holders. `process` are indices into `processes`, `external_units` says
    of each unit of the log whether it lies outside the agency. An `index` of the log, the `step_limits` of a log
    with the same activities and the places of the steps (`step_places`) are used again if given."""
    index, step_limits = index or KindIndex(log), step_limits or StepLimits(log.names, processes, setting.granularity)
    step = step_places(log, process, len(processes)) if step is None else step
    times = _times(log, clock, setting)
    holders = _holders(index, times, external_units)
    over = step_limits.over(step, times.minutes, times.minute, times.work, setting.processing)
    over[holders.holder == HolderKind.APPLICANT] = 0
    late, tail_late = _late(log, clock, times, holders, over, setting.processing)
    return SplitColumns(
        minutes=times.minutes,
        holder=holders.holder,
        person=holders.person,
        unit=holders.unit,
        late=late,
        over_limit=over,
        tail_minutes=times.tail,
        tail_holder=holders.tail_holder,
        tail_person=holders.tail_person,
        tail_unit=holders.tail_unit,
        tail_late=tail_late,
        total=np.add.reduceat(times.minutes, log.offsets[:-1]) + times.tail if log.case_count else times.tail,
    )


def _times(log: EventLog, clock: ClockColumns, setting: Setting) -> _Times:
    at, tables, first = log.events.at, setting.processing, log.offsets[:-1]
    lengths, opening = np.diff(log.offsets), tables.first * MINUTES_A_DAY
    stop = np.where(clock.ended_at == NO_TIME, setting.as_of, clock.ended_at)
    stop_minute = np.maximum(tables.local_minutes(stop), opening)
    minute = tables.local_minutes(at)
    np.minimum(minute, np.repeat(stop_minute, lengths), out=minute)
    np.maximum(minute, opening, out=minute)
    last = log.offsets[1:] - 1
    unseen = np.flatnonzero(at > setting.as_of)
    if len(unseen):
        missing = np.bincount(np.searchsorted(log.offsets, unseen, side="right") - 1, minlength=log.case_count)
        last = np.where(missing < lengths, last - missing, NONE)
    work, stop_work = tables.work_before(minute), tables.work_before(stop_minute)
    minutes = np.diff(work, prepend=0)
    minutes[first] = 0
    minutes[unseen] = 0
    tail = np.where(last == NONE, 0, stop_work - work[last])
    return _Times(minute, work, minutes, stop, stop_work, last, tail)


def _holders(index: KindIndex, times: _Times, external_units: Mask) -> _Holders:
    log, last = index.log, times.last
    unit, person = log.events.unit, log.events.actor
    if (unit == NONE).any():
        unit = np.where(unit == NONE, log.cases.unit[index.case], unit)
    # Code -1 takes the last entry: an unknown unit is the agency's.
    holder_of = np.append(np.where(external_units, HolderKind.OTHER_AGENCY, HolderKind.OFFICE), HolderKind.OFFICE)
    holder_of = holder_of.astype(np.int8)
    seen = last != NONE
    tail_unit = np.where(seen, unit[last], log.cases.unit)
    holders = _Holders(
        holder_of[unit], person.copy(), unit, holder_of[tail_unit], np.where(seen, person[last], NONE), tail_unit
    )
    _put_waits(index, times.stop, holders, WAITS_FOR_AGENCY, HolderKind.OTHER_AGENCY)
    _put_waits(index, times.stop, holders, WAITS_FOR_APPLICANT, HolderKind.APPLICANT)
    return holders


def _put_waits(index: KindIndex, stop: Ints, holders: _Holders, table: Mapping[Kind, Kind], who: HolderKind) -> None:
    """From a request to its answer, the one who was asked held the dossier."""
    for asked, answer in table.items():
        found = waits(index, stop, asked, answer)
        waiting = found.stop == NONE
        until = np.where(waiting, index.log.offsets[1:][found.case] - 1, found.stop)
        events = _ranges(found.start + 1, until - found.start)
        holders.holder[events], holders.person[events] = who, NONE
        cases = found.case[waiting]
        holders.tail_holder[cases], holders.tail_person[cases] = who, NONE


def _late(
    log: EventLog, clock: ClockColumns, times: _Times, holders: _Holders, over: Ints, tables: CalendarTables
) -> tuple[Ints, Ints]:
    """The late minutes charged to each event's stretch, and to each case's tail."""
    late, tail_late = np.zeros(log.event_count, np.int64), np.zeros(log.case_count, np.int64)
    cases = np.flatnonzero(clock.late_minutes)
    if not len(cases):
        return late, tail_late
    count = np.diff(log.offsets)[cases]
    events = _ranges(log.offsets[cases], count)
    tails = np.cumsum(count + 1) - 1  # the places of the tails, among all stretches of the late cases
    starts = tails - count
    is_tail = np.zeros(len(events) + len(cases), np.bool_)
    is_tail[tails] = True
    due = tables.work_before(clock.due_minute[cases])
    after_due = np.empty(len(is_tail), np.int64)
    after_due[~is_tail] = _after(times.work[events], times.minutes[events], np.repeat(due, count))
    after_due[tails] = _after(times.stop_work[cases], times.tail[cases], due)
    overrun, applicant = np.zeros(len(is_tail), np.int64), np.empty(len(is_tail), np.bool_)
    overrun[~is_tail] = over[events]
    applicant[~is_tail] = holders.holder[events] == HolderKind.APPLICANT
    applicant[tails] = holders.tail_holder[cases] == HolderKind.APPLICANT
    after_due[applicant] = 0
    seen = starts + times.last[cases] - log.offsets[cases]
    last = _last_not(applicant, np.where(times.last[cases] == NONE, tails, seen))
    charged = charge_all(clock.late_minutes[cases], overrun, after_due, last, starts)
    late[events], tail_late[cases] = charged[~is_tail], charged[tails]
    return late, tail_late


def _after(work: Ints, minutes: Ints, due: Ints) -> Ints:
    """Of the working minutes up to a point, those after due."""
    after: Ints = np.minimum(np.maximum(work - due, 0), minutes)
    return after


def _last_not(applicant: Mask, last: Ints) -> Ints:
    """Per case the last place, not after `last`, that was not the applicant's; the first stretch of a case never is."""
    own: Ints = np.maximum.accumulate(np.where(applicant, 0, np.arange(len(applicant))))
    return own[last]


def _ranges(starts: Ints, lengths: Ints) -> Ints:
    """Runs of consecutive numbers, one after the other."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(starts - ends + lengths, lengths)
