"""What the transaction under way may see of scoped tables. On SQLite all of this does nothing.

- `with reading():` around whatever reads within scopes: a page, a command. What is told lasts as long as the transaction,
  so that a connection handed to the next request knows nothing of the last one.
- `open_rows(scope)`: from here on also these rows; `Model.objects.within(scope)` calls it.
- `with system():` sees and writes every row: projections, loading, replay, and what a hand-over must not leave out.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from baro.records.row_security.sealing import sealed, unsealed
from baro.records.row_security.told import READING, SYSTEM, Told, with_scope
from baro.rules.prescribed.policy.scopes import Scope

SETTING = "baro.scope"
_SWAP = (
    "WITH before AS MATERIALIZED (SELECT current_setting(%s, true) AS told) "
    "SELECT told, set_config(%s, %s, true) FROM before"
)


class OutsideTransaction(Exception):
    """Scoped rows were asked for outside `reading()`: the database would forget the scope before the query comes."""


@contextmanager
def reading() -> Iterator[None]:
    """Read within one transaction that was told nothing yet, where rows are kept by the database."""
    if not _keeps_rows():
        yield
        return
    with transaction.atomic():
        before = _swap(sealed(READING))
        yield
        if not connection.needs_rollback:
            _tell(before)


@contextmanager
def system() -> Iterator[None]:
    """See and write every row. An error in it undoes the transaction around, and with it what was told."""
    if not _keeps_rows():
        yield
        return
    with transaction.atomic(savepoint=False):
        before = _swap(sealed(SYSTEM))
        yield
        if not connection.needs_rollback:
            _tell(before)


def open_rows(scope: Scope) -> None:
    """Let the transaction see the rows of a scope too. Raises `OutsideTransaction`, `TooManyEyes`."""
    if not _keeps_rows():
        return
    if not connection.in_atomic_block:
        raise OutsideTransaction(scope.operation)
    before: Told = unsealed(_current())
    told = before if before == SYSTEM else with_scope(before, scope)
    if told != before:
        _tell(sealed(told))


def _keeps_rows() -> bool:
    return connection.vendor == "postgresql"


def _current() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s, true)", [SETTING])
        return cursor.fetchone()[0] or ""


def _swap(written: str) -> str:
    """Tell, and give what was told before: read in the inner query, which PostgreSQL finishes before it sets anything."""
    with connection.cursor() as cursor:
        cursor.execute(_SWAP, [SETTING, SETTING, written])
        return cursor.fetchone()[0] or ""


def _tell(written: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, written])


def is_believed() -> bool:
    """Say whether the database knows this home's seal: where the keys are another home's, nobody sees a scoped row."""
    if not _keeps_rows():
        return True
    with system(), connection.cursor() as cursor:
        cursor.execute("SELECT baro_is_system()")
        return bool(cursor.fetchone()[0])
