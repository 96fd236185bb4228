"""Enter a fact late: within the tolerance alone, beyond it with a second person, who approved, and a reason that is kept."""

from dataclasses import replace
from datetime import datetime

from baro.desk.permission import Asker
from baro.desk.two_persons import Proposed, carried_out_act, settled
from baro.records.ledger.bodies import moment
from baro.records.recording import Recorded, record, record_all
from baro.rules.judged.late_entry import Entered, check_entry, is_late
from baro.rules.observed.acts import Act, Value
from baro.rules.prescribed.calendars import Calendar
from baro.rules.prescribed.policy.standing import Subject


def late_entry(act: Act, subject: Subject) -> Proposed:
    """Say which act about which matter is to be entered late, to be proposed first."""
    what: dict[str, Value] = {
        "type": act.type, "stream": act.stream, "occurred_at": moment(act.occurred_at), "data": act.data,
    }  # fmt: skip
    return Proposed(operation="ledger.late_entry", subject=subject, what=what)


def record_entered(
    act: Act,
    subject: Subject,
    who: Asker,
    *,
    at: datetime,
    entered: Entered,
    calendar: Calendar,
    reason: str = "",
    proposal: str = "",
) -> Recorded:
    """Record an act that tells of an earlier moment; beyond the tolerance it was proposed as `late_entry(…)` and approved.
    Raises `Refused("late_entry.…" | "access.…")` before anything is recorded."""
    act = replace(act, actor=who.person, second="")
    if not is_late(act.occurred_at, at, entered, calendar):
        check_entry(act.occurred_at, at, entered, calendar, by=(act.actor, ""), reason=reason)
        return record(act, at=at)
    second = settled(proposal, late_entry(act, subject), who, at)
    check_entry(act.occurred_at, at, entered, calendar, by=(act.actor, second), reason=reason)
    data, personal = {**act.data, "late_entry": entered.value}, {**act.personal, "late_reason": reason.strip()}
    late = replace(act, second=second, data=data, personal=personal)
    return record_all((late, carried_out_act(proposal, who, at)), at=at)[0]
