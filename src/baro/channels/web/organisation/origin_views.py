"""Which bodies of a day came of which of an earlier day, many to many: shown both ways, and taken away."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from baro.channels.web.frame.downloads import XLSX
from baro.channels.web.organisation.asking import asks, read_day
from baro.channels.wording.organisation import SHARES
from baro.channels.wording.organisation_sheets import harmless
from baro.desk.permission import Asker
from baro.records.queries.organisation import bodies
from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.origins import Origin, Share, origins

_TITLES = ("Mã cũ", "Đơn vị cũ", "Mã mới", "Đơn vị mới", "Phần chuyển", "Từ ngày", "Nhiệm vụ", "Căn cứ", "Kiểm chứng")
_MOST_COLUMNS = 12  # a wider table of the two would not be read on a screen


@dataclass(frozen=True, slots=True)
class Span:
    """The two days and the body below which one looks; `wrong` is what was written and is no day."""

    before: date
    after: date
    within: str
    wrong: str = ""


@require_safe
@asks
def shown(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the old bodies with their successors, the new ones with their origins, and both in one table."""
    known = bodies()
    span = _span(request, known, who)
    pairs = origins(known, span.before, span.after, span.within)
    new = list(dict.fromkeys(p.new for p in pairs if p.new))
    told = {
        "span": span,
        "within_name": called(known, span.within) if span.within else "",
        "places": [(t.body, t.name) for t in known.in_force(span.before) if known.on(span.before).children(t.body)],
        "old": _by(pairs, "old", known, span.before),
        "new": _by([p for p in pairs if p.new], "new", known, span.after),
        "table": _crossed(pairs, new, known, span) if len(new) <= _MOST_COLUMNS else (),
        "heads": [(body, _named(known, body, span.after)) for body in new],
        "query": request.GET.urlencode(),
    }
    return render(request, "organisation/origins.html", told)


@require_safe
@asks
def export(request: HttpRequest, who: Asker) -> HttpResponse:
    """All pairs as a workbook with the two in one table, or as CSV."""
    known = bodies()
    span = _span(request, known, who)
    pairs = origins(known, span.before, span.after, span.within)
    rows = [list(_TITLES), *(_row(known, pair, span) for pair in pairs)]
    if request.GET.get("dang") == "csv":
        text = io.StringIO()
        csv.writer(text).writerows([[harmless(cell) for cell in row] for row in rows])
        answer = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = 'attachment; filename="nguon-goc.csv"'
        return answer
    new = list(dict.fromkeys(p.new for p in pairs if p.new))
    head = ["Đơn vị cũ", *(_named(known, body, span.after) for body in new)]
    crossed = [[name, *cells] for _, name, cells in _crossed(pairs, new, known, span)]
    out = io.BytesIO()
    write: Callable[..., None] = import_string(settings.BOOK_WRITER)
    write(out, {"Kế thừa": rows, "Bảng chéo": [head, *crossed]}, {})
    answer = HttpResponse(out.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="nguon-goc.xlsx"'
    return answer


def _span(request: HttpRequest, known: Bodies, who: Asker) -> Span:
    """The days asked for; without them, the eve of the last reorganisation that took effect, and today."""
    changes = [s.effective_on for s in known.successions if s.effective_on <= who.on]
    usual = max(changes, default=who.on) - timedelta(days=1)
    written = [request.GET.get(name, "").strip() for name in ("tu", "den")]
    before, after = (read_day(text) if text else day for text, day in zip(written, (usual, who.on), strict=True))
    wrong = next((text for text, day in zip(written, (before, after), strict=True) if day is None), "")
    first, last = before or usual, after or who.on
    within = request.GET.get("trong", "")
    return Span(min(first, last), max(first, last), within if within in known.by_id else "", wrong)


def _named(known: Bodies, body: str, on: date) -> str:
    term = known.term_on(body, on)
    return term.name if term else called(known, body)


def _by(pairs: Iterable[Origin], side: str, known: Bodies, on: date) -> list[dict[str, Any]]:
    """The bodies of one side, each with those of the other."""
    found: dict[str, list[Origin]] = {}
    for pair in pairs:
        found.setdefault(getattr(pair, side), []).append(pair)
    other = "new" if side == "old" else "old"
    return [
        {
            "body": body,
            "name": _named(known, body, on),
            "others": [(getattr(p, other), called(known, getattr(p, other)), SHARES[p.share]) for p in mine],
            "whole": sum(p.share is Share.WHOLE for p in mine),
            "doubted": any(not line.verified for p in mine for line in p.lines),
        }
        for body, mine in found.items()
    ]


def _crossed(pairs: Iterable[Origin], new: list[str], known: Bodies, span: Span) -> list[tuple[str, str, list[str]]]:
    """The old bodies below each other, the new ones beside each other, the share in the cell."""
    found: dict[str, dict[str, str]] = {}
    for pair in pairs:
        found.setdefault(pair.old, {})[pair.new] = SHARES[pair.share]
    return [(b, _named(known, b, span.before), [cells.get(n, "") for n in new]) for b, cells in found.items()]


def _row(known: Bodies, pair: Origin, span: Span) -> list[str]:
    old, new = known.term_on(pair.old, span.before), known.term_on(pair.new, span.after)
    unique = dict.fromkeys
    return [
        old.code if old else "",
        _named(known, pair.old, span.before),
        new.code if new else "",
        _named(known, pair.new, span.after) if pair.new else "không có đơn vị kế thừa",
        SHARES[pair.share],
        "; ".join(unique(f"{line.effective_on:%d/%m/%Y}" for line in pair.lines)),
        "; ".join(unique(line.function for line in pair.lines if line.function)),
        "; ".join(unique(line.basis for line in pair.lines if line.basis)),
        "đã kiểm chứng" if all(line.verified for line in pair.lines) else "chưa kiểm chứng",
    ]
