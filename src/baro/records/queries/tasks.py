"""Assigned tasks with what was told of each, within a scope; of several copies in reach each is read once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from baro.records.ledger.heads import hold
from baro.records.models.tasks import TaskEventRow, TaskRow
from baro.records.round_trips import ask
from baro.records.row_security.session import reading
from baro.rules.observed.directives import Source
from baro.rules.observed.tasks import Quality, Task, TaskEvent, TaskKind
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.zones import VIETNAM, VIETNAM_TIME, local_time

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ClosedPlace:
    """After which task a page of closed ones begins: when its end was recorded, and its id."""

    closed_at: datetime
    task: str


@dataclass(frozen=True, slots=True)
class GivenPlace:
    """After which task a page of open ones begins: the day it was given on, and its id."""

    assigned_on: date
    task: str


def assigned_task(scope: Scope, task: str, held: Collection[str] = ()) -> Task | None:
    """One task; None if there is none in reach. On the streams that are `held` nobody else records anything from before it
    is read until this transaction ends."""
    if locks := hold(held):
        ask(*locks)
    if "\0" in task:
        return None
    return next(iter(_found(scope, Q(task=task))), None)


def open_tasks(scope: Scope, most: int, after: GivenPlace | None = None) -> list[Task]:
    """The next tasks in reach whose end was not recorded, the first given first; at most so many."""
    meant = Q(closed_at=None)
    if after is not None:
        meant &= Q(assigned_on__gt=after.assigned_on) | Q(assigned_on=after.assigned_on, task__gt=after.task)
    return _found(scope, meant, most)


def closed_tasks(scope: Scope, after: ClosedPlace | None, most: int) -> list[Task]:
    """The next tasks whose end was recorded, the last one first; at most so many."""
    with reading():
        rows: QuerySet[Any] = TaskRow.objects.within(scope).filter(closed_at__isnull=False)
        if after is not None:
            rows = rows.filter(Q(closed_at__lt=after.closed_at) | Q(closed_at=after.closed_at, task__gt=after.task))
        told = rows.order_by("-closed_at", "task").values_list("closed_at", "task").distinct()
        wanted = [task for _, task in told[:most]]
    found = {one.id: one for one in _found(scope, Q(task__in=wanted))}
    return [found[task] for task in wanted]


def tasks_given(scope: Scope, first: date, last: date) -> list[Task]:
    """The tasks in reach that were given from `first` to `last`, or earlier and had no end recorded before `first`."""
    begins = datetime.combine(first, datetime.min.time(), tzinfo=VIETNAM_TIME)
    return _found(
        scope, Q(assigned_on__lte=last) & (Q(assigned_on__gte=first) | Q(closed_at=None) | Q(closed_at__gte=begins))
    )


def tasks_of(scope: Scope, directives: Collection[str]) -> list[Task]:
    """The tasks in reach that some directives gave."""
    return _found(scope, Q(directive__in=list(directives)))


def parts_of(scope: Scope, task: str) -> list[Task]:
    """The tasks in reach that are parts of one."""
    return _found(scope, Q(parent=task))


def unresolved(scope: Scope, most: int | None = None) -> list[Task]:
    """The matters in reach that were left unresolved, open or not, those that arose first before; all, or at most so many."""
    found = _found(scope, Q(arose_on__isnull=False))
    return sorted(found, key=lambda one: (one.arose_on or one.assigned_on, one.id))[:most]


def count_tasks(scope: Scope) -> tuple[int, int]:
    """How many tasks in reach are open, and how many are closed."""
    with reading():
        rows = TaskRow.objects.within(scope).order_by()
        is_open, is_closed = Q(closed_at=None), Q(closed_at__isnull=False)
        return tuple(rows.filter(told).values("task").distinct().count() for told in (is_open, is_closed))  # type: ignore[return-value]


def _found(scope: Scope, meant: Q, most: int | None = None) -> list[Task]:
    """The tasks in reach that are meant with their events, the first given first."""
    with reading():
        rows = TaskRow.objects.within(scope).filter(meant)
        if most is not None:
            first = rows.order_by("assigned_on", "task").values_list("assigned_on", "task").distinct()[:most]
            rows = TaskRow.objects.within(scope).filter(task__in=[task for _, task in first])
        by_id = {row.task: row for row in rows}
        events = _events(scope, list(by_id))
    told = [_task(row, tuple(events.get(task, {}).values())) for task, row in by_id.items()]
    return sorted(told, key=lambda one: (one.assigned_on, one.id))


def _events(scope: Scope, tasks: list[str]) -> dict[str, dict[int, TaskEvent]]:
    found: dict[str, dict[int, TaskEvent]] = {}
    for begin in range(0, len(tasks), _AT_ONCE):
        told: QuerySet[Any] = TaskEventRow.objects.within(scope).filter(task__in=tasks[begin : begin + _AT_ONCE])
        for row in told.order_by("event"):
            found.setdefault(row.task, {}).setdefault(row.event, _event(row))
    return found


def _task(row: TaskRow, events: tuple[TaskEvent, ...]) -> Task:
    return Task(
        id=row.task, assigner=row.assigner, lead=row.lead, coordinating=tuple(row.coordinating), source=Source(row.source),
        directive=row.directive, parent=row.parent, content=row.content, product=row.product, leader=row.leader,
        assigned_on=row.assigned_on, due_on=row.due_on, arose_on=row.arose_on, recorded_at=row.recorded_at, recorded_by=row.recorded_by,
        events=events, closed_at=row.closed_at,
    )  # fmt: skip


def _event(row: TaskEventRow) -> TaskEvent:
    return TaskEvent(
        number=row.event, kind=TaskKind(row.kind), on=row.happened_on, recorded_at=row.recorded_at,
        recorded_on=local_time(row.recorded_at, VIETNAM).date(), teller=row.teller, recorded_by=row.recorded_by,
        document=row.document, due_on=row.due_on, holder=row.holder,
        quality=Quality(row.quality) if row.quality else None, voids=row.voids, words=row.words,
        is_believed=row.is_believed,
    )  # fmt: skip
