"""Coordination rules by programs: what they oblige to, asked for and done by who has a part in it, breaches counted and listed."""

from datetime import timedelta

import pytest

from baro.channels.api.v1 import coordination as pages
from baro.records.models import FollowedRow, LedgerEntry, ObligationRow
from baro.records.replay import differences
from channels.api.test_questions import Program, code
from channels.web.joint.a_joint_world import LAND, LEAD, TAX, build, now

pytestmark = pytest.mark.django_db
RULE = "coordination-rules/q1"


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


@pytest.fixture
def keeper(client):
    return Program(client, "tthc_control", LEAD)


@pytest.fixture
def lead(client):
    return Program(client, "clerk", LEAD)


@pytest.fixture
def land(client):
    return Program(client, "division_head", LAND)


def day(ago: int = 0) -> str:
    return f"{now() - timedelta(ago):%Y-%m-%d}"


def owing(**more) -> dict:
    told = {
        "task": "Trả lời phiếu chuyển", "debtor": LAND, "creditor": LEAD, "rhythm": "asked", "limit": "5 ngày làm việc",
        "article": "Điều 5", "valid_from": "2020-01-02",
    }  # fmt: skip
    return told | more


def told(kind: str, body: str, **more) -> dict:
    return {"kind": kind, "body": body, "on": day(), "document": "7/CV"} | more


def obliged(keeper: Program, key: str = "nghia-vu-1", **more) -> str:
    answer = keeper.post(f"{RULE}/obligations", owing(**more), key)
    assert answer.status_code == 201, answer.json()
    return f"obligations/{answer.json()['obligation']['id']}"


def made_old(number: int, days: int) -> None:
    """As if told so many days ago: what is recorded now counts from today."""
    on = (now() - timedelta(days)).date()
    FollowedRow.objects.filter(number=number).update(told_on=on, counts_on=on)


def recorded(kind: str = "obligation/") -> int:
    return LedgerEntry.objects.filter(stream__startswith=kind).count()


def test_asked_by_who_is_owed_and_done_by_who_owes(keeper, lead, land):
    here = obliged(keeper)
    assert code(land.post(f"{here}/events", told("asked", LAND), "hoi-0")) == (400, "api.no_idempotency_key")
    assert code(land.post(f"{here}/events", told("asked", LAND), "yeu-cau-0")) == (403, "access.denied")
    asked = lead.post(f"{here}/events", told("asked", LEAD), "yeu-cau-1").json()
    (time,) = asked["times"]
    assert (time["key"], time["state"], time["asked_by"], time["days_late"]) == ("1", "waiting", "7/CV", None)
    assert asked["may_tell"][0] == {"kind": "asked", "bodies": [LEAD]}
    assert land.get(RULE).json()["rule"]["counts"]["waiting"] == 1
    done = land.post(f"{here}/events", told("done", LAND, about="1", document="8/CV"), "thuc-hien-1").json()
    assert (done["times"][0]["state"], done["times"][0]["ended_by"]) == ("in_time", "8/CV")
    assert [one["kind"] for one in done["events"]] == ["asked", "done"]
    again = land.post(f"{here}/events", told("done", LAND, about="1"), "thuc-hien-2")
    assert code(again) == (422, "obligation.ended_already")
    full = land.get(RULE).json()
    assert (full["rule"]["counts"]["in_time"], full["obligations"][0]["limit"]) == (1, "5 ngày làm việc")
    assert [row for row in differences() if row.facts["table"] in ("followed", "obligation")] == []


def test_sent_again_it_is_one_obligation(keeper):
    first, again = (keeper.post(f"{RULE}/obligations", owing()) for _ in range(2))
    assert first.json() == again.json()
    assert (ObligationRow.objects.count(), recorded()) == (1, 1)


def test_breaches_are_counted_and_listed_as_on_the_pages(keeper, lead, land):
    here, tax = obliged(keeper), obliged(keeper, "nghia-vu-2", debtor=TAX, task="Thông báo thuế")
    for n, there in enumerate((here, here, tax)):
        lead.post(f"{there}/events", told("asked", LEAD, document=f"{n}/CV"), f"yeu-cau-{n}")
    made_old(1, 60)
    made_old(2, 50)
    land.post(f"{here}/events", told("done", LAND, about="2"), "thuc-hien-1")
    (rule,) = lead.get("coordination-rules").json()["items"]
    assert (rule["counts"]["total"], rule["counts"]["missing"], rule["counts"]["late"]) == (3, 2, 1)
    assert (rule["obligation_count"], rule["parties"], rule["holds"]) == (2, [LEAD, LAND, TAX], True)

    def found(words: str) -> list[str]:
        return [one["state"] for one in lead.get(f"obligation-times?{words}").json()["items"]]

    assert found("tinh-trang=late") == ["late"]
    assert found("tinh-trang=missing") == ["missing", "missing"]
    assert len(found("tinh-trang=khong-dung-han")) == len(found("quy-che=q1")) == 3
    assert found(f"ben={TAX}") == found("tim=thong+bao+THUE") == ["missing"]
    assert found("ky=1999") == found("quy-che=khong-co") == []
    assert lead.get("obligation-times?tinh-trang=late").json()["items"][0]["days_late"] > 20


def test_rules_are_found_as_on_the_page(lead):
    def found(words: str) -> int:
        return lead.get(f"coordination-rules?{words}").json()["count"]

    assert found("") == found("hieu-luc=dang-ap-dung") == found(f"ben={TAX}&tim=quy+che+mot&ky=2024") == 1
    assert (
        found("hieu-luc=het") == found("ben=b-khac") == found("tim=khong+co") == found("hieu-luc=khong-dung-han") == 0
    )


def test_page_after_page_each_time_comes_once(keeper, lead, monkeypatch):
    monkeypatch.setattr(pages, "PAGE", 2)
    here = obliged(keeper, rhythm="quarter", valid_from=f"{now().year - 1}-01-01")
    every = [one["key"] for one in lead.get(here).json()["times"]]
    address, found = "?tinh-trang=missing", []
    while address:
        answer = lead.get(f"obligation-times{address}").json()
        found += [one["key"] for one in answer["items"]]
        address = answer["next"]
    assert answer["count"] == len(found) == len(set(found)) >= 3
    assert found == [key for key in every if key in found]


@pytest.mark.parametrize(
    ("more", "status", "refusal"),
    [
        ({"task": " "}, 422, "obligation.no_task"),
        ({"creditor": LAND}, 422, "obligation.to_itself"),
        ({"limit": "8 giờ làm việc"}, 422, "obligation.not_in_days"),
        ({"limit": "lâu"}, 422, "duration.unreadable"),
        ({"valid_from": "2020-01-01"}, 422, "obligation.rule_not_in_force"),
        ({"valid_from": "hôm nay"}, 422, "api.malformed"),
        ({"debtor": "b-khac"}, 422, "obligation.not_a_partner"),
        ({"rhythm": "week"}, 422, "api.malformed"),
        ({"task": "x" * 401}, 422, "api.malformed"),
    ],
)
def test_what_cannot_be_an_obligation_is_refused(keeper, more, status, refusal):
    assert code(keeper.post(f"{RULE}/obligations", owing(**more))) == (status, refusal)
    assert recorded() == 0


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        (told("done", LEAD, about="9"), (404, "access.not_found")),
        (told("done", LEAD), (404, "access.not_found")),
        (told("asked", LEAD, about="1"), (422, "api.malformed")),  # nobody would read which time
        (told("asked", LEAD, on="2019-01-01"), (422, "obligation.not_in_force")),
        (told("asked", LEAD, on="2199-01-01"), (422, "late_entry.future")),
        (told("asked", LEAD, document=""), (422, "followed.no_document")),
        (told("done", LEAD, about="1", on=day(1)), (422, "obligation.before_asked")),
        (told("kept", LEAD), (422, "api.malformed")),
        (told("asked", "b-khac"), (403, "access.denied")),
    ],
)
def test_what_cannot_be_told_is_refused(keeper, lead, wrong, refusal):
    here = obliged(keeper)
    lead.post(f"{here}/events", told("asked", LEAD), "yeu-cau-1")
    assert code(lead.post(f"{here}/events", wrong, "viec-sai-1")) == refusal
    assert recorded() == 2


def test_what_is_owed_by_the_period_is_not_asked_for(keeper, lead):
    here = obliged(keeper, rhythm="month")
    assert [step["kind"] for step in lead.get(here).json()["may_tell"]] == ["done", "declined"]
    assert code(lead.post(f"{here}/events", told("asked", LEAD))) == (422, "obligation.by_period")
    key = lead.get(here).json()["times"][0]["key"]
    assert lead.post(f"{here}/events", told("declined", LEAD, about=key)).json()["times"][0]["state"] == "declined"


def test_what_was_told_by_mistake_is_taken_back_by_who_keeps_the_rule(keeper, lead):
    here = obliged(keeper)
    lead.post(f"{here}/events", told("asked", LEAD), "yeu-cau-1")
    there, why = f"{here}/events/1/take-back", {"document": "9/CV"}
    assert code(lead.post(there, why)) == (403, "access.denied")
    assert code(keeper.post(f"{here}/events/7/take-back", why)) == (404, "access.not_found")
    full = keeper.post(there, why, "rut-lan-1").json()
    assert (full["times"], [one["stands"] for one in full["events"]]) == ([], [False, True])
    assert code(keeper.post(there, why, "rut-lan-2")) == (422, "followed.taken_back")


def test_an_obligation_ends_once(keeper, lead):
    here = obliged(keeper)
    assert code(lead.post(f"{here}/end", {"last": day(1)})) == (403, "access.denied")
    assert code(keeper.post(f"{here}/end", {"last": "2019-01-01"})) == (422, "obligation.ends_before_start")
    assert code(keeper.post(f"{here}/end", {"last": "mai"}, "ket-thuc-0")) == (422, "api.malformed")
    ended = keeper.post(f"{here}/end", {"last": day(1)}, "ket-thuc-1").json()["obligation"]
    assert (ended["last_on"], ended["holds"]) == (day(1), False)
    assert code(keeper.post(f"{here}/end", {"last": day()}, "ket-thuc-2")) == (422, "obligation.ended")
    assert code(lead.post(f"{here}/events", told("asked", LEAD))) == (422, "obligation.not_in_force")


def test_what_is_not_there_and_who_may_not(keeper, client):
    for address in (
        "coordination-rules/khong-co",
        "coordination-rules/x%00",
        "obligations/khong-co",
        "obligations/x%00",
    ):
        assert code(keeper.get(address)) == (404, "access.not_found")
    assert code(keeper.post("coordination-rules/khong-co/obligations", owing())) == (404, "access.not_found")
    here = obliged(keeper)
    far, reader = Program(client, "tthc_control", "b-khac"), Program(client, "api_reader", LEAD)
    assert far.get(here).status_code == 200
    assert code(far.post(f"{here}/end", {"last": day()})) == (403, "access.denied")
    assert reader.get(here).json() == far.get(here).json()
    assert (reader.get("coordination-rules").json()["count"], reader.get("obligation-times").json()["count"]) == (1, 0)
    assert code(reader.post(f"{RULE}/obligations", owing(), "nghia-vu-9")) == (403, "access.denied")
    assert code(Program(client, "api_client", LEAD).get("coordination-rules")) == (403, "access.denied")
    assert recorded() == 1


@pytest.mark.parametrize(
    "words",
    [
        "coordination-rules?hieu-luc=mai", "coordination-rules?ky=2024-13", "coordination-rules?sau=q1",
        "obligation-times?tinh-trang=tot", "obligation-times?ky=x", "obligation-times?sau=x&sau-luc=hom-qua",
        "obligation-times?tu=50", "obligation-times?la=1",
    ],
)  # fmt: skip
def test_an_address_that_means_nothing_is_refused(lead, words):
    assert code(lead.get(words)) == (422, "api.malformed")
