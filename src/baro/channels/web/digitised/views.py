"""Digitisation by unit and month: the page, and the same lines as a workbook."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from baro.channels.web.digitised.told import VIEWS, Cells, figures_of, left_by_month, rows_shown
from baro.channels.web.frame.asking import asks, now
from baro.channels.web.frame.downloads import workbook
from baro.channels.web.organisation.named import body_named
from baro.channels.wording.dossier_spans import UNDIGITISED
from baro.channels.wording.periods import moment_told, period_told
from baro.desk import permission
from baro.desk.digitisation import DigitisationBoard, digitisation
from baro.desk.permission import Asker
from baro.rules.counted.digitisation import RESULTS, Digitisation
from baro.rules.counted.periods import MONTH, Period, period_of, read_period
from baro.rules.counted.reports.words import count, share

_CHOICES = 24
_TITLES = (
    "Cơ quan", "Đơn vị", "Tháng", "Hồ sơ có kết quả", "Đã số hóa", "Tỷ lệ số hóa (%)", "Có bản ký số tại đây", "Đã đưa vào kho",
    "Chưa số hóa trong tháng", "Còn nợ đến hết tháng", "Thành phần đã ghi", "Thành phần đã số hóa", "Thành phần dùng lại",
)  # fmt: skip


@require_safe
@asks
def shown(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the twelve months that end with the one of the address, of results or of components."""
    last, body = _asked(request.GET)
    board = digitisation(who, last, body)
    view = request.GET.get("xem", "")
    view = view if view in VIEWS else ""
    told: dict[str, Any] = {"board": board, "mine": "" if board else _mine(who)}
    if board is not None:
        is_all, opens = request.GET.get("het") == "co", permission.allows(who, "dossier.read")
        cells = Cells(board, view, body, opens=opens)
        rows, more = rows_shown(board, cells, is_all=is_all)
        told |= {
            "view": view,
            "views": [(cells.address(xem=word), name, word == view) for word, name in VIEWS.items()],
            "rows": rows, "more": more, "all": cells.address(het="co"), "total": cells.row(board.together, "Cộng", ""),
            "months": [f"{month.number}/{month.year % 100:02}" for month in board.months],
            "figures": figures_of(cells, board, body),
            "left": [] if cells.is_of_components else left_by_month(cells, board, body), "sentence": _sentence(board, view),
            "choices": _choices(board), "chosen": board.months[-1].written, "body": body,
            "bodies": [(one, body_named(one)) for one in board.bodies],
            "address": cells.address(), "may_export": permission.allows(who, "export.make"),
            "indicator": RESULTS, "of_part": body_named(board.of_part) if board.of_part else "", "as_of": moment_told(board.as_of),
        }  # fmt: skip
    return render(request, "digitised/board.html", told)


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponseBase:
    """The lines of all units and months as a workbook."""
    last, body = _asked(request.GET)
    board = digitisation(who, last, body)
    if board is None:
        raise Http404
    about = [
        (
            "Danh sách",
            f"Số hóa theo đơn vị và tháng, {period_told(board.months[0])} đến {period_told(board.months[-1])}",
        ),
        ("Tính đến", moment_told(board.as_of)),
        ("Cách tính", RESULTS.definition),
        ("Cơ quan", body_named(body) if body else "mọi cơ quan trong phạm vi được xem"),
    ]
    return workbook(request, "so-hoa.xlsx", _TITLES, _lines(board), about)


def _lines(board: DigitisationBoard) -> Iterator[tuple[Any, ...]]:
    for unit in board.units:
        for month, counts, left in zip(board.months, unit.months, unit.backlogs, strict=True):
            if counts != Digitisation() or left:
                yield (
                    body_named(unit.body), unit.unit, month.written, counts.with_result, counts.digitised, None if counts.share is None else round(100 * counts.share, 1),
                    counts.signed, counts.pushed, counts.backlog, left, counts.components, counts.components_copied,
                    counts.components_reused,
                )  # fmt: skip


def _mine(who: Asker) -> str:
    """The list of what is not digitised among the dossiers of somebody who reads no unit's figures; "" for who opens none."""
    if not permission.allows(who, "dossier.read"):
        return ""
    return "?" + urlencode({"luc": now().replace(microsecond=0).isoformat(), "viec": UNDIGITISED})


def _asked(told: Mapping[str, str]) -> tuple[Period | None, str]:
    """The last month, and the body; what means nothing asks for nothing."""
    last = read_period(told.get("ky", ""))
    return (last if last and last.months == MONTH else None), told.get("co-quan", "").replace("\0", "")[:40]


def _choices(board: DigitisationBoard) -> list[tuple[str, str, bool]]:
    one, found = period_of(board.as_of.date()), []
    while len(found) < _CHOICES:
        found.append(one)
        one = one.before()
    chosen = board.months[-1]
    found += [] if chosen in found else [chosen]
    return [(month.written, capfirst(period_told(month)), month == chosen) for month in found]


def _sentence(board: DigitisationBoard, view: str) -> str:
    """What the page answers first."""
    counts, months = board.together.in_all, f"Mười hai tháng đến {period_told(board.months[-1])}"
    if view:
        if not counts.components:
            return f"{months}: chưa đơn vị nào ghi thành phần hồ sơ."
        done, left = share(counts.components_copied, counts.components), counts.components - counts.components_copied
        return f"{months}: {done} thành phần đã số hóa; còn {count(left)} thành phần chưa số hóa."
    if not counts.with_result and not board.together.left:
        return f"{months}: chưa có hồ sơ nào có kết quả."
    done = share(counts.digitised, counts.with_result) if counts.with_result else "0"
    return (
        f"{months}: {done} kết quả đã số hóa; tính cả trước đó, còn {count(board.together.left)} kết quả chưa số hóa."
    )
