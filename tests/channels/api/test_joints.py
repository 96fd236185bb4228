"""Joint dossiers opened, sent, acknowledged, answered and ended by the programs of their agencies, as on the pages."""

from datetime import timedelta

import pytest

from baro.channels.api.v1 import joints as pages
from baro.records.models import LedgerEntry
from baro.records.replay import differences
from channels.api.test_questions import Program, code
from channels.web.joint.a_joint_world import LAND, LEAD, TAX, build, now

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


@pytest.fixture
def lead(client):
    return Program(client, "clerk", LEAD)


@pytest.fixture
def land(client):
    return Program(client, "clerk", LAND)


def ago(**time: int) -> str:
    return (now() - timedelta(**time)).isoformat()


def opening(**more) -> dict:
    return {"process": "lt-1", "code": "H1", "received_at": ago(days=40)} | more


def told(kind: str, body: str, leg: str = "", **more) -> dict:
    return {"kind": kind, "body": body, "leg": leg, "happened_at": ago(minutes=1)} | more


def opened(program: Program, **more) -> str:
    answer = program.post("joint-dossiers", opening(**more), f"mo-{more.get('code', 'H1')}-lan-1")
    assert answer.status_code == 201, answer.json()
    return f"joint-dossiers/{answer.json()['joint']['id']}"


def recorded() -> int:
    return LedgerEntry.objects.filter(stream__startswith="joint/").count()


def test_every_leg_goes_its_way_and_the_whole_ends(lead, land):
    here = opened(lead)
    events = f"{here}/events"
    lead.post(events, told("sent", LEAD, "1", document="1/PC", happened_at=ago(days=30)), "gui-chang-1")
    answered = told("answered", LEAD, "1", document="9/TB", happened_at=ago(days=1))
    lead.post(events, answered, "thue-tra-loi")
    lead.post(events, told("sent", LEAD, "2", document="2/PC"), "gui-chang-2")
    seen = land.post(events, told("acknowledged", LAND, "2"), "nhan-chang-2").json()
    first, second = seen["legs"]
    assert (first["state"], first["agency"], first["is_late"]) == ("answered", TAX, False)  # sent, counted as recorded
    assert (second["state"], second["may_tell"]) == ("acknowledged", ["answered", "returned"])
    assert code(lead.post(events, told("ended", LEAD), "som-qua-1")) == (422, "joint.legs_open")
    land.post(events, told("answered", LAND, "2", document="3/TB"), "dat-tra-loi")
    full = lead.post(events, told("ended", LEAD, outcome="result"), "ket-thuc-1").json()
    assert (full["joint"]["ended_at"] is not None, full["joint"]["is_late"], full["may_end"]) == (True, True, False)
    assert sum(part["late"] for part in full["split"]) > 0
    assert {part["agency"] for part in full["split"]} == {LEAD, LAND, TAX}
    assert full["why"]
    assert lead.get("joint-dossiers").json()["count"] == 0
    assert lead.get("joint-dossiers?tinh-trang=da-xong").json()["items"][0]["code"] == "H1"
    assert [row for row in differences() if row.facts["table"].startswith("joint")] == []


def test_one_submission_counts_once_however_often_it_is_sent(lead):
    opened(lead)
    assert lead.post("joint-dossiers", opening(), "mo-lan-khac").json()["code"] == "joint.code_taken"
    assert recorded() == 1


def test_told_anew_what_was_wrong_stays(lead):
    here = opened(lead)
    lead.post(f"{here}/events", told("sent", LEAD, "1", document="1/PC"), "gui-chang-1")
    wrong = {"body": LEAD, "happened_at": ago(minutes=1), "reason": "Nhầm hồ sơ.", "is_void": True}
    full = lead.post(f"{here}/events/1/correct", wrong, "dinh-chinh-1").json()
    first, again = full["events"]
    assert (full["legs"][0]["state"], first["counts_at"], again["corrects"], again["is_void"]) == (
        "to_send",
        None,
        "1",
        True,
    )
    assert code(lead.post(f"{here}/events/9/correct", wrong, "dinh-chinh-2")) == (404, "access.not_found")


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"process": "lt-khong-co"}, "joint.not_registered"),
        ({"code": " "}, "joint.no_code"),
        ({"received_at": "2019-01-01T08:00:00+07:00"}, "joint.no_version"),
        ({"received_at": "2199-01-01T08:00:00+07:00"}, "late_entry.future"),
        ({"received_at": "2024-01-01T08:00:00"}, "api.malformed"),  # no zone: nobody knows which moment is meant
        ({"received_at": "hôm qua"}, "api.malformed"),
    ],
)
def test_what_cannot_be_opened_is_refused(lead, more, refusal):
    assert code(lead.post("joint-dossiers", opening(**more))) == (422, refusal)
    assert recorded() == 0


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        (told("sent", LEAD, "1"), (422, "joint.no_number")),
        (told("sent", LEAD, "2", document="1/PC"), (422, "joint.not_its_turn")),
        (told("sent", LEAD, "9", document="1/PC"), (404, "access.not_found")),
        (told("acknowledged", LEAD, "1", document="1/PC"), (422, "joint.not_sent")),
        (told("sent", LAND, "1", document="1/PC"), (403, "access.denied")),
        (told("sent", LEAD, "1", document="1/PC", happened_at="2020-01-03T08:00:00+07:00"), (422, "joint.too_early")),
        (told("lost", LEAD, "1"), (422, "api.malformed")),
        (told("ended", LEAD, outcome="result"), (422, "joint.legs_missing")),
    ],
)
def test_what_cannot_follow_is_refused(lead, wrong, refusal):
    here = opened(lead)
    assert code(lead.post(f"{here}/events", wrong)) == refusal
    assert recorded() == 1


def test_the_answer_of_a_leg_is_never_that_the_applicant_withdrew(lead):
    here = opened(lead)
    lead.post(f"{here}/events", told("sent", LEAD, "1", document="1/PC"), "gui-chang-1")
    wrong = told("answered", LEAD, "1", document="2/TB", outcome="withdrawn")
    assert code(lead.post(f"{here}/events", wrong, "rut-chang-1")) == (422, "joint.withdrawn_leg")
    assert lead.post(f"{here}/events", wrong | {"outcome": "refused"}, "tu-choi-1").status_code == 201


def test_who_has_no_part_learns_of_nothing(lead, client):
    here = opened(lead)
    other = Program(client, "clerk", "b-khac")
    assert code(other.get(here)) == code(other.get("joint-dossiers/khong-co")) == (404, "access.not_found")
    assert other.get("joint-dossiers").json()["count"] == 0
    assert code(other.post(f"{here}/events", told("sent", "b-khac", "1", document="1/PC"))) == (404, "access.not_found")


@pytest.mark.parametrize("word", ["dang-lam", "da-xong"])
def test_page_after_page_each_dossier_comes_once(lead, monkeypatch, word):
    monkeypatch.setattr(pages, "PAGE", 2)
    codes = [f"H{number}" for number in range(5)]
    same = ago(days=10)
    for one in codes:
        here = opened(lead, code=one, received_at=same)
        if word == "da-xong":
            lead.post(f"{here}/events", told("ended", LEAD, outcome="withdrawn"), f"ket-thuc-{one}")
    found, address = [], f"?tinh-trang={word}"
    while address:
        answer = lead.get(f"joint-dossiers{address}").json()
        assert answer["count"] == 5
        found += [item["code"] for item in answer["items"]]
        address = answer["next"]
    assert sorted(found) == codes


@pytest.mark.parametrize(
    "wrong", ["tinh-trang=la", "sau=x&sau-luc=hom-qua", "sau=x&sau-luc=2024-01-01T00:00:00", "la=1"]
)
def test_an_address_that_means_nothing_is_refused(lead, wrong):
    assert code(lead.get(f"joint-dossiers?{wrong}")) == (422, "api.malformed")


def test_a_reading_program_sees_no_names_and_no_words(lead, client):
    here = opened(lead)
    lead.post(f"{here}/events", told("sent", LEAD, "1", document="1/PC", words="Gửi ông A."), "gui-chang-1")
    (event,) = Program(client, "api_reader", LEAD).get(here).json()["events"]
    assert (event["recorded_by"], event["words"], event["hidden"]) == (None, None, ["recorded_by", "words"])
    assert event["document"] == "1/PC"


def test_the_codes_that_acts_need_are_told(lead):
    (one,) = lead.get("joint-procedures").json()["items"]
    assert (one["process"], one["lead"], [leg["key"] for leg in one["legs"]]) == ("lt-1", LEAD, ["1", "2"])
    assert one["legs"][1] == {
        "key": "2", "agency": LAND, "task": "Thẩm định", "limit": "3 ngày làm việc", "papers_in": "", "papers_out": "",
        "after": "1",
    }  # fmt: skip
