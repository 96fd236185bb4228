"""A long list as a workbook, written row by row: it needs no more memory for a million lines than for one."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import BinaryIO

import xlsxwriter

from baro.rules.prescribed.refusals import Refused

MOST_ROWS = 1_048_575  # of a sheet, below the titles (Excel's limit)
ListCell = str | int | float | date | datetime | None
_OPTIONS = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    "remove_timezone": True,
}  # fmt: skip
_WIDTH, _ABOUT_WIDTHS = 18, (24, 90)


def write_list(
    out: BinaryIO,
    titles: Sequence[str],
    rows: Iterable[Sequence[ListCell]],
    about: Sequence[tuple[str, str]],
) -> None:
    """Write rows under titles, and on a second sheet what the list is; moments without their zone, broken numbers with one decimal, texts never a formula.
    Raises `Refused("export.too_many_rows")`, and what was written is no workbook then."""
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        formats = ("dd/mm/yyyy", "dd/mm/yyyy hh:mm", "0.0")
        day, moment, tenths = (book.add_format({"num_format": told}) for told in formats)
        sheet = book.add_worksheet("Danh sách")
        sheet.set_column(0, len(titles) - 1, _WIDTH)
        sheet.freeze_panes(1, 1)
        sheet.write_row(0, 0, titles, bold)
        for r, row in enumerate(rows, start=1):
            if r > MOST_ROWS:
                raise Refused("export.too_many_rows", most=MOST_ROWS)
            for c, cell in enumerate(row):
                if isinstance(cell, datetime):
                    sheet.write_datetime(r, c, cell, moment)
                elif isinstance(cell, date):
                    sheet.write_datetime(r, c, cell, day)
                elif isinstance(cell, int | Decimal):
                    sheet.write_number(r, c, cell)
                elif isinstance(cell, float):
                    sheet.write_number(r, c, cell, tenths)
                elif cell:
                    sheet.write_string(r, c, cell)
        _tell(book.add_worksheet("Về danh sách"), about, bold)


def _tell(sheet: "xlsxwriter.worksheet.Worksheet", about: Sequence[tuple[str, str]], bold: object) -> None:
    for c, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(c, c, width)
    for r, (name, told) in enumerate(about):
        sheet.write_string(r, 0, name, bold)
        sheet.write_string(r, 1, told)
