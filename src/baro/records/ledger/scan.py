"""Read all entries in the order of the tree and hold each against its own bytes, its leaf and its stream.

The common case, an untouched run of entries, is settled by a handful of passes in C (`sound`); only a run that differs is
looked at row by row, to name the row (`look`).
"""

import re
from binascii import unhexlify
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from django.db import connection

from baro.records.ledger.chains import Chains
from baro.records.ledger.sound import sound_leaves
from baro.records.ledger.tiles import WIDTH
from baro.records.ledger.tree import HASH, leaf_hash
from baro.rules.prescribed.refusals import Refused

RUN = WIDTH * 10  # as many as a processor's own cache holds
# SQLite lets a value of another type stand in a column: whatever stands there is read as bytes.
_CAST = {
    "sqlite": ("CAST(e.entry_id AS BLOB)", "CAST(e.stream AS BLOB)", "CAST(e.body AS BLOB)", "CAST(e.leaf AS BLOB)"),
    "postgresql": ("convert_to(e.entry_id, 'UTF8')", "convert_to(e.stream, 'UTF8')", "e.body", "e.leaf"),
}
_NAME = 'SELECT e.entry_id FROM ledger_index i JOIN ledger_entry e ON e.place = i.place WHERE i."index" = %s'
_NO_VERSION = 1 << 62
_HEX = re.compile(rb"[0-9a-f]{%d}" % (2 * HASH))
_ROWS = (
    'SELECT i."index", {}, {}, e.version, {}, {} FROM ledger_index i '
    'LEFT JOIN ledger_entry e ON e.place = i.place WHERE i."index" >= %s AND i."index" < %s ORDER BY i."index"'
)


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


def runs(size: int, start: int = 0) -> Iterator[list[Row]]:
    """Give the entries from `start`, in runs of whole tiles."""
    with connection.cursor() as cursor:
        for low in range(start - start % WIDTH, size, RUN):
            cursor.execute(_ROWS.format(*_CAST[connection.vendor]), [low, min(size, low + RUN)])
            yield _without_gaps(cursor.fetchall(), low, min(size, low + RUN))


def entry_at(index: int) -> str:
    """Name the entry at an index."""
    with connection.cursor() as cursor:
        cursor.execute(_NAME, [index])
        return str(cursor.fetchone()[0])


def check_run(rows: Sequence[Row], chains: Chains) -> tuple[list[bytes], list[Refused]]:
    """Give the leaves as the bodies make them, and what is wrong with the rows by themselves. `chains` takes the entries, to
    say at the end whether each follows the one before it in its stream."""
    found = sound_leaves(rows, chains)
    return _look(rows, chains) if found is None else (found, [])


def _without_gaps(rows: list[Row], low: int, high: int) -> list[Row]:
    """Put an empty row where the index leaves out a place."""
    if len(rows) == high - low:
        return rows
    known = {row[0]: row for row in rows}
    return [known.get(i, (i, None, None, None, None, None)) for i in range(low, high)]  # type: ignore[misc]


def _look(rows: Sequence[Row], chains: Chains) -> tuple[list[bytes], list[Refused]]:
    """Find which rows are wrong."""
    leaves, wrong = [], []
    for row in map(Row._make, rows):
        if row.body is None:
            wrong.append(Refused("ledger.entry_missing", index=row.index))
            leaves.append(b"\0" * HASH)
            continue
        leaves.append(leaf_hash(row.body))
        tail = b'"stream":"%b","version":%b}' % (row.stream, str(row.version).encode())
        if leaves[-1] != row.leaf:
            wrong.append(Refused("ledger.entry_altered", index=row.index, entry=row.name))
        elif not row.body.endswith(tail) or b'"id":"%b"' % row.entry_id not in row.body:
            wrong.append(Refused("ledger.row_renamed", index=row.index, entry=row.name))
        _take(row, chains)
    return leaves, wrong


def _take(row: Row, chains: Chains) -> None:
    """What is no version or no hash follows nothing."""
    version = row.version if isinstance(row.version, int) and 0 < row.version < _NO_VERSION else _NO_VERSION
    leaf = row.leaf if len(row.leaf) == HASH else b"\0" * HASH
    chains.take(row.index, [row.stream], np.array([version], np.int64), leaf, _link(row.body) if version > 1 else b"")


def _link(body: bytes) -> bytes:
    at = body.rfind(b'"prev":"') + 8
    written = body[at : at + 2 * HASH]
    return unhexlify(written) if _HEX.fullmatch(written) else b"\0" * HASH
