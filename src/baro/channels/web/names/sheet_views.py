"""The names of a source as a spreadsheet: taken away with what is said and proposed, filled in, taken over whole or not at
all."""

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.module_loading import import_string
from django.views.decorators.http import require_POST, require_safe

from baro.channels.web.frame.asking import asks, by_of, now
from baro.channels.web.frame.downloads import XLSX
from baro.channels.web.names.told import Targets, shown
from baro.channels.web.organisation.asking import read_day
from baro.channels.wording import sentence
from baro.channels.wording.names_address import NamesAsked, names_asked
from baro.channels.wording.organisation_sheets import bare, harmless
from baro.channels.wording.source_names import KINDS, NOT_OURS, SHEET, TITLES
from baro.desk.name_matches import MATCH, Named, Saying, match_names, names_of, sources_to_match
from baro.desk.permission import Asker
from baro.rules.prescribed.folding import fold, fold_words
from baro.rules.prescribed.name_matches import Outcome
from baro.rules.prescribed.refusals import Refused

_LARGEST = 10 * 1024 * 1024
_SHOWN = 200
_ENDINGS = (".xlsx", ".csv")


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponse:
    """All names of a source, each with what is said of it, or proposed."""
    asked = names_asked(request.GET.dict(), sources_to_match(who))
    write: Callable[..., None] = import_string(settings.BOOK_WRITER)
    targets, out = Targets(asked.source), io.BytesIO()
    rows = [[harmless(cell) for cell in _cells(one, targets)] for one in names_of(asked.source)]
    write(out, {SHEET: [list(TITLES), *rows]}, {})
    answer = HttpResponse(out.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="ten-trong-du-lieu.xlsx"'
    return answer


@require_POST
@asks
def receive(request: HttpRequest, who: Asker) -> HttpResponse:
    """Take over what a sheet says in its column of whom a name means; a row whose column is empty says nothing."""
    asked = names_asked(request.POST.dict(), sources_to_match(who))
    file, since = request.FILES.get("file"), request.POST.get("tu-ngay", "").strip()
    day = read_day(since) if since else None
    if file is None or not (file.name or "").lower().endswith(_ENDINGS) or (file.size or 0) > _LARGEST:
        return _wrong(request, asked, ["Xin chọn một tệp XLSX hoặc CSV, không quá 10 MB."])
    if since and day is None:
        return _wrong(request, asked, ["Ngày chưa đúng; xin ghi dạng 25/04/2024, hoặc để trống."])
    try:
        said, faults = _said(_rows(file), names_of(asked.source), Targets(asked.source))
        if faults:
            return _wrong(request, asked, faults)
        reason = request.POST.get("ly-do", "")
        count = match_names(asked.source.code, said, by_of(who, MATCH), now(), valid_from=day, reason=reason)
    except Refused as refusal:
        if refusal.code.startswith("access."):
            raise
        return _wrong(request, asked, [sentence(refusal)])
    messages.success(request, f"Đã ghi {count} tên từ “{file.name}”." if count else "Không có gì mới để ghi.")
    return redirect(reverse("source_names") + asked.changed())


def _wrong(request: HttpRequest, asked: NamesAsked, faults: Sequence[str]) -> HttpResponse:
    told = {"asked": asked, "faults": faults[:_SHOWN], "more": max(0, len(faults) - _SHOWN)}
    return render(request, "names/faults.html", told, status=422)


def _cells(one: Named, targets: Targets) -> list[str]:
    line = shown(one, targets)
    means = NOT_OURS if line.state == "khong" else line.target
    proposed = line.state == "chua"
    return [
        KINDS[one.written.kind], line.name, line.unit, str(line.dossiers), "" if proposed else means,
        means if proposed else "", line.likeness, f"{line.since:%d/%m/%Y}" if line.since else "",
    ]  # fmt: skip


def _said(
    rows: Iterator[tuple[int, dict[str, str]]], every: list[Named], targets: Targets
) -> tuple[list[Saying], list[str]]:
    """What the rows say, and what is wrong with which of them."""
    known = {(fold(KINDS[n.written.kind]), n.written.name, n.written.unit): n.written for n in every}
    said, faults = [], []
    for number, row in rows:
        kind, name, unit, means = (row.get(title, "") for title in (TITLES[0], TITLES[1], TITLES[2], TITLES[4]))
        if not means:
            continue
        written = known.get((fold(kind), name, unit))
        try:
            if written is None:
                raise Refused("name.unknown", name=name)
            is_ours = fold(means) != fold(NOT_OURS)
            target = targets.meant(written, means) if is_ours else ""
            said.append(Saying(written=written, outcome=Outcome.OURS if is_ours else Outcome.NOT_OURS, target=target))
        except Refused as refusal:
            faults.append(f"Dòng {number}: {sentence(refusal)}")
    return said, faults


def _rows(file: UploadedFile) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of the first sheet that has the titles. Raises `Refused("name.no_sheet")`."""
    wanted = {fold_words(title): title for title in TITLES}
    for sheet in _read(file):
        for at, cells in enumerate(sheet.rows[:10]):
            places = {wanted[w]: k for k, cell in enumerate(cells) if (w := fold_words(cell)) in wanted}
            if {TITLES[0], TITLES[1], TITLES[4]} <= places.keys():
                return _below(sheet.rows, at, places)
    raise Refused("name.no_sheet")


def _below(rows: Any, at: int, places: dict[str, int]) -> Iterator[tuple[int, dict[str, str]]]:
    for number, cells in enumerate(rows[at + 1 :], start=at + 2):
        yield number, {title: bare(cells[k]).strip() for title, k in places.items() if k < len(cells)}


def _read(file: UploadedFile) -> Any:
    read: Callable[[Path], Any] = import_string(settings.TABLE_READER)
    with TemporaryDirectory(prefix="baro-ten-") as folder:
        path = Path(folder) / f"tep{Path(file.name or '').suffix.lower()}"
        with path.open("wb") as stream:
            for chunk in file.chunks():
                stream.write(chunk)
        return read(path)
