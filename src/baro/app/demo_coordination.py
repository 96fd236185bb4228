"""Record the second coordination rule of the demo with what was told of it, once."""

from dataclasses import replace
from datetime import date, datetime

from baro.app.demo_joint import working_day_ago
from baro.channels.demo.authority import coordination
from baro.desk.by import By
from baro.desk.followed import Telling
from baro.desk.joint_rules import record_rule
from baro.desk.late_entry import CALENDAR
from baro.desk.obligations import owed_until, record_obligation, tell_obligation
from baro.desk.permission import day_of
from baro.records.queries.followed import followed, obligation
from baro.records.queries.joint_rules import coordination_rule
from baro.rules.observed.followed import FollowedKind
from baro.rules.prescribed.joint import CoordinationRule
from baro.rules.prescribed.places.city import LAND_OFFICE
from baro.rules.prescribed.workdays import add_working_days


def record_coordination(by: By, at: datetime) -> None:
    """Record what is not yet recorded; what was asked for lies so many working days before `at`."""
    today, by = day_of(at), replace(by, unit=LAND_OFFICE)
    rule = coordination_rule(coordination.RULE_ID)
    if rule is None:
        rule = coordination.rule(today)
        record_rule(rule, by, at)
    for told in coordination.obligations(today):
        if obligation(told.id) is None:
            record_obligation(told, by, at)
    first = next(coordination.askings()).obligation
    if not followed(f"obligation/{first}"):
        for asking in coordination.askings():
            _ask(asking, today, by, at)
        _periods(rule, today, by, at)


def _ask(asking: coordination.Asking, today: date, by: By, at: datetime) -> None:
    on = working_day_ago(today, asking.days_ago)
    telling = Telling(kind=FollowedKind.ASKED, on=on, document=f"Mẫu {asking.days_ago}/PC")
    number = tell_obligation(asking.obligation, telling, by, at)
    ended = add_working_days(CALENDAR, on, asking.took) if asking.took is not None else None
    if ended is not None and ended <= today:
        told = Telling(kind=asking.kind, on=ended, document=f"Mẫu {asking.days_ago}/TB", about=str(number))
        tell_obligation(asking.obligation, told, by, at)


def _periods(rule: CoordinationRule, today: date, by: By, at: datetime) -> None:
    """What is owed by the period, for the periods that are due."""
    due = [one for one in owed_until(today, (rule,)) if one.owed.asked is None and one.owed.due < today]
    for number, one in enumerate(due):
        after = coordination.after_due(number)
        if after is None:
            continue
        on = add_working_days(CALENDAR, one.owed.due, after) if after > 0 else working_day_ago(one.owed.due, -after)
        told = Telling(
            kind=FollowedKind.DONE, on=min(on or today, today), document=f"Mẫu {number + 1}/BC", about=one.owed.key
        )
        tell_obligation(one.obligation.id, told, by, at)
