"""The entries in the order of the tree as columns that the database joins: one value for many entries.

SQLite reads them past a cache no larger than the processor's own. PostgreSQL is asked for the next before the last is sent,
gives bytes as bytes, and reads entries that lie in their order, as most do, without seeking each by the index.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from baro.records.ledger.ahead import ahead
from baro.records.ledger.lines import BREAK
from baro.records.ledger.tiles import WIDTH
from baro.records.ledger.tree import HASH
from baro.records.sqlite import CACHE

ID = 26  # the length of an entry's identity
PLACED = (
    'ledger_index i LEFT JOIN ledger_entry e ON e.place = i.place WHERE i."index" >= %s AND i."index" < %s '
    'ORDER BY i."index"'
)
Columns = tuple[bytes | None, bytes | None, bytes | None, int]  # names, leaves, bodies (see `Run`), how many are filled
Ends = tuple[int, int]  # [low, high)
_SMALL_CACHE = "PRAGMA cache_size=-256"
# What is joined: identity, stream and version as a body tells them, in lines; leaves, all of one length; bodies, in lines.
_NAMES = """e.entry_id || e.stream || '","version":' || e.version"""
_JOINED = {
    "sqlite": (
        f"CAST(group_concat({_NAMES}, char(0)) AS BLOB)",
        "CAST(group_concat(e.leaf, '') AS BLOB)",
        "CAST(group_concat(e.body, char(0)) AS BLOB)",
    ),
    "postgresql": (
        f"string_agg(convert_to({_NAMES}, 'UTF8'), '\\000'::bytea)",
        "string_agg(e.leaf, ''::bytea)",
        "string_agg(e.body, '\\000'::bytea)",
    ),
}
_FILLED = (
    "count(CASE WHEN e.stream IS NOT NULL AND e.version IS NOT NULL AND e.body IS NOT NULL"
    f" AND octet_length(e.entry_id) = {ID} AND octet_length(e.leaf) = {HASH} THEN 1 END)"
)
# PostgreSQL asks the system for new memory where it joins megabytes, which takes it longer than the joining: it joins pieces.
# Where entries lie one behind the other, so much ahead of the index, each need not be sought. All are made before one is sent.
_FROM, _TO = "g.low", f"least(g.low + {WIDTH}, a.high)"
_AHEAD = (
    'SELECT min(place - "index") AS ahead, min(place - "index") = max(place - "index")'
    f' AND count(*) = {_TO} - {_FROM} AS is_in_order FROM ledger_index WHERE "index" >= {_FROM} AND "index" < {_TO}'
)
_IN_ORDER = f"ledger_entry e WHERE e.place >= {_FROM} + s.ahead AND e.place < {_TO} + s.ahead ORDER BY e.place"
_PIECE = "SELECT {joined} FROM (SELECT e.* FROM {place}) e HAVING {when}"
_IN_PIECES = (
    "SELECT x.* FROM (SELECT %s::bigint AS low, %s::bigint AS high) a,"
    f" generate_series(a.low, a.high - 1, {WIDTH}) AS g(low), LATERAL ({_AHEAD}) s,"
    " LATERAL ({in_order} UNION ALL {sought}) x ORDER BY g.low"
)


def columns(start: int, size: int, width: int) -> Iterator[tuple[Ends, Columns]]:
    """Give the columns of the entries from `start`, of `width` entries each; the last may be fewer. Outside a transaction
    more than one are read by a connection of their own, in a thread, ahead of whoever looks at them."""
    asked = [(low, min(size, low + width)) for low in range(start, size, width)]
    is_ahead = len(asked) > 1 and not connection.in_atomic_block
    found = ahead(lambda: _apart(asked)) if is_ahead else _read(asked, connection)
    return zip(asked, found, strict=True)


def _apart(asked: Sequence[Ends]) -> Iterator[Columns]:
    apart = connections.create_connection(connection.alias)
    try:
        yield from _read(asked, apart)
    finally:
        apart.close()


def _read(asked: Sequence[Ends], by: BaseDatabaseWrapper) -> Iterator[Columns]:
    return _from_sqlite(asked, by) if by.vendor == "sqlite" else _from_postgresql(asked, by)


def _from_sqlite(asked: Sequence[Ends], by: BaseDatabaseWrapper) -> Iterator[Columns]:
    """SQLite joins in the order in which it finds them: where that were another, nothing would fit."""
    sql = f"SELECT {_told('sqlite')} FROM {PLACED}"
    with by.cursor() as cursor, _passed_by(cursor):
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


def _from_postgresql(asked: Sequence[Ends], by: BaseDatabaseWrapper) -> Iterator[Columns]:
    """Statements go ahead in a pipeline; each is told to be answered at once, for its answer else waits for the next one's."""
    from psycopg import Cursor

    joined, sent = _told("postgresql"), None
    sql = _IN_PIECES.format(
        in_order=_PIECE.format(joined=joined, place=_IN_ORDER, when="s.is_in_order"),
        sought=_PIECE.format(joined=joined, place=PLACED % (_FROM, _TO), when="s.is_in_order IS NOT TRUE"),
    )
    by.ensure_connection()
    own: Any = by.connection
    with own.pipeline():
        for ends in asked:
            cursor = Cursor[tuple[Any, ...]](own)
            cursor.execute(sql, ends, binary=True)
            own.pgconn.send_flush_request()
            own.pgconn.flush()
            if sent:
                yield _pieced(sent.fetchall())
            sent = cursor
        if sent:
            yield _pieced(sent.fetchall())


def _pieced(pieces: list[tuple[Any, ...]]) -> Columns:
    names, leaves, bodies, filled = zip(*pieces, strict=True)
    return _lined(names), b"".join(one or b"" for one in leaves), _lined(bodies), sum(filled)


def _lined(pieces: Iterable[bytes | None]) -> bytes:
    return BREAK.join(one or b"" for one in pieces)


def _told(vendor: str) -> str:
    return ", ".join([*_JOINED[vendor], _FILLED])
