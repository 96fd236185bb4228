"""Simplifications of procedures by programs: proposed, decided, and what they did, counted from the dossiers."""

from datetime import timedelta

import pytest

from baro.channels.api.v1 import simplifications as pages
from baro.records.models import LedgerEntry, SimplificationRow
from baro.records.replay import differences
from channels.api.test_questions import Program, code
from channels.web.coordination.test_simplifications import BEGINS, dossiers
from channels.web.joint.a_joint_world import LEAD, build

pytestmark = pytest.mark.django_db
PAGE = "simplifications"
DECIDED = {"kind": "decided", "on": "2024-06-03", "document": "10/QĐ", "until": "2024-07-01"}


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


@pytest.fixture
def control(client):
    return Program(client, "tthc_control", LEAD)


def asked(**more) -> dict:
    told = {
        "unit": LEAD, "procedure": "1.1", "name": "Cấp giấy thử", "what": "Bỏ bản sao", "papers": 1, "days": 2,
        "reason": "Đã có dữ liệu", "document": "9/TTr", "signed_on": "2024-05-02",
    }  # fmt: skip
    return told | more


def proposed(control: Program, key: str = "phuong-an-1", **more) -> str:
    answer = control.post(PAGE, asked(**more), key)
    assert answer.status_code == 201, answer.json()
    return f"{PAGE}/{answer.json()['simplification']['id']}"


def recorded() -> int:
    return LedgerEntry.objects.filter(stream__startswith="simplification/").count()


def test_proposed_decided_and_its_effect_measured_from_the_dossiers(control):
    here = proposed(control)
    before = control.get(here).json()
    assert (before["simplification"]["state"], before["effect"], before["may_decide"]) == ("proposed", None, True)
    dossiers(21, BEGINS - timedelta(days=60), 8, late=7)
    dossiers(21, BEGINS, 4, late=2)
    full = control.post(f"{here}/events", DECIDED, "quyet-dinh-1").json()
    told, effect = full["simplification"], full["effect"]
    assert (told["state"], told["decided_by"], told["in_force_from"]) == ("in_force", "10/QĐ", "2024-07-01")
    assert (effect["weeks"], effect["before"]["median"], effect["after"]["median"], effect["median_change"]) == (
        26,
        9,
        5,
        -4,
    )
    assert (effect["before"]["received"], effect["after"]["received"], effect["before"]["late"]) == (21, 21, 7)
    assert round(effect["before"]["on_time"], 1) == 66.7
    quarter = control.get(f"{here}?tuan=13").json()["effect"]
    assert (quarter["weeks"], quarter["before"]["first"], quarter["after"]["last"]) == (13, "2024-04-01", "2024-09-29")
    assert code(control.post(f"{here}/events", DECIDED, "quyet-dinh-2")) == (422, "simplification.decided")
    assert [row for row in differences() if row.facts["table"] in ("followed", "simplification")] == []


def test_who_reads_no_figure_sees_the_decision_and_no_effect(control, client):
    here = proposed(control)
    dossiers(21, BEGINS, 4, late=2)
    control.post(f"{here}/events", DECIDED, "quyet-dinh-1")
    full = Program(client, "business_admin", LEAD).get(here).json()
    assert (full["simplification"]["decided_by"], full["effect"]) == ("10/QĐ", None)


def test_sent_again_it_is_one_proposal(control):
    assert control.post(PAGE, asked()).json() == control.post(PAGE, asked()).json()
    assert (SimplificationRow.objects.count(), recorded()) == (1, 1)


def test_a_decision_told_by_mistake_is_taken_back(control):
    here = proposed(control)
    declined = {"kind": "declined", "on": "2024-06-03", "document": "11/CV"}
    assert control.post(f"{here}/events", declined, "khong-duyet").json()["simplification"]["state"] == "declined"
    there, why = f"{here}/events/1/take-back", {"document": "12/CV"}
    assert code(control.post(f"{here}/events/7/take-back", why, "rut-lan-0")) == (404, "access.not_found")
    full = control.post(there, why, "rut-lan-1").json()
    assert (full["simplification"]["state"], [one["stands"] for one in full["events"]]) == ("proposed", [False, True])
    assert code(control.post(there, why, "rut-lan-2")) == (422, "followed.taken_back")


@pytest.mark.parametrize(
    ("more", "status", "refusal"),
    [
        ({"procedure": ""}, 422, "simplification.no_procedure"),
        ({"name": ""}, 422, "simplification.no_procedure"),
        ({"what": " "}, 422, "simplification.no_what"),
        ({"papers": 0, "days": 0}, 422, "simplification.nothing_cut"),
        ({"papers": -1}, 422, "api.malformed"),
        ({"papers": "hai"}, 422, "api.malformed"),
        ({"cost": 10**13}, 422, "api.malformed"),
        ({"document": ""}, 422, "followed.no_document"),
        ({"signed_on": "2199-12-31"}, 422, "late_entry.future"),
        ({"signed_on": "02/05/2024"}, 422, "api.malformed"),
        ({"unit": "b-khac"}, 403, "access.denied"),
    ],
)
def test_what_cannot_be_proposed_is_refused(control, more, status, refusal):
    assert code(control.post(PAGE, asked(**more))) == (status, refusal)
    assert recorded() == 0


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"on": "2024-05-01"}, "simplification.before_proposed"),
        ({"until": "2024-06-01"}, "simplification.before_signed"),
        ({"until": None}, "simplification.before_signed"),
        ({"kind": "declined"}, "api.malformed"),  # nobody would read from which day on
        ({"kind": "dropped"}, "api.malformed"),
        ({"document": " "}, "followed.no_document"),
        ({"on": "mai"}, "api.malformed"),
    ],
)
def test_what_cannot_be_decided_is_refused(control, wrong, refusal):
    here = proposed(control)
    assert code(control.post(f"{here}/events", DECIDED | wrong)) == (422, refusal)
    assert recorded() == 1


def test_what_is_not_there_and_who_may_not(control, client):
    for address in (f"{PAGE}/khong-co", f"{PAGE}/x%00"):
        assert code(control.get(address)) == (404, "access.not_found")
    here = proposed(control)
    head, far = Program(client, "division_head", LEAD), Program(client, "tthc_control", "b-khac")
    assert code(head.post(PAGE, asked())) == code(head.post(f"{here}/events", DECIDED)) == (403, "access.denied")
    assert code(far.post(f"{here}/events", DECIDED)) == (403, "access.denied")
    assert code(Program(client, "api_reader", LEAD).get(here)) == (403, "access.denied")
    assert recorded() == 1


def test_the_list_is_what_the_page_of_the_same_address_shows(control, monkeypatch):
    monkeypatch.setattr(pages, "PAGE", 2)
    for n in range(5):
        proposed(control, f"phuong-an-{n}", procedure=f"1.{n}", name=f"Việc {n}", signed_on=f"2024-05-0{n // 2 + 1}")
    address, found = "?tinh-trang=proposed", []
    while address:
        answer = control.get(f"{PAGE}{address}").json()
        assert answer["count"] == 5
        found += [(one["signed_on"], one["procedure"]) for one in answer["items"]]
        address = answer["next"]
    assert sorted(code for _, code in found) == [f"1.{n}" for n in range(5)]
    assert [signed for signed, _ in found] == sorted((signed for signed, _ in found), reverse=True)
    assert control.get(f"{PAGE}?tim=viec+3&ky=2024-Q2").json()["items"][0]["procedure"] == "1.3"
    assert (
        control.get(f"{PAGE}?ky=1999").json()["count"]
        == control.get(f"{PAGE}?tinh-trang=declined").json()["count"]
        == 0
    )


@pytest.mark.parametrize(
    "words", ["?tinh-trang=tot", "?ky=x", "?sau=x&sau-luc=hom-qua", "?tu=50", "?la=1", "/x?tuan=2"]
)
def test_an_address_that_means_nothing_is_refused(control, words):
    assert code(control.get(f"{PAGE}{words}")) == (422, "api.malformed")
