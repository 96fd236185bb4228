"""tables.xlsx: every table of the report in typed cells, with the definitions on the first sheet.

No cell is ever a formula or a link: texts that begin with "=", "+", "-" or "@" stay texts (OWASP, CSV injection).
"""

import io
import math
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter  # type: ignore[import-untyped]

from baro.channels.exports import formatting
from baro.channels.exports.sheets import Sheet, sheets_of, sheets_of_tables
from baro.rules.counted.told import Cell, Column, Measure, SupervisionReport, Table

NUMBER_FORMATS = {
    Measure.COUNT: "#,##0",
    Measure.SHARE: "0.0%",
    Measure.WORKING_DAYS: "#,##0.0",
    Measure.DATE: "dd/mm/yyyy",
    Measure.MOMENT: "dd/mm/yyyy hh:mm",
    Measure.TEXT: "@",
}
_MADE_AT = datetime(2024, 1, 2)  # noqa: DTZ001 a fixed stamp keeps the file the same byte for byte
LONGEST_CELL = 32_767  # characters (Excel's limit)
NARROWEST, WIDEST = 9, 46
LINE = 16.5  # points of a line of 12 points
TALLEST = 409  # points (Excel's limit)
_OPTIONS = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    "nan_inf_to_errors": False, "remove_timezone": True, "default_date_format": "dd/mm/yyyy",
}  # fmt: skip


def write_xlsx(path: Path, report: SupervisionReport) -> None:
    """Write the workbook; the same report gives the same bytes."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        title, agency = formatting.printable(report.title), formatting.printable(report.agency)
        created = report.as_of.replace(tzinfo=None)
        book.set_properties({"title": title, "author": agency, "company": agency, "created": created})
        formats = _formats(book)
        for sheet in sheets_of(report):
            _write_sheet(book.add_worksheet(sheet.name), sheet, formats)
    path.write_bytes(out.getvalue())


def write_tables(out: BinaryIO, title: str, tables: Sequence[Table], *, synthetic: bool = False) -> None:
    """Write tables as a workbook, a sheet each; the same tables give the same bytes."""
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": formatting.printable(title), "created": _MADE_AT})
        formats = _formats(book)
        for sheet in sheets_of_tables(tables, synthetic=synthetic):
            _write_sheet(book.add_worksheet(sheet.name), sheet, formats)


def _formats(book: Any) -> dict[str, Any]:
    base = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
    formats = {
        m: book.add_format({**base, "num_format": f, "text_wrap": m is Measure.TEXT}) for m, f in NUMBER_FORMATS.items()
    }
    total = {m: book.add_format({**base, "num_format": f, "bold": True, "top": 1}) for m, f in NUMBER_FORMATS.items()}
    return {
        **{str(m): f for m, f in formats.items()},
        **{f"total {m}": f for m, f in total.items()},
        "head": book.add_format(
            {**base, "bold": True, "text_wrap": True, "bottom": 1, "valign": "vcenter", "bg_color": "#F1F3F5"}
        ),
        "title": book.add_format({**base, "bold": True, "font_size": 14, "text_wrap": False}),
        "note": book.add_format({**base, "italic": True, "font_color": "#57606A"}),
        "banner": book.add_format({**base, "bold": True, "font_color": "#8A5A00", "bg_color": "#FFF4DB"}),
    }


def _write_sheet(page: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    """Title, note and banner on top; the head frozen, the rows typed, the total last."""
    top = 0
    for words, form in ((sheet.title, "title"), (sheet.banner, "banner"), (sheet.note, "note")):
        if words:
            page.write_string(top, 0, _fitting(words), formats[form])
            top += 1
    widths = [_width(sheet, place) for place in range(len(sheet.columns))]
    for place, (column, width) in enumerate(zip(sheet.columns, widths, strict=True)):
        page.write_string(top, place, _fitting(column.label), formats["head"])
        page.set_column(place, place, width)
    page.set_row(top, _height([c.label for c in sheet.columns], widths, 1.15))
    page.freeze_panes(top + 1, 1 if len(sheet.columns) > 4 else 0)
    for below, row in enumerate(sheet.rows, top + 1):
        if (height := _height([v if isinstance(v, str) else "" for v in row], widths)) > LINE:
            page.set_row(below, height)
        _write_row(page, below, row, sheet.columns, formats, "")
    if sheet.total:
        _write_row(page, top + 1 + len(sheet.rows), sheet.total, sheet.columns, formats, "total ")
    elif len(sheet.rows) > 1 and sheet.filtered:
        page.autofilter(top, 0, top + len(sheet.rows), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    page.set_footer("&L&A&RTrang &P/&N")


def _write_row(
    page: Any, at: int, row: tuple[Cell, ...], columns: tuple[Column, ...], formats: dict[str, Any], kind: str
) -> None:
    for place, (value, column) in enumerate(zip(row, columns, strict=True)):
        measure = column.measure if not isinstance(value, str) else Measure.TEXT
        _write_cell(page, at, place, value, formats[f"{kind}{measure}"])


def _write_cell(page: Any, at: int, place: int, value: Cell, form: Any) -> None:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        page.write_blank(at, place, None, form)
    elif isinstance(value, (date, datetime)):
        page.write_datetime(at, place, value, form)
    elif isinstance(value, (int, float)):
        page.write_number(at, place, value, form)
    else:
        page.write_string(at, place, _fitting(value), form)


def _fitting(text: str) -> str:
    kept = formatting.printable(text)
    return kept if len(kept) <= LONGEST_CELL else kept[: LONGEST_CELL - 1] + "…"


def _height(texts: list[str], widths: list[float], wider: float = 1.0) -> float:
    """As high as the cell with most lines needs: not every program measures wrapped cells when it opens a file."""
    lines = max(
        (_lines(text, width / wider) for text, width in zip(texts, widths, strict=True)),
        default=1,
    )
    return min(lines * LINE, TALLEST)


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column of so many digits, a little on the safe side."""
    return sum(_wrapped(line, width - 1) for line in text.split("\n"))


def _wrapped(line: str, width: float) -> int:
    """Letters are narrower than digits on average; a word that fits on no line is broken, and begins a line of its own."""
    lines = max(1, math.ceil(len(line) * 0.9 / width))
    longest = max(map(len, line.split()), default=0)
    return lines if longest <= width else max(lines, math.ceil(longest * 1.2 / width) + (longest < len(line)))


def _width(sheet: Sheet, place: int) -> float:
    """As wide as the longest cell of the first rows, within reason; heads may wrap."""
    column = sheet.columns[place]
    longest = max((len(formatting.cell(row[place], column)) for row in sheet.rows[:500]), default=0)
    words = max((len(word) for word in column.label.split()), default=0)
    return min(max(longest, words, math.ceil(len(column.label) / 3), NARROWEST) * 1.12 + 2, WIDEST)
