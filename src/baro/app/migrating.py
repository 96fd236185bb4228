"""Bring the tables of this home to the shape that this version wants."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from baro.app.alone import alone
from baro.rules.prescribed.refusals import Refused


def migrate() -> None:
    """Do what is not yet done; costs little where all is. Django must have been started.

    Of several processes that start at once one does it and the others wait; on PostgreSQL nobody numbers entries
    meanwhile. Raises `Refused("database.not_owner")` where something is to be done and this role may not.
    """
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor == "postgresql" and is_migrated():
        return
    with _alone():
        if connection.vendor == "postgresql" and not _may_make_tables():
            raise Refused("database.not_owner")
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)


def is_migrated() -> bool:
    """Say whether nothing is left to be done."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the sequencer's lock (PostgreSQL): a sequencer that reads tables while they are altered would make a deadlock.
    On SQLite, a lock of the home."""
    from django.conf import settings
    from django.db import connection

    from baro.records.ledger.sequencer import LOCK

    if connection.vendor != "postgresql":
        with alone(Path(settings.HOME) / "log" / "migrating.lock"):
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def _may_make_tables() -> bool:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT has_schema_privilege(current_schema(), 'CREATE')")
        return bool(cursor.fetchone()[0])
