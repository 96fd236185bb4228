"""Exactly the list on the page, whole: as a CSV file that comes down while it is read, or as a workbook."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from baro.channels.web.dossiers.cells import Cell, cells, titles
from baro.channels.web.dossiers.list_views import READ, address_of
from baro.channels.web.dossiers.told import ShownLine, shown
from baro.channels.web.frame.asking import asks, now
from baro.channels.web.frame.downloads import workbook
from baro.channels.wording.dossier_address import STATES, Address
from baro.channels.wording.dossier_columns import Column, filed
from baro.channels.wording.organisation_sheets import harmless
from baro.channels.wording.periods import moment_told
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.seeing import seen_of
from baro.records.queries.dossier_lists import Asked, runs_of_dossiers


class _Line:
    """A file that gives back what was written into it."""

    def write(self, text: str) -> str:
        """Give it back."""
        return text


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """Let the list come down: as CSV while it is read, or as a workbook once it is whole (`dang=xlsx`)."""
    there = address_of(request)
    columns = filed(there.columns, permission.scope(who, READ).sees)
    if request.GET.get("dang") == "xlsx":
        return _book(request, who, there, columns)
    answer = StreamingHttpResponse(_csv(who, there.asked, columns), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="ho-so.csv"'
    return answer


def _book(request: HttpRequest, who: Asker, there: Address, columns: Sequence[Column]) -> HttpResponseBase:
    rows = (cells(line, columns) for line in _lines(who, there.asked))
    return workbook(request, "ho-so.xlsx", titles(columns), rows, _about(there))


def _about(there: Address) -> list[tuple[str, str]]:
    """What the list is: which dossiers, and by which address they are found again."""
    return [
        ("Danh sách", f"hồ sơ {there.meant}" if there.meant else f"hồ sơ: {STATES[there.state][0].lower()}"),
        ("Bộ lọc", "; ".join(f"{name} = {word}" for name, word in there.words.items()) or "không"),
        ("Lập lúc", moment_told(now())),
        ("Thứ tự", "theo ngày hẹn, hồ sơ chưa tính được hạn ở cuối"),
    ]


def _lines(who: Asker, asked: Asked) -> Iterator[ShownLine]:
    for lines in runs_of_dossiers(permission.scope(who, READ), asked):
        seen = seen_of(who, lines)
        for line in lines:
            yield shown(line, seen[line.id])


def _csv(who: Asker, asked: Asked, columns: Sequence[Column]) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow(titles(columns))
    for line in _lines(who, asked):
        yield writer.writerow([harmless(_text(cell)) for cell in cells(line, columns)])


def _text(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return "" if cell is None else str(cell)
