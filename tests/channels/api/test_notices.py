"""Somebody's notices by their key: counted as on the page, known with a reason until more comes or until a day."""

from datetime import timedelta

import pytest

from baro.records.models import LedgerEntry, NoticeKnownRow
from channels.api.test_questions import Program, code
from channels.web.notices.test_notices import some_dossiers
from channels.web.tasks.a_task_world import GIVER, LEAD, build, today

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


@pytest.fixture
def head(client):
    return Program(client, "division_head", LEAD)


def day(ago: int = 0) -> str:
    return (today() - timedelta(ago)).isoformat()


def entered(client, number: str = "12/KL") -> str:
    """Enter a directive of which the head's body is to take note."""
    told = {
        "body": GIVER, "source": "council", "number": number, "signed_on": day(2), "issuer": "Đoàn giám sát",
        "subject": "Kết luận", "addressees": [LEAD],
    }  # fmt: skip
    giver = Program(client, "unit_head", GIVER) if number == "12/KL" else Program(client, "clerk", GIVER)
    return giver.post("directives", told).json()["directive"]["id"]


def know(program: Program, key: str = "da-biet-1", kind: str = "directives_new", **more):
    return program.post(f"notices/{kind}/acknowledge", {"reason": "Họp ngày mai."} | more, key)


def test_a_notice_waits_until_it_is_known_and_until_more_comes(head, client):
    first = entered(client)
    (told,) = head.get("notices").json()["items"]
    assert (told["kind"], told["count"], told["fresh"], told["matters"]) == ("directives_new", 1, 1, [first])
    assert told["told"] == "1 văn bản chỉ đạo đơn vị chưa ghi là đã nắm"
    assert (told["is_waiting"], told["known"]) == (True, None)
    known, again = know(head, next_on=day(-3)), know(head, next_on=day(-3))
    assert (known.status_code, known.json()["waiting"], again.json()["waiting"]) == (200, 0, 0)
    assert LedgerEntry.objects.filter(stream__startswith="notice/").count() == 1
    (told,) = known.json()["items"]
    assert (told["is_waiting"], told["known"]["reason"], told["known"]["next_on"]) == (False, "Họp ngày mai.", day(-3))
    entered(client, "13/KL")
    later = head.get("notices").json()
    assert (later["waiting"], later["items"][0]["count"], later["items"][0]["fresh"]) == (1, 2, 1)


def test_what_came_after_it_was_read_is_not_known_of(head, client):
    entered(client)
    (read,) = head.get("notices").json()["items"]
    entered(client, "13/KL")
    told = know(head, count=read["count"], until=read["until"]).json()
    assert (told["waiting"], told["items"][0]["fresh"], told["items"][0]["known"]["count"]) == (1, 1, 1)


def test_dossiers_are_told_by_unit_with_the_question_of_their_list(client):
    some_dossiers()
    head = Program(client, "unit_head", "b-so")
    told = {one["kind"]: one for one in head.get("notices").json()["items"]}
    assert {kind: one["count"] for kind, one in told.items()} == {"dossiers_late": 2, "dossiers_due": 3}
    assert told["dossiers_late"]["units"] == [{"body": "b-so", "unit": "Phòng Một", "count": 2}]
    for one in told.values():
        assert head.get(f"dossiers{one['query']}").json()["count"] == one["count"]


def test_ones_own_alone_and_the_ledger_does_not_tell_the_reason(head, client):
    entered(client)
    know(head)
    assert Program(client, "clerk", LEAD).get("notices").json()["items"][0]["known"] is None
    assert Program(client, "division_head", "b-khac").get("notices").json() == {
        "waiting": 0,
        "as_of": None,
        "items": [],
    }
    body = bytes(LedgerEntry.objects.get(stream__startswith="notice/").body).decode()
    assert '"source":"api"' in body
    assert "Họp" not in body
    assert NoticeKnownRow.objects.whole().get().reason == "Họp ngày mai."


def test_who_has_no_notice_is_told_so(client):
    assert Program(client, "api_reader", GIVER).get("notices").json()["items"] == []


@pytest.mark.parametrize(
    ("more", "status", "refusal"),
    [
        ({"reason": " "}, 422, "notice.no_reason"),
        ({"reason": None}, 422, "api.malformed"),
        ({"next_on": day()}, 422, "notice.next_in_past"),
        ({"next_on": day(-367)}, 422, "notice.next_too_far"),
        ({"next_on": "mai"}, 422, "api.malformed"),
        ({"count": 1}, 422, "api.malformed"),
        ({"until": "2026-01-01T00:00:00+07:00"}, 422, "api.malformed"),
        ({"count": 1, "until": "2026-01-01T00:00:00"}, 422, "api.malformed"),
        ({"count": 1, "until": "0001-01-01T00:00:00+07:00"}, 422, "api.malformed"),
        ({"count": -1, "until": "2026-01-01T00:00:00+07:00"}, 422, "api.malformed"),
        ({"kind": "tasks_late"}, 422, "notice.gone"),
        ({"kind": "khong-co"}, 404, "access.not_found"),
    ],
)
def test_what_the_page_refuses_the_api_refuses(head, client, more, status, refusal):
    entered(client)
    assert code(know(head, **more)) == (status, refusal)
    assert not NoticeKnownRow.objects.whole().exists()


def test_what_is_known_is_not_said_again(head, client):
    entered(client)
    know(head)
    assert code(know(head, "da-biet-2")) == (422, "notice.known_already")
