"""Look into the XML parts of an Office file, as bytes, for what exhausts a parser: far cells, floods, entities.

Two passes, because the first is ten times as fast as the second: counts first, so that a flood is refused at once; then
how far the cells reach, which has to look at each reference.
"""

import re
from dataclasses import dataclass

from baro.rules.prescribed.refusals import Refused

_NAME = rb"(?:[\w.-]+:)?"
_CELL = re.compile(rb"<(?:[\w.-]+:)c[\s/>]")  # the prefixed spelling; the plain one is counted without a pattern
# A cell's reference; it may follow other attributes.
_REFERENCE = re.compile(rb"<" + _NAME + rb"c\s[^<>]*?\br\s*=\s*[\"']\s*([A-Za-z]+)(\d+)")
_MERGED = re.compile(rb"<" + _NAME + rb"mergeCell[\s/>]")
_STRING = re.compile(rb"<" + _NAME + rb"si[\s/>]")
_ROW = re.compile(rb"<" + _NAME + rb"row[\s/>]")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"encoding\s*=\s*[\"'](?:utf-8|us-ascii)", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_LONGEST_TAG = 1024 * 1024


@dataclass(frozen=True, slots=True)
class SheetBounds:
    """What one workbook may hold. `area` bounds the rectangle from A1 to the farthest cell of one sheet."""

    cells: int = 2_000_000
    area: int = 4_000_000
    merged: int = 10_000
    strings: int = 1_000_000


class _TagScan:
    """Feed the chunks of a part to `_look`, never cutting a tag in two."""

    def __init__(self, file: str, bounds: SheetBounds) -> None:
        self._file = file
        self._bounds = bounds
        self.start("")

    def start(self, part: str) -> None:
        """Begin a part."""
        self._part = part
        self._tail = b""
        self._is_first = True
        self._is_xml = False

    def feed(self, chunk: bytes) -> None:
        """Look at the next bytes of the part; a tag cut by the end of a chunk waits for the next one."""
        if self._is_first and chunk:
            self._is_first = False
            self._begin(chunk)
        if not self._is_xml:
            return
        text = self._tail + chunk
        opened = text.rfind(b"<")
        cut = opened if text.rfind(b">") < opened else len(text)
        if len(text) - cut > _LONGEST_TAG:
            raise Refused("archive.odd_part", file=self._file, part=self._part)
        self._tail = text[cut:]
        self._look(text[:cut])

    def finish(self) -> None:
        """Look at what is left of the part."""
        if self._tail:
            self._look(self._tail)

    def _begin(self, chunk: bytes) -> None:
        head = chunk[:200]
        # Office writes UTF-8; anything else only hides tags from this scan.
        if head.startswith(_UTF16):
            raise Refused("archive.odd_part", file=self._file, part=self._part)
        self._is_xml = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"
        if self._is_xml and b"encoding" in head and not _ENCODING.search(head):
            raise Refused("archive.odd_part", file=self._file, part=self._part)

    def _look(self, text: bytes) -> None:
        raise NotImplementedError


class CountScan(_TagScan):
    """Count cells, rows, merged ranges and shared strings over all parts of a file; refuse any DTD."""

    def __init__(self, file: str, bounds: SheetBounds) -> None:
        super().__init__(file, bounds)
        self.cells = self._rows = self._merged = self._strings = 0

    def _look(self, text: bytes) -> None:
        if b"<!" in text and _DECLARED.search(text):
            raise Refused("xml.dtd", file=self._file, part=self._part)
        self.cells += text.count(b"<c ") + text.count(b"<c>") + text.count(b"<c/") + text.count(b"<c\n")
        self.cells += _count(_CELL, b":c", text)
        self._rows += _count(_ROW, b"row", text)
        self._merged += _count(_MERGED, b"mergeCell", text)
        self._strings += _count(_STRING, b"si", text)
        bounds = self._bounds
        if self.cells > bounds.cells or self._rows > bounds.cells:
            raise Refused("sheet.too_many_cells", file=self._file, limit=bounds.cells)
        if self._merged > bounds.merged:
            raise Refused("sheet.too_many_merged", file=self._file, limit=bounds.merged)
        if self._strings > bounds.strings:
            raise Refused("sheet.too_many_strings", file=self._file, limit=bounds.strings)


class ReachScan(_TagScan):
    """Refuse a sheet whose farthest cell would make a reader allocate a huge rectangle."""

    def start(self, part: str) -> None:
        """Begin a part: each sheet has its own farthest cell."""
        super().start(part)
        self._row = self._column = 0

    def _look(self, text: bytes) -> None:
        references = _REFERENCE.findall(text)
        if not references:
            return
        columns, rows = zip(*references, strict=True)
        self._column = max(self._column, *map(_column_number, set(columns)))
        self._row = max(self._row, int(max(rows, key=lambda digits: (len(digits), digits))[:12]))
        if self._row * self._column > self._bounds.area:
            raise Refused("sheet.too_wide", file=self._file, part=self._part, rows=self._row, columns=self._column)


def _count(pattern: re.Pattern[bytes], word: bytes, text: bytes) -> int:
    return len(pattern.findall(text)) if word in text else 0


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters[:8].upper():
        number = number * 26 + letter - 64
    return number
