"""One row by its id, by a statement that the ORM wrote once: to write it anew costs more than to run it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models

from baro.records.round_trips import Sql

KEY = "\0key"  # stands for the id in a query; no text of a database holds it


@dataclass(frozen=True, slots=True)
class Statement:
    """What the ORM wrote for a model, with its values, and what turns each column into Python."""

    model: type[models.Model]
    text: str
    values: tuple[object, ...]
    names: tuple[str, ...]
    converters: dict[int, tuple[Sequence[Callable[..., Any]], Any]]

    def asking(self, key: str) -> Sql:
        """Give the statement that asks for the row of an id."""
        return Sql(self.text, [key if value == KEY else value for value in self.values], is_kept=True)

    def row(self, columns: tuple[Any, ...]) -> models.Model:
        """Give what was found as a row of the model."""
        told = list(columns)
        for place, (steps, expression) in self.converters.items():
            for step in steps:
                told[place] = step(told[place], expression, connection)
        return self.model.from_db(connection.alias, self.names, told)


def statement_of(rows: models.QuerySet[Any]) -> Statement | None:
    """Write the statement of a query in which `KEY` stands for the id; None if nothing can ever meet it."""
    names = tuple(field.attname for field in rows.model._meta.concrete_fields)
    compiler = rows.order_by().values_list(*names).query.get_compiler(connection=connection)
    try:
        text, values = compiler.as_sql()
    except EmptyResultSet:
        return None
    converters = compiler.get_converters([column[0] for column in compiler.select])
    return Statement(rows.model, text, tuple(values), names, converters)
