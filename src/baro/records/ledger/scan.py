"""Read all entries in the order of the tree and hold each against its own bytes, its leaf and its tile.

The common case, an untouched run of entries, is settled by a handful of passes in C; only a run that differs is looked
at row by row, to name the row.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from django.db import connection

from baro.records.ledger.tiles import WIDTH, tile_root
from baro.records.ledger.tree import HASH
from baro.rules.prescribed.refusals import Refused

RUN = WIDTH * 40
# SQLite lets a value of another type stand in a column: whatever stands there is read as bytes.
_CAST = {
    "sqlite": ("CAST(e.stream AS BLOB)", "CAST(e.body AS BLOB)", "CAST(e.leaf AS BLOB)"),
    "postgresql": ("convert_to(e.stream, 'UTF8')", "e.body", "e.leaf"),
}
_ROWS = (
    'SELECT i."index", e.entry_id, {}, e.version, {}, {} FROM ledger_index i '
    'LEFT JOIN ledger_entry e ON e.place = i.place WHERE i."index" >= %s AND i."index" < %s ORDER BY i."index"'
)
_TILES = "SELECT number, hashes FROM ledger_tile WHERE level = %s AND number >= %s AND number < %s"


class Row(NamedTuple):
    """An entry as stored. The last five are None where the index names an entry that is not there."""

    index: int
    entry_id: str
    stream: bytes
    version: int
    body: bytes
    leaf: bytes


def runs(size: int, start: int = 0) -> Iterator[list[Row]]:
    """Give the entries from `start`, in runs of whole tiles."""
    with connection.cursor() as cursor:
        for low in range(start - start % WIDTH, size, RUN):
            cursor.execute(_ROWS.format(*_CAST[connection.vendor]), [low, min(size, low + RUN)])
            yield _without_gaps(cursor.fetchall(), low, min(size, low + RUN))


def check_run(rows: Sequence[Row], last: dict[bytes, bytes]) -> tuple[list[bytes], list[Refused]]:
    """Give the leaves as the bodies make them, and what is wrong with the rows. `last` keeps the leaf of each stream's
    last entry, to hold the next one's `prev` against."""
    if not rows or any(row[4] is None for row in rows):
        return _look(rows, last)
    _, ids, streams, versions, bodies, leaves = zip(*rows, strict=True)
    found = [sha256(b"\0" + body).digest() for body in bodies]
    tails = [b'"stream":"%b","version":%d}' % pair for pair in zip(streams, versions, strict=True)]
    named = (body.endswith(tail) for body, tail in zip(bodies, tails, strict=True))
    ids_in = (b'"id":"%b"' % i.encode() in body for i, body in zip(ids, bodies, strict=True))
    if tuple(found) != leaves or not all(named) or not all(ids_in) or not _follow(rows, last):
        return _look(rows, last)
    return found, []


def stored_leaves(low: int, high: int) -> bytes:
    """Give the hashes of the lowest level of tiles for entries [low, high); low starts a tile."""
    return b"".join(tiles(0, low // WIDTH, -(-high // WIDTH)).values())[: (high - low) * HASH]


def tiles(level: int, low: int, high: int) -> dict[int, bytes]:
    """Give the tiles [low, high) of a level; a missing one is empty."""
    with connection.cursor() as cursor:
        cursor.execute(_TILES, [level, low, high])
        found = {number: bytes(hashes) for number, hashes in cursor.fetchall()}
    return {number: found.get(number, b"") for number in range(low, high)}


def full_tile_roots(leaves: Sequence[bytes]) -> list[bytes]:
    """Give the roots of the whole tiles among these leaves."""
    return [tile_root(leaves[i : i + WIDTH]) for i in range(0, len(leaves) - WIDTH + 1, WIDTH)]


def _without_gaps(rows: list[Row], low: int, high: int) -> list[Row]:
    """Put an empty row where the index leaves out a place."""
    if len(rows) == high - low:
        return rows
    known = {row[0]: row for row in rows}
    return [known.get(i, (i, None, None, None, None, None)) for i in range(low, high)]  # type: ignore[misc]


def _follow(rows: Sequence[Row], last: dict[bytes, bytes]) -> bool:
    """Say whether each entry names the one before it in its stream; `last` is brought up to date only then."""
    seen: dict[bytes, bytes] = {}
    for _, _, stream, version, body, leaf in rows:
        before = seen.get(stream) or last.get(stream)
        if before is not None:
            at = body.rfind(b'"prev":"') + 8
            if body[at : at + 64] != before.hex().encode():
                return False
        elif version != 1:
            return False
        seen[stream] = leaf
    last.update(seen)
    return True


def _look(rows: Sequence[Row], last: dict[bytes, bytes]) -> tuple[list[bytes], list[Refused]]:
    """Find which rows are wrong."""
    leaves, wrong = [], []
    for row in map(Row._make, rows):
        if row.body is None:
            wrong.append(Refused("ledger.entry_missing", index=row.index))
            leaves.append(b"\0" * HASH)
            continue
        body, leaf = bytes(row.body), bytes(row.leaf)
        leaves.append(sha256(b"\0" + body).digest())
        tail = b'"stream":"%b","version":%d}' % (bytes(row.stream), row.version)
        if leaves[-1] != leaf:
            wrong.append(Refused("ledger.entry_altered", index=row.index, entry=row.entry_id))
        elif not body.endswith(tail) or b'"id":"%b"' % row.entry_id.encode() not in body:
            wrong.append(Refused("ledger.row_renamed", index=row.index, entry=row.entry_id))
        elif not _follow([row._replace(body=body, leaf=leaf, stream=bytes(row.stream))], last):
            wrong.append(Refused("ledger.stream_broken", index=row.index, entry=row.entry_id))
        last[bytes(row.stream)] = leaf
    return leaves, wrong
