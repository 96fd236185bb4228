"""Put many rows into a table at once, in the way each database does it fastest: new ones in, known ones replaced."""

import io
from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
from django.db import connection

_ROWS = 20_000  # rows at a time


def put_rows(table: str, rows: pa.Table, *, key: str, kept: Sequence[str] = ()) -> None:
    """Insert rows, or replace those whose `key` is there already but for their columns `kept`.

    The columns of `rows` are named as in the database. Runs in the transaction around it; moments lose what is below a
    second.
    """
    if rows.num_rows:
        put = _by_copy if connection.vendor == "postgresql" else _by_statements
        put(table, rows, _on_conflict(rows.column_names, key, kept))


def _on_conflict(columns: Sequence[str], key: str, kept: Sequence[str]) -> str:
    changed = ", ".join(f'"{c}" = excluded."{c}"' for c in columns if c != key and c not in kept)
    return f'ON CONFLICT ("{key}") DO ' + (f"UPDATE SET {changed}" if changed else "NOTHING")


def _by_statements(table: str, rows: pa.Table, on_conflict: str) -> None:
    marks = ", ".join(["%s"] * rows.num_columns)
    statement = f'INSERT INTO "{table}" ({_quoted(rows)}) VALUES ({marks}) {on_conflict}'
    with connection.cursor() as cursor:
        for batch in _batches(rows):
            cursor.executemany(statement, list(zip(*(c.to_pylist() for c in batch.columns), strict=True)))


def _by_copy(table: str, rows: pa.Table, on_conflict: str) -> None:
    """By way of a temporary table: rows cannot be copied straight into a table with row-level security."""
    columns = _quoted(rows)
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT {columns} FROM "{table}" WITH NO DATA')
        with cursor.copy(f"COPY incoming ({columns}) FROM STDIN WITH (FORMAT csv)") as copy:
            for batch in _batches(rows):
                text = io.BytesIO()
                pa.csv.write_csv(batch, text, pa.csv.WriteOptions(include_header=False))
                copy.write(text.getvalue())
        cursor.execute(f'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM incoming {on_conflict}')
        cursor.execute("DROP TABLE incoming")


def _quoted(rows: pa.Table) -> str:
    return ", ".join(f'"{name}"' for name in rows.column_names)


def _batches(rows: pa.Table) -> Iterator[pa.Table]:
    for start in range(0, rows.num_rows, _ROWS):
        part = rows.slice(start, _ROWS)
        yield pa.table([_plain(column) for column in part.columns], names=part.column_names)


def _plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Values as both databases take them from text: moments in UTC, no dictionaries."""
    if pa.types.is_dictionary(column.type):
        return column.cast(pa.string())
    if pa.types.is_timestamp(column.type):
        zone = "+00" if connection.vendor == "postgresql" else ""
        return pc.strftime(column.cast(pa.timestamp("s"), safe=False), "%Y-%m-%d %H:%M:%S" + zone)
    if pa.types.is_date(column.type):
        return pc.strftime(column.cast(pa.timestamp("s")), "%Y-%m-%d")
    return column
