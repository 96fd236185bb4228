"""The entries in the order of the tree, read many at once: as columns that the database joins, or row by row.

A column comes as one text of as many lines as there are entries, which costs half of what as many values cost. A run whose
columns do not have one line per entry is not whole (an entry is missing, or something in it holds the byte that parts lines): its rows
are read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db import connection

from baro.records.ledger.columns import PLACED, columns
from baro.records.ledger.lines import BREAK
from baro.records.ledger.tiles import WIDTH

RUN = WIDTH * 16  # fewer, and each call costs; more, and the columns outgrow the cache
# SQLite lets a value of another type stand in a column: whatever stands there is read as bytes.
_CAST = {
    "sqlite": ("CAST(e.entry_id AS BLOB)", "CAST(e.stream AS BLOB)", "CAST(e.body AS BLOB)", "CAST(e.leaf AS BLOB)"),
    "postgresql": ("convert_to(e.entry_id, 'UTF8')", "convert_to(e.stream, 'UTF8')", "e.body", "e.leaf"),
}
_ROWS = f'SELECT i."index", {{}}, {{}}, e.version, {{}}, {{}} FROM {PLACED}'
_NAME = 'SELECT e.entry_id FROM ledger_index i JOIN ledger_entry e ON e.place = i.place WHERE i."index" = %s'


class Row(NamedTuple):
    """An entry as stored. The last five are None where the index names an entry that is not there."""

    index: int
    entry_id: bytes
    stream: bytes
    version: int
    body: bytes
    leaf: bytes

    @property
    def name(self) -> str:
        """The entry's id, to be told."""
        return self.entry_id.decode("utf-8", "replace") if self.entry_id is not None else ""


@dataclass(frozen=True, kw_only=True)
class Run:
    """The entries at [low, high). `names`: in lines, identity of each, then stream and version as a body tells them at its end
    (`idstream","version":1`); `leaves`: those stored; `text`: the bodies in lines. `is_whole`: each entry is there and has all its
    columns; then each of these that splits into as many tells of each entry in its place."""

    low: int
    high: int
    names: bytes
    leaves: bytes
    text: bytes
    is_whole: bool

    @cached_property
    def bodies(self) -> list[bytes]:
        """The bytes of each entry; of one that is missing, none."""
        found = self.text.split(BREAK)
        return (
            found if self.is_whole and len(found) == self.high - self.low else [row.body or b"" for row in self.rows()]
        )

    def rows(self) -> list[Row]:
        """The entries one by one, an empty row where the index leaves out a place."""
        with connection.cursor() as cursor:
            cursor.execute(_ROWS.format(*_CAST[connection.vendor]), [self.low, self.high])
            known = {row[0]: Row._make(row) for row in cursor.fetchall()}
        return [known.get(i, Row(i, None, None, None, None, None)) for i in range(self.low, self.high)]  # type: ignore[arg-type]


def runs(size: int, start: int = 0) -> Iterator[Run]:
    """Give the entries from `start`, in runs of whole tiles."""
    for (low, high), (*joined, filled) in columns(start - start % WIDTH, size, RUN):
        names, leaves, text = (bytes(column or b"") for column in joined)
        yield Run(low=low, high=high, names=names, leaves=leaves, text=text, is_whole=filled == high - low)


def entry_at(index: int) -> str:
    """Name the entry at an index."""
    with connection.cursor() as cursor:
        cursor.execute(_NAME, [index])
        return str(cursor.fetchone()[0])
