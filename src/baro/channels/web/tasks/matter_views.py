"""Matters left unresolved (vụ việc tồn đọng): since when, with whom, how far, and every day that was promised."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.downloads import workbook
from baro.channels.web.tasks.asked import MOST
from baro.channels.web.tasks.told import ShownPromise, shown_promises
from baro.channels.wording.tasks import state_of
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.tasks import ASSIGN, matters_now, seen_of
from baro.records.queries.organisation import bodies
from baro.rules.judged.tasks.promises import slips
from baro.rules.judged.tasks.standing import TaskNow
from baro.rules.judged.tasks.steps import last_noted
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.folding import fold_words
from baro.rules.prescribed.policy.masking import VEIL, hides

_TITLES = (
    "Vụ việc", "Phát sinh", "Đơn vị giải quyết", "Tình trạng", "Tình hình ghi gần nhất", "Ngày ghi", "Các lần hẹn",
    "Số lần lỡ hẹn",
)  # fmt: skip
_ALL = "het"


@require_safe
@asks
def matters(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the matters in reach, those that arose first before."""
    shown = _lines(who, request)
    told = {
        "lines": shown,
        "words": request.GET.get("tim", "").strip()[:80],
        "is_all": request.GET.get("xem") == _ALL,
        "slipped": sum(line["slips"] > 0 for line in shown),
        "may_assign": permission.allows(who, ASSIGN),
        "query": request.GET.urlencode(),
    }
    return render(request, "tasks/matters.html", told)


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The same matters as a workbook."""
    lines = _lines(who, request)
    rows = (
        (
            line["content"], line["arose_on"], line["lead"], line["word"], line["note"], line["noted_on"],
            "; ".join(f"{p.due_on:%d/%m/%Y}: {p.word}" for p in line["promises"]), line["slips"],
        )
        for line in lines
    )  # fmt: skip
    about = [
        ("Danh sách", "Vụ việc tồn đọng"),
        ("Tính đến", f"{who.on:%d/%m/%Y}"),
        ("Số dòng", str(len(lines))),
    ]
    return workbook(request, "vu-viec-ton-dong.xlsx", _TITLES, rows, about)


def _lines(who: Asker, request: HttpRequest) -> list[dict[str, Any]]:
    """The matters asked for: the open ones, or all of them."""
    wanted = fold_words(request.GET.get("tim", "").replace("\0", "")[:80]).split()
    kept = matters_now(who, MOST, is_all=request.GET.get("xem") == _ALL)
    lines = [_line(who, now) for now in kept]
    return [line for line in lines if all(word in fold_words(line["content"]) for word in wanted)]


def _line(who: Asker, now: TaskNow) -> dict[str, Any]:
    state, word = state_of(now)
    noted = last_noted(now)
    is_hidden = noted is not None and hides(seen_of(who, now), "task_event", "words")
    promises: list[ShownPromise] = shown_promises(now)
    assert now.task.arose_on is not None
    return {
        "id": now.task.id,
        "content": now.task.content or "(nội dung đã được xóa)",
        "arose_on": now.task.arose_on,
        "years": (now.on - now.task.arose_on).days // 365,
        "lead": called(bodies(), now.task.lead),
        "state": state,
        "word": word,
        "note": "" if noted is None else VEIL if is_hidden else noted.words,
        "noted_on": noted.on if noted else None,
        "promises": promises,
        "slips": slips(now),
    }
