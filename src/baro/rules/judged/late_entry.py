"""Late entry: a fact told long after it happened needs a second person and a reason, and never improves a figure alone.

What counts for a figure is when a fact was recorded. Only if two persons vouch for it does the moment at which it is said
to have happened count. So nobody can, by moving a moment, make anything look less late. What the keeper of the machine
loads when an authority begins is history of another register: its days count, and every such act says that it was loaded.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache

from baro.rules.observed.entries import Entry
from baro.rules.prescribed.calendars import Calendar
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.workdays import add_working_days
from baro.rules.prescribed.zones import VIETNAM, local_time


class Entered(StrEnum):
    """Where a fact was written down first."""

    COUNTER = "counter"  # at the counter, into the system
    PAPER = "paper"  # on paper, typed in as a batch
    LOADED = "loaded"  # in another register, loaded by the keeper of the machine when the authority begins


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How late an entry may come alone, from a day on: minutes, or whole working days. No law says it: `verified` is
    False until a regulation of the agency is entered here as a later row."""

    source: str
    entered: Entered
    valid_from: date
    minutes: int = 0
    working_days: int = 0
    verified: bool = False


TOLERANCES = (
    Tolerance("mặc định của Ba Rõ, chưa có văn bản: tại quầy", Entered.COUNTER, date(2010, 1, 1), minutes=15),
    Tolerance("mặc định của Ba Rõ, chưa có văn bản: lô giấy", Entered.PAPER, date(2010, 1, 1), working_days=1),
)
LABEL = "entered"
"""The field of an act's data that says how it was entered, where it tells of an earlier day."""
_CLOCKS_DIFFER = timedelta(minutes=2)


def tolerance_on(entered: Entered, on: date, rows: tuple[Tolerance, ...] = TOLERANCES) -> Tolerance | None:
    """Give the tolerance in force on a day: the latest row that began; None where nothing may come late alone."""
    begun = [row for row in rows if row.entered is entered and row.valid_from <= on]
    return max(begun, key=lambda row: row.valid_from, default=None)


def is_late(occurred_at: datetime, recorded_at: datetime, entered: Entered, calendar: Calendar) -> bool:
    """Say whether an entry comes beyond the tolerance of the day on which it is recorded."""
    recorded = local_time(recorded_at, calendar.zone).date()
    tolerance = tolerance_on(entered, recorded)
    if tolerance is None:
        return occurred_at < recorded_at
    if not tolerance.working_days:
        return recorded_at - occurred_at > timedelta(minutes=tolerance.minutes)
    happened = local_time(occurred_at, calendar.zone).date()
    until = add_working_days(calendar, happened, tolerance.working_days)
    return until is not None and recorded > until


def check_not_future(occurred_at: datetime, recorded_at: datetime) -> None:
    """Refuse an entry that tells of the future. Raises `Refused("late_entry.future")`."""
    if occurred_at - recorded_at > _CLOCKS_DIFFER:
        raise Refused("late_entry.future")


def check_vouched(actor: str, second: str, reason: str) -> None:
    """Refuse to let a told moment count without a second person and a reason.

    Raises `Refused("late_entry.second_person" | "late_entry.reason")`.
    """
    if not second or second == actor:
        raise Refused("late_entry.second_person")
    if not reason.strip():
        raise Refused("late_entry.reason")


def is_believed(*, actor: str, second: str, entered: str = "") -> bool:
    """Say whether what an entry tells of its moment counts: two persons vouch for it, or it was loaded, labelled so, when
    the authority began."""
    return second not in ("", actor) or entered == Entered.LOADED


def counts_at(occurred_at: datetime, recorded_at: datetime, *, actor: str, second: str, entered: str = "") -> datetime:
    """Give the moment that counts for a figure: when it was recorded, unless what it tells is believed."""
    return occurred_at if is_believed(actor=actor, second=second, entered=entered) else recorded_at


def counts_on(told: date, entry: Entry) -> date:
    """Give the day that counts for a figure, of a day that an entry tells; as `counts_at`."""
    label = str(entry.data.get(LABEL, ""))
    believed = is_believed(actor=entry.actor, second=entry.second, entered=label)
    return told if believed else _day_here(entry.recorded_at)


def counts_since(told: date | None, entry: Entry, before: tuple[date | None, date | None] | None = None) -> date | None:
    """Give the day from which something may be relied on that an entry says to hold from a day (None: ever since); None if
    as told. `before`: how it was told until now (from, counted from), if the entry corrects it: what counted already goes
    on to count."""
    if is_believed(actor=entry.actor, second=entry.second, entered=str(entry.data.get(LABEL, ""))):
        return None
    counted = _day_here(entry.recorded_at)
    if before is not None:
        since = max((day for day in before if day), default=None)
        if since is None:
            return None
        counted = min(counted, since)
    return None if told is not None and told >= counted else counted


def moment_of(told: date, recorded_at: datetime) -> datetime:
    """Give the moment that a told day stands for: its end, or when it is recorded if that is the same day."""
    recorded = local_time(recorded_at, VIETNAM)
    if told == recorded.date():
        return recorded_at
    return datetime.combine(told, time(23, 59, 59), tzinfo=recorded.tzinfo)


@lru_cache(maxsize=64)
def _day_here(at: datetime) -> date:
    """The day in Vietnam; entries that follow each other were often recorded at one moment."""
    return local_time(at, VIETNAM).date()
