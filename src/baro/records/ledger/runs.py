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

RUN = WIDTH * 10  # as many as a processor's own cache holds
_SMALL_CACHE = "PRAGMA cache_size=-1000"
_COLUMNS = ("entry_id", "stream", "version", "body", "leaf")
# SQLite lets a value of another type stand in a column: whatever stands there is read as bytes.
_CAST = {
    "sqlite": ("CAST(e.entry_id AS BLOB)", "CAST(e.stream AS BLOB)", "CAST(e.body AS BLOB)", "CAST(e.leaf AS BLOB)"),
    "postgresql": ("convert_to(e.entry_id, 'UTF8')", "convert_to(e.stream, 'UTF8')", "e.body", "e.leaf"),
}
_JOINED = {
    "sqlite": "CAST(group_concat(e.{0}, {1}) AS BLOB)",
    "postgresql": "string_agg({2}, {1})",
}
_LINE = {"sqlite": "x'0a'", "postgresql": r"'\x0a'::bytea"}
_NOTHING = {"sqlite": "''", "postgresql": "''::bytea"}
_AS_BYTES = {"entry_id": "convert_to(e.entry_id, 'UTF8')", "stream": "convert_to(e.stream, 'UTF8')",
             "version": "convert_to(e.version::text, 'UTF8')", "body": "e.body", "leaf": "e.leaf"}  # fmt: skip
_PLACED = (
    'ledger_index i LEFT JOIN ledger_entry e ON e.place = i.place WHERE i."index" >= %s AND i."index" < %s '
    'ORDER BY i."index"'
)
_ROWS = f'SELECT i."index", {{}}, {{}}, e.version, {{}}, {{}} FROM {_PLACED}'
_LENGTH = "coalesce(max(octet_length(e.leaf)), 0), coalesce(sum(octet_length(e.leaf)), 0)"
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
    """The entries at [low, high). Columns are lines, but leaves, which follow each other. `is_whole`: each entry is there
    and has all its columns; then each column that splits into as many lines tells of each entry on its own line."""

    low: int
    high: int
    ids: bytes
    streams: bytes
    versions: bytes
    text: bytes
    leaves: bytes
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
    count = high - low
    *counts, longest, whole = found[len(_COLUMNS) :]
    ids, streams, versions, text, leaves = (bytes(column or b"") for column in found[: len(_COLUMNS)])  # type: ignore[arg-type]
    return Run(
        low=low, high=high, ids=ids, streams=streams, versions=versions, text=text, leaves=leaves,
        is_whole=set(counts) == {count} and longest == HASH and whole == HASH * count,
    )  # fmt: skip


def _columns_of(vendor: str) -> str:
    """The columns joined, and of each how many there are. SQLite joins in the order in which it finds them: where that were
    another, nothing would fit."""
    joined = [
        _JOINED[vendor].format(name, (_NOTHING if name == "leaf" else _LINE)[vendor], _AS_BYTES[name])
        for name in _COLUMNS
    ]
    counts = [f"count(e.{name})" for name in _COLUMNS]
    told = ", ".join([*joined, *counts, _LENGTH])
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
