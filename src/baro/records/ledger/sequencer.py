"""Give waiting entries their places in the tree (PostgreSQL): one sequencer at a time, a second one stands by.

Entries of one stream are written one after the other, so the order of writing never turns a stream round.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from django.db import DatabaseError, connection, transaction

from baro.records.ledger.appending import place_in_tree

LOCK = 0x6261726F  # "baro": the advisory lock of whoever numbers entries, or makes the tables
_AT_ONCE = 20_000
_WAITING = (
    "SELECT e.place, e.leaf FROM ledger_pending p JOIN ledger_entry e ON e.place = p.place ORDER BY e.place LIMIT %s"
)
EVERY = 0.5  # seconds between two rounds


def sequence_pending() -> int:
    """Number what waits now; give how many. 0 also when another sequencer is at work, and always on SQLite."""
    if connection.vendor != "postgresql":
        return 0
    count = 0
    while done := _round():
        count += done
    return count


def sequence_until(stop: Event, every: float = EVERY) -> None:
    """Number entries within about `every` seconds of their acts, until told to stop. A database that is away is tried
    again; nothing is lost meanwhile, since what waits is itself in the database."""
    while not stop.wait(every):
        try:
            sequence_pending()
        except DatabaseError:
            connection.close()
    connection.close()


def _round() -> int:
    with transaction.atomic(), _alone() as is_ours, connection.cursor() as cursor:
        if not is_ours:
            return 0
        cursor.execute(_WAITING, [_AT_ONCE])
        rows = cursor.fetchall()
        if not rows:
            return 0
        places = [row[0] for row in rows]
        cursor.execute("DELETE FROM ledger_pending WHERE place = ANY(%s)", [places])
        place_in_tree(places, [bytes(row[1]) for row in rows])
    return len(rows)


@contextmanager
def _alone() -> Iterator[bool]:
    """The lock ends with the transaction, also when this process is killed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LOCK])
        yield bool(cursor.fetchone()[0])
