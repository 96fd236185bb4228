"""The list of processes as a workbook, the steps of one as files."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from baro.channels.web.frame.asking import asks
from baro.channels.web.frame.downloads import XLSX, workbook
from baro.channels.web.processes.listed import shown
from baro.channels.web.processes.step_rows import table_file
from baro.channels.web.processes.views import register_on
from baro.channels.wording.register_address import found_in, register_asked
from baro.desk.permission import Asker
from baro.desk.process_register import steps_of
from baro.records.queries.processes import approval

_TITLES = (
    "Mã hiệu", "Tên quy trình", "Loại", "Cơ quan", "Quyết định", "Ngày phê duyệt", "Ngày công bố", "Hết áp dụng", "Thời hạn chung",
    "Số bước", "Số việc đã ghi", "Điểm cần hỏi lại",
)  # fmt: skip
_KINDS = {"xlsx": XLSX, "bpmn": "application/xml"}


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The list that the address asks for, as a workbook."""
    asked = register_asked(request.GET.dict())
    on = asked.day or who.on
    found = found_in(register_on(on), asked, on)
    rows = (
        (
            one.code, one.name, one.kind, one.body, one.decision, one.approved_on, one.published_on, one.last_on, one.limit,
            one.steps, one.runs, "; ".join(one.faults),
        )
        for one in map(shown, found)
    )  # fmt: skip
    about = [
        ("Danh mục", "Quy trình đã phê duyệt"),
        ("Tính đến", f"{on:%d/%m/%Y}"),
        ("Số quy trình", str(len(found))),
    ]
    return workbook(request, "quy-trinh.xlsx", _TITLES, rows, about)


@require_safe
@asks
def steps(request: HttpRequest, who: Asker, process: str, ending: str) -> HttpResponse:
    """The steps of a version as a table (`xlsx`) or a drawing that other programs read (`bpmn`)."""
    told = approval(process)
    found = steps_of(told.table, import_string(settings.PROCESS_READER)) if told else None
    if found is None or ending not in _KINDS:
        raise Http404
    answer = HttpResponse(table_file(found, ending), content_type=_KINDS[ending])
    answer["Content-Disposition"] = f'attachment; filename="{process}.{ending}"'
    return answer
