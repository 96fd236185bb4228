"""How clear the processes are by the slogan asked for: a page, and the same lines as a workbook."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.downloads import workbook
from baro.channels.web.processes.clear_listed import clarity_asked, held_clear
from baro.channels.web.processes.clear_page import about, shown, unclear_lines
from baro.channels.web.processes.views import register_on
from baro.desk.permission import Asker

_TITLES = ("Mã hiệu", "Tên quy trình", "Cơ quan", "Tiêu chí", "Chưa rõ ở")


@require_safe
@asks
def clear(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show by which criteria which processes are not clear."""
    asked = clarity_asked(request.GET.dict())
    on = asked.day or who.on
    held = held_clear(register_on(on), on, asked.slogan)
    lines = unclear_lines(held, asked)
    return render(request, "processes/clear.html", shown(asked, held, lines, on))


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The same lines as a workbook."""
    asked = clarity_asked(request.GET.dict())
    on = asked.day or who.on
    lines = unclear_lines(held_clear(register_on(on), on, asked.slogan), asked)
    rows = ((one.code, one.name, one.body, one.criterion, "; ".join(one.missing)) for one in lines)
    said = about(f"Quy trình chưa rõ theo {asked.slogan.name}", asked, on, len(lines))
    return workbook(request, "do-ro-quy-trinh.xlsx", _TITLES, rows, said)
