"""Late entry: a fact told long after it happened needs a second person and a reason, and never improves a figure alone.

What counts for a figure is when a fact was recorded. Only if two persons vouch for it does the moment at which it is said
to have happened count. So nobody can, by moving a moment, make anything look less late.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from baro.rules.prescribed.calendars import Calendar
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.workdays import add_working_days
from baro.rules.prescribed.zones import local_time


class Entered(StrEnum):
    """Where a fact was written down first."""

    COUNTER = "counter"  # at the counter, into the system
    PAPER = "paper"  # on paper, typed in as a batch


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How late an entry may come alone: minutes, or whole working days. The operator's rule, not a law's."""

    source: str
    entered: Entered
    minutes: int = 0
    working_days: int = 0


TOLERANCES = (
    Tolerance("reliability plan, R3: at the counter", Entered.COUNTER, minutes=15),
    Tolerance("reliability plan, R3: paper batch", Entered.PAPER, working_days=1),
)
_CLOCKS_DIFFER = timedelta(minutes=2)


def is_late(occurred_at: datetime, recorded_at: datetime, entered: Entered, calendar: Calendar) -> bool:
    """Say whether an entry comes beyond its tolerance."""
    tolerance = next(t for t in TOLERANCES if t.entered is entered)
    if not tolerance.working_days:
        return recorded_at - occurred_at > timedelta(minutes=tolerance.minutes)
    happened = local_time(occurred_at, calendar.zone).date()
    until = add_working_days(calendar, happened, tolerance.working_days)
    return until is not None and local_time(recorded_at, calendar.zone).date() > until


def check_entry(
    occurred_at: datetime,
    recorded_at: datetime,
    entered: Entered,
    calendar: Calendar,
    *,
    by: tuple[str, str],
    reason: str,
) -> None:
    """Refuse an entry that comes too late for one person, or tells of the future. `by`: who enters, who approves ("").

    Raises `Refused("late_entry.future" | "late_entry.second_person" | "late_entry.reason")`.
    """
    actor, second = by
    if occurred_at - recorded_at > _CLOCKS_DIFFER:
        raise Refused("late_entry.future")
    if not is_late(occurred_at, recorded_at, entered, calendar):
        return
    if not second or second == actor:
        raise Refused("late_entry.second_person")
    if not reason.strip():
        raise Refused("late_entry.reason")


def counts_at(occurred_at: datetime, recorded_at: datetime, *, actor: str, second: str) -> datetime:
    """Give the moment that counts for a figure: when it was recorded, unless two persons vouch for when it happened."""
    return occurred_at if second and second != actor else recorded_at
