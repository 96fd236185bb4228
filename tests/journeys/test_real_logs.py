"""Real logs of public offices, judged end to end. They are not part of the project; without them these tests skip."""

import json
from pathlib import Path

import pytest

from journeys.running import baro

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the real logs lie beside the project, not in it")


def judge(tmp_path, log, process, *more):
    code, told, said = baro("judge", DATA / log, "--process", process, "--out", tmp_path, "--json", *more)
    assert code == 0, said
    return json.loads(told)


def test_receipt_phase_against_a_model_that_all_cases_fit(tmp_path):
    summary = judge(tmp_path, "receipt.csv", DATA / "receipt.bpmn")
    assert summary["log"] == {"cases": 1434, "events": 8577, "distinct_traces": 116}
    assert summary["conformance"]["fitting_cases"] == 1434
    assert summary["conformance"]["total_cost"] == 0
    assert summary["conformance"]["mean_fitness"] == 1
    assert summary["time"]["recorded_due"] == {"cases": 1329, "late": 377}


def test_receipt_phase_against_a_stricter_model(tmp_path):
    summary = judge(tmp_path, "receipt.csv", DATA / "receipt-strict.pnml")
    assert summary["conformance"]["fitting_cases"] == 713
    assert summary["conformance"]["total_cost"] == 2465


def test_the_same_input_gives_the_same_bytes(tmp_path):
    for folder in ("one", "two"):
        judge(tmp_path / folder, "receipt.csv", DATA / "receipt.bpmn")
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == ["findings.parquet", "report.docx", "report.html", "summary.json", "tables.xlsx"]
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_looked_at_from_an_earlier_day_only_what_had_happened_counts(tmp_path):
    summary = judge(tmp_path, "receipt.csv", DATA / "receipt.bpmn", "--as-of", "31/12/2010")
    assert 0 < summary["log"]["events"] < 8577
    assert summary["as_of"].startswith("2010-12-31T23:59")
    known = summary["time"]
    assert known["pending_on_time"] + known["pending_late"] > 0
