"""Enter a fact late: within the tolerance alone, beyond it with a second person and a reason that is kept."""

from dataclasses import replace
from datetime import datetime

from baro.records.recording import Recorded, record
from baro.rules.judged.late_entry import Entered, check_entry, is_late
from baro.rules.observed.acts import Act
from baro.rules.prescribed.calendars import Calendar


def record_entered(act: Act, *, at: datetime, entered: Entered, calendar: Calendar, reason: str = "") -> Recorded:
    """Record an act that tells of an earlier moment. Raises `Refused("late_entry.…")` before anything is recorded."""
    check_entry(act.occurred_at, at, entered, calendar, by=(act.actor, act.second), reason=reason)
    if not is_late(act.occurred_at, at, entered, calendar):
        return record(act, at=at)
    late = replace(
        act, data={**act.data, "late_entry": entered.value}, personal={**act.personal, "late_reason": reason.strip()}
    )
    return record(late, at=at)
