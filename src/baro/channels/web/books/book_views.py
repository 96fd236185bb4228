"""The books, one book with its dossiers, opening a book, receiving a dossier."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.module_loading import import_string
from django.views.decorators.http import require_http_methods, require_safe

from baro.channels.web.books.forms import OpenForm, ReceiveForm, RunForm
from baro.channels.web.books.kept import deliver, prescription_of, procedures_of
from baro.channels.web.books.told import PAGE, shown_lines
from baro.channels.web.frame.asking import asks, by_of, now
from baro.channels.web.organisation.acting import Page, act
from baro.channels.web.organisation.named import body_named
from baro.channels.wording.work_words import NAMES
from baro.desk import permission
from baro.desk.by import By, by_person
from baro.desk.permission import Asker
from baro.desk.recorded_dossiers import book_for, receive_by_process
from baro.desk.recording import READ, Received
from baro.records.queries.recorded import books as all_books
from baro.records.queries.recorded import counts_by_book, receipts
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.work_kinds import WorkKind
from baro.rules.prescribed.zones import VIETNAM, local_time

_RECEIVE = {WorkKind.PROCEDURE: "Tiếp nhận hồ sơ", WorkKind.INTERNAL: "Tiếp nhận yêu cầu công việc nội bộ"}
_FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@asks
def books(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the books that the asker may read."""
    mine = [one for one in all_books() if permission.allows(who, READ, Subject(unit=one.body))]
    counts = counts_by_book(permission.scope(who, READ), [one.source for one in mine])
    lines = [(one, NAMES[one.work], body_named(one.body), counts[one.source]) for one in mine]
    may_open = permission.allows(who, "import.describe", Subject(unit=by_of(who, "import.describe").unit))
    return render(request, "books/books.html", {"lines": lines, "may_open": may_open})


@require_safe
@asks
def book(request: HttpRequest, who: Asker, source: str) -> HttpResponse:
    """Show the dossiers of a book, the newest first."""
    kept = book_for(who, source)
    before = request.GET.get("truoc", "").replace("\0", "")
    found = receipts(permission.scope(who, READ), source, PAGE + 1, before)
    told = {
        "book": kept,
        "is_internal": kept.work is WorkKind.INTERNAL,
        "agency": body_named(kept.body),
        "lines": shown_lines(who, found[:PAGE]),
        "next": found[PAGE - 1].code if len(found) > PAGE else "",
        "is_later": bool(before),
        "may_receive": permission.allows(who, "dossier.receive", Subject(unit=kept.body)),
        "may_export": permission.allows(who, "export.make", Subject(unit=kept.body)),
    }
    return render(request, "books/book.html", told)


@_FORM
@asks
def open_one(request: HttpRequest, who: Asker) -> HttpResponse:
    """Open a book for a unit."""
    form = OpenForm(request.POST or None, request.FILES or None)

    def do(said: dict[str, Any]) -> str:
        opened: Callable[..., None] = import_string(settings.BOOK_OPENING)
        file: UploadedFile = said.pop("process")
        by = by_person(who, unit=said["unit"])
        opened(**said, process=file.name or "", content=file.read(), by=by, at=now())
        return reverse("book", args=[said["source"]])

    page = Page(
        title="Mở sổ theo dõi hồ sơ", button="Mở sổ", back=reverse("books"), trail=(("Sổ hồ sơ", reverse("books")),),
        lead="Dành cho đơn vị chưa có phần mềm một cửa: ghi từng bước tại đây, Ba Rõ tính hạn và đối chiếu quy trình.",
    )  # fmt: skip
    return act(request, page, form, do, "Đã mở sổ.")


@_FORM
@asks
def receive(request: HttpRequest, who: Asker, source: str) -> HttpResponse:
    """Receive a dossier into a book."""
    kept, at = book_for(who, source, "dossier.receive"), now()
    here = local_time(at, VIETNAM)
    is_internal = kept.work is WorkKind.INTERNAL
    kind: type[ReceiveForm | RunForm] = RunForm if is_internal else ReceiveForm
    form = kind(
        procedures_of(source, here.date()), request.POST or None, initial={"day": here.date(), "hour": f"{here:%H:%M}"}
    )

    def do(said: dict[str, Any]) -> str:
        return _received(source, form.happened_at(), said, by_person(who, unit=kept.body), at)

    page = Page(
        title=_RECEIVE[kept.work], button="Tiếp nhận, cấp mã", back=reverse("book", args=[source]),
        trail=(("Sổ hồ sơ", reverse("books")), (kept.name, reverse("book", args=[source]))),
        lead="Mã hồ sơ do Ba Rõ cấp theo ngày nhận. Nhận ngoài giờ tiếp nhận thì tính từ đầu giờ làm việc tiếp theo.",
    )  # fmt: skip
    done = "Đã tiếp nhận." if is_internal else "Đã tiếp nhận. In giấy tiếp nhận và hẹn trả cho người nộp."
    return act(request, page, form, do, done)


def _received(source: str, happened_at: datetime, said: dict[str, Any], by: By, at: datetime) -> str:
    asked = ("procedure", "channel", "requester", "applicant", "contact", "address", "papers")
    told = {name: said[name] for name in asked if name in said}
    received = Received(source=source, happened_at=happened_at, **told)
    key = receive_by_process(received, prescription_of(), by, at)
    deliver(source, at)
    return reverse("recorded", args=[source, key.partition(":")[2]])
