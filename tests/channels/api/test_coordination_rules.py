"""Coordination rules recorded and ended by programs, as on the pages; what they oblige to is recorded next."""

import pytest

from baro.records.models import CoordinationRuleRow, LedgerEntry
from baro.records.replay import differences
from channels.api.test_coordination import owing
from channels.api.test_questions import Program, code
from channels.web.joint.a_joint_world import LAND, LEAD, TAX, as_, build
from channels.web.organisation.office import see

pytestmark = pytest.mark.django_db
PAGE = "/lien-thong/quy-trinh/"


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


@pytest.fixture
def control(client):
    return Program(client, "tthc_control", LEAD)


def rule(**more) -> dict:
    told = {
        "unit": LEAD, "name": "Quy chế hai", "number": "3/QC", "signed_on": "2024-01-02", "valid_from": "2024-01-02",
        "parties": [TAX, LAND, TAX], "outside": ["Hội  Nông dân", "Hội Nông dân"],
    }  # fmt: skip
    return told | more


def ending(**more) -> dict:
    return {"last": "2024-12-31", "number": "4/QC"} | more


def added(control: Program, key: str = "quy-che-1", **more) -> str:
    answer = control.post("coordination-rules", rule(**more), key)
    assert answer.status_code == 201, answer.json()
    return f"coordination-rules/{answer.json()['rule']['id']}"


def recorded() -> int:
    return LedgerEntry.objects.filter(stream__startswith="coordination_rule/").count()


def test_a_rule_is_recorded_and_ended_by_a_document(control):
    here = added(control)
    told = control.get(here).json()["rule"]
    assert (told["parties"], told["outside"], told["ended_by"]) == ([LEAD, TAX, LAND], ["Hội Nông dân"], "")
    assert "Quy chế hai" in see(as_("khac"), PAGE)
    owed = control.post(f"{here}/obligations", owing(valid_from="2024-02-01"), "nghia-vu-1")
    assert owed.status_code == 201, owed.json()
    ended = control.post(f"{here}/end", ending(), "het-han-1").json()
    assert (ended["rule"]["last_on"], ended["rule"]["ended_by"], ended["rule"]["holds"]) == (
        "2024-12-31",
        "4/QC",
        False,
    )
    assert len(ended["obligations"]) == 1
    assert "hết hiệu lực theo 4/QC" in see(as_("soat"), PAGE)
    assert code(control.post(f"{here}/end", ending(), "het-han-2")) == (422, "joint.rule_ended")
    assert [row for row in differences() if row.facts["table"].startswith("coordination")] == []


def test_sent_again_it_is_one_rule_and_one_end(control):
    assert added(control) == added(control)
    first, again = (control.post(f"{added(control)}/end", ending(), "het-han-1") for _ in range(2))
    assert (first.status_code, first.json()) == (200, again.json())
    assert (recorded(), CoordinationRuleRow.objects.count()) == (3, 2)  # with the one of the world
    assert code(control.post("coordination-rules", rule(name="Khác"), "quy-che-1")) == (409, "api.other_request")


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"name": " "}, "joint.no_name"),
        ({"number": " "}, "joint.no_number"),
        ({"parties": [LEAD], "outside": []}, "joint.one_party"),
        ({"parties": ["khong-co"]}, "joint.body_not_in_force"),
        ({"valid_from": "2024-01-01"}, "joint.before_signed"),
    ],
)
def test_what_cannot_be_a_rule_is_refused(control, more, refusal):
    assert code(control.post("coordination-rules", rule(**more))) == (422, refusal)
    assert recorded() == 1


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"unit": ""}, "unit"), ({"name": "x" * 401}, "name"), ({"number": "x" * 121}, "number"), ({"signed_on": "hôm nay"}, "signed_on"),
        ({"valid_from": "9999-01-01"}, "valid_from"), ({"parties": "b-thue"}, "parties"), ({"outside": "Hội"}, "outside"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(control, more, field):
    answer = control.post("coordination-rules", rule(**more))
    assert code(answer) == (422, "api.malformed")
    assert field in answer.json()["sentence"]


def test_a_partner_of_too_long_or_no_name_is_refused(control):
    for name in ("x" * 201, " "):
        assert code(control.post("coordination-rules", rule(outside=[name]))) == (422, "api.malformed")
    assert recorded() == 1


def test_an_end_needs_its_document_and_a_day_within(control):
    assert code(control.post("coordination-rules/q1/end", ending(number=" "))) == (422, "joint.no_number")
    early = control.post("coordination-rules/q1/end", ending(last="2019-01-01"))
    assert code(early) == (422, "joint.ends_before_start")
    assert "02/01/2020" in early.json()["sentence"]
    assert code(control.post("coordination-rules/q1/end", ending(last="mai"))) == (422, "api.malformed")
    assert recorded() == 1


def test_who_may_not_approve_changes_nothing_and_what_is_not_there(control, client):
    far, clerk = Program(client, "tthc_control", "b-khac"), Program(client, "clerk", LEAD)
    for one in (far, clerk):
        assert code(one.post("coordination-rules", rule())) == (403, "access.denied")
        assert code(one.post("coordination-rules/q1/end", ending())) == (403, "access.denied")
    assert code(control.post("coordination-rules/khong-co/end", ending())) == (404, "access.not_found")
    assert code(control.post("coordination-rules", rule(), "ngan")) == (400, "api.no_idempotency_key")
    assert recorded() == 1
