"""Bring the tables of this home to the shape that this version wants."""


def migrate() -> None:
    """Do what is not yet done; costs little where all is. Django must have been started."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)


def is_migrated() -> bool:
    """Say whether nothing is left to be done."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
