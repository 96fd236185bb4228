"""Record the directives and assigned tasks of the demo, each once."""

from dataclasses import replace
from datetime import date, datetime

from baro.app.demo_joint import day_before
from baro.channels.demo.authority.tasks import DIRECTIVES, DemoDirective, DemoStep, DemoTask, tasks
from baro.desk.article import OPEN_TASKS
from baro.desk.by import By
from baro.desk.directives import acknowledge_directive, record_directive
from baro.desk.tasks import ASSIGNERS, Telling, assign_task, tell_task
from baro.records.queries.directives import directives
from baro.records.queries.tasks import assigned_task
from baro.rules.observed.directives import Directive
from baro.rules.observed.tasks import Task


def record_tasks(by: By, at: datetime) -> None:
    """Record what is not yet recorded; the days lie so many working days before `at`."""
    known = directives()
    for told in DIRECTIVES:
        if told.id not in known:
            _directive(told, by, at)
    for task in tasks():
        if assigned_task(OPEN_TASKS, task.id) is None:
            _task(task, by, at)


def _directive(told: DemoDirective, by: By, at: datetime) -> None:
    record_directive(
        Directive(
            id=told.id, body=told.body, source=told.source, number=told.number, signed_on=day_before(told.days_ago, at),
            issuer=told.issuer, subject=told.subject, implements=told.implements, addressees=told.addressees, recorded_at=at,
            acknowledge_by=day_before(told.days_ago - told.within, at) if told.within else None,
        ),
        replace(by, unit=told.body), at,
    )  # fmt: skip
    for unit, after in told.noted:
        acknowledge_directive(told.id, unit, day_before(told.days_ago - after, at), replace(by, unit=unit), at)


def _task(told: DemoTask, by: By, at: datetime) -> None:
    given = Task(
        id=told.id, assigner=told.assigner, lead=told.lead, coordinating=told.helpers, source=told.source,
        directive=told.directive, parent=told.parent, content=told.content, product=told.product,
        assigned_on=day_before(told.days_ago, at), due_on=_due(told.due, at), arose_on=_due(told.arose, at),
        recorded_at=at,
    )  # fmt: skip
    assign_task(given, OPEN_TASKS, replace(by, unit=told.assigner), at)
    for step in told.steps:
        teller = told.assigner if step.kind in ASSIGNERS else told.lead
        tell_task(told.id, _telling(step, at), OPEN_TASKS, replace(by, unit=teller), at)


def _telling(step: DemoStep, at: datetime) -> Telling:
    return Telling(
        kind=step.kind, on=day_before(step.days_ago, at), document=step.document, due_on=_due(step.due, at),
        holder=step.holder, quality=step.quality, words=step.words,
    )  # fmt: skip


def _due(days: int | None, at: datetime) -> date | None:
    return None if days is None else day_before(days, at)
