"""When the power fails, no acknowledged act is lost with the settings of the records; with the popular ones, acts are.

`BARO_POWER_CUTS` says how often; a handful here, 300 before a release.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CUTS = int(os.environ.get("BARO_POWER_CUTS", "8"))
TESTS = Path(__file__).parents[2]


def trial(home: Path, mode: str) -> dict[str, int]:
    environment = os.environ | {
        "BARO_HOME": str(home), "DJANGO_SETTINGS_MODULE": "baro.app.settings", "BARO_DATABASE": "",
        "PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent / "src")]),
    }  # fmt: skip
    program = [sys.executable, Path(__file__).with_name("power_cuts.py"), str(CUTS), mode]
    done = subprocess.run(program, env=environment, capture_output=True, text=True, check=True)
    print(done.stdout)
    return json.loads(done.stdout)


@pytest.mark.skipif(os.environ.get("BARO_TEST_DATABASE") == "postgresql", reason="a trial of SQLite")
def test_a_power_cut_takes_no_acknowledged_act_and_the_control_does_lose(tmp_path):
    kept = trial(tmp_path / "full", "FULL")
    assert kept["cuts"] == CUTS
    assert kept["acknowledged"] > CUTS
    assert (kept["lost"], kept["not_whole"]) == (0, 0)
    assert trial(tmp_path / "normal", "NORMAL")["cuts_that_lost"] > 0
