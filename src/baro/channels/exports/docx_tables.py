"""Tables in the document: heads repeated on each page, rows never cut, short tables never parted, numbers to the right."""

import math
from itertools import count as counting
from typing import Any

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Emu, Pt

from baro.channels.exports import formatting
from baro.channels.exports.docx_page import set_widths, write
from baro.rules.counted.told import Cell, Measure, Table

MOST_ROWS = 60
WHOLE = 12  # rows; a table of no more stays on one page
_LEFT, _RIGHT, _CENTRE = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER
_LETTER = 0.54  # of the size: the mean width of a letter or digit in Times New Roman, with room to spare
_BOLDER = 1.18  # headings are bold
_PADDING = Pt(13)  # left and right of a cell's text, with the rule
_LONGEST_WORD = 18  # letters; a longer word may be broken


class Tables:
    """Writes the tables of one document, numbered as they come: "Bảng 1. …"."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbers = counting(1)

    def add(self, told: Table, *, width: int, size: float = 11, most: int = MOST_ROWS) -> None:
        """Write a table with its title above and its note below; beyond `most` rows, say where the rest is."""
        words = f"Bảng {next(self._numbers)}. {told.title}"
        title = write(self._document.add_paragraph(), words, size=12, bold=True, align=_CENTRE, before=10)
        title.paragraph_format.keep_with_next = True
        title.paragraph_format.space_after = Pt(4)
        shown = told.rows[:most]
        total = [told.total] if told.total else []
        table: Any = self._document.add_table(1 + len(shown) + len(total), len(told.columns), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        rows = list(table.rows)
        _repeat(rows[0])
        for cell, column in zip(rows[0].cells, told.columns, strict=True):
            write(cell.paragraphs[0], column.label, size=size, bold=True, align=_CENTRE)
        for row, values in zip(rows[1:], [*shown, *total], strict=True):
            _fill(row, values, told, size, bold=values is told.total)
        _keep_together(rows if len(rows) <= WHOLE + 1 else rows[:2])
        set_widths(table, widths(told, width, size))
        self._note(told, most)

    def _note(self, told: Table, most: int) -> None:
        notes = [told.note] if told.note else []
        if len(told.rows) > most:
            notes.append(f"Nêu {most} trong số {formatting.count(len(told.rows))} dòng; bảng đầy đủ ở tệp tables.xlsx.")
        if notes:
            write(self._document.add_paragraph(), " ".join(notes), size=11, italic=True, before=3)


def _fill(row: Any, values: tuple[Cell, ...], told: Table, size: float, *, bold: bool) -> None:
    _keep_whole(row)
    for cell, value, column in zip(row.cells, values, told.columns, strict=True):
        words = formatting.cell(value, column)
        align = _LEFT if column.measure is Measure.TEXT else _RIGHT
        write(cell.paragraphs[0], words.replace("  ", "\u00a0\u00a0"), size=size, bold=bold, align=align)


def _keep_together(rows: list[Any]) -> None:
    """Every row but the last stays on the page of the next."""
    for row in rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _repeat(row: Any) -> None:
    _keep_whole(row)
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _keep_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def widths(told: Table, width: int, size: float) -> tuple[int, ...]:
    """Every column as wide as its longest word or number; what is left goes to the columns of texts, by their length."""
    letter = Pt(size) * _LETTER
    least, wanted = [], []
    for place, column in enumerate(told.columns):
        rows = [*told.rows[:MOST_ROWS], *([told.total] if told.total else [])]
        texts = [formatting.cell(row[place], column) for row in rows]
        need = _PADDING + max(_head(column.label) * _BOLDER, *(_word(column.measure, t) for t in texts), 0) * letter
        least.append(need)
        longest = max((len(t) for t in texts), default=0)
        wanted.append(max(0.0, math.sqrt(longest) * letter * 6 - need) if column.measure is Measure.TEXT else 0.0)
    spare = max(width - sum(least), 0)
    parts = [w / sum(wanted) if sum(wanted) else 1 / len(wanted) for w in wanted]
    given = [need + spare * part for need, part in zip(least, parts, strict=True)]
    return tuple(Emu(int(width * w / sum(given))) for w in given)


def _head(label: str) -> int:
    """Letters a line of a heading needs so that no word breaks and there are three lines at most."""
    return max(_longest(label), math.ceil(len(label) / 3))


def _word(measure: Measure, text: str) -> int:
    """The longest stretch that should not break: a number whole, else the longest word within reason."""
    if measure is not Measure.TEXT and any(c.isdigit() for c in text):
        return len(text)
    return min(_longest(text), _LONGEST_WORD)


def _longest(text: str) -> int:
    """The longest stretch between blanks at which a line may break."""
    return max(map(len, formatting.tight(text).split(" ")))
