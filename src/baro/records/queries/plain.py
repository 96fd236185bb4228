"""Rows by plain SQL, for what every act asks: on these few the ORM takes longer to write the statement than the database to
answer it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connection

from baro.rules.prescribed.offices import Term


def fetch(statement: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
    """Give the rows of a statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def term(first: date | str | None, last: date | str | None) -> Term:
    """Read a term; SQLite tells days as text."""
    return Term(_day(first), _day(last))


def _day(told: date | str | None) -> date | None:
    return date.fromisoformat(told) if isinstance(told, str) else told
