"""Works that several bodies have a process for: the list, one with its variants and the common version, as workbooks too."""

from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.downloads import XLSX, tables_book, workbook
from baro.channels.web.organisation.named import body_named
from baro.channels.web.processes.alike_listed import (
    TOO_FEW,
    alike_asked,
    beside,
    can_be_compared,
    proposed,
    same_everywhere,
    variant_lines,
    work_with,
    works_found,
)
from baro.channels.web.processes.drafts import common_file
from baro.channels.wording.register import KINDS
from baro.desk import permission
from baro.desk.harmonising import harmonised, names_in, works_on
from baro.desk.permission import Asker
from baro.records.queries.demo_mark import is_demo
from baro.rules.counted.harmonised import BRANCHES_LOST, limit_words, span_of_limits, span_of_steps, total_reason
from baro.rules.counted.harmonised_tables import tables_of
from baro.rules.judged.harmonising.draft import is_common, loses_branches
from baro.rules.judged.harmonising.harmonised import Harmonised
from baro.rules.judged.harmonising.variants import Work
from baro.rules.prescribed.policy.standing import Subject

PAGE = 50
_TITLES = (
    "Việc", "Loại", "Cơ quan có quy trình", "Có bảng bước", "Biến thể", "Ít bước nhất", "Nhiều bước nhất", "Thời hạn ngắn nhất",
    "Thời hạn dài nhất",
)  # fmt: skip


@require_safe
@asks
def works(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the works that several bodies have a process for."""
    asked = alike_asked(request.GET.dict())
    on = asked.day or who.on
    known = _works(on)
    found, ready = works_found(known, asked), sum(map(can_be_compared, known))
    told = {
        "asked": asked,
        "day": on,
        "lines": found[asked.start : asked.start + PAGE],
        "count": len(found),
        "total": len(known),
        "shown": [
            (asked.changed(xem=word), name, n, word == asked.shown)
            for word, name, n in (("", "So được", ready), (TOO_FEW, "Chưa đủ bảng bước", len(known) - ready))
        ],
        "address": asked.changed(),
        "next": asked.changed(tu=str(asked.start + PAGE)) if len(found) > asked.start + PAGE else "",
        "first": asked.changed() if asked.start else "",
    }  # fmt: skip
    return render(request, "processes/alike.html", told)


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The same lines as a workbook."""
    asked = alike_asked(request.GET.dict())
    on = asked.day or who.on
    found = works_found(_works(on), asked)
    rows = (
        (
            one.name,
            one.kind,
            one.bodies,
            one.held,
            one.variants,
            one.fewest,
            one.most,
            one.limits.least,
            one.limits.most,
        )
        for one in found
    )
    about = [
        ("Danh sách", "Việc mà từ hai cơ quan trở lên có quy trình"),
        ("Tính đến", f"{on:%d/%m/%Y}"),
        ("Số việc", str(len(found))),
    ]
    return workbook(request, "cung-viec.xlsx", _TITLES, rows, about)


@require_safe
@asks
def work(request: HttpRequest, who: Asker, process: str) -> HttpResponse:
    """Show the variants of one work side by side, and the common version."""
    on = alike_asked(request.GET.dict()).day or who.on
    mine = _work(on, process)
    names = names_in((mine,))
    told = {
        "id": process,
        "day": on,
        "asked_day": f"?ngay={on:%d/%m/%Y}" if on != who.on else "",
        "name": mine.name,
        "kind": KINDS[mine.kind],
        "bodies": len(mine.held),
        "without": [(held.id, names[held.body]) for held in mine.without],
        "may_approve": permission.allows(who, "process.approve"),
    }
    if mine.held:
        one = harmonised(mine)
        told |= _compared(one, names) | {"replaceable": _replaceable(one, who) if on == who.on else []}
    return render(request, "processes/alike_one.html", told)


def _compared(one: Harmonised, names: dict[str, str]) -> dict[str, object]:
    fewest, most = span_of_steps(one.work.held)
    return {
        "fewest": fewest,
        "most": most,
        "limits": span_of_limits(one.work.held),
        "same": same_everywhere(one),
        "groups": len(one.groups),
        "variants": variant_lines(one, names),
        "beside": beside(one),
        "proposed": proposed(one.common.steps, one.common.bodies),
        "left_out": proposed(one.common.left_out, one.common.bodies),
        "total": limit_words(one.common.total),
        "total_reason": total_reason(one.common),
        "lost": BRANCHES_LOST if loses_branches(one) else "",
    }


@require_safe
@asks
def work_export(request: HttpRequest, who: Asker, process: str) -> HttpResponseBase:
    """The variants of one work and the common version as a workbook, a sheet each."""
    mine = _told(alike_asked(request.GET.dict()).day or who.on, process)
    return tables_book(
        f"so-sanh-{process}.xlsx", mine.name, tables_of(harmonised(mine), names_in((mine,))), synthetic=is_demo()
    )


@require_safe
@asks
def common_steps(request: HttpRequest, who: Asker, process: str) -> HttpResponse:
    """The common version as a step table that the register reads back."""
    mine = _told(alike_asked(request.GET.dict()).day or who.on, process)
    answer = HttpResponse(common_file(harmonised(mine), "xlsx"), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="ban-chung-{process}.xlsx"'
    return answer


def _works(on: date) -> tuple[Work, ...]:
    return works_on(on, import_string(settings.PROCESS_READER))


def _work(on: date, process: str) -> Work:
    found = work_with(_works(on), process)
    if found is None:
        raise Http404
    return found


def _told(on: date, process: str) -> Work:
    """The work of a process, if somebody told its steps."""
    found = _work(on, process)
    if not found.held:
        raise Http404
    return found


def _replaceable(one: Harmonised, who: Asker) -> list[tuple[str, str]]:
    """The processes that the asker may replace by the common version: those that differ from it, by id, with their bodies."""
    return [
        (held.id, body_named(held.body))
        for v, variant in enumerate(one.variants)
        if not is_common(one, v)
        for held in variant.holders
        if permission.allows(who, "process.approve", Subject(unit=held.body))
    ]
