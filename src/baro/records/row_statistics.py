"""How the dossiers are spread, by which a database chooses the index to walk."""

from django.db import connection

_GROWN = 1.1
_KNOWN = "SELECT stat FROM sqlite_stat1 WHERE tbl = 'dossier' AND idx = 'dossier_due'"
_THERE = "SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'"


def look_at_dossiers() -> None:
    """Have SQLite look anew at all dossiers once there are a tenth more than it knows of: without it, it guesses, and reads a
    million to show fifty; a sample misleads it too. PostgreSQL looks by itself."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM dossier")
        count = cursor.fetchone()[0]
        cursor.execute(_THERE)
        if cursor.fetchone():
            cursor.execute(_KNOWN)
            known = cursor.fetchone()
            if known and int(known[0].split()[0]) * _GROWN >= count:
                return
        cursor.execute("ANALYZE dossier")
