"""How clear the open tasks are by the slogan asked for: a page, and the same lines as a workbook."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.downloads import workbook
from baro.channels.web.organisation.named import body_named
from baro.channels.web.processes.clear_listed import ClarityAsked, by_body, clarity_asked, slogans, totals
from baro.channels.web.tasks.asked import open_now
from baro.desk.permission import Asker
from baro.records.queries.organisation import bodies
from baro.rules.judged.clarity import Clear, clarity
from baro.rules.judged.tasks.clear import TASK_NEEDS, ClearTask
from baro.rules.judged.tasks.standing import TaskNow

PAGE = 50
_TITLES = ("Nhiệm vụ", "Đơn vị chủ trì", "Hạn", "Tiêu chí", "Chưa rõ ở")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTask:
    """An open task and how clear it is by each criterion."""

    now: TaskNow
    told: tuple[Clear, ...]

    @property
    def body(self) -> str:
        """The body that leads it."""
        return self.now.task.lead


@dataclass(frozen=True, slots=True, kw_only=True)
class UnclearTask:
    """A task and one criterion by which it is not clear: what is missing."""

    now: TaskNow
    lead: str
    criterion: str
    missing: tuple[str, ...]


@require_safe
@asks
def clear(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show by which criteria which open tasks are not clear."""
    asked = clarity_asked(request.GET.dict())
    held = _held(who, asked)
    lines = _lines(held, asked)
    told = {
        "asked": asked,
        "day": who.on,
        "count": len(held),
        "sets": [(asked.changed(bo=one.key, tieu_chi=""), one.name, one is asked.slogan) for one in slogans()],
        "criteria": [(asked.changed(tieu_chi=key, co_quan=""), *told) for key, *told in totals(held, asked.slogan)],
        "bodies": by_body(held, asked),
        "lines": lines[asked.start : asked.start + PAGE],
        "unclear": len(lines),
        "address": asked.changed(),
        "body": body_named(asked.body) if asked.body else "",
        "criterion": next((one.name for one in asked.slogan.criteria if one.key == asked.criterion), ""),
        "all": asked.changed(co_quan="", tieu_chi=""),
        "next": asked.changed(tu=str(asked.start + PAGE)) if len(lines) > asked.start + PAGE else "",
        "first": asked.changed() if asked.start else "",
    }
    return render(request, "tasks/clear.html", told)


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The same lines as a workbook."""
    asked = clarity_asked(request.GET.dict())
    lines = _lines(_held(who, asked), asked)
    rows = ((one.now.task.content, one.lead, one.now.due_on, one.criterion, "; ".join(one.missing)) for one in lines)
    about = [
        ("Danh sách", f"Nhiệm vụ chưa rõ theo {asked.slogan.name}"),
        ("Nguồn của tiêu chí", asked.slogan.source),
        ("Tính đến", f"{who.on:%d/%m/%Y}"),
        ("Số dòng", str(len(lines))),
    ]
    return workbook(request, "do-ro-nhiem-vu.xlsx", _TITLES, rows, about)


def _held(who: Asker, asked: ClarityAsked) -> list[HeldTask]:
    known = bodies()
    return [
        HeldTask(
            now=now,
            told=clarity(
                ClearTask(now=now, has_lead=known.term_on(now.task.lead, who.on) is not None), asked.slogan, TASK_NEEDS
            ),
        )
        for now in open_now(who)
    ]


def _lines(held: Iterable[HeldTask], asked: ClarityAsked) -> list[UnclearTask]:
    """Tell which task is not clear, of the body and criterion asked for."""
    return [
        UnclearTask(now=one.now, lead=body_named(one.body), criterion=clear.criterion.name, missing=clear.missing)
        for one in held
        if asked.body in ("", one.body)
        for clear in one.told
        if clear.missing and asked.criterion in ("", clear.criterion.key)
    ]
