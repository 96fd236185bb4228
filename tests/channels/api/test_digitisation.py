"""Digitisation by programs: the same share and backlog of units by month as on the page and in its workbook."""

import io

import pytest
from python_calamine import CalamineWorkbook

from channels.api.test_questions import Program, code
from channels.web.dossiers.test_pages import as_
from channels.web.imports.people import person
from channels.web.start.test_board import some_dossiers

pytestmark = pytest.mark.django_db
ADDRESS = "digitisation?ky=2024-06"


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    person("goc", "tthc_control", "b-so")


def in_workbook() -> dict[tuple[str, str], tuple[float, ...]]:
    """By unit and month: with a result, digitised, left in the month, left to its end."""
    answer = as_("goc").get("/so-hoa/tai-ve?ky=2024-06")
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content)))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    lines = [row for row in rows if len(row) > 9 and isinstance(row[3], float)]
    return {(str(row[1]), str(row[2])): tuple(float(row[k]) for k in (3, 4, 8, 9)) for row in lines}


def test_units_and_months_are_those_of_the_workbook(client):
    some_dossiers()
    told = Program(client, "api_reader").get(ADDRESS).json()
    found = {
        (unit["unit"], one["month"]): (
            one["counts"]["with_result"],
            one["counts"]["digitised"],
            one["counts"]["backlog"],
            one["left"],
        )
        for unit in told["units"]
        for one in unit["months"]
        if one["left"] or any(count for name, count in one["counts"].items() if "share" not in name)
    }
    assert found
    assert found == in_workbook()
    assert told["bodies"] == ["b-so"]
    assert told["definition"]


def test_the_whole_is_the_sum_and_what_is_left_runs_on_from_month_to_month(client):
    some_dossiers()
    told = Program(client, "api_reader").get(ADDRESS).json()
    whole = told["together"]
    assert [one["month"] for one in whole["months"]][::11] == ["2023-07", "2024-06"]
    for name in ("with_result", "digitised", "components_copied"):
        assert whole["in_all"][name] == sum(unit["in_all"][name] for unit in told["units"]) > 0
    assert whole["left"] == sum(unit["left"] for unit in told["units"]) == whole["months"][-1]["left"]
    left = whole["before"]
    for one in whole["months"]:
        left += one["counts"]["backlog"]
        assert one["left"] == left
    counts = whole["in_all"]
    assert counts["share"] == counts["digitised"] / counts["with_result"]
    small = [one["counts"] for unit in told["units"] for one in unit["months"] if one["counts"]["with_result"] < 5]
    assert small
    assert {one["share"] for one in small} == {None}


def test_one_body_alone_and_the_latest_month_unless_told(client):
    some_dossiers()
    program = Program(client, "api_reader")
    assert program.get(f"{ADDRESS}&co-quan=b-so").json() == program.get(ADDRESS).json()
    assert program.get(f"{ADDRESS}&co-quan=b-khac").json()["units"] == []
    assert program.get("digitisation").json()["as_of"] == program.get(ADDRESS).json()["as_of"]


@pytest.mark.parametrize("words", ["ky=2024-13", "ky=2024-Q2", "ky=2024", "xem=thanh-phan", "la=1"])
def test_a_word_that_means_nothing_is_refused(client, words):
    some_dossiers(3)
    answer = Program(client, "api_reader").get(f"digitisation?{words}")
    assert code(answer) == (422, "api.malformed")
    assert words.partition("=")[0] in answer.json()["sentence"]


def test_who_has_no_figures_in_reach_learns_of_none(client):
    some_dossiers()
    assert code(Program(client, "api_client").get(ADDRESS)) == (403, "access.denied")
    assert code(Program(client, "api_reader", "b-khac").get(ADDRESS)) == (404, "access.not_found")
    assert code(Program(client, "clerk").get(ADDRESS)) == (404, "access.not_found")
