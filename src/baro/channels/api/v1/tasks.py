"""Assigned tasks: those in reach, one with all that was told of it; given and told of by the same acts as on the pages."""

from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router, Status

from baro.channels.api.asking import now
from baro.channels.api.v1 import task_shapes as given
from baro.channels.api.v1.places import AT, LAST, day_place, moment_place, next_page
from baro.channels.api.v1.shapes import PROBLEMS, Problem
from baro.channels.api.v1.tasks_told import event_told, promises_told, task_told
from baro.channels.api.v1.words import require_understood, words_of
from baro.channels.api.v1.writing import KEY, written, written_of
from baro.desk import permission
from baro.desk.by import By
from baro.desk.permission import Asker
from baro.desk.tasks import READ, Telling, assign_task, seen_of, take_back_told, task_now, tell_task
from baro.records.queries.tasks import ClosedPlace, GivenPlace, closed_tasks, count_tasks, open_tasks, parts_of
from baro.rules.judged.tasks.promises import slips
from baro.rules.judged.tasks.standing import TaskNow, task_on
from baro.rules.observed.directives import Source
from baro.rules.observed.tasks import Quality, Task, TaskKind
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.refusals import Refused

router = Router(tags=["Nhiệm vụ được giao"])
PAGE = 100
_OPEN, _CLOSED = "dang-lam", "da-xong"
_WRITES = {400: Problem, **PROBLEMS}
_ID = Path(..., description="Mã nhiệm vụ.")
_NUMBER = Path(..., description="Số thứ tự của việc đã ghi.")


@router.get(
    "",
    response={200: given.TaskPage, **PROBLEMS},
    summary="Danh sách nhiệm vụ được giao",
    description="Chưa kết thúc: theo ngày giao; đã kết thúc: mới nhất trước; 100 nhiệm vụ mỗi trang.",
)
def tasks(request: HttpRequest, asked: Query[given.TaskQuery]) -> dict[str, Any]:
    """Give a page of the tasks that are so far."""
    told = words_of(request)
    word = told.get("tinh-trang", _OPEN)
    is_closed = word == _CLOSED
    after = _place(told, is_closed=is_closed)
    known = {"tinh-trang"} if word in (_OPEN, _CLOSED) else set()
    require_understood(told, known | ({LAST, AT} if after else set()))
    who: Asker = request.auth  # type: ignore[attr-defined]
    scope = permission.scope(who, READ)
    found = _found(scope, after, is_closed=is_closed)
    last = found[PAGE - 1] if len(found) > PAGE else None
    at = (last.closed_at if is_closed else last.assigned_on) if last else None
    return {
        "count": count_tasks(scope)[is_closed],
        "items": [task_told(who, task_on(one, who.on)) for one in found[:PAGE]],
        "next": next_page({"tinh-trang": word}, last.id, at) if last else "",
    }


@router.get(
    "/{task_id}",
    response={200: given.TaskFull, **PROBLEMS},
    summary="Một nhiệm vụ và diễn biến",
    description="Nhiệm vụ đến hôm nay, mọi việc đã ghi, từng ngày đã hẹn, các phần đã giao tiếp.",
)
def task(request: HttpRequest, task_id: str = _ID) -> dict[str, Any]:
    """Give one task with all that was told of it."""
    return _full(request, task_id)


@router.post(
    "",
    response={201: given.TaskFull, **_WRITES},
    summary="Giao nhiệm vụ",
    description="Như nút Giao nhiệm vụ. Khóa phải của người đứng đầu cơ quan, đơn vị giao.",
)
def assign(request: HttpRequest, asked: given.Assign, idempotency_key: str = KEY) -> Status[dict[str, Any]]:
    """Give a task."""
    scope = permission.scope(request.auth, READ)  # type: ignore[attr-defined]

    def act(by: By) -> str:
        told = asked.model_dump() | {"coordinating": tuple(asked.coordinating), "source": Source(asked.source)}
        return assign_task(Task(id="", recorded_at=now(), **told), scope, by, now())

    return Status(201, _full(request, written(request, idempotency_key, asked, asked.assigner, act)))


@router.post(
    "/{task_id}/events",
    response={201: given.TaskFull, **_WRITES},
    summary="Ghi việc xảy ra với một nhiệm vụ",
    description="Như các nút trên trang nhiệm vụ: bên giao và đơn vị chủ trì, mỗi bên ghi phần của mình.",
)
def tell(
    request: HttpRequest, asked: given.Tell, task_id: str = _ID, idempotency_key: str = KEY
) -> Status[dict[str, Any]]:
    """Record what happened to a task."""
    found = _now(request, task_id)
    scope = permission.scope(request.auth, READ)  # type: ignore[attr-defined]
    quality = Quality(asked.quality) if asked.quality else None
    said = asked.model_dump(exclude={"body", "kind", "quality"})

    def act(by: By) -> None:
        tell_task(found.task.id, Telling(kind=TaskKind(asked.kind), quality=quality, **said), scope, by, now())

    return Status(201, _full(request, written_of(request, idempotency_key, asked, asked.body, found.task.id, act)))


@router.post(
    "/{task_id}/events/{number}/take-back",
    response={200: given.TaskFull, **_WRITES},
    summary="Rút việc ghi nhầm",
    description="Chỉ việc ghi sau cùng, do chính đơn vị đã ghi; việc ấy vẫn giữ trong sổ.",
)
def take_back(
    request: HttpRequest, asked: given.TakeBack, task_id: str = _ID, number: int = _NUMBER, idempotency_key: str = KEY
) -> dict[str, Any]:
    """Record that the last thing told did not happen."""
    found = _now(request, task_id)
    scope = permission.scope(request.auth, READ)  # type: ignore[attr-defined]

    def act(by: By) -> None:
        take_back_told(found.task.id, number, asked.reason, scope, by, now())

    return _full(request, written_of(request, idempotency_key, asked, asked.body, found.task.id, act))


def _found(scope: Scope, after: ClosedPlace | GivenPlace | None, *, is_closed: bool) -> list[Task]:
    if is_closed:
        return closed_tasks(scope, after if isinstance(after, ClosedPlace) else None, PAGE + 1)
    return open_tasks(scope, PAGE + 1, after if isinstance(after, GivenPlace) else None)


def _place(told: dict[str, str], *, is_closed: bool) -> ClosedPlace | GivenPlace | None:
    if is_closed:
        closed = moment_place(told)
        return ClosedPlace(*closed) if closed else None
    given_on = day_place(told)
    return GivenPlace(*given_on) if given_on else None


def _now(request: HttpRequest, task_id: str) -> TaskNow:
    found = task_now(task_id, permission.scope(request.auth, READ), now())  # type: ignore[attr-defined]
    if found is None:
        raise Refused("access.not_found")
    return found


def _full(request: HttpRequest, task_id: str) -> dict[str, Any]:
    who: Asker = request.auth  # type: ignore[attr-defined]
    found = _now(request, task_id)
    seen = seen_of(who, found)
    return {
        "task": task_told(who, found),
        "events": [event_told(seen, found, event) for event in found.task.events],
        "promises": promises_told(found),
        "slips": slips(found),
        "parts": [part.id for part in parts_of(permission.scope(who, READ), task_id)],
    }
