"""Rows that a replay adds or changes, held back and written many at once. Any other statement writes them first, so that
whoever reads meets them; a change to a row that is still held changes it there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection, models

_Model = type[models.Model]
_HELD: ContextVar[GatheredRows | None] = ContextVar("gathered", default=None)


class GatheredRows:
    """Rows by model and key: whole ones to be added, columns (by their place) to be changed."""

    def __init__(self) -> None:
        self._added: dict[_Model, dict[object, list[object]]] = defaultdict(dict)
        self._changed: dict[_Model, dict[object, dict[int, object]]] = defaultdict(dict)
        self._is_writing = False

    def add(self, model: _Model, key: object, row: list[object]) -> None:
        """Hold a new row."""
        if key in self._added[model] or key in self._changed[model]:
            self.write()
        self._added[model][key] = row

    def change(self, model: _Model, key: object, values: Mapping[int, object]) -> None:
        """Change a row that is held, or hold the change."""
        row = self._added[model].get(key)
        if row is None:
            self._changed[model].setdefault(key, {}).update(values)
            return
        for place, value in values.items():
            row[place] = value

    def write(self) -> None:
        """Write all that is held."""
        added, changed = self._added, self._changed
        self._added, self._changed = defaultdict(dict), defaultdict(dict)
        self._is_writing = True
        try:
            for model, rows in added.items():
                _add(model, list(rows.values()))
            for model, values in changed.items():
                _change(model, values)
        finally:
            self._is_writing = False

    def before(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Let a statement of somebody else's meet what is held."""
        if not self._is_writing and (self._added or self._changed):
            self.write()
        return execute(sql, params, many, context)


@contextmanager
def gathered() -> Iterator[None]:
    """Hold rows back, until the end or until anything else is asked of the database. Only where no row-level security is:
    for shadow tables."""
    rows = GatheredRows()
    token = _HELD.set(rows)
    try:
        with connection.execute_wrapper(rows.before):
            yield
            rows.write()
    finally:
        _HELD.reset(token)


def rows_gathered() -> GatheredRows | None:
    """Give what holds rows back now, if anything does."""
    return _HELD.get()


def _add(model: _Model, rows: Sequence[list[object]]) -> None:
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{table}" ({columns}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
        elif rows:
            marks = ", ".join(["%s"] * len(rows[0]))
            cursor.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', rows)


def _change(model: _Model, values: Mapping[object, dict[int, object]]) -> None:
    table, key, fields = model._meta.db_table, model._meta.pk.column, model._meta.concrete_fields
    alike: dict[tuple[int, ...], list[list[object]]] = defaultdict(list)
    for row, told in values.items():
        places = tuple(sorted(told))
        alike[places].append([*(told[place] for place in places), row])
    for places, rows in alike.items():
        columns = ", ".join(f'"{fields[place].column}" = %s' for place in places)
        with connection.cursor() as cursor:
            cursor.executemany(f'UPDATE "{table}" SET {columns} WHERE "{key}" = %s', rows)
