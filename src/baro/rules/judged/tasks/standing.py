"""How a task stands on a day, from all that was told of it.

Lateness and quality are two facts, kept apart. **Late days** are calendar days after the day due on which the work lay with
the lead: those from handing in until it was sent back lie with the assigner and are not counted. What a body tells of
itself counts no earlier than the day on which it was recorded, unless it is believed (`rules/judged/late_entry.py`); what the
assigner tells of the lead's work is told against itself and counts as told. A later day set by the assigner moves the day
due; the days late by the day first set are kept beside it, so that nothing is on time only because it was put off and
nobody sees it. Default of Ba Rõ: no instrument says how days of tasks are counted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from baro.rules.observed.tasks import Quality, Task, TaskEvent, TaskKind

SOON = 3
"""So many days before the day due a task is told to be due soon (default of Ba Rõ)."""


class Stage(StrEnum):
    """Where a task lies."""

    GIVEN = "given"
    DECLINED = "declined"
    UNDER_WAY = "under_way"
    SUBMITTED = "submitted"
    DONE = "done"
    CANCELLED = "cancelled"


OPEN = frozenset({Stage.GIVEN, Stage.DECLINED, Stage.UNDER_WAY, Stage.SUBMITTED})
WITH_LEAD = frozenset({Stage.GIVEN, Stage.UNDER_WAY})
_STAGE_AFTER = {
    TaskKind.ACCEPTED: Stage.UNDER_WAY,
    TaskKind.DECLINED: Stage.DECLINED,
    TaskKind.UPHELD: Stage.UNDER_WAY,
    TaskKind.SUBMITTED: Stage.SUBMITTED,
    TaskKind.RETURNED: Stage.UNDER_WAY,
    TaskKind.APPROVED: Stage.DONE,
    TaskKind.CANCELLED: Stage.CANCELLED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskNow:
    """A task on a day: `events` those that stand. `late_days` by the day due, `late_by_first` by the day first set; None
    where no day was set. `handed_in_on` is the day that counts of the last handing in that stands."""

    task: Task
    on: date
    stage: Stage
    events: tuple[TaskEvent, ...]
    due_on: date | None
    holder: str
    asked: TaskEvent | None
    handed_in_on: date | None
    closed_on: date | None
    late_days: int | None
    late_by_first: int | None
    returned: int
    extended: int
    quality: Quality | None

    @property
    def is_open(self) -> bool:
        """Say whether it is neither done nor cancelled."""
        return self.stage in OPEN

    @property
    def is_with_lead(self) -> bool:
        """Say whether the lead is to act; if not, and it is open, the assigner is: to judge it, or to answer a wish."""
        return self.stage in WITH_LEAD and self.asked is None

    @property
    def is_late(self) -> bool:
        """Say whether the lead has late days."""
        return bool(self.late_days) and self.stage is not Stage.CANCELLED

    @property
    def is_soon(self) -> bool:
        """Say whether the lead has it and its day comes within `SOON` days."""
        return (
            self.stage in WITH_LEAD
            and self.due_on is not None
            and timedelta(0) <= self.due_on - self.on <= timedelta(SOON)
        )

    @property
    def is_on_time_by_extension(self) -> bool:
        """Say whether it is not late only because its day was moved."""
        return not self.late_days and bool(self.late_by_first) and self.stage is not Stage.CANCELLED


def task_on(task: Task, on: date) -> TaskNow:
    """Read a task as it stands at the end of a day, by what counts by then."""
    events = standing(one for one in task.events if counted_on(one, task) <= on)
    stage, stretches, closed_on = _walk(task, events)
    due_on = next((e.due_on for e in reversed(events) if e.kind is TaskKind.EXTENDED), task.due_on)
    end = closed_on or on
    handed_in = [e for e in events if e.kind is TaskKind.SUBMITTED]
    return TaskNow(
        task=task, on=on, stage=stage, events=events, due_on=due_on,
        holder=next((e.holder for e in reversed(events) if e.kind is TaskKind.HANDED), ""), asked=_asked(events),
        handed_in_on=counted_on(handed_in[-1], task) if handed_in else None, closed_on=closed_on,
        late_days=late_days(due_on, end, stretches), late_by_first=late_days(_first(task, events), end, stretches),
        returned=sum(e.kind is TaskKind.RETURNED for e in events),
        extended=sum(e.kind is TaskKind.EXTENDED for e in events),
        quality=next((e.quality for e in reversed(events) if e.kind is TaskKind.APPROVED), None),
    )  # fmt: skip


def by_urgency(tasks: Iterable[TaskNow]) -> list[TaskNow]:
    """Put the late first, the latest of them before; then by the day due, those without one last."""
    return sorted(
        tasks, key=lambda now: (-(now.late_days or 0), now.due_on is None, now.due_on or now.task.assigned_on)
    )


def standing(events: Iterable[TaskEvent]) -> tuple[TaskEvent, ...]:
    """Give the events that stand, in their order: neither those told not to have happened, nor the telling of that."""
    told = list(events)
    gone = {event.voids for event in told if event.kind is TaskKind.VOIDED}
    return tuple(event for event in told if event.kind is not TaskKind.VOIDED and event.number not in gone)


def counted_on(event: TaskEvent, task: Task) -> date:
    """The day that counts of an event: as told where it is believed or told against oneself, else no earlier than it was recorded."""
    against_oneself = event.kind is TaskKind.SUBMITTED and event.teller != task.lead
    return event.on if event.is_believed or against_oneself else max(event.on, event.recorded_on)


def late_days(due_on: date | None, end: date, away: Sequence[tuple[date, date]]) -> int | None:
    """Count the days after `due_on`, up to and with `end`, that do not lie in `away`: stretches (from, to] that do not overlap.
    None where no day is due."""
    if due_on is None:
        return None
    return max(0, (end - due_on).days) - sum(max(0, (min(b, end) - max(a, due_on)).days) for a, b in away)


def _walk(task: Task, events: Sequence[TaskEvent]) -> tuple[Stage, list[tuple[date, date]], date | None]:
    """The stage after all events, the stretches (from, to] in which the work lay with the assigner, and when it was closed."""
    away: list[tuple[date, date]] = []
    stage, left, closed_on = Stage.GIVEN, None, None
    for event in events:
        after = _STAGE_AFTER.get(event.kind)
        if after is None:
            continue
        on = counted_on(event, task)
        if left is not None:
            away.append((left, max(left, on)))
            left = None
        if after in (Stage.SUBMITTED, Stage.DECLINED):
            left = max(on, away[-1][1]) if away else on
        closed_on = on if after in (Stage.DONE, Stage.CANCELLED) else None
        stage = after
    if left is not None:
        away.append((left, date.max))
    return stage, away, closed_on


def _first(task: Task, events: Sequence[TaskEvent]) -> date | None:
    """The day first set: with the task, or by the first extension where the task had none."""
    return task.due_on or next((e.due_on for e in events if e.kind is TaskKind.EXTENDED), None)


def _asked(events: Sequence[TaskEvent]) -> TaskEvent | None:
    """The wish for a later day that nobody has answered."""
    last = next((e for e in reversed(events) if e.kind in (TaskKind.ASKED, TaskKind.EXTENDED, TaskKind.KEPT)), None)
    return last if last is not None and last.kind is TaskKind.ASKED else None
