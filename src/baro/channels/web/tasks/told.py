"""Tasks as pages tell them: a line of a list, a course, the cells of a workbook."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from baro.channels.web.organisation.named import holders_named
from baro.channels.wording.tasks import PROMISES, QUALITIES, SOURCES, state_of
from baro.desk.permission import Asker
from baro.desk.tasks import seen_of
from baro.records.queries.directives import directives
from baro.records.queries.organisation import bodies
from baro.rules.judged.tasks.promises import promises_of
from baro.rules.judged.tasks.standing import TaskNow
from baro.rules.observed.directives import Directive
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.policy.masking import VEIL, hides

TITLES = (
    "Nhiệm vụ", "Sản phẩm", "Nguồn", "Văn bản", "Bên giao", "Chủ trì", "Phối hợp", "Người thực hiện", "Ngày giao", "Hạn",
    "Hạn đầu", "Tình trạng", "Nộp kết quả", "Kết thúc", "Số ngày chậm", "Số ngày chậm theo hạn đầu", "Số lần làm lại",
    "Số lần gia hạn", "Chất lượng",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTask:
    """A task as a list draws it."""

    id: str
    content: str
    lead: str
    source: str
    number: str
    holder: str
    assigned_on: date
    due_on: date | None
    state: str
    word: str
    late_days: int
    returned: int
    extended: int
    quality: str
    is_asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPromise:
    """A day that was set, when it was set, and what became of it."""

    due_on: date
    told_on: date
    word: str


def shown_tasks(
    who: Asker, tasks: Iterable[TaskNow], documents: Mapping[str, Directive] | None = None
) -> list[ShownTask]:
    """Tell tasks as lines; `documents`: the directives by id, read here if they were not yet read."""
    told = list(tasks)
    if not told:
        return []
    if documents is None:
        documents = directives()
    known, holders = bodies(), holders_named({now.holder for now in told if now.holder})
    return [_line(who, now, called(known, now.task.lead), documents, holders) for now in told]


def holder_told(who: Asker, now: TaskNow, named: Mapping[str, str]) -> str:
    """Who does it, where the reader may see that; "" for nobody named."""
    if not now.holder:
        return ""
    return VEIL if hides(seen_of(who, now), "task_event", "holder") else named[now.holder]


def shown_promises(now: TaskNow) -> list[ShownPromise]:
    """The days that were set one after the other, and what became of each."""
    return [
        ShownPromise(due_on=one.due_on, told_on=one.told_on, word=PROMISES[one.outcome]) for one in promises_of(now)
    ]


def rows_of(who: Asker, tasks: Iterable[TaskNow], documents: Mapping[str, Directive]) -> Iterable[tuple[Any, ...]]:
    """Tasks as rows of a workbook, under `TITLES`."""
    told = list(tasks)
    known, holders = bodies(), holders_named({now.holder for now in told if now.holder})
    for now in told:
        task = now.task
        yield (
            task.content, task.product, SOURCES[task.source], _number(task.directive, documents), called(known, task.assigner),
            called(known, task.lead), "; ".join(called(known, body) for body in task.coordinating),
            holder_told(who, now, holders), task.assigned_on, now.due_on, task.due_on, state_of(now)[1], now.handed_in_on,
            now.closed_on, now.late_days, now.late_by_first, now.returned, now.extended,
            QUALITIES[now.quality] if now.quality else "",
        )  # fmt: skip


def _line(
    who: Asker, now: TaskNow, lead: str, documents: Mapping[str, Directive], holders: Mapping[str, str]
) -> ShownTask:
    state, word = state_of(now)
    return ShownTask(
        id=now.task.id, content=now.task.content or "(nội dung đã được xóa)", lead=lead, source=SOURCES[now.task.source],
        number=_number(now.task.directive, documents), holder=holder_told(who, now, holders),
        assigned_on=now.task.assigned_on, due_on=now.due_on, state=state, word=word, late_days=now.late_days or 0,
        returned=now.returned, extended=now.extended, quality=QUALITIES[now.quality] if now.quality else "",
        is_asked=now.asked is not None and now.is_open,
    )  # fmt: skip


def _number(directive: str, documents: Mapping[str, Directive]) -> str:
    return documents[directive].number if directive in documents else ""
