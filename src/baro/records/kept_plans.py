"""Statements that PostgreSQL plans once for a connection: where it keeps rows, planning a statement costs more than running it.

`PREPARE` is not undone with a transaction, and ends with the connection. Where a pooler gives each transaction another
connection, nothing is kept: the address says so (`?pooler=transaction`), and Django knows it as
`DISABLE_SERVER_SIDE_CURSORS`. Where it does not say so, names that are ours alone let no other statement run instead.
"""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import count
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from django.db import connection

_PROCESS = secrets.token_hex(6)
_MOST = 100  # for a connection; what comes later is planned each time
_names = (f"baro_{_PROCESS}_{number}" for number in count(1))
_anew: ContextVar[bool] = ContextVar("planned anew", default=False)
_known: WeakKeyDictionary[Any, dict[str, str]] = WeakKeyDictionary()


@contextmanager
def planned_anew() -> Iterator[None]:
    """Use no plan and make none: where a name stands for another table than before, a plan still means the one of before."""
    token = _anew.set(True)
    try:
        yield
    finally:
        _anew.reset(token)


class Part(NamedTuple):
    """A statement as it is sent; only an answer gives what was asked."""

    text: str
    values: Sequence[object]
    is_answer: bool = True


class Plans:
    """The plans that the connection in use holds, and those that one message makes."""

    def __init__(self) -> None:
        self._held = _known.setdefault(connection.connection, {})
        self._made: dict[str, str] = {}

    def parts(self, text: str, values: Sequence[object]) -> list[Part]:
        """Give a statement as one that runs by its plan, behind the one that makes the plan where there is none."""
        if _anew.get():
            return [Part(text, values)]
        name = self._held.get(text) or self._made.get(text)
        if name:
            return [_run(name, values)]
        if connection.settings_dict["DISABLE_SERVER_SIDE_CURSORS"] or len(self._held) + len(self._made) >= _MOST:
            return [Part(text, values)]
        name = self._made[text] = next(_names)  # never twice, also where an earlier message broke off
        return [Part(_made_as(name, text), (), is_answer=False), _run(name, values)]

    def keep(self) -> None:
        """Remember what was made, once the message has gone well."""
        self._held.update(self._made)


def _made_as(name: str, text: str) -> str:
    first, *others = text.split("%s")
    return f"PREPARE {name} AS {first}" + "".join(f"${place}{rest}" for place, rest in enumerate(others, 1))


def _run(name: str, values: Sequence[object]) -> Part:
    return Part(f"EXECUTE {name}" + (f"({', '.join(['%s'] * len(values))})" if values else ""), values)
