"""Targets given, reported of, changed and withdrawn by programs, as on the pages; amounts stay exact; who may do what."""

import pytest

from baro.records.models import LedgerEntry
from baro.records.replay import differences
from channels.api.test_questions import Program, code
from channels.web.tasks.a_task_world import GIVER, LEAD, build, today

pytestmark = pytest.mark.django_db
YEAR = today().year - 1


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


@pytest.fixture
def giver(client):
    return Program(client, "unit_head", GIVER)


@pytest.fixture
def lead(client):
    return Program(client, "clerk", LEAD)


def asked(**more) -> dict:
    told = {
        "assigner": GIVER, "body": LEAD, "name": "Hồ sơ đúng hạn", "unit": "%", "first": f"{YEAR}-01-01",
        "last": f"{YEAR}-12-31", "plan": "95.5",
    }  # fmt: skip
    return told | more


def reported(**more) -> dict:
    return {"upto": f"{YEAR}-12-31", "value": "92", "source": "7/BC"} | more


def recorded() -> int:
    return LedgerEntry.objects.filter(stream__startswith="target/").count()


def test_given_reported_and_judged_by_both_plans(giver, lead):
    made = giver.post("targets", asked(baseline="90", code="CT1"))
    target = made.json()["target"]
    assert (made.status_code, target["plan"], target["baseline"], target["result"]) == (201, "95.5", "90", "unreported")
    here = f"targets/{target['id']}"
    lead.post(f"{here}/reports", reported(upto=f"{YEAR}-06-30", value="123456789012.000001"), "bao-cao-1")
    assert lead.get(here).json()["actuals"][0]["value"] == "123456789012.000001"
    told = lead.post(f"{here}/reports", reported(), "bao-cao-2").json()["target"]
    assert (told["value"], told["share"], told["result"]) == ("92", "96.3", "missed")
    changed = giver.post(f"{here}/revisions", {"plan": "90", "document": "2/QĐ"}, "dieu-chinh-1").json()
    now = changed["target"]
    assert (now["first_plan"], now["plan"], now["result"], now["result_by_first_plan"]) == (
        "95.5",
        "90",
        "exceeded",
        "missed",
    )
    assert now["is_met_by_revision"]
    assert "recorded_by" not in changed["revisions"][0]
    assert [row for row in differences() if row.facts["table"].startswith("target")] == []


def test_sent_again_it_is_one_target(giver):
    assert giver.post("targets", asked()).json() == giver.post("targets", asked()).json()
    assert recorded() == 1


def test_the_list_is_of_a_year_a_body_a_result(giver, lead):
    mine = giver.post("targets", asked(), "chi-tieu-1").json()["target"]["id"]
    giver.post("targets", asked(body=GIVER, name="Thu ngân sách"), "chi-tieu-2")
    lead.post(f"targets/{mine}/reports", reported(value="96"))
    assert lead.get(f"targets?nam={YEAR}").json()["count"] == 2
    (found,) = lead.get(f"targets?nam={YEAR}&don-vi={LEAD}&ket-qua=exceeded").json()["items"]
    assert found["id"] == mine
    assert lead.get(f"targets?nam={YEAR - 1}").json() == {"count": 0, "items": []}


@pytest.mark.parametrize("wrong", ["nam=26", "nam=9999", "ket-qua=tot", "nam=²⁰²⁶", "la=1"])
def test_an_address_that_means_nothing_is_refused(lead, wrong):
    assert code(lead.get(f"targets?{wrong}")) == (422, "api.malformed")


@pytest.mark.parametrize(
    ("more", "status", "refusal"),
    [
        ({"name": " "}, 422, "target.no_name"),
        ({"last": "2000-01-01"}, 422, "target.ends_before_start"),
        ({"body": "b-khong-co"}, 422, "task.body_not_in_force"),
        ({"assigner": "b-khac"}, 403, "access.denied"),
        ({"plan": "1e3"}, 201, ""),
        ({"plan": "NaN"}, 422, "api.malformed"),
        ({"plan": "0.0000001"}, 422, "api.malformed"),
        ({"plan": "1000000000000"}, 422, "api.malformed"),
        ({"plan": "95,5"}, 422, "api.malformed"),
        ({"direction": "ngang"}, 422, "api.malformed"),
    ],
)
def test_what_cannot_be_a_target_is_refused(giver, more, status, refusal):
    answer = giver.post("targets", asked(**more))
    assert (answer.status_code, answer.json().get("code", "")) == (status, refusal)
    assert recorded() == (1 if status == 201 else 0)


def test_each_side_tells_its_own_part(giver, lead, client):
    here = f"targets/{giver.post('targets', asked()).json()['target']['id']}"
    assert code(lead.post(f"{here}/revisions", {"plan": "1", "document": "2/QĐ"})) == (403, "access.denied")
    assert code(lead.post(f"{here}/withdraw", {"reason": "Nhầm."}, "rut-lan-1")) == (403, "access.denied")
    other = Program(client, "clerk", "b-khac")
    assert code(other.post(f"{here}/reports", reported())) == (403, "access.denied")
    assert code(lead.post(f"{here}/reports", reported(upto=f"{YEAR + 1}-01-01"), "bao-cao-1")) == (
        422,
        "target.outside_period",
    )
    assert code(lead.get("targets/khong-co")) == (404, "access.not_found")
    assert recorded() == 1
    assert giver.post(f"{here}/withdraw", {"reason": "Nhầm."}, "rut-lan-2").json()["target"]["is_withdrawn"]
    assert lead.get(f"targets?nam={YEAR}").json()["count"] == 0


def test_a_reading_program_reads_targets(giver, client):
    giver.post("targets", asked())
    reader = Program(client, "api_reader", GIVER)
    assert reader.get(f"targets?nam={YEAR}").json()["items"][0]["name"] == "Hồ sơ đúng hạn"
