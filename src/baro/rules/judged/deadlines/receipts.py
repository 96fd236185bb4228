"""When the clock of a dossier starts: its first receipt, and not before the desk is open.

A dossier is received by an act (NĐ 61/2018 art. 17.1). What comes in outside the receiving hours is taken as received
when the desk opens next (`after_hours_receipt = next_working_start`: common practice, no article; unverified default).
A log that can show receipts is read by them; one that cannot, by the receipt it records, or else by its first event.
"""

from datetime import datetime, timedelta

import numpy as np

from baro.rules.judged.deadlines.kinds_in_log import KindIndex
from baro.rules.judged.deadlines.rulers import number_of
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import NO_TIME, NONE, Codes, EventLog, Ints, ObservedCase
from baro.rules.prescribed.workday_tables import MINUTES_A_DAY, OUTSIDE, CalendarTables
from baro.rules.prescribed.workdays import work_minute_at
from baro.rules.prescribed.zones import MS_A_MINUTE, local_time

_NAIVE_EPOCH = datetime(1970, 1, 1)


def receipt_of(case: ObservedCase, receiving: CalendarTables, *, has_received_kind: bool) -> datetime | None:
    """Give the moment at which the clock of a case starts, aware; None if it was never received."""
    if has_received_kind:
        at = next((e.at for e in case.events if e.kind is Kind.RECEIVED), None)
    else:
        at = case.recorded_received or case.events[0].at
    return None if at is None else _at_the_desk(at, receiving)


def receipts(log: EventLog, tables: CalendarTables, index: KindIndex | None = None) -> tuple[Ints, Codes]:
    """Columnar twin, with the receiving calendar: per case the moment in ms (NO_TIME if never received) and its local
    day (-1)."""
    index = index or KindIndex(log)
    if index.knows(Kind.RECEIVED):
        first = index.first_of(Kind.RECEIVED)
        at = np.where(first >= 0, log.events.at[first], NO_TIME) if log.event_count else np.empty(0, np.int64)
    else:
        recorded = log.cases.recorded_received
        at = np.where(recorded != NO_TIME, recorded, log.events.at[log.offsets[:-1]])
    received = np.flatnonzero(at != NO_TIME)
    at[received] = _all_at_the_desk(at[received], tables)
    day = np.full(len(at), NONE, np.int32)
    day[received] = tables.local_minutes(at[received]) // MINUTES_A_DAY
    return at, day


def _at_the_desk(at: datetime, receiving: CalendarTables) -> datetime:
    """The moment itself within receiving hours, else the next opening; itself where the calendar knows of none."""
    local = local_time(at, receiving.calendar.zone)
    day = number_of(local.date())
    minute = day * MINUTES_A_DAY + local.hour * 60 + local.minute
    opens = work_minute_at(receiving.calendar, minute, 0) if receiving.first <= day <= receiving.last else None
    if opens is None or opens == minute or opens >= (receiving.last + 1) * MINUTES_A_DAY:
        return at
    wall = _NAIVE_EPOCH + timedelta(minutes=opens)
    return wall.replace(tzinfo=local.tzinfo).astimezone(at.tzinfo)


def _all_at_the_desk(at: Ints, receiving: CalendarTables) -> Ints:
    minute = receiving.local_minutes(at)
    opens = receiving.at_work_minute(receiving.work_before(minute))
    moved = (opens != OUTSIDE) & (opens != minute) & (minute >= receiving.first * MINUTES_A_DAY)
    if not moved.any():
        return at
    wall = opens[moved]
    opened = (at[moved] // MS_A_MINUTE + wall - minute[moved]) * MS_A_MINUTE
    opened += (wall - receiving.local_minutes(opened)) * MS_A_MINUTE  # the clocks may have been changed in between
    desk = at.copy()
    desk[moved] = opened
    return desk
