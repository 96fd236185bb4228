"""Directives entered, taken note of and withdrawn by programs, as on the pages; how far one has come, and who may do what."""

from datetime import timedelta

import pytest

from baro.channels.api.v1 import directives as pages
from baro.records.models import LedgerEntry
from baro.records.replay import differences
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
def clerk(client):
    return Program(client, "clerk", LEAD)


def day(ago: int = 0) -> str:
    return (today() - timedelta(ago)).isoformat()


def asked(**more) -> dict:
    told = {
        "body": GIVER, "source": "council", "number": "12/KL", "signed_on": day(10), "issuer": "Đoàn giám sát",
        "subject": "Kết luận giám sát", "addressees": [LEAD], "acknowledge_by": day(1),
    }  # fmt: skip
    return told | more


def entered(giver, key: str = "vao-so-1", **more) -> str:
    answer = giver.post("directives", asked(**more), key)
    assert answer.status_code == 201, answer.json()
    return answer.json()["directive"]["id"]


def recorded() -> int:
    return LedgerEntry.objects.filter(stream__startswith="directive/").count()


def test_entered_and_taken_note_of(giver, clerk):
    made, again = giver.post("directives", asked()), giver.post("directives", asked())
    told = made.json()
    one = told["directive"]
    assert (made.status_code, told, recorded()) == (201, again.json(), 1)
    assert (one["number"], one["silent"], one["is_overdue"], one["is_withdrawn"]) == ("12/KL", [LEAD], True, False)
    here = f"directives/{one['id']}"
    noted = clerk.post(f"{here}/acknowledge", {"unit": LEAD, "on": day(3)}, "da-nam-1").json()
    assert (noted["directive"]["silent"], noted["directive"]["is_overdue"]) == ([], False)
    assert [(a["unit"], a["on"], a["recorded_by"]) for a in noted["acknowledged"]] == [
        (LEAD, day(3), f"p-clerk-{LEAD}")
    ]
    assert [row for row in differences() if "directive" in row.facts["table"]] == []


def test_one_is_told_in_its_cascade_with_the_tasks_in_reach(giver, clerk, client):
    top = entered(giver)
    below = entered(giver, "vao-so-2", number="5/KH", signed_on=day(5), implements=top, addressees=[])
    task = {"assigner": GIVER, "lead": LEAD, "content": "Báo cáo", "assigned_on": day(4), "due_on": day(2), "directive": below}  # fmt: skip
    made = giver.post("tasks", task, "giao-viec-1").json()["task"]["id"]
    told = giver.get(f"directives/{below}").json()
    assert [(rung["directive"]["id"], rung["depth"]) for rung in told["cascade"]] == [(top, 0), (below, 1)]
    assert [(rung["given"], rung["open"], rung["late"]) for rung in told["cascade"]] == [(0, 0, 0), (1, 1, 1)]
    assert (told["tasks"], giver.get(f"directives/{top}").json()["tasks"]) == ([made], [])
    for far in (Program(client, "clerk", "b-khac"), Program(client, "council_member", "b-khac")):
        seen = far.get(f"directives/{below}").json()
        assert (seen["tasks"], seen["cascade"][1]["given"]) == ([], 0)


def test_one_entered_by_mistake_is_withdrawn_and_stays_to_be_read(giver):
    there = entered(giver)
    below = entered(giver, "vao-so-2", number="5/KH", implements=there)
    why = {"reason": "Vào nhầm sổ."}
    assert code(giver.post(f"directives/{there}/withdraw", why, "rut-lan-1")) == (422, "directive.rests_on_it")
    giver.post(f"directives/{below}/withdraw", why, "rut-lan-2")
    told = giver.post(f"directives/{there}/withdraw", why, "rut-lan-3").json()
    assert (told["directive"]["is_withdrawn"], told["withdrawn_for"]) == (True, "Vào nhầm sổ.")
    assert code(giver.post(f"directives/{there}/withdraw", why, "rut-lan-4")) == (422, "directive.withdrawn")
    note = {"unit": LEAD, "on": day()}
    assert code(giver.post(f"directives/{there}/acknowledge", note, "da-nam-1"))[0] in (403, 422)
    assert giver.get("directives").json()["count"] == 2


@pytest.mark.parametrize(
    ("more", "status", "refusal"),
    [
        ({"number": " "}, 422, "directive.no_number"),
        ({"number": "x" * 121}, 422, "directive.long_number"),
        ({"issuer": " "}, 422, "directive.no_issuer"),
        ({"subject": " "}, 422, "directive.no_subject"),
        ({"signed_on": day(-2), "acknowledge_by": None}, 422, "directive.signed_in_future"),
        ({"acknowledge_by": day(11)}, 422, "directive.due_before_signed"),
        ({"implements": "khong-co"}, 422, "directive.nothing_above"),
        ({"implements": "\0"}, 422, "api.malformed"),
        ({"addressees": ["b-khong-co"]}, 422, "task.body_not_in_force"),
        ({"source": "tin đồn"}, 422, "api.malformed"),
        ({"signed_on": "0206-01-05"}, 422, "api.malformed"),
        ({"signed_on": "hôm qua"}, 422, "api.malformed"),
        ({"addressees": LEAD}, 422, "api.malformed"),
        ({"body": "b-khac"}, 403, "access.denied"),
    ],
)
def test_what_the_page_refuses_the_api_refuses(giver, more, status, refusal):
    assert code(giver.post("directives", asked(**more))) == (status, refusal)
    assert recorded() == 0


@pytest.mark.parametrize("left_out", ["body", "source", "number", "signed_on", "issuer", "subject"])
def test_what_is_missing_is_named(giver, left_out):
    answer = giver.post("directives", {name: told for name, told in asked().items() if name != left_out})
    assert code(answer) == (422, "api.malformed")
    assert left_out in answer.json()["sentence"]


def test_a_unit_takes_note_for_itself_once_on_a_day_that_can_be(giver, clerk, client):
    here = f"directives/{entered(giver)}/acknowledge"
    other = Program(client, "clerk", "b-khac")
    assert code(other.post(here, {"unit": LEAD, "on": day()})) == (403, "access.denied")
    assert code(other.post(here, {"unit": "b-khac", "on": day()}, "da-nam-2")) == (422, "directive.not_addressed")
    for wrong in (day(11), day(-1)):
        assert code(clerk.post(here, {"unit": LEAD, "on": wrong})) == (422, "directive.impossible_day")
    assert code(clerk.post(here, {"unit": LEAD})) == (422, "api.malformed")
    clerk.post(here, {"unit": LEAD, "on": day()})
    assert code(clerk.post(here, {"unit": LEAD, "on": day()}, "da-nam-3")) == (422, "directive.acknowledged_already")
    assert recorded() == 2


def test_who_may_not_record_only_reads(giver, client):
    there = entered(giver)
    control = Program(client, "tthc_control", GIVER)
    assert control.get(f"directives/{there}").json()["directive"]["number"] == "12/KL"
    assert code(control.post("directives", asked(), "vao-so-2")) == (403, "access.denied")
    assert code(control.post(f"directives/{there}/withdraw", {"reason": "Nhầm."})) == (403, "access.denied")
    assert code(Program(client, "clerk", LEAD).post(f"directives/{there}/withdraw", {"reason": "Nhầm."})) == (
        403,
        "access.denied",
    )
    assert code(Program(client, "api_reader", GIVER).get("directives")) == (403, "access.denied")


@pytest.mark.parametrize("there", ["khong-co", "%00"])
def test_what_is_not_there_is_not_found(giver, there):
    assert code(giver.get(f"directives/{there}")) == (404, "access.not_found")
    assert code(giver.post(f"directives/{there}/withdraw", {"reason": "Nhầm."})) == (404, "access.not_found")
    note = {"unit": LEAD, "on": day()}
    assert code(giver.post(f"directives/{there}/acknowledge", note, "da-nam-1")) == (404, "access.not_found")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["new", "old"]),
        ("?nguon=party", ["new"]),
        ("?tim=doan+giam+sat", ["old"]),
        ("?chua-nam=1", ["old"]),
        ("?chua-nam=1&nguon=party", []),
    ],
)
def test_the_list_is_asked_by_the_words_of_the_page(giver, words, found):
    made = {"old": entered(giver)}
    made["new"] = entered(giver, "vao-so-2", source="party", signed_on=day(2), issuer="Thành ủy", subject="Chỉ thị", addressees=[])  # fmt: skip
    told = giver.get(f"directives{words}").json()
    assert ([one["id"] for one in told["items"]], told["count"]) == ([made[name] for name in found], len(found))


@pytest.mark.parametrize("words", ["nguon=x", "chua-nam=2", "tu=50", "la=1", "sau=khong-co", f"tim={'x' * 81}"])
def test_an_address_that_means_nothing_is_refused(giver, words):
    assert code(giver.get(f"directives?{words}")) == (422, "api.malformed")


def test_page_after_page_gives_each_directive_once(giver, monkeypatch):
    monkeypatch.setattr(pages, "PAGE", 2)
    made = {entered(giver, f"vao-so-{k}", signed_on=day(10 - k // 2)) for k in range(5)}
    entered(giver, "vao-so-x", source="party")
    address, found = "directives?nguon=council", []
    while address:
        told = giver.get(address).json()
        assert told["count"] == 5
        found += [one["id"] for one in told["items"]]
        address = told["next"] and f"directives{told['next']}"
    assert (len(found), set(found)) == (5, made)
