"""Tasks given, worked on and judged by programs, as on the pages; page after page; what a reader's key may not see."""

from datetime import timedelta

import pytest

from baro.channels.api.v1 import tasks as pages
from baro.records.models import LedgerEntry
from channels.api.test_questions import Program, code
from channels.web.tasks.a_task_world import GIVER, LEAD, build, today

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


def day(ago: int = 0) -> str:
    return (today() - timedelta(ago)).isoformat()


def asked(**more) -> dict:
    told = {
        "assigner": GIVER,
        "lead": LEAD,
        "content": "Báo cáo hồ sơ quá hạn",
        "assigned_on": day(),
        "due_on": day(-5),
    }
    return told | more


def told(kind: str, body: str, **more) -> dict:
    return {"kind": kind, "body": body, "on": day()} | more


@pytest.fixture
def giver(client):
    return Program(client, "unit_head", GIVER)


@pytest.fixture
def lead(client):
    return Program(client, "division_head", LEAD)


def recorded() -> int:
    return LedgerEntry.objects.filter(stream__startswith="task/").count()


def test_given_worked_on_and_judged_by_programs(giver, lead):
    made, again = giver.post("tasks", asked(leader="Phó Giám đốc")), giver.post("tasks", asked(leader="Phó Giám đốc"))
    task = made.json()["task"]
    assert (made.status_code, task["stage"], task["first_due_on"], task["leader"]) == (
        201,
        "given",
        day(-5),
        "Phó Giám đốc",
    )
    assert made.json() == again.json()
    assert recorded() == 1
    here = f"tasks/{task['id']}/events"
    assert lead.post(here, told("handed", LEAD, holder="p-lam")).json()["task"]["holder"] == "p-lam"
    sent = lead.post(here, told("submitted", LEAD, document="5/BC"), "nop-lan-1").json()
    assert (sent["task"]["stage"], sent["events"][-1]["document"]) == ("submitted", "5/BC")
    back = giver.post(here, told("returned", GIVER, words="Thiếu số liệu."), "lam-lai-1").json()["task"]
    assert (back["stage"], back["returned"]) == ("under_way", 1)
    lead.post(here, told("submitted", LEAD), "nop-lan-2")
    done = giver.post(here, told("approved", GIVER, quality="weak"), "xong-viec").json()["task"]
    assert (done["stage"], done["quality"], done["late_days"]) == ("done", "weak", 0)
    (line,) = lead.get("tasks?tinh-trang=da-xong").json()["items"]
    assert (line["id"], lead.get("tasks").json()["count"]) == (task["id"], 0)


def test_the_last_thing_told_is_taken_back_by_who_told_it(giver, lead):
    task = giver.post("tasks", asked()).json()["task"]["id"]
    lead.post(f"tasks/{task}/events", told("accepted", LEAD))
    there = f"tasks/{task}/events/1/take-back"
    assert code(giver.post(there, {"body": GIVER, "reason": "Nhầm."}, "rut-lan-1")) == (422, "task.told_by_another")
    found = lead.post(there, {"body": LEAD, "reason": "Nhầm."}, "rut-lan-2").json()
    assert (found["task"]["stage"], [e["stands"] for e in found["events"]]) == ("given", [False, True])


@pytest.mark.parametrize(
    ("more", "status", "refusal"),
    [
        ({"content": " "}, 422, "task.no_content"),
        ({"due_on": "2020-01-01"}, 422, "task.due_before_assigned"),
        ({"coordinating": [LEAD]}, 422, "task.lead_coordinates"),
        ({"directive": "khong-co"}, 422, "directive.nothing_above"),
        ({"lead": "b-khong-co"}, 422, "task.body_not_in_force"),
        ({"source": "tin đồn"}, 422, "api.malformed"),
        ({"assigner": "b-khac"}, 404, "access.not_found"),
    ],
)
def test_what_the_page_refuses_the_api_refuses(giver, more, status, refusal):
    assert code(giver.post("tasks", asked(**more))) == (status, refusal)
    assert recorded() == 0


def test_each_side_tells_its_own_part(giver, lead, client):
    task = giver.post("tasks", asked()).json()["task"]["id"]
    here = f"tasks/{task}/events"
    assert code(lead.post(here, told("approved", LEAD, quality="met"))) == (422, "task.not_now")
    assert code(giver.post(here, told("approved", GIVER, quality="met"), "nghiem-thu-1")) == (422, "task.not_now")
    assert code(lead.post(here, told("handed", LEAD, holder="p-khac"), "giao-nguoi-1")) == (
        422,
        "task.holder_elsewhere",
    )
    other = Program(client, "division_head", "b-khac")
    assert code(other.get(f"tasks/{task}")) == code(other.get("tasks/khong-co")) == (404, "access.not_found")
    assert code(other.post(here, told("accepted", "b-khac"))) == (404, "access.not_found")
    assert recorded() == 1


def test_a_reading_program_sees_no_names_and_no_words(giver, lead, client):
    task = giver.post("tasks", asked(leader="Phó Giám đốc")).json()["task"]["id"]
    lead.post(f"tasks/{task}/events", told("handed", LEAD, holder="p-lam"))
    lead.post(f"tasks/{task}/events", told("noted", LEAD, words="Chờ số liệu."), "tinh-hinh-1")
    reader = Program(client, "api_reader", GIVER)
    seen = reader.get(f"tasks/{task}").json()
    assert (seen["task"]["leader"], seen["task"]["holder"], seen["task"]["content"]) == (
        None,
        None,
        "Báo cáo hồ sơ quá hạn",
    )
    assert set(seen["task"]["hidden"]) == {"leader", "holder"}
    assert {(e["words"], e["recorded_by"], e["holder"]) for e in seen["events"]} == {(None, None, None)}
    assert code(reader.post("tasks", asked())) == (403, "access.denied")


@pytest.mark.parametrize("is_closed", [False, True])
def test_page_after_page_gives_each_task_once(giver, monkeypatch, is_closed):
    monkeypatch.setattr(pages, "PAGE", 2)
    made = [
        giver.post("tasks", asked(assigned_on=day(n // 2)), f"giao-viec-{n}").json()["task"]["id"] for n in range(5)
    ]
    for task in made if is_closed else ():
        giver.post(f"tasks/{task}/events", told("cancelled", GIVER, words="Thôi."), f"huy-{task}"[:200])
    address, found = f"tasks?tinh-trang={'da-xong' if is_closed else 'dang-lam'}", []
    while address:
        told_so = giver.get(address).json()
        assert told_so["count"] == len(made)
        found += [one["id"] for one in told_so["items"]]
        address = told_so["next"] and f"tasks{told_so['next']}"
    assert sorted(found) == sorted(made)


@pytest.mark.parametrize(
    "words",
    ["tinh-trang=khong-ro", "sau=x", "sau=x&sau-luc=hôm nay", "tinh-trang=da-xong&sau=x&sau-luc=2026-01-01", "khac=1"],
)
def test_an_address_that_is_not_understood_is_refused(giver, words):
    assert code(giver.get(f"tasks?{words}")) == (422, "api.malformed")
