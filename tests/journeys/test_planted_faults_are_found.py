"""A synthetic year whose faults are known: the judge finds exactly what was planted, and nothing else."""

import json
from collections import defaultdict
from pathlib import Path

import polars as pl
import pytest

from journeys.running import baro

SIGNAL_COLUMNS = ("R01", "R31")  # truths that follow from others have a column of their own


@pytest.fixture(scope="module", params=[(3_000, 1), (700, 5)], ids=["3000 dossiers", "another seed"])
def judged(request, tmp_path_factory):
    cases, seed = request.param
    folder = tmp_path_factory.mktemp("nam-mau")
    assert baro("demo-log", "--cases", cases, "--seed", seed, "--out", folder / "du-lieu")[0] == 0
    data = folder / "du-lieu"
    code, told, _ = baro(
        "judge", data / "nhat-ky.csv", "--process", *sorted((data / "quy-trinh").iterdir()),
        "--offices", data / "don-vi-chuc-danh.xlsx", "--out", folder / "bao-cao", "--json",
    )  # fmt: skip
    assert code == 0
    return pl.read_csv(data / "su-that.csv"), _findings(folder / "bao-cao"), json.loads(told)


def _findings(folder: Path) -> pl.DataFrame:
    found = pl.read_parquet(folder / "findings.parquet")
    return found.with_columns(pl.col("kind", "case").cast(pl.String))


def _listed(cell: str | None) -> set[str]:
    return set((cell or "").split("|")) - {""}


def _is_signal(kind: str) -> bool:
    return kind[:1] == "R" and kind[1:].isdigit()


def test_every_red_flag_planted_is_raised_and_no_other(judged):
    truth, found, _ = judged
    planted = {(row["ma_ho_so"], code) for row in truth.iter_rows(named=True) for code in _listed(row["dau_hieu"])}
    planted |= {(row["ma_ho_so"], code) for row in truth.iter_rows(named=True) for code in SIGNAL_COLUMNS if row[code]}
    raised = {(case, kind) for case, kind in zip(found["case"], found["kind"], strict=True) if _is_signal(kind)}
    assert raised == planted


def test_every_deviation_planted_is_named_and_no_other(judged):
    truth, found, _ = judged
    named = defaultdict(set)
    for case, kind in zip(found["case"], found["kind"], strict=True):
        if not _is_signal(kind):
            named[case].add(kind.upper())
    for row in truth.iter_rows(named=True):
        planted = _listed(row["sai_lech"]) | ({"OVER_STEP_LIMIT"} if row["qua_han_buoc"] else set())
        assert named[row["ma_ho_so"]] == planted, row["ma_ho_so"]


def test_every_dossier_stands_in_time_as_planted(judged):
    truth, _, summary = judged
    planted = dict(truth["lop"].value_counts().iter_rows())
    classes = ("early", "on_time", "late", "pending_on_time", "pending_late")
    assert {c: summary["time"][c] for c in classes} == {c: planted.get(c, 0) for c in classes}
    assert summary["time"]["not_computable"] == summary["time"]["not_counted"] == 0


def test_the_cost_of_all_deviations_is_the_one_planted(judged):
    truth, _, summary = judged
    conformance = summary["conformance"]
    assert conformance["total_cost"] - conformance["undone_cost_of_open_cases"] == truth["chi_phi"].sum()
    assert conformance["conforming_cases"] == truth.filter(pl.col("chi_phi") == 0).height
