"""Rows that a replay adds or changes, held back and written many at once; a change to a row that is still held changes it
there. Only where no row-level security is: for shadow tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from django.db import connection, models

from baro.records.projections.row_statements import Added, RowChange

_Model = type[models.Model]
_AT_MOST = 200_000


class GatheredRows:
    """Rows by model and key: whole ones to be added, columns (by their place) to be changed."""

    def __init__(self) -> None:
        self._added: dict[_Model, dict[object, list[object]]] = defaultdict(dict)
        self._changed: dict[_Model, dict[object, dict[int, object]]] = defaultdict(dict)
        self._held = 0

    def rows(self, *changes: RowChange) -> None:
        """Hold new rows, and changes to rows."""
        for told in changes:
            if isinstance(told, Added):
                self._add(told.model, told.key, list(told.values))
            else:
                places = _places(told.model)
                self._change(
                    told.model, told.key, {places[c]: v for c, v in zip(told.columns, told.values, strict=True)}
                )
        self._held += len(changes)
        if self._held > _AT_MOST:
            self.send()

    def send(self) -> None:
        """Write all that is held."""
        added, changed, self._held = self._added, self._changed, 0
        self._added, self._changed = defaultdict(dict), defaultdict(dict)
        for model, rows in added.items():
            _add(model, list(rows.values()))
        for model, values in changed.items():
            _change(model, values)

    def _add(self, model: _Model, key: object, row: list[object]) -> None:
        if key in self._added[model] or key in self._changed[model]:
            self.send()
        self._added[model][key] = row

    def _change(self, model: _Model, key: object, values: Mapping[int, object]) -> None:
        row = self._added[model].get(key)
        if row is None:
            self._changed[model].setdefault(key, {}).update(values)
            return
        for place, value in values.items():
            row[place] = value


@cache
def _places(model: _Model) -> dict[str, int]:
    return {field.attname: place for place, field in enumerate(model._meta.concrete_fields)}


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
