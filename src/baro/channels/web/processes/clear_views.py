"""How clear the processes are by the slogan asked for: a page, and the same lines as a workbook."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.downloads import workbook
from baro.channels.web.organisation.named import body_named
from baro.channels.web.processes.clear_listed import by_body, clarity_asked, held_clear, slogans, totals, unclear_lines
from baro.channels.web.processes.views import register_on
from baro.desk.permission import Asker

PAGE = 50
_TITLES = ("Mã hiệu", "Tên quy trình", "Cơ quan", "Tiêu chí", "Chưa rõ ở")


@require_safe
@asks
def clear(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show by which criteria which processes are not clear."""
    asked = clarity_asked(request.GET.dict())
    on = asked.day or who.on
    held = held_clear(register_on(on), on, asked.slogan)
    lines = unclear_lines(held, asked)
    told = {
        "asked": asked,
        "day": on,
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
    return render(request, "processes/clear.html", told)


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The same lines as a workbook."""
    asked = clarity_asked(request.GET.dict())
    on = asked.day or who.on
    lines = unclear_lines(held_clear(register_on(on), on, asked.slogan), asked)
    rows = ((one.code, one.name, one.body, one.criterion, "; ".join(one.missing)) for one in lines)
    about = [
        ("Danh sách", f"Quy trình chưa rõ theo {asked.slogan.name}"),
        ("Nguồn của tiêu chí", asked.slogan.source),
        ("Tính đến", f"{on:%d/%m/%Y}"),
        ("Số dòng", str(len(lines))),
    ]
    return workbook(request, "do-ro-quy-trinh.xlsx", _TITLES, rows, about)
