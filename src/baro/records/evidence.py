"""Rows that are evidence: they can be added and read, never changed or deleted.

The ORM refuses first, with the reason; triggers in the database refuse whoever comes past the ORM, on SQLite and on
PostgreSQL. Only the owner of the tables can take a trigger away, and then the ledger's hashes tell what was touched.
"""

from typing import Any, NoReturn

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

EVIDENCE = ("ledger_log", "ledger_entry", "ledger_index", "ledger_checkpoint", "ledger_cosignature")
GROWING = ("ledger_tile", "hashes")  # its rows may only become longer
SEALED = "personal_value"  # its rows may be erased, not changed
_SAYS = "evidence cannot be changed or deleted"


class EvidenceIsKept(TypeError):
    """A program tried to change or delete evidence: a bug, not a refusal to a person."""

    def __init__(self) -> None:
        super().__init__(_SAYS)


class EvidenceRows(models.QuerySet[Any]):
    """Rows to be added and read."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise EvidenceIsKept

    update = delete = bulk_update = update_or_create = _raw_delete = _update = _refuse


class Evidence(models.Model):
    """A table of evidence."""

    projected = False
    objects = EvidenceRows.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        """Add the row; a second time is refused."""
        if not self._state.adding:
            raise EvidenceIsKept
        super().save(force_insert=True)

    def delete(self, *_: object, **__: object) -> NoReturn:
        """Refuse."""
        raise EvidenceIsKept


def protect(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers in place."""
    for statement in _postgresql() if connection.vendor == "postgresql" else _sqlite():
        _run(connection, statement)


def unprotect(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for a test that empties its tables, and for going back before the migration."""
    for table in (*EVIDENCE, GROWING[0], SEALED):
        for what in ("update", "delete", "truncate"):
            on = f" ON {table}" if connection.vendor == "postgresql" else ""
            _run(connection, f"DROP TRIGGER IF EXISTS {table}_no_{what}{on}")


def _run(connection: BaseDatabaseWrapper, statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _sqlite() -> list[str]:
    said = f"BEGIN SELECT RAISE(ABORT, '{_SAYS}'); END"
    kept = [f"{t}_no_{w} BEFORE {w.upper()} ON {t}" for t in EVIDENCE for w in ("update", "delete")]
    table, column = GROWING
    longer = f"substr(NEW.{column}, 1, length(OLD.{column})) IS NOT OLD.{column} OR NEW.name IS NOT OLD.name"
    kept += [f"{table}_no_update BEFORE UPDATE ON {table} WHEN {longer}", f"{table}_no_delete BEFORE DELETE ON {table}"]
    kept.append(f"{SEALED}_no_update BEFORE UPDATE ON {SEALED}")
    return [f"CREATE TRIGGER IF NOT EXISTS {trigger} {said}" for trigger in kept]


def _postgresql() -> list[str]:
    function = (
        "CREATE OR REPLACE FUNCTION baro_evidence_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_SAYS}'; END $$"
    )
    kept = [(t, w, "ROW", "") for t in EVIDENCE for w in ("update", "delete")]
    table, column = GROWING
    longer = (
        f"substring(NEW.{column} from 1 for length(OLD.{column})) IS DISTINCT FROM OLD.{column} "
        "OR NEW.name IS DISTINCT FROM OLD.name"
    )
    kept += [(table, "update", "ROW", f"WHEN ({longer}) "), (table, "delete", "ROW", ""), (SEALED, "update", "ROW", "")]
    kept += [(t, "truncate", "STATEMENT", "") for t in (*EVIDENCE, table)]
    return [function] + [
        f"CREATE OR REPLACE TRIGGER {t}_no_{w} BEFORE {w.upper()} ON {t} FOR EACH {each} {when}"
        "EXECUTE FUNCTION baro_evidence_is_kept()"
        for t, w, each, when in kept
    ]
