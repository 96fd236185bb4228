"""Put entries at the end of the ledger, inside the transaction of their acts.

SQLite has one writer: the entries get their places, and the tree grows, in the same transaction. On PostgreSQL they wait
(`ledger_pending`) until the sequencer numbers them, so that writers do not wait for each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import connection

from baro.records.ids_made import new_id
from baro.records.ledger.bodies import Head, body_of, moment, read_moment
from baro.records.ledger.canonical import plain
from baro.records.ledger.heads import ends
from baro.records.ledger.personal import keep_values
from baro.records.ledger.tiles import grow
from baro.records.ledger.tree import leaf_hash
from baro.records.round_trips import Sql, Trip
from baro.rules.observed.acts import Act

_COLUMNS = "(entry_id, stream, version, body, leaf) VALUES (%s, %s, %s, %s, %s)"
_INSERT = f"INSERT INTO ledger_entry {_COLUMNS}"
_INSERT_PENDING = (
    f"WITH made AS (INSERT INTO ledger_entry {_COLUMNS} RETURNING place) "
    "INSERT INTO ledger_pending (place) SELECT place FROM made"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """An entry as it was written. `index` is its place in the tree, None while it waits for one."""

    entry_id: str
    stream: str
    version: int
    recorded_at: datetime
    body: bytes
    leaf: bytes
    index: int | None = None


def append(acts: Sequence[Act], at: datetime, trip: Trip) -> list[Appended]:
    """Write the entries of acts in their order; on PostgreSQL the trip carries them. Call it in a transaction."""
    streams = dict.fromkeys(plain(act.stream) for act in acts)
    heads, log, last = ends(streams)
    # A clock that was set back must not put an entry before what was recorded before it.
    known = [head.recorded_at for head in heads.values()]
    at = read_moment(moment(max(m for m in (at, last, *known) if m is not None)))
    made = []
    for act in acts:
        entry = _entry(act, log, heads[plain(act.stream)], at)
        heads[entry.stream] = Head(version=entry.version, leaf=entry.leaf.hex(), recorded_at=at)
        made.append(entry)
    return _write(made, trip)


def place_in_tree(places: Sequence[int], leaves: Sequence[bytes]) -> int:
    """Give entries the next places of the tree and let it grow; give the first of them."""
    size = tree_size()
    with connection.cursor() as cursor:
        rows = list(enumerate(places, size))
        cursor.executemany('INSERT INTO ledger_index ("index", place) VALUES (%s, %s)', rows)
    grow(size, leaves)
    return size


def tree_size() -> int:
    """Count the entries that have a place in the tree."""
    with connection.cursor() as cursor:
        cursor.execute('SELECT max("index") FROM ledger_index')
        last = cursor.fetchone()[0]
    return 0 if last is None else int(last) + 1


def _entry(act: Act, log: str, head: Head, at: datetime) -> Appended:
    entry_id, stream = new_id(at), plain(act.stream)
    commitments = keep_values(stream, entry_id, act.personal) if act.personal else {}
    body = body_of(act, entry_id=entry_id, log=log, head=head, at=at, commitments=commitments)
    return Appended(
        entry_id=entry_id, stream=stream, version=head.version + 1, recorded_at=at, body=body, leaf=leaf_hash(body)
    )


def _write(made: Sequence[Appended], trip: Trip) -> list[Appended]:
    rows = [(e.entry_id, e.stream, e.version, e.body, e.leaf) for e in made]
    if connection.vendor == "postgresql":
        trip.add(*(Sql(_INSERT_PENDING, row, is_kept=True) for row in rows))
        return list(made)
    with connection.cursor() as cursor:
        cursor.executemany(_INSERT, rows)
        cursor.execute("SELECT max(place) FROM ledger_entry")
        last = cursor.fetchone()[0]
    first = place_in_tree(range(last - len(rows) + 1, last + 1), [e.leaf for e in made])
    return [replace(entry, index=index) for index, entry in enumerate(made, first)]
