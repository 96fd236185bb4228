"""The register of directives, and one of them in its cascade: what is above it, what implements it, who took note, which tasks
it gave."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.downloads import workbook
from baro.channels.web.organisation.named import holders_named
from baro.channels.web.tasks.documents import ShownDirective, shown_directive
from baro.channels.web.tasks.told import shown_tasks
from baro.channels.wording.tasks import SOURCES
from baro.desk import permission
from baro.desk.directives import ACKNOWLEDGE, RECORD
from baro.desk.permission import Asker
from baro.desk.tasks import ASSIGN, READ
from baro.records.queries import directives as kept
from baro.records.queries.organisation import bodies
from baro.records.queries.tasks import tasks_of
from baro.rules.judged.tasks.cascade import cascade, top_of
from baro.rules.judged.tasks.standing import TaskNow, task_on
from baro.rules.observed.directives import Directive, Source
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.folding import fold_words
from baro.rules.prescribed.policy.standing import Subject

PAGE = 50
_TITLES = (
    "Số, ký hiệu", "Ngày ký", "Cơ quan ban hành", "Trích yếu", "Nguồn", "Đơn vị theo dõi", "Nơi nhận", "Chưa nắm",
    "Hạn nắm", "Tình trạng",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectivesAsked:
    """The source, words of the number, issuer or subject, whether only those that some unit has not taken note of, from which
    line on."""

    source: str = ""
    words: str = ""
    is_silent: bool = False
    start: int = 0

    def changed(self, **words: str) -> str:
        """The address with some words changed, from the first line on."""
        told = {"nguon": self.source, "tim": self.words, "chua-nam": "1" if self.is_silent else ""}
        told |= {name.replace("_", "-"): word for name, word in words.items()}
        return "?" + urlencode({name: word for name, word in told.items() if word})


@require_safe
@asks
def directives(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the directives that the address asks for."""
    asked = _asked(request.GET.dict())
    known = kept.directives()
    chosen = _chosen(known, asked)
    told = {
        "asked": asked,
        "lines": [shown_directive(one, who.on) for one in chosen[asked.start : asked.start + PAGE]],
        "count": len(chosen),
        "total": len(known),
        "silent": sum(bool(one.silent) and one.withdrawn_at is None for one in known.values()),
        "sources": [(one.value, word) for one, word in SOURCES.items()],
        "address": asked.changed(),
        "silent_address": asked.changed(chua_nam="" if asked.is_silent else "1"),
        "next": asked.changed(tu=str(asked.start + PAGE)) if len(chosen) > asked.start + PAGE else "",
        "first": asked.changed() if asked.start else "",
        "may_record": permission.allows(who, RECORD),
        "may_read_tasks": permission.allows(who, READ),
    }
    return render(request, "tasks/directives.html", told)


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The same directives as a workbook."""
    chosen = [shown_directive(one, who.on) for one in _chosen(kept.directives(), _asked(request.GET.dict()))]
    about = [
        ("Danh sách", "Sổ văn bản chỉ đạo"),
        ("Tính đến", f"{who.on:%d/%m/%Y}"),
        ("Số dòng", str(len(chosen))),
    ]
    return workbook(request, "van-ban-chi-dao.xlsx", _TITLES, map(_row, chosen), about)


@require_safe
@asks
def directive(request: HttpRequest, who: Asker, directive: str) -> HttpResponse:
    """Show a directive in its cascade."""
    known = kept.directives()
    found = known.get(directive)
    if found is None:
        raise Http404
    rungs = cascade(top_of(found, known), known)
    scope = permission.scope(who, READ)
    given = [] if scope.is_empty else tasks_of(scope, [rung.directive.id for rung in rungs])
    tasks = [task_on(task, who.on) for task in given]
    told = {
        "d": shown_directive(found, who.on),
        "told": found,
        "above": known.get(found.implements),
        "rungs": [(shown_directive(r.directive, who.on, r.depth), *_standing(r.directive, tasks)) for r in rungs],
        "units": _units(who, found),
        "tasks": shown_tasks(who, [now for now in tasks if now.task.directive == found.id], known),
        "withdraw": _may(who, RECORD, found.body) and found.withdrawn_at is None,
        "implement": permission.allows(who, RECORD) and found.withdrawn_at is None,
        "assign": permission.allows(who, ASSIGN) and found.withdrawn_at is None,
        "may_read_tasks": not scope.is_empty,
        "by": holders_named({found.recorded_by})[found.recorded_by],
    }
    return render(request, "tasks/directive.html", told)


def _asked(told: Mapping[str, str]) -> DirectivesAsked:
    source, start = told.get("nguon", ""), told.get("tu", "")
    return DirectivesAsked(
        source=source if source in {one.value for one in Source} else "", words=told.get("tim", "").strip()[:80],
        is_silent=told.get("chua-nam") == "1", start=int(start) if start.isdecimal() and len(start) < 6 else 0,
    )  # fmt: skip


def _chosen(known: Mapping[str, Directive], asked: DirectivesAsked) -> list[Directive]:
    words = fold_words(asked.words).split()
    return [
        one
        for one in known.values()
        if asked.source in ("", one.source.value)
        and (not asked.is_silent or (one.silent and one.withdrawn_at is None))
        and all(word in fold_words(f"{one.number} {one.issuer} {one.subject}") for word in words)
    ]


def _standing(told: Directive, tasks: list[TaskNow]) -> tuple[int, int, int]:
    """Of a directive's tasks in reach: how many, open, late."""
    mine = [now for now in tasks if now.task.directive == told.id]
    return len(mine), sum(now.is_open for now in mine), sum(now.is_open and now.is_late for now in mine)


def _units(who: Asker, found: Directive) -> list[dict[str, Any]]:
    """Each addressee, whether and when it took note, and where the reader may record that."""
    known, noted = bodies(), {one.unit: one for one in found.acknowledged}
    named = holders_named({one.recorded_by for one in found.acknowledged})
    return [
        {
            "name": called(known, unit),
            "on": noted[unit].on if unit in noted else None,
            "by": named[noted[unit].recorded_by] if unit in noted else "",
            "link": reverse("directive_acknowledge", args=[found.id, unit])
            if unit not in noted and found.withdrawn_at is None and _may(who, ACKNOWLEDGE, unit)
            else "",
        }
        for unit in found.addressees
    ]


def _may(who: Asker, operation: str, unit: str) -> bool:
    return permission.allows(who, operation, Subject(unit=unit))


def _row(one: ShownDirective) -> tuple[Any, ...]:
    state = "đã rút khỏi sổ" if one.is_withdrawn else "quá hạn nắm" if one.is_overdue else ""
    return (
        one.number, one.signed_on, one.issuer, one.subject, one.source, one.body, one.addressed, one.silent,
        one.acknowledge_by, state,
    )  # fmt: skip
