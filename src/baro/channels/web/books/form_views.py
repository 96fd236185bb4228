"""The forms of a dossier, for the printer or as a document; and the book as a workbook."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from baro.channels.web.books.kept import dossier_in
from baro.channels.web.books.told import PAGE, ShownReceipt, control_of, dossier_told, form_of, shown_lines
from baro.channels.web.frame.asking import asks, now
from baro.channels.web.frame.downloads import document, workbook
from baro.channels.web.frame.qr import qr_of
from baro.channels.web.organisation.named import body_named
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.recorded_dossiers import Kept, book_for
from baro.desk.recording import READ
from baro.records.queries.dossier_lists import dossier
from baro.records.queries.recorded import Book, receipts
from baro.rules.counted.dossier_form import StepTold, form_told
from baro.rules.prescribed.dossier_forms import Form, FormRow, form_on
from baro.rules.prescribed.zones import VIETNAM, local_time

_TITLES = (
    "Mã hồ sơ", "Thủ tục", "Tổ chức, cá nhân", "Địa chỉ", "Điện thoại, thư điện tử", "Nhận hồ sơ", "Hẹn trả",
    "Tình trạng", "Hình thức nhận",
)  # fmt: skip


@require_safe
@asks
def form(request: HttpRequest, who: Asker, source: str, code: str, form: str, number: int) -> HttpResponse:
    """Show the form that goes with a step for the printer, or let it come down as a document (`dang=docx`, `dang=pdf`); `number` is the
    step's, 0 for the control slip."""
    kept = dossier_in(who, source, code)
    line = dossier(permission.scope(who, READ), kept.receipt.dossier)
    row = _form(kept, form, number)
    told = dossier_told(who, kept, line)
    step = next((one for one in told.steps if one.number == number), None)
    minutes = form_told(row, told, step, local_time(now(), VIETNAM))
    leads_to = _leads_to(request, code, f"{told.received_at:%d/%m/%Y}") if row.form is Form.RECEIPT else ""
    if request.GET.get("dang") in ("docx", "pdf"):
        return document(request, replace(minutes, qr=leads_to), f"mau-{row.number}-{code}")
    signs = {"told": minutes, "code": code, "row": row, "signer": _signer(row, step)}
    if leads_to:
        signs["qr"] = qr_of(leads_to)
    return render(request, "books/form.html", signs | {"back": reverse("recorded", args=[source, code])})


@require_safe
@asks
def export(request: HttpRequest, who: Asker, source: str) -> HttpResponseBase:
    """Let the book come down as a workbook."""
    kept = book_for(who, source, "export.make")
    row = form_on(Form.BOOK, who.on)
    about = [
        ("Sổ", kept.name), ("Đơn vị", body_named(kept.body)),
        ("Mẫu", f"{row.number} ({row.instrument}): {row.title}" if row else "Sổ theo dõi hồ sơ"),
        ("Lập lúc", f"{local_time(now(), VIETNAM):%H:%M %d/%m/%Y}"),
    ]  # fmt: skip
    return workbook(request, f"so-theo-doi-{source}.xlsx", _TITLES, map(_cells, _every(who, kept)), about)


def _form(kept: Kept, form: str, number: int) -> FormRow:
    """The form asked for: that of its step, or the control slip; any other is not there, and none for internal work."""
    if form == Form.CONTROL and number == 0:
        row = control_of(kept)
    elif kept.receipt.requester:
        row = None
    else:
        row = next((form_of(one) for one in kept.steps if one.number == number), None)
    if row is None or row.form != form:
        raise Http404
    return row


def _signer(row: FormRow, step: StepTold | None) -> str:
    return "Người tiếp nhận" if row.form is Form.RECEIPT else "Thủ trưởng đơn vị" if step else "Người lập phiếu"


def _leads_to(request: HttpRequest, code: str, day: str) -> str:
    """What a citizen needs to look their dossier up; in lines, so that opening it puts neither code nor day into a log."""
    return f"{request.build_absolute_uri(reverse('look_up'))}\nMã hồ sơ: {code}\nNgày nhận: {day}"


def _every(who: Asker, book: Book) -> Iterator[ShownReceipt]:
    before, scope = "", permission.scope(who, READ)
    while found := receipts(scope, book.source, PAGE, before):
        yield from shown_lines(who, found)
        before = found[-1].code


def _cells(one: ShownReceipt) -> tuple[Any, ...]:
    return (
        one.code, one.procedure, str(one.applicant), str(one.address), str(one.contact), one.received_at, one.due,
        one.word, one.channel,
    )  # fmt: skip
