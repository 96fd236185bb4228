"""Use a SQLite that keeps what it acknowledged.

Python 3.11 on Debian 12 carries 3.40.1; versions 3.7.0 to 3.51.2 can lose committed writes when a write-ahead log is
reset (fixed in 3.51.3). The wheel `pysqlite3` carries its own, newer one, and takes the place of the module `sqlite3`.
"""

import sys

import pysqlite3

from baro.rules.prescribed.refusals import Refused

OLDEST = (3, 51, 3)
CACHE = "PRAGMA cache_size=-64000;"
PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA mmap_size=0;"
    f"{CACHE}PRAGMA secure_delete=ON;"
)


def use_own_sqlite() -> None:
    """Put the wheel's SQLite in place of Python's. Raises `Refused("records.sqlite_too_old")`."""
    if pysqlite3.sqlite_version_info < OLDEST:
        raise Refused("records.sqlite_too_old", found=pysqlite3.sqlite_version, oldest=".".join(map(str, OLDEST)))
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
