"""The register of directives, and one of them in its cascade: what is above it, what implements it, who took note, which tasks
it gave."""

from typing import Any

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
from baro.channels.wording.directive_address import directives_asked, directives_found
from baro.channels.wording.tasks import SOURCES
from baro.desk import permission
from baro.desk.directives import ACKNOWLEDGE, RECORD
from baro.desk.permission import Asker
from baro.desk.tasks import ASSIGN, READ, tasks_given
from baro.records.queries import directives as kept
from baro.records.queries.organisation import bodies
from baro.rules.judged.tasks.cascade import cascade, given_by, top_of
from baro.rules.observed.directives import Directive
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.policy.standing import Subject

PAGE = 50
_TITLES = (
    "Số, ký hiệu", "Ngày ký", "Cơ quan ban hành", "Trích yếu", "Nguồn", "Đơn vị theo dõi", "Nơi nhận", "Chưa nắm",
    "Hạn nắm", "Tình trạng",
)  # fmt: skip


@require_safe
@asks
def directives(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the directives that the address asks for."""
    asked = directives_asked(request.GET.dict())
    known = kept.directives()
    chosen = directives_found(known, asked)
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
    chosen = [
        shown_directive(one, who.on)
        for one in directives_found(kept.directives(), directives_asked(request.GET.dict()))
    ]
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
    tasks = tasks_given(who, [rung.directive.id for rung in rungs])
    told = {
        "d": shown_directive(found, who.on),
        "told": found,
        "above": known.get(found.implements),
        "rungs": [(shown_directive(r.directive, who.on, r.depth), *given_by(r.directive, tasks)) for r in rungs],
        "units": _units(who, found),
        "tasks": shown_tasks(who, [now for now in tasks if now.task.directive == found.id], known),
        "withdraw": _may(who, RECORD, found.body) and found.withdrawn_at is None,
        "implement": permission.allows(who, RECORD) and found.withdrawn_at is None,
        "assign": permission.allows(who, ASSIGN) and found.withdrawn_at is None,
        "may_read_tasks": not permission.scope(who, READ).is_empty,
        "by": holders_named({found.recorded_by})[found.recorded_by],
    }
    return render(request, "tasks/directive.html", told)


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
