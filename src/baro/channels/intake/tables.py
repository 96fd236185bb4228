"""Small tables people fill in by hand (XLSX, CSV): sheets of cells, and what one cell says.

Every refusal of a cell names file, sheet, row (1-based), column and value.
"""

import csv
import io
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from baro.channels.intake.archives import check_archive
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.refusals import Refused

Cell = int | float | str | bool | date | datetime | timedelta | object
_LARGEST = 20 * 1024 * 1024
_DATE = re.compile(r"(?:ngay )?(\d{1,2})(?:/|-|\.| thang )(\d{1,2})(?:/|-|\.| nam )(\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ t]00:00:00)?")
_YES = frozenset({"co", "x", "yes", "true", "1", "dung"})
_NO = frozenset({"", "khong", "no", "false", "0", "-", "sai"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `rows[i]` is row i + 1 as the person sees it. `name` is "" for CSV."""

    file: str
    name: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cell is and what it says: enough to refuse it by name."""

    file: str
    sheet: str
    row: int
    column: str
    value: str

    def refused(self, code: str, **facts: str | int) -> Refused:
        """Make the refusal of this cell."""
        place = {"file": self.file, "sheet": self.sheet, "column": self.column, "value": self.value}
        return Refused(code, row=self.row, **place, **facts)


def read_sheets(path: str | Path) -> tuple[Sheet, ...]:
    """Read the visible sheets of a workbook, or a CSV file as one sheet; cells as tidy text.

    Raises `Refused("archive.…")` for a hostile workbook, `Refused("table.…")` for what cannot be read.
    """
    path = Path(path)
    if path.stat().st_size > _LARGEST:
        raise Refused("table.too_large", file=path.name, limit=_LARGEST // 2**20)
    if path.suffix.lower() == ".csv":
        return (Sheet(path.name, "", _csv_rows(path)),)
    check_archive(path)
    try:
        return _workbook(path)
    except CalamineError:
        raise Refused("archive.broken", file=path.name) from None


def _workbook(path: Path) -> tuple[Sheet, ...]:
    book = CalamineWorkbook.from_path(str(path))
    seen = [m.name for m in book.sheets_metadata if m.visible == SheetVisibleEnum.Visible]
    sheets = ((name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in seen)
    return tuple(Sheet(path.name, name, tuple(tuple(map(text_of, row)) for row in rows)) for name, rows in sheets)


def _csv_rows(path: Path) -> tuple[tuple[str, ...], ...]:
    raw = path.read_bytes()
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = raw.decode(encoding)
        rows = max((_split(text, mark) for mark in ",;\t"), key=_regularity)
    except (UnicodeDecodeError, csv.Error):
        raise Refused("table.not_text", file=path.name) from None
    return tuple(tuple(map(text_of, row)) for row in rows)


def _split(text: str, mark: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))


def _regularity(rows: list[list[str]]) -> int:
    """How much a way of splitting looks like a table: many rows of one width, and a great one."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max((width * count for width, count in widths.items()), default=0)


def text_of(cell: Cell) -> str:
    """Give a cell as tidy text: NFC, single blanks, no control characters; whole numbers bare, dates dd/mm/yyyy."""
    if isinstance(cell, bool):
        return "có" if cell else "không"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):  # also a datetime
        return f"{cell:%d/%m/}{cell.year:04d}"
    return tidy(str(cell))


def tidy(text: str) -> str:
    """Give a label as it is kept: NFC, blanks collapsed, control characters dropped."""
    kept = "".join(c if c.isspace() or unicodedata.category(c) not in {"Cc", "Cs", "Cn"} else "" for c in text)
    return unicodedata.normalize("NFC", " ".join(kept.split()))


def read_date(spot: Spot) -> date | None:
    """Read a day (dd/mm/yyyy, "ngày 5 tháng 1 năm 2023", yyyy-mm-dd); None for an empty cell."""
    folded = fold(spot.value)
    if not folded:
        return None
    match, iso = _DATE.fullmatch(folded), _ISO_DATE.fullmatch(folded)
    found = iso.group(1, 2, 3) if iso else match.group(3, 2, 1) if match else ("0", "0", "0")
    try:
        return date(*map(int, found))
    except ValueError:
        raise spot.refused("table.bad_date") from None


def read_yes(spot: Spot) -> bool:
    """Read có/không (x, yes, true, 1 …); an empty cell says no."""
    folded = fold(spot.value)
    if folded not in _YES | _NO:
        raise spot.refused("table.bad_yes")
    return folded in _YES


def title_of(text: str) -> str:
    """Fold a column's title for matching: no brackets, no punctuation, no marks."""
    return " ".join(re.sub(r"[^0-9a-z]+", " ", re.sub(r"\([^)]*\)", " ", fold(text))).split())
