"""What comes down from a page as a file: a list as a workbook, a document."""

from collections.abc import Callable, Iterable, Sequence
from tempfile import TemporaryFile
from typing import Any

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string

from baro.channels.web.frame.errors import refused
from baro.rules.counted.told import Minutes, Table
from baro.rules.prescribed.refusals import Refused

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(
    request: HttpRequest,
    name: str,
    titles: Sequence[str],
    rows: Iterable[Sequence[Any]],
    about: Sequence[tuple[str, str]],
) -> HttpResponseBase:
    """Let rows come down once the workbook is whole; one that would be too long is refused in a sentence."""
    write: Callable[..., None] = import_string(settings.LIST_WRITER)
    out = TemporaryFile()  # noqa: SIM115 the answer closes it
    try:
        write(out, titles, rows, about)
    except Refused as refusal:
        out.close()
        return refused(request, refusal, status=422)
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=name, content_type=XLSX)


def tables_book(name: str, title: str, tables: Sequence[Table], *, synthetic: bool) -> HttpResponseBase:
    """Let tables come down as a workbook, a sheet each."""
    write: Callable[..., None] = import_string(settings.TABLES_WRITER)
    out = TemporaryFile()  # noqa: SIM115 the answer closes it
    write(out, title, tables, synthetic=synthetic)
    out.seek(0)
    return FileResponse(out, as_attachment=True, filename=name, content_type=XLSX)


def document(request: HttpRequest, told: Minutes, name: str) -> HttpResponse:
    """Let a document come down: for the word processor, or as a PDF where the address asks for it (`dang=pdf`)."""
    is_pdf = request.GET.get("dang") == "pdf"
    write: Callable[[Minutes], bytes] = import_string(settings.PDF_WRITER if is_pdf else settings.MINUTES_WRITER)
    answer = HttpResponse(write(told), content_type=PDF if is_pdf else WORD)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{"pdf" if is_pdf else "docx"}"'
    return answer
