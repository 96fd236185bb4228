"""What the transaction under way may see of scoped tables. SQLite is told nothing: there the filter is the only line.

- `with reading():` around whatever reads within scopes: a page, a command. What is told lasts as long as the transaction,
  so that a connection handed to the next request knows nothing of the last one.
- `open_rows(scope)`: from here on also these rows; `Model.objects.within(scope)` calls it.
- `with system():` sees and writes every row: projections, loading, replay, and what a hand-over must not leave out.
- `with acting():` around one act of the desk: what it reads and what it records is one transaction.

What was told last is remembered as long as one of these blocks lasts, so that the database is neither asked for it nor told
the same twice.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import local

from django.db import connection, transaction

from baro.records.round_trips import Sql, ask
from baro.records.row_security.after_acts import one_act
from baro.records.row_security.sealing import sealed, unsealed
from baro.records.row_security.told import READING, SYSTEM, Told, with_scope
from baro.rules.prescribed.policy.scopes import Scope

SETTING = "baro.scope"
_NOTHING = ""


class OutsideTransaction(Exception):
    """Scoped rows were asked for outside `reading()`: the database would forget the scope before the query comes."""


@contextmanager
def reading() -> Iterator[None]:
    """Read within one transaction that was told nothing yet, where rows are kept by the database."""
    if not _keeps_rows():
        yield
        return
    is_first = not connection.in_atomic_block
    with transaction.atomic(), _seeing(READING, is_first=is_first):
        yield


@contextmanager
def acting() -> Iterator[None]:
    """Let one act read and record in one transaction that was told nothing yet; an error undoes all of it. What is recorded
    within has no savepoint of its own: nobody may catch its refusal inside and go on."""
    is_first = not connection.in_atomic_block
    with one_act(), transaction.atomic(), _seeing(READING, is_first=is_first, is_act=True):
        yield


@contextmanager
def recording() -> Iterator[None]:
    """Begin the transaction of what is recorded; within `acting` it is part of the act, elsewhere an error undoes it
    alone."""
    is_first, is_part = not connection.in_atomic_block, _mine.block is not None and _mine.block.is_act
    with transaction.atomic(savepoint=not is_part):
        if not is_first:
            yield
            return
        with _seeing(READING, is_first=True):
            yield


@contextmanager
def system(send: Callable[[Sql], object] = ask) -> Iterator[None]:
    """See and write every row. An error in it undoes the transaction around, and with it what was told. What is told is
    sent by `send`; statements that it holds back are sent in their order."""
    if not _keeps_rows():
        yield
        return
    is_first = not connection.in_atomic_block
    with transaction.atomic(savepoint=False), _seeing(SYSTEM, is_first=is_first, send=send):
        yield


def open_rows(scope: Scope) -> None:
    """Let the transaction see the rows of a scope too. Raises `OutsideTransaction`, `TooManyEyes`."""
    ask(*opening(scope))


def opening(scope: Scope) -> list[Sql]:
    """Give what the database must be told, before it is asked for rows of a scope, in this transaction: nothing where it
    knows. Raises `OutsideTransaction`, `TooManyEyes`."""
    if not _keeps_rows():
        return []
    if not connection.in_atomic_block:
        raise OutsideTransaction(scope.operation)
    block = _mine.block
    before = unsealed(_current()) if block is None else block.told
    told = before if before == SYSTEM else with_scope(before, scope)
    written = sealed(told)
    if block is None:
        return [] if told == before else [_telling(written)]
    if block.knows(written):
        return []
    block.told, block.written, block.savepoints = told, written, _savepoints()
    return [_telling(written)]


def is_believed() -> bool:
    """Say whether the database knows this home's seal: where the keys are another home's, nobody sees a scoped row."""
    if not _keeps_rows():
        return True
    with system():
        return bool(ask(Sql("SELECT baro_is_system()"))[0][0][0])


def _savepoints() -> tuple[str | None, ...]:
    return tuple(connection.savepoint_ids)


@dataclass(slots=True)
class _Block:
    """What the innermost block was told, as it was written to the database, and within which savepoints: going back to one
    of them takes it away."""

    told: Told
    written: str
    is_act: bool = False
    savepoints: tuple[str | None, ...] = field(default_factory=_savepoints)

    def knows(self, written: str) -> bool:
        return self.written == written and self.savepoints == _savepoints()


class _Mine(local):
    """The innermost block of this thread, which is the only one to use its connection."""

    block: _Block | None = None


_mine = _Mine()


@contextmanager
def _seeing(told: Told, *, is_first: bool, is_act: bool = False, send: Callable[[Sql], object] = ask) -> Iterator[None]:
    """Look with these eyes alone until the block ends, then with those of before: of a transaction that begins and ends here,
    with none. After an error the database itself goes back."""
    outer = _mine.block
    before = _NOTHING if is_first else _current() if outer is None else outer.written
    wanted = sealed(SYSTEM) if told == SYSTEM else _NOTHING
    if wanted != before and _keeps_rows():
        send(_telling(wanted))
    _mine.block = mine = _Block(told, wanted, is_act)
    try:
        yield
        if not is_first and mine.written != before and _keeps_rows() and not connection.needs_rollback:
            send(_telling(before))
    finally:
        _mine.block = outer


def _keeps_rows() -> bool:
    return connection.vendor == "postgresql"


def _current() -> str:
    if not _keeps_rows():
        return _NOTHING
    return str(ask(Sql("SELECT current_setting(%s, true)", [SETTING]))[0][0][0] or _NOTHING)


def _telling(written: str) -> Sql:
    return Sql("SELECT set_config(%s, %s, true)", [SETTING, written], is_kept=True)
