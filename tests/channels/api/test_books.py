"""A dossier of a book kept here is received, told of and corrected by a program, and judged at once, as on the pages."""

from datetime import UTC, datetime, timedelta

import pytest

from baro.records.models import Dossier, LedgerEntry
from channels.api.test_questions import Program, code
from channels.web.books.test_books import PROCEDURE, as_, open_book
from channels.web.imports.people import person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    person("kiemsoat", "tthc_control", "b-so")
    open_book(as_("kiemsoat"), tmp_path)


@pytest.fixture
def counter(client):
    return Program(client, "intake")


@pytest.fixture
def head(client):
    return Program(client, "division_head")


def moment(**ago: int) -> str:
    return (datetime.now(UTC) - timedelta(**ago)).isoformat()  # noqa: TID251 pages read the clock


def received(**more) -> dict:
    told = {
        "procedure": PROCEDURE, "channel": "Trực tiếp", "happened_at": moment(minutes=5), "applicant": "Nguyễn Văn Thử",
        "papers": "Đơn (bản chính)",
    }  # fmt: skip
    return told | more


def place(program: Program, key: str = "nhan-ho-so-1", **more) -> str:
    answer = program.post("books/so-xa/dossiers", received(**more), key)
    assert answer.status_code == 201, answer.json()
    return f"books/so-xa/dossiers/{answer.json()['dossier']['code']}"


def step(activity: str, **more) -> dict:
    return {"activity": activity, "happened_at": moment()} | more


def recorded() -> int:
    return LedgerEntry.objects.filter(stream__startswith="recorded/").count()


def test_received_told_of_and_judged_at_once(counter, head):
    here = place(counter)
    first = head.get(here).json()
    assert (first["dossier"]["applicant"], first["dossier"]["due_on"] is not None) == ("Nguyễn Văn Thử", True)
    assert first["may_tell"][0] == {
        "activity": "Thẩm định", "kind": "worked", "is_expected": True, "departs": False,
    }  # fmt: skip
    head.post(f"{here}/steps", step("Thẩm định"), "tham-dinh-1")
    asked = step("Yêu cầu bổ sung", reason="Thiếu bản vẽ", document="12/PBS")
    head.post(f"{here}/steps", asked, "bo-sung-1")
    assert counter.post(f"{here}/steps", step("Nộp bổ sung"), "nop-bo-sung").status_code == 201
    told = head.post(f"{here}/steps", step("Có kết quả"), "ket-qua-1").json()
    assert (told["dossier"]["ended"], len(told["steps"])) == (True, 5)
    row = Dossier.objects.whole().get()
    assert (row.event_count, row.supplements) == (5, 1)


def test_sent_again_it_is_one_act_and_one_code(counter):
    asked = received()
    made, again = (counter.post("books/so-xa/dossiers", asked, "nhan-ho-so-1") for _ in range(2))
    assert made.json()["dossier"]["code"] == again.json()["dossier"]["code"]
    assert recorded() == 1


def test_an_own_slip_is_taken_back_and_stays_to_be_read(counter, head):
    here = place(counter)
    head.post(f"{here}/steps", step("Thẩm định"), "tham-dinh-1")
    assert code(counter.post(f"{here}/steps/2/take-back", {"reason": "Nhầm."}, "rut-lan-1"))[0] in (403, 422)
    told = head.post(f"{here}/steps/2/take-back", {"reason": "Nhầm hồ sơ."}, "rut-lan-2").json()
    assert [one["is_taken_back"] for one in told["steps"]] == [False, True]
    assert told["may_tell"][0]["activity"] == "Thẩm định"


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"procedure": " "}, "recording.no_procedure"),
        ({"requester": "citizen"}, "recording.requester"),
        ({"happened_at": "2199-01-01T00:00:00+07:00"}, "late_entry.future"),
        ({"happened_at": "2024-01-01T00:00:00"}, "api.malformed"),
        ({"channel": "Bồ câu"}, "api.malformed"),
        ({"applicant": ""}, "api.malformed"),
    ],
)
def test_what_cannot_be_received_is_refused(counter, more, refusal):
    assert code(counter.post("books/so-xa/dossiers", received(**more))) == (422, refusal)
    assert recorded() == 0


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"activity": "Việc lạ"}, "recording.no_such_step"),
        ({"activity": "Yêu cầu bổ sung"}, "recording.reason"),
        ({"unit": "b-khong-co"}, "recording.unknown_unit"),
        ({"handler": "p-khong-co"}, "recording.unknown_handler"),
        ({"happened_at": "2020-01-01T00:00:00+07:00"}, "recording.before_last"),
    ],
)
def test_a_step_that_cannot_follow_is_refused(counter, head, more, refusal):
    here = place(counter)
    assert code(head.post(f"{here}/steps", step("Thẩm định") | more)) == (422, refusal)
    assert recorded() == 1


def test_what_nobody_asked_for_is_not_handed_in(counter):
    here = place(counter)
    assert code(counter.post(f"{here}/steps", step("Nộp bổ sung"), "nop-1-lan")) == (422, "recording.not_waiting")
    assert code(counter.post(f"{here}/steps", step("Thẩm định"), "tham-dinh-1")) == (422, "recording.no_such_step")


def test_who_has_no_part_in_the_unit_learns_of_nothing(counter, client):
    here, other = place(counter), Program(client, "division_head", "b-khac")
    for address in (here, "books/so-xa/dossiers/khong-co", "books/so-khong-co/dossiers/1"):
        assert code(other.get(address)) == (404, "access.not_found")
    assert other.get("books").json() == {"items": []}
    assert code(other.post(f"{here}/steps", step("Thẩm định"))) == (404, "access.not_found")
    (book,) = counter.get("books").json()["items"]
    assert (book["source"], book["procedures"], book["work"]) == ("so-xa", [PROCEDURE], "procedure")


def test_a_reading_program_sees_no_person(counter, client):
    here = place(counter)
    told = Program(client, "api_reader").get(here).json()
    hidden = ["address", "applicant", "contact", "papers"]
    assert (told["dossier"]["applicant"], told["dossier"]["hidden"], told["may_tell"]) == (None, hidden, [])
    assert told["steps"][0]["actor"] is None
