"""Tables on the terminal: columns below one another, numbers to the right, long texts cut, long tables told in part."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TextIO

from baro.rules.counted.reports.words import count, day, decimal
from baro.rules.counted.told import Cell, Column, Measure, Table

LONGEST = 60
"""Characters of a cell; the workbook tells it whole."""
MOST = 20
"""Rows of a table; the workbook tells them all."""
_NOTHING = "–"


def print_table(out: TextIO, table: Table, most: int = MOST) -> None:
    """Write a table with its title, and how many rows are not shown."""
    out.write(f"\n{table.title}\n")
    if not table.rows:
        out.write("  không có\n")
    else:
        shown = [[_cell(v, c) for v, c in zip(row, table.columns, strict=True)] for row in table.rows[:most]]
        _write_lines(out, table.columns, shown)
        if len(table.rows) > most:
            out.write(f"  … còn {count(len(table.rows) - most)} dòng\n")
    if table.note:
        out.write(f"  {table.note}\n")


def _write_lines(out: TextIO, columns: Sequence[Column], rows: list[list[str]]) -> None:
    heads = [_cut(column.label) for column in columns]
    widths = [max(len(row[c]) for row in [heads, *rows]) for c in range(len(columns))]
    for row in [heads, *rows]:
        cells = (
            cell.ljust(width) if column.measure is Measure.TEXT else cell.rjust(width)
            for cell, width, column in zip(row, widths, columns, strict=True)
        )  # fmt: skip
        out.write(f"  {'  '.join(cells).rstrip()}\n")


def _cell(value: Cell, column: Column) -> str:
    if value is None:
        return _NOTHING
    if isinstance(value, str):
        return _cut(" ".join(value.split()))
    if isinstance(value, (date, datetime)):
        return day(value)
    if column.measure is Measure.SHARE:
        return f"{decimal(value * 100)} %"
    return count(value) if isinstance(value, int) else decimal(value)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
