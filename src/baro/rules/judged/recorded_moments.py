"""Which moment of a recorded step counts for figures, when it is told late (`late_entry.py`).

A step told within the tolerance counts when it is said to have happened. Told later, it counts when it was recorded, unless
that would make the unit look better: what begins its time, or gives it the dossier back, counts when it is said to have happened.
So no moment that is told, by however much, lowers a lateness.
"""

from datetime import datetime

from baro.rules.judged.late_entry import Entered, is_late
from baro.rules.observed.kinds import Kind
from baro.rules.prescribed.calendars import Calendar

_BEGINS_TIME = frozenset(
    {Kind.SUBMITTED, Kind.RECEIVED, Kind.SUPPLEMENT_RECEIVED, Kind.PAID, Kind.ANSWERED, Kind.RESUMED, Kind.REOPENED}
)


def step_counts_at(kind: Kind, occurred_at: datetime, recorded_at: datetime, calendar: Calendar) -> datetime:
    """Give the moment that counts. Both moments aware."""
    if kind in _BEGINS_TIME or not is_late(occurred_at, recorded_at, Entered.COUNTER, calendar):
        return occurred_at
    return recorded_at
