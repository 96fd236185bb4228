"""The days that were set for a task one after the other, and what became of each: kept, slipped, moved before it came."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from baro.rules.judged.tasks.standing import Stage, TaskNow, counted_on
from baro.rules.observed.tasks import TaskKind


class Outcome(StrEnum):
    """What became of a day that was set."""

    KEPT = "kept"
    SLIPPED = "slipped"
    MOVED = "moved"
    TO_COME = "to_come"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A day that was set for a task on another day."""

    due_on: date
    told_on: date
    outcome: Outcome


def promises_of(now: TaskNow) -> tuple[Promise, ...]:
    """Give the days set, the first first. One that passed before a later one was set slipped, whatever was set after; the last
    one stands or falls with the handing in that stands."""
    set_days = [(now.task.due_on, now.task.assigned_on)] if now.task.due_on else []
    moved = [(e.due_on, counted_on(e, now.task)) for e in now.events if e.kind is TaskKind.EXTENDED and e.due_on]
    told = [*set_days, *moved]
    outcomes = [_replaced(due_on, later) for (due_on, _), (_, later) in pairwise(told)]
    outcomes += [_last(now)] if told else []
    return tuple(
        Promise(due_on=due_on, told_on=told_on, outcome=outcome)
        for (due_on, told_on), outcome in zip(told, outcomes, strict=True)
    )


def slips(now: TaskNow) -> int:
    """How many of the days that were set slipped."""
    return sum(one.outcome is Outcome.SLIPPED for one in promises_of(now))


def _replaced(due_on: date, later: date) -> Outcome:
    """What became of a day in whose place another one was set `later`."""
    return Outcome.SLIPPED if later > due_on else Outcome.MOVED


def _last(now: TaskNow) -> Outcome:
    if now.stage is Stage.CANCELLED:
        return Outcome.CANCELLED
    if now.late_days:
        return Outcome.SLIPPED
    return Outcome.KEPT if now.stage in (Stage.DONE, Stage.SUBMITTED) else Outcome.TO_COME
