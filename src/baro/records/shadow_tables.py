"""Empty tables of the same names put before the true ones, for one connection and one transaction.

What is written and read under such a name meets the shadow: so the ledger can be replayed beside the records that stand,
without a row of them being touched and without a writer being kept waiting. The true table is reached by its schema.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from baro.records.kept_plans import planned_anew

SHADOW = {"sqlite": "temp", "postgresql": "pg_temp"}
_MADE_BY = "SELECT type, sql FROM main.sqlite_master WHERE tbl_name = %s AND sql IS NOT NULL ORDER BY type DESC"
_TABLE = re.compile(r"^CREATE TABLE ")
_INDEX = re.compile(r"^CREATE (UNIQUE )?INDEX ")


@contextmanager
def one_moment() -> Iterator[None]:
    """One transaction that sees the records as they are now. Whatever is being recorded meanwhile goes on."""
    if connection.in_atomic_block:
        with transaction.atomic():
            yield
        return
    usual = getattr(connection, "transaction_mode", None)
    if connection.vendor == "sqlite":
        connection.transaction_mode = "DEFERRED"  # reading takes no lock; the shadows lie in a file of their own
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                _run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield
    finally:
        if connection.vendor == "sqlite":
            connection.transaction_mode = usual


@contextmanager
def shadowed(tables: Iterable[str]) -> Iterator[str]:
    """Put an empty shadow before each table; give the schema in which the true ones lie. Call it in a transaction, which
    the caller ends: where an error broke it, the shadows go with it."""
    names = list(tables)
    schema = _schema()
    for table in names:
        for statement in _statements(table, schema):
            _run(statement)
    with planned_anew():
        yield schema
    for table in names:
        _run(f'DROP TABLE {SHADOW[connection.vendor]}."{table}"')


def _schema() -> str:
    if connection.vendor == "sqlite":
        return "main"
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_schema())")
        return str(cursor.fetchone()[0])


def _statements(table: str, schema: str) -> list[str]:
    if connection.vendor == "postgresql":
        return [f'CREATE TEMP TABLE "{table}" (LIKE {schema}."{table}" INCLUDING DEFAULTS INCLUDING INDEXES)']
    with connection.cursor() as cursor:
        cursor.execute(_MADE_BY, [table])
        return [_temporary(kind, sql) for kind, sql in cursor.fetchall() if kind in ("table", "index")]


def _temporary(kind: str, sql: str) -> str:
    return _TABLE.sub("CREATE TEMP TABLE ", sql) if kind == "table" else _INDEX.sub(r"CREATE \1INDEX temp.", sql)


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
