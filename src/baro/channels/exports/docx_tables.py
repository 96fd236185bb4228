"""Tables in the document: heads repeated on each page, rows never cut, numbers to the right."""

from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Emu

from baro.channels.exports import formatting
from baro.channels.exports.docx_page import set_widths, write
from baro.rules.counted.told import Cell, Measure, Table

MOST_ROWS = 60
_LEFT, _RIGHT, _CENTRE = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER


def add_table(document: Document, told: Table, *, width: int, size: float = 11, most: int = MOST_ROWS) -> None:
    """Write a table with its title above and its note below; beyond `most` rows, say where the rest is."""
    title = write(document.add_paragraph(), f"Bảng: {told.title}", size=12, bold=True, align=_CENTRE, before=10)
    title.paragraph_format.keep_with_next = True
    shown = told.rows[:most]
    total = [told.total] if told.total else []
    table: Any = document.add_table(1 + len(shown) + len(total), len(told.columns), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    rows = list(table.rows)
    _repeat(rows[0])
    for cell, column in zip(rows[0].cells, told.columns, strict=True):
        write(cell.paragraphs[0], column.label, size=size, bold=True, align=_CENTRE)
    for row, values in zip(rows[1:], [*shown, *total], strict=True):
        _fill(row, values, told, size, bold=values is told.total)
    set_widths(table, _widths(told, width))
    notes = [told.note] if told.note else []
    if len(told.rows) > most:
        notes.append(f"Nêu {most} trong số {formatting.count(len(told.rows))} dòng; bảng đầy đủ ở tệp tables.xlsx.")
    if notes:
        write(document.add_paragraph(), " ".join(notes), size=11, italic=True, before=3)


def _fill(row: Any, values: tuple[Cell, ...], told: Table, size: float, *, bold: bool) -> None:
    _keep_whole(row)
    for cell, value, column in zip(row.cells, values, told.columns, strict=True):
        words = formatting.cell(value, column)
        align = _LEFT if column.measure is Measure.TEXT else _RIGHT
        write(cell.paragraphs[0], words.replace("  ", "\u00a0\u00a0"), size=size, bold=bold, align=align)


def _repeat(row: Any) -> None:
    _keep_whole(row)
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _widths(told: Table, width: int) -> tuple[int, ...]:
    """Share the width by what the columns hold: texts by their length, numbers by what they need."""
    weights = []
    for place, column in enumerate(told.columns):
        longest = max((len(formatting.cell(r[place], column)) for r in told.rows[:MOST_ROWS]), default=0)
        word = max((len(w) for w in column.label.split()), default=4)
        weights.append(min(max(longest, word + 2, 7), 34 if column.measure is Measure.TEXT else 16))
    return tuple(Emu(int(width * w / sum(weights))) for w in weights)
