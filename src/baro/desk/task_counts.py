"""The tasks in reach that count in a period, what is carried from week to week, what lies with whom today."""

from datetime import timedelta

from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.tasks import READ, seen_of
from baro.records.queries.tasks import tasks_given
from baro.rules.counted.periods import Period
from baro.rules.counted.tasks import WEEK, CarriedWeek, Load, carried, in_period, loads
from baro.rules.counted.weeks import week_of
from baro.rules.judged.tasks.standing import TaskNow, task_on
from baro.rules.prescribed.policy.masking import hides

WEEKS = 8


def counted_now(who: Asker, period: Period) -> list[TaskNow]:
    """Give the tasks that count in a period, each as it stood at its end."""
    last = period.end - timedelta(1)
    return in_period(tasks_given(permission.scope(who, READ), period.first, last), period.first, last, who.on)


def carried_now(who: Asker) -> tuple[CarriedWeek, ...]:
    """Tell the last eight weeks, the earliest first; none where there are no tasks."""
    monday = week_of(who.on).monday
    tasks = tasks_given(permission.scope(who, READ), monday - (WEEKS - 1) * WEEK, who.on)
    return carried(tasks, monday, WEEKS, who.on) if tasks else ()


def loads_now(who: Asker) -> list[tuple[Load, bool]]:
    """What lies with whom today, by body and person, and whether the asker may see who."""
    tasks = [task_on(one, who.on) for one in tasks_given(permission.scope(who, READ), who.on, who.on)]
    veiled = {now.holder for now in tasks if now.holder and hides(seen_of(who, now), "task_event", "holder")}
    return [(one, one.holder not in veiled) for one in loads(tasks)]
