"""The summary has the fields that its page documents, and no other; its figures are those of the counted dossiers."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from baro.rules.counted.indicators.registry import INDICATORS
from baro.rules.counted.reports.summary import LogSize, Value, recorded_late, summary_of
from baro.rules.counted.tallies import LateGround
from baro.rules.counted.told import SignalTold, Source
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.observed.quality import Doubt
from rules.counted.counting import YEAR, Dossier, cases_of, counted_of, tallies_of

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "summary.md"
BY_CODE = ("signals", "indicators", "quality")  # keys that depend on the log
DOSSIERS = [
    Dossier(TimeClass.EARLY, recorded_due=10, recorded_ended=10),
    Dossier(TimeClass.LATE, cost=2, told_cost=2, fitness=0.5, recorded_due=10, recorded_ended=11, unit=1),
    Dossier(TimeClass.PENDING_LATE, cost=3, told_cost=1, fitness=0.75, recorded_due=10),
    Dossier(TimeClass.NOT_COMPUTABLE, process=-1, cost=-1, told_cost=-1, fitness=float("nan"), unit=-1),
]


def summary(*dossiers: Dossier, recorded: bool = True) -> dict[str, Value]:
    counted = counted_of(dossiers, tallies_of({(0, 1, LateGround.AFTER_DUE): 600, (1, -1, LateGround.STILL_HELD): 30}))
    figures = [i.over(counted.cases) for i in INDICATORS]
    signals = [SignalTold("R05", "", "", 2, 3, "", "", "", "", True, "", ())]
    sources = [Source("nhật ký", "nhat-ky.csv", "9f86")]
    doubts = {Doubt.DUPLICATE: 2, Doubt.BAD_CELL: 0}
    return summary_of(LogSize(4, 20, 3), counted, YEAR, figures, signals, doubts, sources, recorded)


def paths(value: Value, at: str = "") -> set[str]:
    """The dotted name of every field; the rows of a list share theirs, keys that depend on the log become `*`."""
    if isinstance(value, Mapping):
        inner = [("*" if at in BY_CODE else key, v) for key, v in value.items()]
        return {p for key, v in inner for p in paths(v, f"{at}.{key}" if at else key)}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return {p for row in value for p in paths(row, at)}
    return {at}


def test_the_page_documents_every_field_and_no_other():
    page = PAGE.read_text("utf-8")
    documented = re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE)
    assert sorted(documented) == sorted(paths(summary(*DOSSIERS)))
    example = json.loads(page.split("```json", 1)[1].split("```", 1)[0])
    assert sorted(documented) == sorted(paths(example))


def test_the_recorded_due_dates_are_told_only_where_the_source_has_them():
    assert "recorded_due" not in summary(*DOSSIERS, recorded=False)["time"]
    assert summary(*DOSSIERS)["time"]["recorded_due"] == {"cases": 2, "late": 1}
    assert recorded_late(cases_of(DOSSIERS[2:])) == (0, 0)


def test_conformance_counts_the_judged_dossiers():
    assert summary(*DOSSIERS)["conformance"] == {
        "judged_cases": 3,
        "not_judged": 1,
        "fitting_cases": 1,
        "total_cost": 5,
        "undone_cost_of_open_cases": 2,
        "conforming_cases": 1,
        "mean_fitness": 0.75,
    }
    assert summary(DOSSIERS[3])["conformance"]["mean_fitness"] is None


def test_every_dossier_of_the_log_has_its_class_whatever_the_period():
    told = summary(*DOSSIERS, Dossier(TimeClass.EARLY, date(2022, 1, 3), date(2022, 2, 1)), recorded=False)["time"]
    assert told == {c.name.lower(): 0 for c in TimeClass} | {
        "early": 2,
        "late": 1,
        "pending_late": 1,
        "not_computable": 1,
    }


def test_late_minutes_doubts_and_signals_are_those_counted():
    told = summary(*DOSSIERS)
    assert told["late_minutes"] == 630
    assert told["quality"] == {"duplicate": 2}
    assert told["signals"] == {"R05": {"cases": 2, "times": 3, "checked": True}}


def test_units_are_in_order_of_name_and_sum_to_the_dossiers():
    units = summary(*DOSSIERS)["units"]
    assert [(u["unit"], u["received"], u["late"]) for u in units] == [
        ("", 1, 0), ("Một cửa", 2, 0), ("Phòng Tài nguyên", 1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda i: i.key)
def test_each_indicator_is_told_with_its_numbers(indicator):
    told = summary(*DOSSIERS)["indicators"][indicator.key]
    figure = indicator.over(cases_of(DOSSIERS))
    assert told == {
        "value": None, "numerator": figure.numerator, "denominator": figure.denominator, "version": figure.version,
    }  # fmt: skip
