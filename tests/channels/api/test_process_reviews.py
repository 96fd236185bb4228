"""Campaigns of review begun and found of by programs, as on the pages: each body answers for its own."""

from datetime import date

import pytest

from baro.channels.api.v1 import process_reviews as pages
from baro.desk.by import by_program
from baro.desk.reviews import begin_review, reviewed
from baro.records.models import LedgerEntry
from baro.records.queries.processes import registered
from baro.records.queries.reviews import campaign
from baro.records.replay import differences
from baro.rules.prescribed.work_processes import RegisterKind
from channels.api.test_processes import UNIT, approved
from channels.api.test_questions import Program, code
from channels.web.imports.people import AT

pytestmark = pytest.mark.django_db
FAR = "b-hai"


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()


@pytest.fixture
def control(client):
    return Program(client, "tthc_control", UNIT)


@pytest.fixture
def mine(control) -> tuple[str, str]:
    """Two processes of a body for its own work."""
    first = approved(control, steps=[], total="")
    return first, approved(control, "phe-duyet-2", code="QT-10", name="Trả lương", steps=[], total="")


def asked(**more) -> dict:
    told = {
        "unit": UNIT, "name": "Rà soát năm", "document": "1/KH", "begins_on": "2026-01-05", "due_on": "2099-12-31", "top": UNIT,
        "kinds": ["internal"],
    }  # fmt: skip
    return told | more


def begun(control, key: str = "mo-dot-1", **more) -> str:
    answer = control.post("process-reviews", asked(**more), key)
    assert answer.status_code == 201, answer.json()
    return answer.json()["review"]["id"]


def recorded() -> int:
    return LedgerEntry.objects.filter(stream__startswith="review/").count()


def test_a_campaign_goes_its_whole_way_and_the_register_tells_what_was_done(control, mine):
    made, again = control.post("process-reviews", asked()), control.post("process-reviews", asked())
    told = made.json()
    assert (made.status_code, told, recorded()) == (201, again.json(), 1)
    one = told["review"]
    assert (one["unit"], one["name"], one["document"], one["due_on"]) == (UNIT, "Rà soát năm", "1/KH", "2099-12-31")
    assert (one["progress"]["processes"], one["progress"]["percent"], one["is_late"]) == (2, 0, False)
    assert set(campaign(one["id"]).processes) == set(mine)
    results = f"process-reviews/{one['id']}/results"
    kept = {"processes": [mine[0]], "found": "keep"}
    half, same = control.post(results, kept, "ket-qua-1"), control.post(results, kept, "ket-qua-1")
    assert (half.status_code, half.json(), recorded()) == (201, same.json(), 2)
    assert half.json()["bodies"] == [{"body": UNIT, "progress": half.json()["review"]["progress"]}]
    assert (half.json()["review"]["progress"]["kept"], half.json()["review"]["progress"]["percent"]) == (1, 50)
    gone = {"processes": [mine[1]], "found": "repeal", "words": "Không còn làm."}
    assert control.post(results, gone, "ket-qua-2").json()["review"]["progress"]["to_do"] == 1
    control.post(f"processes/{mine[1]}/end", {"last": "2026-01-06", "decision": "2/QĐ"}, "bai-bo-1")
    (line,) = control.get("process-reviews").json()["items"]
    assert line["progress"] == {
        "processes": 2, "reviewed": 2, "kept": 1, "to_do": 0, "carried_out": 1, "percent": 100,
    }  # fmt: skip
    held = reviewed(campaign(one["id"]), registered(), AT.date())
    assert {r.process.id: (r.result.found, r.result.words) for r in held} == {
        mine[0]: ("keep", ""),
        mine[1]: ("repeal", "Không còn làm."),
    }
    assert [row for row in differences() if row.facts["table"] in {"review_campaign", "review_result"}] == []


def test_a_campaign_whose_day_passed_is_late_until_all_was_looked_at(control, mine):
    made = begun(control, due_on="2026-01-06")
    assert control.get(f"process-reviews/{made}").json()["review"]["is_late"]
    told = control.post(f"process-reviews/{made}/results", {"processes": list(mine), "found": "keep"}, "ket-qua-1")
    assert not told.json()["review"]["is_late"]


@pytest.fixture
def far(client) -> Program:
    """Who keeps the processes of another body."""
    return Program(client, "tthc_control", FAR)


@pytest.fixture
def three(control, far, mine):
    """A campaign over two bodies, of whose three processes one was looked at."""
    theirs = approved(far, "phe-duyet-3", unit=FAR, code="QT-1", steps=[])
    begin_review(
        by_program("goc"), AT, unit=UNIT, name="Rà soát năm", document="1/KH", begins_on=date(2026, 1, 5),
        due_on=date(2099, 12, 31), bodies={UNIT, FAR}, kinds=[RegisterKind.INTERNAL], campaign_id="d1",
    )  # fmt: skip
    control.post("process-reviews/d1/results", {"processes": [mine[0]], "found": "amend", "words": "Thêm bước."})
    return {"first": mine[0], "second": mine[1], "far": theirs}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["far", "second", "first"]),
        (f"?co-quan={UNIT}", ["second", "first"]),
        ("?tinh-trang=waiting", ["far", "second"]),
        ("?tinh-trang=to_do", ["first"]),
        (f"?co-quan={FAR}&tinh-trang=waiting", ["far"]),
        ("?co-quan=khong-co", []),
    ],
)
def test_the_processes_are_asked_by_the_words_of_the_page(control, three, words, found):
    told = control.get(f"process-reviews/d1/processes{words}").json()
    assert ([one["process"] for one in told["items"]], told["count"]) == ([three[name] for name in found], len(found))


def test_a_process_tells_what_was_found_of_it(control, three):
    (line,) = control.get("process-reviews/d1/processes?tinh-trang=to_do").json()["items"]
    assert (line["unit"], line["code"], line["name"]) == (UNIT, "QT-9", "Sao lục hồ sơ")
    assert (line["found"], line["words"], line["found_on"] is None) == ("amend", "Thêm bước.", False)
    (far,) = control.get(f"process-reviews/d1/processes?co-quan={FAR}").json()["items"]
    assert (far["found"], far["words"], far["found_on"]) == ("", "", None)


@pytest.mark.parametrize("words", ["tinh-trang=xong", "tu=50", "la=1", "sau=khong-co"])
def test_an_address_that_means_nothing_is_refused(control, three, words):
    assert code(control.get(f"process-reviews/d1/processes?{words}")) == (422, "api.malformed")


def test_page_after_page_gives_each_process_and_campaign_once(control, three, monkeypatch):
    monkeypatch.setattr(pages, "PAGE", 1)
    begun(control, begins_on="2026-02-05")
    assert walked(control, "process-reviews/d1/processes", "?tinh-trang=waiting", "process") == [
        three["far"],
        three["second"],
    ]
    assert len(set(walked(control, "process-reviews", "", "id"))) == 2
    assert code(control.get("process-reviews?sau=khong-co")) == (422, "api.malformed")


def walked(control, address: str, question: str, name: str) -> list[str]:
    found = []
    while True:
        told = control.get(address + question).json()
        assert told["count"] == 2
        found += [one[name] for one in told["items"]]
        question = told["next"]
        if not question:
            return found


@pytest.mark.parametrize(
    ("more", "status", "refusal"),
    [
        ({"name": " "}, 422, "review.no_name"),
        ({"document": ""}, 422, "review.no_document"),
        ({"due_on": "2026-01-04"}, 422, "review.due_before_begin"),
        ({"kinds": ["linked"]}, 422, "review.no_processes"),
        ({"top": "khong-co"}, 422, "task.body_not_in_force"),
        ({"kinds": []}, 422, "api.malformed"),
        ({"kinds": ["tot"]}, 422, "api.malformed"),
        ({"due_on": "31/12/2099"}, 422, "api.malformed"),
        ({"unit": FAR}, 403, "access.denied"),
    ],
)
def test_a_campaign_that_says_too_little_is_refused(control, far, mine, more, status, refusal):
    assert code(control.post("process-reviews", asked(**more))) == (status, refusal)
    assert recorded() == 0


@pytest.mark.parametrize("left_out", ["unit", "name", "document", "begins_on", "due_on", "top", "kinds"])
def test_what_is_missing_is_named(control, mine, left_out):
    answer = control.post("process-reviews", {name: told for name, told in asked().items() if name != left_out})
    assert code(answer) == (422, "api.malformed")
    assert left_out in answer.json()["sentence"]


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"processes": []}, "review.none_chosen"),
        ({"processes": ["khong-co"]}, "review.not_in_campaign"),
        ({"found": "repeal", "words": " "}, "review.no_reason"),
        ({"found": "tot"}, "api.malformed"),
    ],
)
def test_a_finding_that_cannot_be_is_refused(control, mine, more, refusal):
    results = f"process-reviews/{begun(control)}/results"
    assert code(control.post(results, {"processes": [mine[0]], "found": "keep"} | more, "ket-qua-1")) == (422, refusal)
    assert recorded() == 1


def test_each_body_answers_for_its_own(control, client, far, three):
    head = Program(client, "division_head", UNIT)
    told = {"processes": [three["second"]], "found": "keep"}
    assert code(head.post("process-reviews", asked())) == (403, "access.denied")
    assert code(far.post("process-reviews/d1/results", told, "ket-qua-1")) == (403, "access.denied")
    both = told | {"processes": [three["second"], three["far"]]}
    assert code(far.post("process-reviews/d1/results", both, "ket-qua-1")) == (403, "access.denied")
    assert head.post("process-reviews/d1/results", told, "ket-qua-1").status_code == 201
    council = Program(client, "council_member", UNIT)
    assert council.get("process-reviews/d1").json()["review"]["progress"]["reviewed"] == 2
    assert code(council.post("process-reviews/d1/results", told)) == (403, "access.denied")


@pytest.mark.parametrize("there", ["khong-co", "%00"])
def test_what_is_not_there_is_not_found(control, there):
    told = {"processes": ["x"], "found": "keep"}
    assert code(control.get(f"process-reviews/{there}")) == (404, "access.not_found")
    assert code(control.get(f"process-reviews/{there}/processes")) == (404, "access.not_found")
    assert code(control.post(f"process-reviews/{there}/results", told)) == (404, "access.not_found")
