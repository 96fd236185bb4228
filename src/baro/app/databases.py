"""Which database keeps the records: SQLite in the home by default, PostgreSQL where `BARO_DATABASE` names one."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from baro.records.sqlite import PRAGMAS
from baro.rules.prescribed.refusals import Refused


def database(home: Path, address: str = "") -> dict[str, Any]:
    """Give Django's settings of the database; `address` is postgresql://user:password@host:port/name (or ?host=/socket;
    ?pooler=transaction where a pooler gives each transaction another connection)."""
    return _postgresql(address) if address else _sqlite(home / "baro.sqlite3")


def _sqlite(file: Path) -> dict[str, Any]:
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": PRAGMAS}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file), "OPTIONS": options}


def _postgresql(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    if parts.scheme not in ("postgresql", "postgres") or len(parts.path) < 2:
        raise Refused("home.database_address")
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", "")) or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "DISABLE_SERVER_SIDE_CURSORS": query.get("pooler", "") == "transaction",
    }
