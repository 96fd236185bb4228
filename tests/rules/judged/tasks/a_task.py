"""A task as tests write it: given on the 1st of June 2026 by A, led by B; what was told of it as "nop@5 lai@8:12" (handed in on
the 5th; sent back on the 8th, recorded on the 12th); "+" before a word: believed; "giao." before it: told by who gave it."""

from datetime import UTC, date, datetime

from baro.rules.judged.tasks.standing import TaskNow, task_on
from baro.rules.observed.directives import Source
from baro.rules.observed.tasks import Quality, Task, TaskEvent, TaskKind

ASSIGNER, LEAD = "giao", "chu-tri"
KINDS = {
    "nhan": TaskKind.ACCEPTED, "tra": TaskKind.DECLINED, "giu": TaskKind.UPHELD, "nguoi": TaskKind.HANDED, "xin": TaskKind.ASKED,
    "gia": TaskKind.EXTENDED, "khong": TaskKind.KEPT, "nop": TaskKind.SUBMITTED, "lai": TaskKind.RETURNED,
    "dat": TaskKind.APPROVED, "yeu": TaskKind.APPROVED, "huy": TaskKind.CANCELLED, "ghi": TaskKind.NOTED, "rut": TaskKind.VOIDED,
}  # fmt: skip
_BY_ASSIGNER = {"giu", "gia", "khong", "lai", "dat", "yeu", "huy"}


def day(number: int) -> date:
    """A day of June 2026, or of July after the 30th."""
    return date(2026, 6 + (number > 30), number - 30 * (number > 30))


def task(told: str = "", due: int | None = 10, **changes) -> Task:
    """The task."""
    events = tuple(_event(number, word) for number, word in enumerate(told.split(), 1))
    given = {
        "id": "t", "assigner": ASSIGNER, "lead": LEAD, "source": Source.DIRECTIVE, "content": "Báo cáo", "assigned_on": day(1),
        "due_on": day(due) if due else None, "recorded_at": _at(1), "events": events,
    }  # fmt: skip
    return Task(**given | changes)


def now(told: str = "", on: int = 12, due: int | None = 10, **changes) -> TaskNow:
    """The task as it stands on a day."""
    return task_on(task(told, due, **changes), day(on))


def _event(number: int, written: str) -> TaskEvent:
    """`word@day[:recorded][=due or event number]`."""
    written, _, value = written.partition("=")
    word, _, days = written.partition("@")
    happened, _, recorded = days.partition(":")
    believed, by_assigner = word.startswith("+"), word.startswith("giao.")
    word = word.removeprefix("+").removeprefix("giao.")
    kind = KINDS[word]
    recorded_day = int(recorded or happened)
    return TaskEvent(
        number=number, kind=kind, on=day(int(happened)), recorded_at=_at(recorded_day), recorded_on=day(recorded_day),
        teller=ASSIGNER if by_assigner or word in _BY_ASSIGNER else LEAD,
        due_on=day(int(value)) if kind in (TaskKind.EXTENDED, TaskKind.ASKED) else None,
        holder=value if kind is TaskKind.HANDED else "", voids=int(value) if kind is TaskKind.VOIDED else 0,
        quality={"dat": Quality.MET, "yeu": Quality.WEAK}.get(word), words="vì", is_believed=believed,
    )  # fmt: skip


def _at(number: int) -> datetime:
    return datetime(2026, 6 + (number > 30), number - 30 * (number > 30), 3, tzinfo=UTC)
