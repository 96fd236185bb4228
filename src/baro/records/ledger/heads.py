"""What a new entry follows: the last one of its stream, the last one of all, the name of the log."""

import json
import secrets
from collections.abc import Collection
from datetime import datetime

from django.db import connection

from baro.records.ledger.bodies import Head, read_moment

_MOST_LOCKS = 500  # PostgreSQL holds locks in a table of fixed size; beyond, two writers meet at the unique versions
_END = "SELECT (SELECT origin FROM ledger_log), (SELECT body FROM ledger_entry ORDER BY place DESC LIMIT 1)"


def hold_streams(streams: Collection[str]) -> None:
    """Let no other act on these streams in until this transaction ends. SQLite has one writer anyway."""
    if connection.vendor != "postgresql" or len(streams) > _MOST_LOCKS:
        return
    with connection.cursor() as cursor:
        for stream in sorted(streams):  # always in the same order: no deadlock
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [stream])


def head_of(stream: str) -> Head:
    """Give the last entry of a stream."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT version, leaf, body FROM ledger_entry WHERE stream = %s ORDER BY version DESC LIMIT 1", [stream]
        )
        row = cursor.fetchone()
    return Head(version=row[0], leaf=bytes(row[1]).hex(), recorded_at=_recorded_at(row[2])) if row else Head()


def end_of_log() -> tuple[str, datetime | None]:
    """Give the name of this authority's log, made at the first need, and when its last entry was recorded. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_END)
        origin, last = cursor.fetchone()
    return origin or _named(), None if last is None else _recorded_at(last)


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


def _recorded_at(body: bytes) -> datetime:
    return read_moment(json.loads(bytes(body))["recorded_at"])
