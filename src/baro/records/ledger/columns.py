"""The entries in the order of the tree as columns that the database joins: one value for many entries.

SQLite reads them past a cache no larger than the processor's own. PostgreSQL is asked for the next before the last is looked
at, gives bytes as bytes, and reads entries that lie in their order, as most do, without seeking each by the index.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from baro.records.ledger.tree import HASH
from baro.records.sqlite import CACHE

ID = 26  # the length of an entry's identity
PLACED = (
    'ledger_index i LEFT JOIN ledger_entry e ON e.place = i.place WHERE i."index" >= %s AND i."index" < %s '
    'ORDER BY i."index"'
)
Columns = tuple[bytes | None, bytes | None, bytes | None, int]  # heads, tails, bodies (see `Run`), how many are filled
Ends = tuple[int, int]  # [low, high)
_SMALL_CACHE = "PRAGMA cache_size=-256"
# What is joined: identity and leaf, each of one length; stream and version as they end a body, in lines; bodies, in lines.
_TAIL = """'"stream":"' || e.stream || '","version":' || e.version || '}'"""
_JOINED = {
    "sqlite": (
        "CAST(group_concat(e.entry_id || e.leaf, '') AS BLOB)",
        f"CAST(group_concat({_TAIL}, char(0)) AS BLOB)",
        "CAST(group_concat(e.body, char(0)) AS BLOB)",
    ),
    "postgresql": (
        "string_agg(convert_to(e.entry_id, 'UTF8') || e.leaf, ''::bytea)",
        f"string_agg(convert_to({_TAIL}, 'UTF8'), '\\000'::bytea)",
        "string_agg(e.body, '\\000'::bytea)",
    ),
}
_FILLED = (
    "count(CASE WHEN e.stream IS NOT NULL AND e.version IS NOT NULL AND e.body IS NOT NULL"
    f" AND octet_length(e.entry_id) = {ID} AND octet_length(e.leaf) = {HASH} THEN 1 END)"
)
_IN_ORDER = "ledger_entry e WHERE e.place >= %s AND e.place < %s ORDER BY e.place"
_SHIFTS = (
    'SELECT ("index" - %s) / %s, count(*), min(place - "index"), max(place - "index") FROM ledger_index '
    'WHERE "index" >= %s AND "index" < %s GROUP BY 1'
)


def columns(start: int, size: int, width: int) -> Iterator[tuple[Ends, Columns]]:
    """Give the columns of the entries from `start`, of `width` entries each; the last may be fewer."""
    asked = [(low, min(size, low + width)) for low in range(start, size, width)]
    found = _from_sqlite(asked) if connection.vendor == "sqlite" else _from_postgresql(asked, width)
    return zip(asked, found, strict=True)


def _from_sqlite(asked: Iterable[Ends]) -> Iterator[Columns]:
    """SQLite joins in the order in which it finds them: where that were another, nothing would fit."""
    sql = f"SELECT {_told('sqlite')} FROM {PLACED}"
    with connection.cursor() as cursor, _passed_by(cursor):
        for ends in asked:
            cursor.execute(sql, ends)
            yield cursor.fetchone()


@contextmanager
def _passed_by(cursor: CursorWrapper) -> Iterator[None]:
    cursor.execute(_SMALL_CACHE)
    try:
        yield
    finally:
        cursor.execute(CACHE)


def _from_postgresql(asked: list[Ends], width: int) -> Iterator[Columns]:
    """Statements go ahead in a pipeline; each is told to be answered at once, for its answer else waits for the next one's."""
    if not asked:
        return
    from psycopg import Cursor

    in_order, by_index = (
        f"SELECT {_told('postgresql')} FROM (SELECT e.* FROM {place}) e" for place in (_IN_ORDER, PLACED)
    )
    shifts, sent = _shifts(asked, width), None
    own: Any = connection.connection
    with own.pipeline():
        for low, high in asked:
            ahead, count = shifts.get(low, (0, 0))
            sql, ends = (in_order, (low + ahead, high + ahead)) if count == high - low else (by_index, (low, high))
            cursor = Cursor[tuple[Any, ...]](own)
            cursor.execute(sql, ends, binary=True)
            own.pgconn.send_flush_request()
            own.pgconn.flush()
            if sent:
                yield sent.fetchone()
            sent = cursor
        if sent:
            yield sent.fetchone()


def _shifts(asked: list[Ends], width: int) -> dict[int, tuple[int, int]]:
    """Give, by where it begins, of each stretch of the index whose entries lie in its order one behind the other: by how much
    their places are ahead of it, and how many they are."""
    first = asked[0][0]
    with connection.cursor() as cursor:
        cursor.execute(_SHIFTS, [first, width, first, asked[-1][1]])
        return {first + number * width: (low, count) for number, count, low, high in cursor.fetchall() if low == high}


def _told(vendor: str) -> str:
    return ", ".join([*_JOINED[vendor], _FILLED])
