"""Matters left unresolved (vụ việc tồn đọng): since when, with whom, how far, and every day that was promised. One is a task,
given with the day on which it arose, and worked on as such (`tasks.py`)."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from baro.channels.api.v1 import matter_shapes as given
from baro.channels.api.v1.places import day_place, next_page, page_after, words_of_place
from baro.channels.api.v1.shapes import PROBLEMS
from baro.channels.api.v1.tasks_told import promises_told, task_told
from baro.channels.api.v1.words import asked_as_on_page, words_of
from baro.desk.permission import Asker
from baro.desk.tasks import matters_now, seen_of
from baro.rules.judged.tasks.promises import slips
from baro.rules.judged.tasks.standing import TaskNow
from baro.rules.judged.tasks.steps import last_noted
from baro.rules.prescribed.policy.masking import hides

router = Router(tags=["Vụ việc tồn đọng"])
PAGE = 100
_ALL = "het"


@router.get(
    "",
    response={200: given.MatterPage, **PROBLEMS},
    summary="Danh sách vụ việc tồn đọng",
    description="Như trang Vụ việc tồn đọng, phát sinh sớm nhất trước; 100 vụ việc mỗi trang. Ghi một vụ việc: giao nhiệm vụ có arose_on; ghi tình hình, ngày hẹn mới, kết thúc: ghi việc xảy ra với nhiệm vụ ấy.",
)
def matters(request: HttpRequest, asked: Query[given.MatterQuery]) -> dict[str, Any]:
    """Give a page of the matters in reach."""
    who: Asker = request.auth  # type: ignore[attr-defined]
    told = words_of(request)
    after = day_place(told)
    words = asked_as_on_page(told, ("xem", "tim"), {"xem": (_ALL,)}, words_of_place(after))
    every = matters_now(who, is_all=words.words["xem"] == _ALL)
    found = [now for now in every if words.finds(now.task.content)]
    page, last = page_after(
        found, lambda now: (now.task.arose_on or now.task.assigned_on, now.task.id), after, PAGE, is_last_first=False
    )
    return {
        "count": len(found),
        "slipped": sum(slips(now) > 0 for now in found),
        "items": [_told(who, now) for now in page],
        "next": next_page(told, *last) if last else "",
    }


def _told(who: Asker, now: TaskNow) -> dict[str, Any]:
    noted = last_noted(now)
    is_hidden = noted is not None and hides(seen_of(who, now), "task_event", "words")
    return {
        "task": task_told(who, now),
        "noted_on": noted.on if noted else None,
        "note": None if is_hidden else noted.words if noted else "",
        "promises": promises_told(now),
        "slips": slips(now),
    }
