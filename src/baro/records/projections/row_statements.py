"""Add or change a row of a table by a statement that is written once: the ORM writes it anew for each row, at ten times
the cost. While a ledger is replayed beside its records, rows are held back and written many at once (`gathered_rows`)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db import connection, models

from baro.records.projections.gathered_rows import rows_gathered

if TYPE_CHECKING:
    _Fields = tuple[models.Field[Any, Any], ...]


def add_row(model: type[models.Model], **told: object) -> None:
    """Add a row; what is not told is the field's default. Raises `FieldDoesNotExist` for a column that is not there."""
    statement, fields, places = _written(model)
    for name in told.keys() - places.keys():
        model._meta.get_field(name)
    plain = _plain_types(model)
    row = [_stored(f, told[f.attname] if f.attname in told else f.get_default(), plain) for f in fields]
    held = rows_gathered()
    if held is not None:
        held.add(model, told[model._meta.pk.attname], row)
        return
    with connection.cursor() as cursor:
        cursor.execute(statement, row)


def change_row(model: type[models.Model], key: object, **told: object) -> None:
    """Change columns of the row of a key, if it is there. Raises `FieldDoesNotExist` for a column that is not there."""
    statement, fields = _changing(model, tuple(told))
    plain = _plain_types(model)
    row = [_stored(field, told[field.attname], plain) for field in fields]
    held = rows_gathered()
    if held is not None:
        places = _written(model)[2]
        held.change(model, key, {places[f.attname]: value for f, value in zip(fields, row, strict=True)})
        return
    with connection.cursor() as cursor:
        cursor.execute(statement, [*row, key])


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
def _written(model: type[models.Model]) -> tuple[str, _Fields, dict[str, int]]:
    fields = tuple(model._meta.concrete_fields)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(["%s"] * len(fields))
    places = {field.attname: place for place, field in enumerate(fields)}
    return f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({values})', fields, places
