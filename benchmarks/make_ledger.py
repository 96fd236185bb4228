"""Make a ledger of many entries, of real acts with their rows, checkpoints and a witness (make_ledger.py HOME ENTRIES).

Complaints are received and concluded, some thousands open at a time. Entries are written as acts write them (`body_of`,
`place_in_tree`), rows by the projections that a replay runs, many at once; every 45,000 entries the tree is signed, and
a witness signs that. No personal values. The database is that of the environment; `--from HOME` copies the ledger and
rows that lie in another home, on SQLite, byte for byte.
"""

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

HOME, ENTRIES = Path(sys.argv[1]), int(sys.argv[2])
SOURCE = Path(sys.argv[4]) if sys.argv[3:4] == ["--from"] else None
os.environ["BARO_HOME"] = str(HOME)
if SOURCE:
    shutil.copytree(SOURCE / "keys", HOME / "keys", dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.socket"))

from baro.app.migrating import migrate  # noqa: E402 the home is read when the settings are
from baro.app.started import start_records  # noqa: E402

start_records()
migrate()

from django.db import connection, transaction  # noqa: E402 the models are known only now

from baro.channels.witness.witness import Witness, request_of  # noqa: E402
from baro.records.ids_made import new_id  # noqa: E402
from baro.records.ledger.appending import place_in_tree, tree_size  # noqa: E402
from baro.records.ledger.bodies import Head, body_of, entry_of  # noqa: E402
from baro.records.ledger.checkpoints import issue_checkpoint  # noqa: E402
from baro.records.ledger.cosignatures import keep_cosignatures  # noqa: E402
from baro.records.ledger.heads import log_origin  # noqa: E402
from baro.records.ledger.key_files import key_file  # noqa: E402
from baro.records.ledger.last_seen import LastSeen  # noqa: E402
from baro.records.ledger.signer import Signer  # noqa: E402
from baro.records.ledger.tiles import stored_nodes  # noqa: E402
from baro.records.ledger.tree import consistency_proof, leaf_hash  # noqa: E402
from baro.records.projections.gathered_rows import GatheredRows  # noqa: E402
from baro.records.projections.registry import project  # noqa: E402
from baro.records.row_security.session import system  # noqa: E402
from baro.rules.observed.acts import Act  # noqa: E402

OPEN, AT_ONCE = 22_500, 45_000
START = datetime(2024, 1, 2, 1, tzinfo=UTC)
INSERT = "INSERT INTO ledger_entry (entry_id, stream, version, body, leaf) VALUES (%s, %s, %s, %s, %s)"
COPIED = (
    "ledger_log",
    "ledger_entry",
    "ledger_index",
    "ledger_tile",
    "ledger_checkpoint",
    "ledger_cosignature",
    "petition",
)


def received(n: int, at: datetime) -> Act:
    """A complaint is received."""
    on = (date(2024, 1, 2) + timedelta(days=n % 900)).isoformat()
    return Act(
        type="petition.received", stream=f"petition/k{n:07}", actor=f"u-{n * 7919 % 3000:05}", unit=f"H26.7.{n * 31 % 200}",
        occurred_at=at, source="ui", request=f"{n:032x}",
        data={"petition": f"k{n:07}", "unit": f"H26.7.{n * 31 % 200}", "code": f"{n}/KN", "kind": "complaint",
              "received_on": on, "handler": f"u-{n * 104_729 % 3000:05}", "compartment": ""},
    )  # fmt: skip


def concluded(n: int, at: datetime) -> Act:
    """It is concluded."""
    on = (date(2024, 2, 1) + timedelta(days=n % 900)).isoformat()
    return Act(
        type="petition.concluded", stream=f"petition/k{n:07}", actor=f"u-{n * 104_729 % 3000:05}",
        unit=f"H26.7.{n * 31 % 200}", occurred_at=at, source="ui", request=f"{n + 10**9:032x}",
        data={"petition": f"k{n:07}", "on": on},
    )  # fmt: skip


def bodies(low: int, count: int, log: str) -> Iterator[tuple[str, str, int, bytes, bytes]]:
    """The rows of `count` entries: complaints from number `low` on are received, then concluded."""
    half = count - count // 2
    heads: dict[int, Head] = {}
    for k in range(count):
        n = low + k % half
        at = START + timedelta(seconds=6 * (2 * low + k))
        act, head = (received(n, at), Head()) if k < half else (concluded(n, at), heads[n])
        entry_id = new_id(at)
        body = body_of(act, entry_id=entry_id, log=log, head=head, at=at, commitments={})
        leaf = leaf_hash(body)
        if k < half:
            heads[n] = Head(version=1, leaf=leaf.hex())
        yield entry_id, act.stream, head.version + 1, body, leaf


def write(rows: Sequence[tuple[str, str, int, bytes, bytes]]) -> None:
    """Write entries, their places and tiles, and the rows that come of them."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.executemany(INSERT, rows)
            cursor.execute("SELECT max(place) FROM ledger_entry")
            last = cursor.fetchone()[0]
        place_in_tree(range(last - len(rows) + 1, last + 1), [row[4] for row in rows])
        with system():
            made = GatheredRows()
            for row in rows:
                project(entry_of(row[3], {}), made)
            made.send()


def vouch(signer: Signer, witness: Witness, old: int) -> int:
    """Have the tree signed, and the witness sign that; give the size."""
    note = issue_checkpoint(signer.sign, old)
    size = tree_size()
    proof = consistency_proof(old, size, stored_nodes()) if old else []
    keep_cosignatures(size, witness.add(request_of(old, proof, note), 1_700_000_000 + size), witness.verifier)
    return size


def make() -> None:
    """Make what is missing."""
    keys = HOME / "keys"
    signer = Signer(log_origin(), key_file(keys / "log.key"), LastSeen(keys / "signer.seen"))
    witness = Witness("council.example/bench", b"w" * 32, signer.verifier, LastSeen(HOME / "witness.seen"))
    size = signer.last.read(signer.origin).size
    while size < ENTRIES:
        count = min(AT_ONCE, ENTRIES - size)
        write(list(bodies(size // 2, count, signer.origin)))
        size = vouch(signer, witness, size)
        print(f"\r  {size:,} / {ENTRIES:,}", end="", file=sys.stderr, flush=True)
    (HOME / "witness.key").write_text(witness.verifier.told(), encoding="utf-8")
    print(file=sys.stderr)


def copy(source: Path) -> None:
    """Copy the ledger and its rows from a home on SQLite into this PostgreSQL."""
    with sqlite3.connect(f"file:{source / 'baro.sqlite3'}?mode=ro", uri=True) as old, transaction.atomic(), system():
        old.execute("BEGIN")  # one state of all tables, also while the other home is being written
        for table in COPIED:
            rows = old.execute(f"SELECT * FROM {table}")
            columns = ", ".join(f'"{column[0]}"' for column in rows.description)
            with connection.cursor() as cursor:
                cursor.execute("SELECT relrowsecurity FROM pg_class WHERE oid = %s::regclass", [table])
                aside = cursor.fetchone()[0]  # where the database keeps rows, COPY is not to be had
                into = "copied_aside" if aside else table
                if aside:
                    cursor.execute(f"CREATE TEMP TABLE {into} (LIKE {table})")
                with cursor.copy(f"COPY {into} ({columns}) FROM STDIN") as copied:
                    for row in rows:
                        copied.write_row(row)
                if aside:
                    cursor.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {into}")
                    cursor.execute(f"DROP TABLE {into}")
            print(f"  {table}", file=sys.stderr, flush=True)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    shutil.copy(source / "witness.key", HOME)


if SOURCE:
    copy(SOURCE)
else:
    make()
