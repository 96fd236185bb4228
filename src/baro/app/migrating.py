"""Bring the tables of this home to the shape that this version wants."""

from baro.rules.prescribed.refusals import Refused


def migrate() -> None:
    """Do what is not yet done; costs little where all is. Django must have been started.

    Raises `Refused("database.not_owner")` where something is to be done and this role may not.
    """
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor == "postgresql":
        if not _is_behind():
            return
        if not _may_make_tables():
            raise Refused("database.not_owner")
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)


def _is_behind() -> bool:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _may_make_tables() -> bool:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT has_schema_privilege(current_schema(), 'CREATE')")
        return bool(cursor.fetchone()[0])
