"""What the pages show of a checked delivery: the answer, the counts, the cells to be looked at."""

import csv
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.utils.module_loading import import_string

from baro.channels.web.frame.downloads import XLSX
from baro.rules.counted.reports.doubts import DOUBT_WORDS
from baro.rules.counted.reports.reconciliation import difference_words, statement_lead, statement_parts
from baro.rules.observed.delivery import Checked
from baro.rules.observed.quality import QualityFinding
from baro.rules.prescribed.policy.decisions import Decision

MOST = 200
_HEAD = ("Loại", "Tệp", "Trang", "Dòng", "Cột", "Giá trị", "Hồ sơ", "Lý do")


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A doubtful cell as a row of a table."""

    kind: str
    place: str
    column: str
    value: str
    case: str
    reason: str


def shown(checked: Checked) -> dict[str, Any]:
    """What a template needs of a statement."""
    found = checked.read.quality.findings
    return {
        "checked": checked,
        "lead": statement_lead(checked.statement, checked.faults),
        "parts": statement_parts(checked.statement),
        "differences": [difference_words(d) for d in checked.statement.differences],
        "findings": [_shown(f) for f in found[:MOST]],
        "finding_count": sum(checked.read.quality.counts.values()),
    }


def findings_csv(checked: Checked) -> HttpResponse:
    """The doubtful cells as a table to take away; a cell that looks like a formula stays a text."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_HEAD)
    for f in checked.read.quality.findings:
        row = (DOUBT_WORDS[f.doubt], f.file, f.sheet, str(f.row or ""), f.column, f.value, f.case, f.reason)
        writer.writerow([_harmless(cell) for cell in row])
    answer = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="cho-can-xem.csv"'
    return answer


def statement_workbook(
    checked: Checked, folder: Path, seen: Decision, outcomes: Mapping[str, str] | None = None
) -> HttpResponse:
    """The statement with all its lists as a workbook, of a delivery whose segment (or staged folder) this is."""
    write: Callable[..., None] = import_string(settings.STATEMENT_WRITER)
    out = io.BytesIO()
    write(out, checked, folder, seen, outcomes)
    answer = HttpResponse(out.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="bien-ban-doi-soat.xlsx"'
    return answer


def _shown(f: QualityFinding) -> ShownFinding:
    sheet = f"Trang {f.sheet}, " if f.sheet else ""
    return ShownFinding(DOUBT_WORDS[f.doubt], f"{sheet}dòng {f.row}", f.column, f.value, f.case, f.reason)


def _harmless(cell: str) -> str:
    return "'" + cell if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
