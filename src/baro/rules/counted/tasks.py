"""Tasks counted: late and quality side by side by unit, the load of each person, what is carried from week to week.

A count never ranks: lines are in the order of what they are about, never of their figures.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta

from baro.rules.judged.tasks.standing import WITH_LEAD, Stage, TaskNow, task_on
from baro.rules.observed.tasks import Quality, Task

WEEK = timedelta(7)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCounts:
    """How many tasks: given in all; done on time, late, without a day; open in time, late, without a day; handed in and not yet judged, given back; cancelled. Beside
    these, of all: sent back for their quality at least once, taken though weak, on time only by an extension, extended."""

    given: int = 0
    done_on_time: int = 0
    done_late: int = 0
    done_without_day: int = 0
    open_in_time: int = 0
    open_late: int = 0
    open_without_day: int = 0
    cancelled: int = 0
    submitted: int = 0
    declined: int = 0
    returned: int = 0
    weak: int = 0
    extended: int = 0
    by_extension: int = 0

    def __add__(self, other: "TaskCounts") -> "TaskCounts":
        """Add two counts."""
        return TaskCounts(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})

    @property
    def on_time_share(self) -> tuple[int, int]:
        """Of the tasks with a day that are done or late: how many were done on time, of how many. What is still in time says
        nothing yet; what is late and not done counts against."""
        return self.done_on_time, self.done_on_time + self.done_late + self.open_late


IS: dict[str, Callable[[TaskNow], bool]] = {
    "given": lambda now: True,
    "done_on_time": lambda now: now.stage is Stage.DONE and now.late_days == 0,
    "done_late": lambda now: now.stage is Stage.DONE and now.is_late,
    "done_without_day": lambda now: now.stage is Stage.DONE and now.late_days is None,
    "open_in_time": lambda now: now.is_open and now.late_days == 0,
    "open_late": lambda now: now.is_open and now.is_late,
    "open_without_day": lambda now: now.is_open and now.late_days is None,
    "cancelled": lambda now: now.stage is Stage.CANCELLED,
    "submitted": lambda now: now.stage is Stage.SUBMITTED,
    "declined": lambda now: now.stage is Stage.DECLINED,
    "returned": lambda now: now.returned > 0,
    "weak": lambda now: now.quality is Quality.WEAK,
    "extended": lambda now: now.extended > 0,
    "by_extension": lambda now: now.is_on_time_by_extension,
}
"""What each count means: the same rule counts tasks and lists those behind the figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """The open tasks that lie with one person of a body ("" where nobody was named): how many, late, due soon, the next day due."""

    body: str
    holder: str
    open: int
    late: int
    soon: int
    next_due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedWeek:
    """A week: open when it began, given in it, done or cancelled in it, open at its end, of these late. `carried + given − closed = left`."""

    monday: date
    carried: int
    given: int
    closed: int
    left: int
    late: int


def counted(tasks: Iterable[TaskNow]) -> TaskCounts:
    """Count tasks."""
    told = list(tasks)
    return TaskCounts(**{name: sum(map(is_one, told)) for name, is_one in IS.items()})


def in_period(tasks: Iterable[Task], first: date, last: date, on: date) -> list[TaskNow]:
    """The tasks that count in a period (its first and last day, both included): given in it, or open when it began; each as it
    stood at its end, or `on` where that is earlier."""
    found = []
    for task in tasks:
        if first <= task.assigned_on <= last or (
            task.assigned_on < first and task_on(task, first - timedelta(1)).is_open
        ):
            found.append(task_on(task, min(last, on)))
    return found


def by_lead(tasks: Iterable[TaskNow]) -> dict[str, TaskCounts]:
    """Count tasks by the body that leads them."""
    mine: dict[str, list[TaskNow]] = {}
    for now in tasks:
        mine.setdefault(now.task.lead, []).append(now)
    return {body: counted(those) for body, those in mine.items()}


def loads(tasks: Iterable[TaskNow]) -> tuple[Load, ...]:
    """What lies with whom now, by body and person."""
    mine: dict[tuple[str, str], list[TaskNow]] = {}
    for now in tasks:
        if now.stage in WITH_LEAD:
            mine.setdefault((now.task.lead, now.holder), []).append(now)
    return tuple(
        Load(
            body=body, holder=holder, open=len(those), late=sum(now.is_late for now in those),
            soon=sum(now.is_soon for now in those), next_due=min((now.due_on for now in those if now.due_on), default=None),
        )
        for (body, holder), those in sorted(mine.items())
    )  # fmt: skip


def carried(tasks: Sequence[Task], last_monday: date, weeks: int, on: date) -> tuple[CarriedWeek, ...]:
    """Tell the last weeks, the earliest first, each as it stood at its end, the last one `on` that day if it is not over."""
    found = []
    for back in reversed(range(weeks)):
        monday = last_monday - back * WEEK
        end = min(monday + WEEK - timedelta(1), on)
        before, after = _known(tasks, monday - timedelta(1)), _known(tasks, end)
        begun = sum(now.is_open for now in before)
        left = [now for now in after if now.is_open]
        given = len(after) - len(before)
        found.append(
            CarriedWeek(
                monday=monday, carried=begun, given=given, closed=begun + given - len(left), left=len(left),
                late=sum(now.is_late for now in left),
            )
        )  # fmt: skip
    return tuple(found)


def _known(tasks: Sequence[Task], on: date) -> list[TaskNow]:
    """Tasks as they stood at the end of a day: those given by then."""
    return [task_on(task, on) for task in tasks if task.assigned_on <= on]
