"""The open tasks that wait for somebody: handed to them, or of a body that they head; to be judged, where their body gave it.
One that is late waits for the head of its lead too, whoever it was handed to."""

from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.tasks import ASSIGN, WORK
from baro.records.queries.tasks import open_tasks
from baro.rules.judged.tasks.standing import TaskNow, by_urgency, task_on
from baro.rules.prescribed.policy.standing import Subject

_LOOKED_AT = 500


def tasks_waiting(who: Asker) -> list[TaskNow]:
    """What waits for the asker: the late first, then by the day due."""
    scope = permission.scope(who, WORK)
    if scope.is_empty:
        return []
    return by_urgency(now for task in open_tasks(scope, _LOOKED_AT) if _is_theirs(who, now := task_on(task, who.on)))


def _is_theirs(who: Asker, now: TaskNow) -> bool:
    if not now.is_with_lead:
        return _heads(who, now, now.task.assigner)
    return now.holder == who.person or ((now.is_late or not now.holder) and _heads(who, now, now.task.lead))


def _heads(who: Asker, now: TaskNow, body: str) -> bool:
    return permission.allows(who, ASSIGN, Subject(id=now.task.id, unit=body))
