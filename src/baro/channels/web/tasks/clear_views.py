"""How clear the open tasks are by the slogan asked for: a page, and the same lines as a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.downloads import workbook
from baro.channels.web.organisation.named import body_named
from baro.channels.web.processes.clear_listed import ClarityAsked, clarity_asked
from baro.channels.web.processes.clear_page import about, shown, unclear
from baro.channels.web.tasks.asked import open_now
from baro.desk.permission import Asker
from baro.records.queries.organisation import bodies
from baro.rules.judged.clarity import Clear, clarity
from baro.rules.judged.tasks.clear import TASK_NEEDS, ClearTask
from baro.rules.judged.tasks.standing import TaskNow

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
    return render(request, "tasks/clear.html", shown(asked, held, lines, who.on))


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The same lines as a workbook."""
    asked = clarity_asked(request.GET.dict())
    lines = _lines(_held(who, asked), asked)
    rows = ((one.now.task.content, one.lead, one.now.due_on, one.criterion, "; ".join(one.missing)) for one in lines)
    said = about(f"Nhiệm vụ chưa rõ theo {asked.slogan.name}", asked, who.on, len(lines))
    return workbook(request, "do-ro-nhiem-vu.xlsx", _TITLES, rows, said)


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


def _lines(held: Sequence[HeldTask], asked: ClarityAsked) -> list[UnclearTask]:
    return [
        UnclearTask(now=one.now, lead=body_named(one.body), criterion=clear.criterion.name, missing=clear.missing)
        for one, clear in unclear(held, asked)
    ]
