"""What can be told next of a task, and by whom: the side of the lead, the side of the assigner."""

from datetime import date

from baro.rules.judged.tasks.standing import Stage, TaskNow
from baro.rules.observed.tasks import TaskEvent, TaskKind
from baro.rules.prescribed.refusals import Refused

_BY_LEAD = {
    Stage.GIVEN: (
        TaskKind.ACCEPTED,
        TaskKind.DECLINED,
        TaskKind.HANDED,
        TaskKind.NOTED,
        TaskKind.ASKED,
        TaskKind.SUBMITTED,
    ),
    Stage.UNDER_WAY: (TaskKind.SUBMITTED, TaskKind.HANDED, TaskKind.NOTED, TaskKind.ASKED),
}
_BY_ASSIGNER = {
    Stage.GIVEN: (TaskKind.SUBMITTED, TaskKind.EXTENDED, TaskKind.KEPT, TaskKind.CANCELLED),
    Stage.UNDER_WAY: (TaskKind.SUBMITTED, TaskKind.EXTENDED, TaskKind.KEPT, TaskKind.CANCELLED),
    Stage.DECLINED: (TaskKind.UPHELD, TaskKind.CANCELLED),
    Stage.SUBMITTED: (TaskKind.APPROVED, TaskKind.RETURNED, TaskKind.CANCELLED),
}


def steps_open(now: TaskNow, body: str) -> tuple[TaskKind, ...]:
    """What a body may tell next, in the order of a usual course. Who gives a task to itself has both sides."""
    lead = _BY_LEAD.get(now.stage, ()) if body == now.task.lead else ()
    given = _BY_ASSIGNER.get(now.stage, ()) if body == now.task.assigner else ()
    return tuple(dict.fromkeys(kind for kind in (*lead, *given) if _fits(now, kind)))


def check_step(now: TaskNow, event: TaskEvent) -> None:
    """Refuse what is not that body's to tell now. Raises `Refused("task.not_now" | "task.day_no_later")`."""
    if event.kind not in steps_open(now, event.teller):
        raise Refused("task.not_now")
    if event.due_on is not None and event.due_on <= (now.due_on or now.task.assigned_on):
        raise Refused("task.day_no_later", day=f"{now.due_on or now.task.assigned_on:%d/%m/%Y}")


def last_told(now: TaskNow) -> TaskEvent | None:
    """The last event that stands: the only one that can be told not to have happened."""
    return now.events[-1] if now.events else None


def last_noted(now: TaskNow) -> TaskEvent | None:
    """The last time somebody said how far it is."""
    return next((event for event in reversed(now.events) if event.kind is TaskKind.NOTED), None)


def check_voided(now: TaskNow, number: int, teller: str) -> None:
    """Refuse to take back anything but the last thing told, or by another body than told it. Raises
    `Refused("task.not_last" | "task.told_by_another")`."""
    last = last_told(now)
    if last is None or last.number != number:
        raise Refused("task.not_last")
    if last.teller != teller:
        raise Refused("task.told_by_another")


def earliest(now: TaskNow) -> date:
    """The day before which the next thing cannot have happened: of the last thing told, else of the assignment."""
    return max((event.on for event in now.events), default=now.task.assigned_on)


def _fits(now: TaskNow, kind: TaskKind) -> bool:
    match kind:
        case TaskKind.ASKED:
            return now.asked is None and now.due_on is not None
        case TaskKind.KEPT:
            return now.asked is not None
    return True
