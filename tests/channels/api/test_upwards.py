"""Proposals to the upper level by programs: made, passed on, answered, resolved or not, taken back, as on the pages."""

from datetime import timedelta

import pytest

from baro.channels.api.v1 import upwards as pages
from baro.records.models import LedgerEntry, UpwardRow
from baro.records.replay import differences
from channels.api.test_questions import Program, code
from channels.web.joint.a_joint_world import LAND, LEAD, build, now

pytestmark = pytest.mark.django_db
OTHER, PAGE = "b-khac", "upward-proposals"


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


@pytest.fixture
def lead(client):
    return Program(client, "clerk", LEAD)


@pytest.fixture
def land(client):
    return Program(client, "division_head", LAND)


def day(ago: int = 0) -> str:
    return f"{now() - timedelta(ago):%Y-%m-%d}"


def asked(**more) -> dict:
    told = {"unit": LEAD, "about": "Tháo gỡ vướng mắc", "document": "8/TTr", "signed_on": day(), "to": LAND}
    return told | more


def told(kind: str, body: str, **more) -> dict:
    return {"kind": kind, "body": body, "on": day(), "document": "9/CV"} | more


def made(program: Program, key: str = "kien-nghi-1", **more) -> str:
    answer = program.post(PAGE, asked(**more), key)
    assert answer.status_code == 201, answer.json()
    return f"{PAGE}/{answer.json()['upward']['id']}"


def recorded() -> int:
    return LedgerEntry.objects.filter(stream__startswith="upward/").count()


def test_from_making_to_resolved_each_by_who_has_it(lead, land, client):
    here = made(lead, until=day(-10))
    other = Program(client, "division_head", OTHER)
    first = lead.get(here).json()
    assert (first["upward"]["state"], first["upward"]["holder"], first["upward"]["until"]) == ("sent", LAND, day(-10))
    assert first["may_tell"] == [
        {"kind": "routed", "bodies": [LAND, LEAD]},
        {"kind": "answered", "bodies": [LAND, LEAD]},
    ]
    routed = land.post(f"{here}/events", told("routed", LAND, to=OTHER, until=day(-20)), "chuyen-1").json()
    assert (routed["upward"]["holder"], routed["upward"]["until"], routed["events"][0]["body"]) == (
        OTHER,
        day(-20),
        OTHER,
    )
    assert routed["upward"]["first_until"] == day(-10)
    assert lead.get(f"{PAGE}?dang-o={OTHER}").json()["count"] == 1
    assert code(land.post(f"{here}/events", told("answered", LAND), "tra-loi-0")) == (403, "access.denied")
    answered = other.post(f"{here}/events", told("answered", OTHER), "tra-loi-1").json()
    assert answered["may_tell"][0] == {"kind": "accepted", "bodies": [LEAD]}
    again = lead.post(f"{here}/events", told("not_accepted", LEAD, until=day(-3)), "chua-xong-1").json()["upward"]
    assert (again["state"], again["holder"], again["until"]) == ("again", OTHER, day(-3))
    lead.post(f"{here}/events", told("answered", LEAD, document="12/CV"), "tra-loi-2")
    done = lead.post(f"{here}/events", told("accepted", LEAD), "xong-viec-1").json()
    assert (done["upward"]["state"], done["upward"]["holder"], done["may_tell"]) == ("resolved", "", [])
    assert [lead.get(f"{PAGE}{words}").json()["count"] for words in ("", "?xem=tat-ca", "?xem=resolved")] == [0, 1, 1]
    assert [row for row in differences() if row.facts["table"] in ("followed", "upward_proposal")] == []


def test_sent_again_it_is_one_proposal_and_one_telling(lead, land):
    assert lead.post(PAGE, asked()).json() == lead.post(PAGE, asked()).json()
    here = f"{PAGE}/{UpwardRow.objects.get().id}/events"
    assert land.post(here, told("answered", LAND)).json() == land.post(here, told("answered", LAND)).json()
    assert recorded() == 2


def test_the_last_that_was_told_is_taken_back_by_who_told_it(lead, land):
    here = made(lead)
    land.post(f"{here}/events", told("routed", LAND, to=OTHER), "chuyen-1")
    there = f"{here}/events/1/take-back"
    assert code(lead.post(there, {"body": LEAD, "document": "13/CV"}, "rut-lan-1")) == (403, "access.denied")
    assert code(land.post(f"{here}/events/7/take-back", {"body": LAND, "document": "13/CV"}, "rut-lan-2")) == (
        404,
        "access.not_found",
    )
    full = land.post(there, {"body": LAND, "document": "13/CV"}, "rut-lan-3").json()
    assert (full["upward"]["state"], [one["stands"] for one in full["events"]]) == ("sent", [False, True])
    assert full["events"][1]["corrects"] == 1
    assert code(land.post(there, {"body": LAND, "document": "13/CV"}, "rut-lan-4")) == (422, "upward.not_last")


@pytest.mark.parametrize(
    ("more", "status", "refusal"),
    [
        ({"about": " "}, 422, "upward.no_about"),
        ({"about": "x" * 401}, 422, "api.malformed"),
        ({"about": "Việc\0đất"}, 422, "api.malformed"),  # no database of ours keeps it
        ({"document": ""}, 422, "followed.no_document"),
        ({"document": "x" * 121}, 422, "api.malformed"),
        ({"to": LEAD}, 422, "upward.to_itself"),
        ({"to": "b-khong-co"}, 422, "upward.body_not_in_force"),
        ({"signed_on": "2199-12-31"}, 422, "late_entry.future"),
        ({"signed_on": "31/12/2025"}, 422, "api.malformed"),
        ({"signed_on": None}, 422, "api.malformed"),
        ({"until": "2020-01-01"}, 422, "upward.until_before"),
        ({"unit": OTHER}, 403, "access.denied"),
    ],
)
def test_what_cannot_be_a_proposal_is_refused(lead, more, status, refusal):
    assert code(lead.post(PAGE, asked(**more))) == (status, refusal)
    assert recorded() == 0


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        (told("accepted", LEAD), (422, "upward.not_its_turn")),
        (told("routed", LEAD, to=LAND), (422, "upward.there_already")),
        (told("routed", LEAD), (422, "upward.body_not_in_force")),
        (told("answered", LEAD, on="2020-01-01"), (422, "upward.too_early")),
        (told("answered", LEAD, on="2199-01-01"), (422, "late_entry.future")),
        (told("answered", LEAD, document=" "), (422, "followed.no_document")),
        (told("answered", LEAD, to=OTHER), (422, "api.malformed")),  # nobody would read to whom
        (told("answered", LEAD, until="2199-01-01"), (422, "api.malformed")),
        (told("lost", LEAD), (422, "api.malformed")),
        (told("answered", OTHER), (403, "access.denied")),
        ({"kind": "answered", "body": LEAD}, (422, "api.malformed")),
    ],
)
def test_what_cannot_follow_is_refused(lead, wrong, refusal):
    here = made(lead)
    assert code(lead.post(f"{here}/events", wrong)) == refusal
    assert recorded() == 1


def test_what_is_not_there_and_who_may_not(lead, client):
    for address in (f"{PAGE}/khong-co", f"{PAGE}/x%00"):
        assert code(lead.get(address)) == (404, "access.not_found")
    assert code(lead.post(f"{PAGE}/khong-co/events", told("answered", LEAD))) == (404, "access.not_found")
    here = made(lead)
    reader, member = Program(client, "api_reader", LEAD), Program(client, "council_member", LEAD)
    assert code(reader.get(here)) == code(member.post(PAGE, asked())) == (403, "access.denied")
    assert member.get(here).status_code == 200
    assert recorded() == 1


def test_the_list_is_what_the_page_of_the_same_address_shows(lead):
    made(lead, "kien-nghi-1", about="Việc đất đai", until=day())
    made(lead, "kien-nghi-2", about="Việc thuế", to=OTHER)
    old = (now() - timedelta(30)).date()
    UpwardRow.objects.filter(about="Việc thuế").update(signed_on=old, counts_on=old, until=old)

    def found(words: str) -> list[str]:
        return [one["about"] for one in lead.get(f"{PAGE}?{words}").json()["items"]]

    assert found("") == ["Việc đất đai", "Việc thuế"]
    assert found("xem=qua-han") == found("tim=thue") == found(f"dang-o={OTHER}") == ["Việc thuế"]
    assert found("ky=1999") == found(f"noi={LAND}") == []
    assert found(f"noi={LEAD}&xem=sent&tim=dat+dai") == ["Việc đất đai"]
    assert lead.get(f"{PAGE}?xem=qua-han").json()["items"][0]["waited"] > 15


def test_page_after_page_each_proposal_comes_once(lead, monkeypatch):
    monkeypatch.setattr(pages, "PAGE", 2)
    ids = [made(lead, f"kien-nghi-{n}").rpartition("/")[2] for n in range(5)]
    for n, one in enumerate(ids):
        UpwardRow.objects.filter(id=one).update(signed_on=(now() - timedelta(n // 2)).date())
    address, found = "?xem=sent", []
    while address:
        answer = lead.get(f"{PAGE}{address}").json()
        assert answer["count"] == 5
        found += [(one["signed_on"], one["id"]) for one in answer["items"]]
        address = answer["next"]
    assert sorted(one for _, one in found) == sorted(ids)
    assert [signed for signed, _ in found] == sorted((signed for signed, _ in found), reverse=True)


@pytest.mark.parametrize("words", ["xem=tot", "ky=2024-13", "sau=x", "sau=x&sau-luc=hom-qua", "tu=50", "la=1"])
def test_an_address_that_means_nothing_is_refused(lead, words):
    assert code(lead.get(f"{PAGE}?{words}")) == (422, "api.malformed")
