"""Tables of texts as a workbook that people fill in and send back: codes keep their zeros, nothing runs as a formula."""

from collections.abc import Mapping, Sequence
from typing import BinaryIO

import xlsxwriter

_WIDEST, _CHECKED_ROWS = 60, 5_000


def write_book(
    out: BinaryIO, sheets: Mapping[str, Sequence[Sequence[str]]], choices: Mapping[tuple[str, str], Sequence[str]]
) -> None:
    """Write sheets by name, titles first; `choices` are the words that a column (sheet, title) takes."""
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}) as book:
        text = book.add_format({"num_format": "@", "valign": "top"})
        title = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for c, head in enumerate(rows[0]):
                longest = max((len(row[c]) for row in rows), default=8)
                sheet.set_column(c, c, min(max(longest + 2, 10), _WIDEST), text)
                sheet.write_string(0, c, head, title)
                if (name, head) in choices:
                    source = list(choices[name, head])
                    sheet.data_validation(
                        1, c, _CHECKED_ROWS, c, {"validate": "list", "source": source, "error_type": "warning"}
                    )
            for r, row in enumerate(rows[1:], start=1):
                for c, cell in enumerate(row):
                    if cell:
                        sheet.write_string(r, c, cell, text)
            sheet.freeze_panes(1, 0)
