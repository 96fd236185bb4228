"""The organisation as spreadsheets: taken away, filled in, checked cell by cell, and taken over whole or not at all."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_POST, require_safe

from baro.channels.web.frame.downloads import XLSX
from baro.channels.web.organisation.asking import asks, by_of, now, person_decision
from baro.channels.wording import sentence
from baro.channels.wording.organisation_sheets import (
    ACTS,
    SHEETS,
    fault_told,
    harmless,
    rows_of,
    samples,
    tables_told,
)
from baro.channels.wording.organisation_sheets import COLUMNS as TITLES
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.register_rows import Row
from baro.desk.registers import take_over, try_rows
from baro.records.queries.people import people, service
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.refusals import Refused

_ENDINGS = (".xlsx", ".csv")
_LARGEST_FILE = 10 * 1024 * 1024
SHOWN = 500


@require_safe
@asks
def sheets(request: HttpRequest, who: Asker) -> HttpResponse:
    """Offer the spreadsheets, and the form that takes one in."""
    return _page(request, who)


@require_safe
@asks
def template(request: HttpRequest, who: Asker) -> HttpResponse:
    """The empty workbook."""
    return _book({SHEETS[t]: [list(columns.values())] for t, columns in TITLES.items()}, "mau-to-chuc-nhan-su.xlsx")


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponse:
    """All that is recorded: as a workbook, or one table of it as CSV. People only as far as the asker may see them."""
    seen = _seen(who)
    told = tables_told(service(), {p.id: (p.code, p.name) for p in people() if p.id in seen}, seen)
    table = request.GET.get("bang", "")
    if table not in told:
        return _book({SHEETS[name]: rows for name, rows in told.items()}, "to-chuc-nhan-su.xlsx")
    text = io.StringIO()
    csv.writer(text).writerows([[harmless(cell) for cell in row] for row in told[table]])
    answer = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{table}.csv"'
    return answer


@require_POST
@asks
def check(request: HttpRequest, who: Asker) -> HttpResponse:
    """Read a file and tell what taking it over would record, or every cell against it; nothing is recorded."""
    file = request.FILES.get("file")
    if file is None or not file.name or not file.name.lower().endswith(_ENDINGS) or (file.size or 0) > _LARGEST_FILE:
        return _page(request, who, wrong="Xin chọn một tệp XLSX hoặc CSV, không quá 10 MB.", status=422)
    try:
        rows = _read(file)
    except Refused as refusal:
        return _page(request, who, wrong=sentence(refusal), status=422)
    return _checked(request, who, rows, file.name)


@require_POST
@asks
def receive(request: HttpRequest, who: Asker) -> HttpResponse:
    """Take over what was checked; it is checked again, for others may have recorded something meanwhile."""
    name = request.POST.get("name", "")[:120]
    rows = _unpacked(request.POST.get("rows", ""))
    if rows is None:
        return _page(request, who, wrong="Nội dung đã kiểm tra không còn nguyên vẹn; xin chọn lại tệp.", status=422)
    by = by_of(who, "organisation.record")
    found = try_rows(rows, f"Bảng tính {name}", by, now())
    if found.faults:
        return _checked(request, who, rows, name)
    done = take_over(rows, f"Bảng tính {name}", by, now())
    messages.success(
        request, f"Đã ghi {len(done.acts)} thay đổi từ “{name}”." if done.acts else "Không có gì mới để ghi."
    )
    return redirect("organisation")


def _checked(request: HttpRequest, who: Asker, rows: list[Row], name: str) -> HttpResponse:
    found = try_rows(rows, f"Bảng tính {name}", by_of(who, "organisation.record"), now())
    shown = {
        "name": name,
        "trial": found,
        "counts": [(ACTS[kind], n) for kind, n in found.counts.items()],
        "faults": sorted(fault_told(f) for f in found.faults)[:SHOWN],
        "shown": SHOWN,
        "rows": _packed(rows) if found.acts else "",
    }
    return render(request, "organisation/checked.html", shown, status=422 if found.faults else 200)


def _page(request: HttpRequest, who: Asker, wrong: str = "", status: int = 200) -> HttpResponse:
    shown = {
        "tables": list(SHEETS.items()),
        "wrong": wrong,
        "may_record": permission.allows(who, "organisation.record"),
        "endings": ",".join(_ENDINGS),
    }
    return render(request, "organisation/sheets.html", shown, status=status)


def _seen(who: Asker) -> dict[str, Decision]:
    """Of whom the asker may read, and how much of each."""
    if not permission.allows(who, "person.read"):
        return {}
    return {p.id: seen for p in people() if (seen := person_decision(who, p.id)).allowed}


def _book(tables: dict[str, list[list[str]]], name: str) -> HttpResponse:
    write: Callable[..., None] = import_string(settings.BOOK_WRITER)
    out = io.BytesIO()
    write(out, tables, {(SHEETS[t], TITLES[t][key]): words for t, key, words in samples()})
    answer = HttpResponse(out.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _read(file: UploadedFile) -> list[Row]:
    read: Callable[[Path], Any] = import_string(settings.TABLE_READER)
    with TemporaryDirectory(prefix="baro-bang-") as folder:
        path = Path(folder) / f"tep{Path(file.name or '').suffix.lower()}"
        with path.open("wb") as stream:
            for chunk in file.chunks():
                stream.write(chunk)
        return rows_of(read(path), file.name or "")


def _packed(rows: list[Row]) -> str:
    return json.dumps([(r.table, r.sheet, r.number, dict(r.texts)) for r in rows], ensure_ascii=False)


def _unpacked(text: str) -> list[Row] | None:
    """The rows that a page carried; None where somebody meddled with them."""
    try:
        rows = [Row(t, s, n, {k: v for k, v in texts.items() if k in TITLES[t]}) for t, s, n, texts in json.loads(text)]
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    strings = all(isinstance(v, str) for r in rows for v in r.texts.values())
    tables = all(r.table in TITLES for r in rows)
    return (
        rows
        if strings and tables and all(isinstance(r.number, int) and isinstance(r.sheet, str) for r in rows)
        else None
    )
