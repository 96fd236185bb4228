"""Add or change a row of a table by a statement that is written once: the ORM writes it anew for each row, at ten times
the cost."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import connection, models


def add_row(model: type[models.Model], **told: object) -> None:
    """Add a row; what is not told is the field's default. Raises `FieldDoesNotExist` for a column that is not there."""
    statement, fields = _written(model)
    for name in told:
        model._meta.get_field(name)
    row = [f.get_db_prep_save(told[f.attname] if f.attname in told else f.get_default(), connection) for f in fields]
    with connection.cursor() as cursor:
        cursor.execute(statement, row)


def change_row(model: type[models.Model], key: object, **told: object) -> None:
    """Change columns of the row of a key, if it is there. Raises `FieldDoesNotExist` for a column that is not there."""
    statement, fields = _changing(model, tuple(told))
    row = [field.get_db_prep_save(told[field.attname], connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*row, key])


@cache
def _changing(model: type[models.Model], names: tuple[str, ...]) -> tuple[str, tuple[models.Field[Any, Any], ...]]:
    fields = tuple(model._meta.get_field(name) for name in names)
    columns = ", ".join(f'"{field.column}" = %s' for field in fields)
    key = model._meta.pk.column
    return f'UPDATE "{model._meta.db_table}" SET {columns} WHERE "{key}" = %s', fields


@cache
def _written(model: type[models.Model]) -> tuple[str, tuple[models.Field[Any, Any], ...]]:
    fields = tuple(model._meta.concrete_fields)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(["%s"] * len(fields))
    return f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({values})', fields
