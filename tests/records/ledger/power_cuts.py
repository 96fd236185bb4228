"""A program of its own: the statements of real acts, run on a disk whose power fails, and what the ledger says afterwards.

`power_cuts.py COUNT FULL|NORMAL`, in an empty home. The acts are recorded once by the real code, which tells its statements;
they are run again, a transaction per act, with the same settings of SQLite, on the failing disk. What is left of the disk
then becomes the database of the home, and the real `verify` looks at it.
"""

import json
import random
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from baro.app.started import start_records

start_records()

import apsw  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.backends.sqlite3.base import SQLiteCursorWrapper  # noqa: E402

from acts import noted  # noqa: E402
from baro.app.migrating import migrate  # noqa: E402
from baro.records.ledger.verify import verify  # noqa: E402
from baro.records.recording import record  # noqa: E402
from baro.records.sqlite import PRAGMAS  # noqa: E402
from records.ledger.failing_disk import Disk  # noqa: E402

ACTS = 120
NAME = "baro.sqlite3"
FILE = Path(settings.HOME) / NAME
# An early checkpoint of SQLite, so that cuts fall into it too; and no shared memory, which this disk has not.
OWN = "PRAGMA wal_autocheckpoint=100;"
Statement = tuple[str, list[tuple]]


def recorded() -> list[tuple[str, list[Statement]]]:
    """Record the acts; give each one's entry and statements."""
    acts, told = [], []

    def tell(execute, sql, params, many, context):
        if not sql.lstrip().upper().startswith(("SELECT", "BEGIN", "SAVEPOINT", "RELEASE")):
            told.append((to_sqlite(sql), [tuple(p) for p in (params if many else [params or ()])]))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(tell):
        for n in range(ACTS):
            personal = {"name": f"Nguyễn Văn {n}"} if n % 10 == 0 else {}
            made = record(noted(f"trial/{n % 7}", personal=personal, n=n), at=datetime.now(UTC))  # noqa: TID251
            acts.append((made.entry_id, [*told]))
            told.clear()
    return acts


def to_sqlite(sql: str) -> str:
    return SQLiteCursorWrapper.convert_query(None, sql)


def play(disk: Disk, pragmas: str, acts) -> list[str]:
    """Run the acts until the power fails; give the entries that were acknowledged."""
    acknowledged = []
    store = apsw.Connection(NAME, vfs=disk.vfs_name)
    try:
        store.execute("PRAGMA locking_mode=EXCLUSIVE;" + pragmas + OWN).fetchall()
        for entry, statements in acts:
            store.execute("BEGIN IMMEDIATE")
            for sql, rows in statements:
                store.executemany(sql, rows)
            store.execute("COMMIT")
            acknowledged.append(entry)
    except apsw.Error:
        if not disk.is_dead:
            raise
    disk.is_dead = True  # closing must not tidy anything up
    with suppress(apsw.IOError):
        store.close(True)
    return acknowledged


def found(left: dict[str, bytes]) -> tuple[set[str], bool]:
    """Start the real store on what is left; give the entries there, and whether all is whole."""
    for file in FILE.parent.glob(NAME + "*"):
        file.unlink()
    for name, data in left.items():
        FILE.with_name(name).write_bytes(data)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        is_sound = cursor.fetchall() == [("ok",)]
        cursor.execute("SELECT entry_id FROM ledger_entry")
        there = {row[0] for row in cursor.fetchall()}
    is_whole = is_sound and verify().wrong == [] and verify().size == len(there)
    connection.close()
    return there, is_whole


def main(count: int, mode: str) -> None:
    pragmas = PRAGMAS.replace("synchronous=FULL", f"synchronous={mode}")
    assert "synchronous=FULL" in PRAGMAS
    migrate()
    connection.close()
    start = FILE.read_bytes()
    acts = recorded()
    connection.close()
    whole = disk_with(start, "whole")
    assert len(play(whole, pragmas, acts)) == ACTS
    chance = random.Random(300)
    told = {"cuts": 0, "acknowledged": 0, "lost": 0, "cuts_that_lost": 0, "not_whole": 0}
    for number in range(count):
        disk = disk_with(start, f"cut{number}", chance.randint(1, whole.writes))
        acknowledged = play(disk, pragmas, acts)
        there, is_whole = found(disk.survivors(chance))
        lost = set(acknowledged) - there
        told["cuts"] += 1
        told["acknowledged"] += len(acknowledged)
        told["lost"] += len(lost)
        told["cuts_that_lost"] += bool(lost)
        told["not_whole"] += not is_whole
    print(json.dumps(told | {"writes": whole.writes, "syncs": whole.syncs}))


def disk_with(start: bytes, name: str, fails_at: int = 0) -> Disk:
    disk = Disk(name, fails_at)
    disk.vfs_name = name
    disk.put_file(NAME, start)
    return disk


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
