"""What a new entry follows: the last one of its stream, the last one of all, the name of the log."""

import json
import secrets
from collections.abc import Collection
from datetime import datetime

from django.db import connection

from baro.records.ledger.bodies import Head, read_moment
from baro.records.round_trips import Rows, Sql, ask

_MOST_LOCKS = 500  # PostgreSQL holds locks in a table of fixed size; beyond, two writers meet at the unique versions
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"
_HEAD = "SELECT version, leaf, body FROM ledger_entry WHERE stream = %s ORDER BY version DESC LIMIT 1"
_END = "SELECT (SELECT origin FROM ledger_log), (SELECT body FROM ledger_entry ORDER BY place DESC LIMIT 1)"


def ends(streams: Collection[str]) -> tuple[dict[str, Head], str, datetime | None]:
    """Give the last entry of each stream; the name of this authority's log, made at the first need; and when the log's last
    entry was recorded. No other act on these streams comes in until this transaction ends."""
    locks = hold(streams)
    *heads, (end,) = ask(*locks, *(Sql(_HEAD, [stream], is_kept=True) for stream in streams), Sql(_END, is_kept=True))[
        len(locks) :
    ]
    origin, last = end
    known = {stream: _head(rows) for stream, rows in zip(streams, heads, strict=True)}
    return known, origin or _named(), None if last is None else _recorded_at(last)


def hold(streams: Collection[str]) -> list[Sql]:
    """Give the statements that let no other act on these streams in until this transaction ends; they come before whatever
    reads what they protect. SQLite has one writer anyway."""
    if connection.vendor != "postgresql" or len(streams) > _MOST_LOCKS:
        return []
    return [Sql(_LOCK, [stream]) for stream in sorted(streams)]  # always in the same order: no deadlock


def log_origin() -> str:
    """Give the name of this authority's log, made at the first need."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT origin FROM ledger_log")
        row = cursor.fetchone()
    return str(row[0]) if row else _named()


def _named() -> str:
    with connection.cursor() as cursor:
        origin = f"baro.local/so-cai-{secrets.token_hex(5)}"
        cursor.execute("INSERT INTO ledger_log (number, origin) VALUES (1, %s) ON CONFLICT DO NOTHING", [origin])
        cursor.execute("SELECT origin FROM ledger_log")
        return str(cursor.fetchone()[0])


def _head(rows: Rows) -> Head:
    if not rows:
        return Head()
    version, leaf, body = rows[0]
    return Head(version=version, leaf=bytes(leaf).hex(), recorded_at=_recorded_at(body))


def _recorded_at(body: bytes) -> datetime:
    return read_moment(json.loads(bytes(body))["recorded_at"])
