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


def test_building_permits_against_a_stated_model_of_the_main_procedure(tmp_path):
    """The model beside this file: steps of the main procedure seen in 30 % of the cases or more, in the order of their
    mean position; those seen in less than 60 % may be left out. r4pm 0.6.2 gives the same cost."""
    summary = judge(tmp_path, "BPIC15_1.xes.gz", Path(__file__).with_name("bpic15-1-main-procedure.csv"))
    assert (summary["log"]["cases"], summary["log"]["events"]) == (1199, 52217)
    assert summary["conformance"]["total_cost"] == 44048
    assert summary["time"]["not_computable"] == 1199  # the log names no limit, and none is invented
