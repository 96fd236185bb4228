"""Add or change a row of a table by a statement that is written once: the ORM writes it anew for each row, at ten times
the cost.

A projection that needs to read nothing gives such changes instead of carrying them out (`registry.gives_rows`). Where an
act is recorded they become statements that travel with the entry (`Statements`); where a ledger is replayed they are held
back and written many at once (`gathered_rows`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from django.db import connection, models

from baro.records.round_trips import Sql, Trip

if TYPE_CHECKING:
    _Fields = tuple[models.Field[Any, Any], ...]


class Added(NamedTuple):
    """A new row: the values of all columns, in their order, as the database takes them."""

    model: type[models.Model]
    key: object
    values: Sequence[object]

    def statement(self) -> Sql:
        """The statement that adds the row."""
        return Sql(_adding(self.model)[0], self.values, is_kept=True)


class Changed(NamedTuple):
    """New values of some columns of the row of a key, if it is there."""

    model: type[models.Model]
    key: object
    columns: tuple[str, ...]
    values: Sequence[object]

    def statement(self) -> Sql:
        """The statement that changes the row."""
        return Sql(_changing(self.model, self.columns)[0], [*self.values, self.key], is_kept=True)


RowChange = Added | Changed


class Receiver(Protocol):
    """Takes changes to rows, in their order; `send` writes what was taken."""

    def rows(self, *changes: RowChange) -> None: ...
    def send(self) -> None: ...


class Statements:
    """Changes that wait as statements, to be sent with a trip."""

    def __init__(self, trip: Trip) -> None:
        self._trip = trip
        self.send = trip.send

    def rows(self, *changes: RowChange) -> None:
        """Let changes wait."""
        self._trip.add(*(change.statement() for change in changes))


def row(model: type[models.Model], **told: object) -> Added:
    """Give a new row; what is not told is the field's default. Raises `FieldDoesNotExist` for a column that is not there."""
    _, fields, names = _adding(model)
    for name in told.keys() - names:
        model._meta.get_field(name)
    plain = _plain_types(model)
    values = [_stored(f, told[f.attname] if f.attname in told else f.get_default(), plain) for f in fields]
    return Added(model, told[model._meta.pk.attname], values)


def change(model: type[models.Model], key: object, **told: object) -> Changed:
    """Give new values of columns of the row of a key. Raises `FieldDoesNotExist` for a column that is not there."""
    names, plain = tuple(told), _plain_types(model)
    fields = _changing(model, names)[1]
    return Changed(model, key, names, [_stored(field, told[field.attname], plain) for field in fields])


def _stored(field: models.Field[Any, Any], value: object, plain: Mapping[str, type]) -> object:
    """What the database is given for a value. Text, days and nothing at all go by here, the most of it, at a tenth of what
    the field's own way costs."""
    kind = type(value)
    if value is None or plain.get(field.attname) is not kind:
        return value if value is None else field.get_db_prep_save(value, connection)
    return value.isoformat() if kind is date and _days_are_text() else value  # type: ignore[attr-defined]


@cache
def _plain_types(model: type[models.Model]) -> dict[str, type]:
    kinds: dict[str, type] = {"CharField": str, "TextField": str, "DateField": date}
    fields = model._meta.concrete_fields
    return {f.attname: kinds[f.get_internal_type()] for f in fields if f.get_internal_type() in kinds}


@cache
def _days_are_text() -> bool:
    return connection.vendor == "sqlite"


@cache
def _changing(model: type[models.Model], names: tuple[str, ...]) -> tuple[str, _Fields]:
    fields = tuple(model._meta.get_field(name) for name in names)
    columns = ", ".join(f'"{field.column}" = %s' for field in fields)
    key = model._meta.pk.column
    return f'UPDATE "{model._meta.db_table}" SET {columns} WHERE "{key}" = %s', fields


@cache
def _adding(model: type[models.Model]) -> tuple[str, _Fields, frozenset[str]]:
    fields = tuple(model._meta.concrete_fields)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(["%s"] * len(fields))
    text = f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({values})'
    return text, fields, frozenset(field.attname for field in fields)
