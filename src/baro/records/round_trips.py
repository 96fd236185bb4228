"""Several statements in one message: to PostgreSQL the way costs more than most statements.

They are carried out one after the other, in their order; each sees what is committed when its own turn comes, so that a
statement that waits for a lock can stand before the one that reads what the lock protects. SQLite lies in the same process:
there each goes alone.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection

from baro.records.kept_plans import Part, Plans

Rows = list[tuple[Any, ...]]
_AT_ONCE = 200


class Sql(NamedTuple):
    """A statement and its values; a percent sign of its own is written twice."""

    text: str
    values: Sequence[object] = ()
    is_kept: bool = False
    """Its text comes again and again: PostgreSQL plans it once."""


class Trip:
    """Statements that wait to be sent together, in the order in which they were added."""

    def __init__(self) -> None:
        self._waiting: list[Sql] = []

    def add(self, *asked: Sql) -> None:
        """Let statements wait."""
        self._waiting += asked

    def send(self) -> None:
        """Send what waits. Raises what the database raises for the first that fails; none after it is carried out."""
        waiting, self._waiting = self._waiting, []
        ask(*waiting)


def ask(*asked: Sql) -> list[Rows]:
    """Carry out statements; give the rows of each, none for one that gives no rows."""
    if not asked:
        return []
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql":
            return [_carried_out(cursor, one) for one in asked]
        found: list[Rows] = []
        for start in range(0, len(asked), _AT_ONCE):
            found += _together(cursor, asked[start : start + _AT_ONCE])
        return found


def _carried_out(cursor: Any, one: Sql) -> Rows:
    cursor.execute(one.text, one.values)
    return _rows(cursor)


def _together(cursor: Any, asked: Sequence[Sql]) -> list[Rows]:
    plans, found = Plans(), []
    parts = [part for one in asked for part in _parts(one, plans)]
    cursor.execute(";".join(part.text for part in parts), [value for part in parts for value in part.values])
    for part in parts:
        if part.is_answer:
            found.append(_rows(cursor))
        cursor.nextset()
    plans.keep()
    return found


def _parts(one: Sql, plans: Plans) -> list[Part]:
    return plans.parts(one.text, one.values) if one.is_kept else [Part(one.text, one.values)]


def _rows(cursor: Any) -> Rows:
    return list(cursor.fetchall()) if cursor.description else []
