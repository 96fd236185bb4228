"""`baro ledger verify` as it is typed: whole, with an act that nobody knows, with a carried checkpoint that was touched."""

import os
import subprocess
import sys

import pytest

from baro.app.verifying import DAMAGED

BEGIN = """
from datetime import UTC, datetime
from baro.app.migrating import migrate
from baro.app.started import start_records
start_records()
migrate()
from django.db import transaction
from baro.desk.by import by_program
from baro.desk.people import register_person
from baro.records.ledger.appending import append
from baro.records.round_trips import Trip
from baro.rules.observed.acts import Act
at = datetime(2026, 11, 1, tzinfo=UTC)
register_person("CB1", "Lan", by_program("k"), at)
"""
UNKNOWN = """
with transaction.atomic():
    trip = Trip()
    append([Act(type="dossier.step", stream="dossier/1", actor="u", occurred_at=at, data={"n": 1})], at, trip)
    trip.send()
"""


@pytest.fixture
def typed(tmp_path):
    """Runs Python or the command in a home of its own, on SQLite."""
    env = {k: v for k, v in os.environ.items() if k not in ("BARO_DATABASE", "DJANGO_SETTINGS_MODULE")}
    env["BARO_HOME"] = str(tmp_path / "home")

    def run(*words: str) -> tuple[int, str]:
        made = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False, env=env)
        return made.returncode, made.stdout + made.stderr

    return run


def test_what_was_touched_is_said_in_sentences_and_the_rest_is_still_checked(typed, tmp_path):
    carried = tmp_path / "chot.txt"
    assert typed("-c", BEGIN)[0] == 0
    assert typed("-m", "baro.app", "ledger", "checkpoint", "--out", str(carried))[0] == 0
    code, told = typed("-m", "baro.app", "ledger", "verify", "--against", str(carried))
    assert (code, told.splitlines()[-1]) == (0, "Sổ cái nguyên vẹn.")

    assert typed("-c", BEGIN.replace("CB1", "CB2") + UNKNOWN)[0] == 0
    carried.write_text(carried.read_text("utf-8").replace("\n1\n", "\n2\n"), "utf-8")
    code, told = typed("-m", "baro.app", "ledger", "verify", "--against", str(carried))
    assert (code, told.splitlines()[-1]) == (DAMAGED, "Không nguyên vẹn: 2 chỗ.")
    assert "ghi việc «dossier.step» mà phiên bản này không biết" in told
    assert "Tệp chot.txt không phải là điểm chốt do sổ cái này ký" in told
    assert "Đã dựng lại và so từng dòng của các bảng." in told
