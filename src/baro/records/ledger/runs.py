"""The entries in the order of the tree, read many at once: as columns that the database joins, or row by row.

A column comes as one text of as many lines as there are entries, which costs half of what as many values cost. A run whose
columns do not have one line per entry is not whole (an entry is missing, or something in it holds a line break): its rows
are read.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db import connection
from django.db.backends.utils import CursorWrapper

from baro.records.ledger.tiles import WIDTH
from baro.records.ledger.tree import HASH
from baro.records.sqlite import CACHE

RUN = WIDTH * 5  # as many as a processor's own cache holds
ID = 26  # the length of an entry's identity
_SMALL_CACHE = "PRAGMA cache_size=-256"
# SQLite lets a value of another type stand in a column: whatever stands there is read as bytes.
_CAST = {
    "sqlite": ("CAST(e.entry_id AS BLOB)", "CAST(e.stream AS BLOB)", "CAST(e.body AS BLOB)", "CAST(e.leaf AS BLOB)"),
    "postgresql": ("convert_to(e.entry_id, 'UTF8')", "convert_to(e.stream, 'UTF8')", "e.body", "e.leaf"),
}
# What is joined: identity and leaf, each of one length; stream and version as they end a body, in lines; bodies, in lines.
_TAIL = """'"stream":"' || e.stream || '","version":' || e.version || '}'"""
_JOINED = {
    "sqlite": (
        "CAST(group_concat(e.entry_id || e.leaf, '') AS BLOB)",
        f"CAST(group_concat({_TAIL}, '\n') AS BLOB)",
        "CAST(group_concat(e.body, '\n') AS BLOB)",
    ),
    "postgresql": (
        "string_agg(convert_to(e.entry_id, 'UTF8') || e.leaf, ''::bytea)",
        f"string_agg(convert_to({_TAIL}, 'UTF8'), '\n'::bytea)",
        "string_agg(e.body, '\n'::bytea)",
    ),
}
_FILLED = (
    "count(CASE WHEN e.stream IS NOT NULL AND e.version IS NOT NULL AND e.body IS NOT NULL"
    f" AND octet_length(e.entry_id) = {ID} AND octet_length(e.leaf) = {HASH} THEN 1 END)"
)
_PLACED = (
    'ledger_index i LEFT JOIN ledger_entry e ON e.place = i.place WHERE i."index" >= %s AND i."index" < %s '
    'ORDER BY i."index"'
)
_ROWS = f'SELECT i."index", {{}}, {{}}, e.version, {{}}, {{}} FROM {_PLACED}'
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
    """The entries at [low, high). `heads`: identity and leaf of each; `tails`: in lines, stream and version of each as they
    end a body (`"stream":"…","version":…}`); `text`: the bodies in lines. `is_whole`: each entry is there and has all its columns; then
    each of these that splits into as many tells of each entry in its place."""

    low: int
    high: int
    heads: bytes
    tails: bytes
    text: bytes
    is_whole: bool

    @cached_property
    def bodies(self) -> list[bytes]:
        """The bytes of each entry; of one that is missing, none."""
        found = self.text.split(b"\n")
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
    sql = _columns_of(connection.vendor)
    with connection.cursor() as cursor, _passed_by(cursor):
        for low in range(start - start % WIDTH, size, RUN):
            high = min(size, low + RUN)
            cursor.execute(sql, [low, high])
            yield _run(low, high, cursor.fetchone())


def entry_at(index: int) -> str:
    """Name the entry at an index."""
    with connection.cursor() as cursor:
        cursor.execute(_NAME, [index])
        return str(cursor.fetchone()[0])


def _run(low: int, high: int, found: tuple[bytes | int, ...]) -> Run:
    *columns, filled = found
    heads, tails, text = (bytes(column or b"") for column in columns)  # type: ignore[arg-type]
    return Run(low=low, high=high, heads=heads, tails=tails, text=text, is_whole=filled == high - low)


def _columns_of(vendor: str) -> str:
    """The columns joined, and how many entries have them all. SQLite joins in the order in which it finds them: where that were
    another, nothing would fit."""
    told = ", ".join([*_JOINED[vendor], _FILLED])
    if vendor == "sqlite":
        return f"SELECT {told} FROM {_PLACED}"
    return f"SELECT {told} FROM (SELECT e.* FROM {_PLACED}) e"


@contextmanager
def _passed_by(cursor: CursorWrapper) -> Iterator[None]:
    """What is read but once passes by a cache no larger than the processor's own; PostgreSQL sees to that itself."""
    if connection.vendor != "sqlite":
        yield
        return
    cursor.execute(_SMALL_CACHE)
    try:
        yield
    finally:
        cursor.execute(CACHE)
