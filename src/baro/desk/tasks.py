"""Assigned tasks: given, and all that is told of them after. For whom somebody acts (`By.unit`) is who tells: the body that gave
it, or the body that leads it. Whoever is not the head of that body tells only of tasks that were handed to them."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from baro.desk import permission
from baro.desk.by import By, Program, act_of, require_on
from baro.desk.directives import check_bodies
from baro.desk.late_entry import entered_acts, told_on
from baro.desk.permission import Asker
from baro.desk.seeing import seen_by_party
from baro.records.ids_made import new_id
from baro.records.queries.directives import directive
from baro.records.queries.people import holders_in
from baro.records.queries.tasks import assigned_task, tasks_of, unresolved
from baro.records.recording import record_all
from baro.records.row_security.session import acting
from baro.rules.judged.tasks.standing import TaskNow, task_on
from baro.rules.judged.tasks.steps import check_step, check_voided, earliest
from baro.rules.observed.acts import Act, Value
from baro.rules.observed.tasks import (
    Quality,
    Task,
    TaskEvent,
    TaskKind,
    check_given,
    check_part,
    check_told,
)
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

READ, ASSIGN, WORK = "task.read", "task.assign", "task.work"
ASSIGNERS = frozenset(
    {TaskKind.UPHELD, TaskKind.EXTENDED, TaskKind.KEPT, TaskKind.RETURNED, TaskKind.APPROVED, TaskKind.CANCELLED}
)
HEADS_ALONE = frozenset({TaskKind.ACCEPTED, TaskKind.DECLINED, TaskKind.HANDED})
"""What the head of the lead tells, and no officer of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What is told of a task: when, by which document, the day asked for or set, who is named, how the product was found, why."""

    kind: TaskKind
    on: date
    document: str = ""
    due_on: date | None = None
    holder: str = ""
    quality: Quality | None = None
    words: str = ""


@acting()
def assign_task(told: Task, scope: Scope, by: By, at: datetime) -> str:
    """Give a task; one without an id gets one, which is given. Raises `Refused("access.…" | "task.…" | "directive.…")`."""
    subject = Subject(id=told.id, unit=told.assigner)
    require_on(by, ASSIGN, subject, at)
    check_given(told, permission.day_of(at))
    if told.parent:
        check_part(told, assigned_task(scope, told.parent))
    if told.directive:
        _check_directive(told)
    check_bodies((told.lead, *told.coordinating), permission.day_of(at))
    made = told.id or new_id(at)
    data: dict[str, Value] = {
        "task": made, "assigner": told.assigner, "lead": told.lead, "coordinating": list(told.coordinating),
        "source": told.source.value, "directive": told.directive, "parent": told.parent,
        "assigned_on": told.assigned_on.isoformat(), "due_on": _written(told.due_on),
        "arose_on": _written(told.arose_on), "parties": list(told.parties),
    }  # fmt: skip
    said = {"content": told.content.strip(), "product": told.product.strip(), "leader": told.leader.strip()}
    _record(act_of(by, "task.given", f"task/{made}", at, data, said), told.assigned_on, subject, by, at)
    return made


@acting()
def tell_task(task: str, told: Telling, scope: Scope, by: By, at: datetime) -> None:
    """Record what happened to a task. Raises `Refused("access.…" | "task.…" | "late_entry.future")`."""
    now = _held(task, scope, at)
    subject = _teller(now, told.kind, by, at)
    event = _event(now, told, by, at)
    check_step(now, event)
    check_told(event, earliest(now), now.on, holders_in(now.task.lead, now.on))
    _record(_act(now, event, by, at), told.on, subject, by, at)


@acting()
def take_back_told(task: str, number: int, reason: str, scope: Scope, by: By, at: datetime) -> None:
    """Record that the last thing told of a task did not happen; it stays to be read. Raises `Refused("access.…" | "task.…")`."""
    now = _held(task, scope, at)
    check_voided(now, number, by.unit)
    subject = _teller(now, now.events[-1].kind, by, at)
    event = replace(_event(now, Telling(kind=TaskKind.VOIDED, on=now.on, words=reason), by, at), voids=number)
    check_told(event, now.task.assigned_on, now.on)
    _record(_act(now, event, by, at), now.on, subject, by, at)


def task_now(task: str, scope: Scope, at: datetime) -> TaskNow | None:
    """A task in reach as it stands; None if there is none."""
    found = assigned_task(scope, task)
    return None if found is None else task_on(found, permission.day_of(at))


def matters_now(who: Asker, most: int | None = None, *, is_all: bool) -> list[TaskNow]:
    """The matters in reach that were left unresolved, as they stand: those still open, or all; those that arose first before."""
    found = (task_on(task, who.on) for task in unresolved(permission.scope(who, READ), most))
    return [now for now in found if is_all or now.is_open]


def tasks_given(who: Asker, directives: Collection[str]) -> list[TaskNow]:
    """The tasks that some directives gave, of those in somebody's reach, as they stand."""
    scope = permission.scope(who, READ)
    return [] if scope.is_empty else [task_on(task, who.on) for task in tasks_of(scope, directives)]


def may_tell(who: Asker, now: TaskNow, body: str, kind: TaskKind) -> bool:
    """Say whether somebody may tell this for a body, as `tell_task` asks it."""
    operation = ASSIGN if _is_assigners(now, body, kind) else WORK
    if not permission.allows(who, operation, Subject(id=now.task.id, unit=body)):
        return False
    return _is_theirs(who, now, body, kind)


def seen_of(who: Asker, now: TaskNow) -> Decision:
    """Up to which class somebody sees the fields of a task: by the party that lets them see most."""
    return seen_by_party(who, READ, now.task.parties)


def _held(task: str, scope: Scope, at: datetime) -> TaskNow:
    found = assigned_task(scope, task, held=(f"task/{task}",))
    if found is None:
        raise Refused("access.not_found")
    return task_on(found, permission.day_of(at))


def _teller(now: TaskNow, kind: TaskKind, by: By, at: datetime) -> Subject:
    """Let nobody tell but who had a part in it."""
    if by.unit not in (now.task.assigner, now.task.lead):
        raise Refused("access.denied")
    subject = Subject(id=now.task.id, unit=by.unit)
    require_on(by, ASSIGN if _is_assigners(now, by.unit, kind) else WORK, subject, at)
    if not isinstance(by.asker, Program) and not _is_theirs(by.asker, now, by.unit, kind):
        raise Refused("task.not_handed_to_you")
    return subject


def _is_assigners(now: TaskNow, body: str, kind: TaskKind) -> bool:
    """Say whether something is told as the one who gave the task, not as the one who leads it."""
    return kind in ASSIGNERS or body != now.task.lead


def _is_theirs(who: Asker, now: TaskNow, body: str, kind: TaskKind) -> bool:
    """Say whether somebody is a head of the body, or the task was handed to them and it is theirs to tell."""
    if permission.allows(who, ASSIGN, Subject(id=now.task.id, unit=body)):
        return True
    return kind not in HEADS_ALONE | ASSIGNERS and now.holder == who.person


def _event(now: TaskNow, told: Telling, by: By, at: datetime) -> TaskEvent:
    return TaskEvent(
        number=len(now.task.events) + 1, kind=told.kind, on=told.on, recorded_at=at, recorded_on=now.on, teller=by.unit,
        document=told.document.strip(), due_on=told.due_on, holder=told.holder, quality=told.quality,
        words=told.words.strip(),
    )  # fmt: skip


def _act(now: TaskNow, event: TaskEvent, by: By, at: datetime) -> Act:
    data: dict[str, Value] = {
        "task": now.task.id, "event": event.number, "kind": event.kind.value, "on": event.on.isoformat(),
        "teller": event.teller, "document": event.document, "due_on": _written(event.due_on), "holder": event.holder,
        "quality": event.quality.value if event.quality else "", "voids": event.voids,
        "reopens": bool(event.voids) and not now.is_open, "parties": list(now.task.parties),
    }  # fmt: skip
    return act_of(by, f"task.{event.kind}", f"task/{now.task.id}", at, data, {"words": event.words})


def _record(act: Act, on: date, subject: Subject, by: By, at: datetime) -> None:
    record_all(entered_acts([told_on(act, on, subject, at)], by, at), at=at)


def _check_directive(told: Task) -> None:
    found = directive(told.directive)
    if found is None or found.withdrawn_at is not None:
        raise Refused("directive.nothing_above")
    if told.assigned_on < found.signed_on:
        raise Refused("task.before_directive", day=f"{found.signed_on:%d/%m/%Y}")


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""
