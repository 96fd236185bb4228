"""Matters left unresolved by programs: recorded as tasks, how far they are, each day that was promised, closed."""

from datetime import timedelta

import pytest

from baro.channels.api.v1 import matters as pages
from channels.api.test_questions import Program, code
from channels.web.tasks.a_task_world import GIVER, LEAD, build, today

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


@pytest.fixture
def giver(client):
    return Program(client, "unit_head", GIVER)


@pytest.fixture
def lead(client):
    return Program(client, "division_head", LEAD)


def day(ago: int = 0) -> str:
    return (today() - timedelta(ago)).isoformat()


def given(giver: Program, key: str = "vu-viec-1", **more) -> str:
    told = {
        "assigner": GIVER, "lead": LEAD, "content": "Vướng mắc giải phóng mặt bằng", "assigned_on": day(), "due_on": day(-5),
        "arose_on": "2019-03-01",
    }  # fmt: skip
    answer = giver.post("tasks", told | more, key)
    assert answer.status_code == 201, answer.json()
    return answer.json()["task"]["id"]


def told(kind: str, body: str, **more) -> dict:
    return {"kind": kind, "body": body, "on": day()} | more


def test_recorded_noted_promised_anew_and_closed(giver, lead):
    matter = given(giver)
    given(giver, "nhiem-vu-1", arose_on=None)  # a task like any other
    there = f"tasks/{matter}/events"
    lead.post(there, told("noted", LEAD, words="Chờ định giá."), "tinh-hinh-1")
    full = giver.post(there, told("extended", GIVER, due_on=day(-9), words="Chờ định giá."), "hen-moi-1").json()
    assert [(one["due_on"], one["outcome"]) for one in full["promises"]] == [(day(-5), "moved"), (day(-9), "to_come")]
    page = lead.get("matters").json()
    (line,) = page["items"]
    assert (page["count"], page["slipped"], line["slips"], line["task"]["id"]) == (1, 0, 0, matter)
    assert (line["note"], line["noted_on"], line["task"]["arose_on"]) == ("Chờ định giá.", day(), "2019-03-01")
    assert line["promises"] == full["promises"] == lead.get(f"tasks/{matter}").json()["promises"]
    giver.post(there, told("cancelled", GIVER, words="Đã xong nơi khác."), "huy-viec-1")
    assert [lead.get(f"matters{words}").json()["count"] for words in ("", "?xem=het")] == [0, 1]


def test_a_reading_program_sees_no_words_and_another_body_nothing(giver, lead, client):
    matter = given(giver)
    lead.post(f"tasks/{matter}/events", told("noted", LEAD, words="Chờ ông A."))
    (line,) = Program(client, "api_reader", GIVER).get("matters").json()["items"]
    assert (line["note"], line["noted_on"]) == (None, day())
    assert Program(client, "division_head", "b-khac").get("matters").json()["count"] == 0
    assert code(Program(client, "business_admin", GIVER).get("matters")) == (403, "access.denied")


def test_page_after_page_each_matter_comes_once_the_oldest_first(giver, monkeypatch):
    monkeypatch.setattr(pages, "PAGE", 2)
    made = [given(giver, f"vu-viec-{n}", arose_on=f"20{20 - n // 2}-01-01", content=f"Việc {n}") for n in range(5)]
    address, found = "?xem=het", []
    while address:
        answer = giver.get(f"matters{address}").json()
        assert answer["count"] == 5
        found += [(one["task"]["arose_on"], one["task"]["id"]) for one in answer["items"]]
        address = answer["next"]
    assert found == sorted(found)
    assert sorted(one for _, one in found) == sorted(made)
    assert giver.get("matters?tim=viec+3").json()["items"][0]["task"]["id"] == made[3]


@pytest.mark.parametrize("words", ["xem=tat-ca", "sau=x", "sau=x&sau-luc=hom-qua", "tu=50", "la=1"])
def test_an_address_that_means_nothing_is_refused(lead, words):
    assert code(lead.get(f"matters?{words}")) == (422, "api.malformed")
