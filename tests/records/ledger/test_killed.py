"""Killed while writing, the ledger has every act that it acknowledged, and is whole (SQLite).

`BARO_KILLS` says how often; a handful here, hundreds before a release.
"""

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

KILLS = int(os.environ.get("BARO_KILLS", "4"))
WRITER = Path(__file__).with_name("act_writer.py")
CHECK = """
from baro.app.started import start_records
start_records()
from acts import noted
from baro.records.ledger.verify import verify
result = verify()
print(result.size, len(result.wrong))
"""

pytestmark = pytest.mark.skipif(
    os.environ.get("BARO_TEST_DATABASE") == "postgresql", reason="PostgreSQL is killed by other means"
)


def environment(home: Path) -> dict[str, str]:
    tests = Path(__file__).parents[2]
    return os.environ | {
        "BARO_HOME": str(home), "DJANGO_SETTINGS_MODULE": "baro.app.settings", "BARO_DATABASE": "",
        "PYTHONPATH": os.pathsep.join([str(tests), str(tests.parent / "src")]),
    }  # fmt: skip


def acknowledged_until_killed(home: Path, seconds: float) -> list[str]:
    """Start the writer, kill it some time after it is ready, and give the ids that it told in whole lines."""
    with subprocess.Popen([sys.executable, WRITER], env=environment(home), stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(seconds)
        writer.kill()
        return [line[:-1] for line in writer.stdout.read().splitlines(keepends=True) if line.endswith("\n")]


def test_no_acknowledged_act_is_lost_when_the_writer_is_killed(tmp_path):
    chance = random.Random(9)
    acknowledged: list[str] = []
    for _ in range(KILLS):
        acknowledged += acknowledged_until_killed(tmp_path, chance.uniform(0.01, 0.25))
    with sqlite3.connect(tmp_path / "baro.sqlite3") as kept:
        there = {entry for (entry,) in kept.execute("SELECT entry_id FROM ledger_entry")}
    assert len(acknowledged) > KILLS
    assert set(acknowledged) - there == set()
    checked = subprocess.run(
        [sys.executable, "-c", CHECK], env=environment(tmp_path), capture_output=True, text=True, check=True
    )
    size, wrong = map(int, checked.stdout.split())
    assert (size, wrong) == (len(there), 0)
