"""The tasks that wait for somebody: handed to them, or of a body that they head; to be judged, where their body gave it."""

from baro.channels.web.tasks.told import ShownTask, shown_tasks
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.tasks import ASSIGN, WORK
from baro.records.queries.directives import directives
from baro.records.queries.tasks import open_tasks
from baro.rules.judged.tasks.standing import WITH_LEAD, TaskNow, task_on
from baro.rules.prescribed.policy.standing import Subject

_LOOKED_AT = 500


def waiting_tasks(who: Asker, most: int) -> list[ShownTask]:
    """What waits for the asker: the late first, then by the day due."""
    scope = permission.scope(who, WORK)
    if scope.is_empty:
        return []
    found = [now for task in open_tasks(scope, _LOOKED_AT) if _is_theirs(who, now := task_on(task, who.on))]
    found.sort(key=lambda now: (-(now.late_days or 0), now.due_on is None, now.due_on or now.task.assigned_on))
    return shown_tasks(who, found[:most], directives()) if found else []


def _is_theirs(who: Asker, now: TaskNow) -> bool:
    if now.stage in WITH_LEAD and now.asked is None:
        return now.holder == who.person or (not now.holder and _heads(who, now, now.task.lead))
    return _heads(who, now, now.task.assigner)


def _heads(who: Asker, now: TaskNow, body: str) -> bool:
    return permission.allows(who, ASSIGN, Subject(id=now.task.id, unit=body))
