"""A program reads, asks, answers and judges what its account may, by the same acts as the pages, once for each key."""

from datetime import date, timedelta

import pytest

from app.deliveries import AT, bring
from baro.channels.api.v1 import questions as pages
from baro.desk.api_keys import issue_key
from baro.desk.by import by_program
from baro.desk.import_sources import Description, describe_source
from baro.records.models import ApiRequest, Dossier, LedgerEntry, SignalQuestionRow
from baro.records.row_security.session import system
from channels.web.dossiers.test_pages import LATE, rows
from channels.web.imports.people import person

KEEPER, FAR = by_program("goc"), "2199-12-31"
ID = f"mot-cua:{LATE}"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), KEEPER, AT)
    bring(tmp_path, "mot", rows(), KEEPER)
    with system():
        Dossier.objects.whole().filter(code=LATE).update(signals=1 << 3 | 1 << 5)


class Program:
    """Calls the API with the key of an account of a role."""

    def __init__(self, client, role: str, unit: str = "b-so") -> None:
        name = f"{role}-{unit}"
        person(name, role, unit)
        self.client, self.key = client, issue_key(name, KEEPER, AT).key

    def get(self, address: str):
        return self.client.get(f"/api/v1/{address}", headers={"Authorization": f"Bearer {self.key}"})

    def post(self, address: str, told: dict, key: str = "viec-so-1"):
        signed = {"Authorization": f"Bearer {self.key}", "Idempotency-Key": key}
        return self.client.post(f"/api/v1/{address}", told, content_type="application/json", headers=signed)

    def ask(self, key: str = "hoi-lan-1", signal: int = 3, **more):
        told = {"dossier": ID, "signal": signal, "reply_by": FAR, "words": "Ai giữ hồ sơ?"}
        return self.post("questions", told | more, key)


def code(answer) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def recorded() -> int:
    return LedgerEntry.objects.filter(stream__startswith="signal/").count()


def test_asked_answered_judged_as_on_the_pages(client):
    control, head = Program(client, "tthc_control"), Program(client, "division_head")
    asked = control.ask()
    made = asked.json()["question"]
    assert (asked.status_code, made["signal"], made["stage"], made["words"]) == (201, "R03", "asked", "Ai giữ hồ sơ?")
    assert made["rule"] == "Mọi lần gia hạn, hẹn lại ngày trả vượt quá 1 lần"
    assert [one["id"] for one in head.get("questions").json()["items"]] == [made["id"]]
    answered = head.post(f"questions/{made['id']}/answer", {"answer": "Chờ ý kiến cơ quan thuế."})
    assert (answered.status_code, answered.json()["question"]["stage"]) == (200, "answered")
    judged = control.post(f"questions/{made['id']}/verdict", {"verdict": "explained", "reason": "Có văn bản."})
    told = judged.json()
    assert (told["question"]["verdict"], told["question"]["answered_by"]) == ("explained", "p-division_head-b-so")
    assert [one["act"] for one in told["history"]] == ["signal.asked", "signal.answered", "signal.judged"]
    assert {one["entry"] for one in told["history"]} == set(
        LedgerEntry.objects.filter(stream__startswith="signal/").values_list("entry_id", flat=True)
    )
    assert control.get("questions?tinh-trang=da-ket-luan").json()["items"][0]["id"] == made["id"]
    again = control.ask("hoi-lan-2").json()
    assert again["others"] == [made["id"]]


def test_the_ledger_tells_that_a_program_asked_and_which_request(client):
    Program(client, "tthc_control").ask()
    body = bytes(LedgerEntry.objects.get(stream__startswith="signal/").body).decode()
    assert '"source":"api"' in body
    assert f'"request":"{ApiRequest.objects.get().id[:26]}"' in body
    assert "Ai giữ" not in body


def test_the_same_request_again_is_one_act_and_another_one_is_refused(client):
    control, head = Program(client, "tthc_control"), Program(client, "division_head")
    first, again = control.ask(), control.ask()
    assert first.json() == again.json()
    assert recorded() == 1
    assert code(control.ask(words="Điều khác?")) == (409, "api.other_request")
    question = first.json()["question"]["id"]
    told = [head.post(f"questions/{question}/answer", {"answer": "Có."}) for _ in range(2)]
    assert told[0].json() == told[1].json()
    assert recorded() == 2
    assert code(head.post(f"questions/{question}/answer", {"answer": "Có."}, "khoa-khac")) == (
        409,
        "signal.answered_already",
    )


def test_a_key_is_ones_own_and_is_needed(client):
    control, head = Program(client, "tthc_control"), Program(client, "unit_head")
    assert code(control.ask(key="ngan")) == (400, "api.no_idempotency_key")
    assert control.ask("chung-mot-khoa").status_code == 201
    assert code(head.ask("chung-mot-khoa")) == (409, "signal.asked_already")


def test_what_was_refused_can_be_sent_again_under_the_same_key(client):
    control = Program(client, "tthc_control")
    assert code(control.ask(reply_by="2020-01-01")) == (422, "signal.reply_in_past")
    assert ApiRequest.objects.count() == 0
    assert control.ask().status_code == 201


@pytest.mark.parametrize(
    ("told", "status", "refusal"),
    [
        ({"signal": 4}, 422, "signal.not_raised"),
        ({"dossier": "mot-cua:khong-co"}, 404, "access.not_found"),
        ({"reply_by": "hôm sau"}, 422, "api.malformed"),
        ({"words": "x" * 4001}, 422, "api.malformed"),
    ],
)
def test_the_refusals_are_those_of_the_page(client, told, status, refusal):
    answer = Program(client, "tthc_control").ask(**told)
    assert code(answer) == (status, refusal)
    assert answer["Content-Type"] == "application/problem+json"
    assert recorded() == 0


def test_nobody_judges_before_the_unit_was_heard_nor_their_own_answer(client):
    control, head = Program(client, "tthc_control"), Program(client, "unit_head")
    question = control.ask().json()["question"]["id"]
    said = {"verdict": "dismissed", "reason": "x"}
    assert code(control.post(f"questions/{question}/verdict", said)) == (409, "signal.not_heard")
    head.post(f"questions/{question}/answer", {"answer": "Có."})
    assert code(head.post(f"questions/{question}/verdict", said, "viec-so-2")) == (422, "signal.judges_own_answer")
    assert code(control.post(f"questions/{question}/verdict", said | {"verdict": "guilty"})) == (422, "api.malformed")


def test_a_reading_program_sees_no_person_and_no_words_and_writes_nothing(client):
    reader = Program(client, "api_reader")
    question = Program(client, "tthc_control").ask().json()["question"]["id"]
    told = reader.get(f"questions/{question}").json()["question"]
    assert (told["words"], told["asked_by"], told["signal"]) == (None, None, "R03")
    assert {"words", "asked_by", "answer", "reason"} <= set(told["hidden"])
    assert code(reader.ask()) == (403, "access.denied")
    assert reader.post(f"questions/{question}/answer", {"answer": "x"}).status_code == 403


@pytest.mark.parametrize("role", ["council_member", "council_secretariat", "ledger_auditor", "api_client"])
def test_who_supervises_from_outside_writes_nothing(client, role):
    other = Program(client, role)
    question = Program(client, "tthc_control").ask().json()["question"]["id"]
    assert {
        other.ask().status_code,
        other.post(f"questions/{question}/answer", {"answer": "x"}).status_code,
        other.post(f"questions/{question}/verdict", {"verdict": "confirmed", "reason": "x"}).status_code,
    } == {403}
    assert recorded() == 1


def test_another_body_reads_and_does_nothing_of_it(client):
    question = Program(client, "tthc_control").ask().json()["question"]["id"]
    other, there = Program(client, "tthc_control", "b-khac"), Program(client, "division_head", "b-khac")
    assert other.get("questions").json()["count"] == 0
    assert (
        code(other.get(f"questions/{question}")) == code(other.get("questions/khong-co")) == (404, "access.not_found")
    )
    assert code(other.ask()) == (404, "access.not_found")
    assert code(there.post(f"questions/{question}/answer", {"answer": "x"})) == (404, "access.not_found")


def a_row(number: int, judged: bool) -> SignalQuestionRow:
    told = (
        {"verdict": "explained", "judged_at": AT + timedelta(seconds=number // 2), "answered_at": AT} if judged else {}
    )
    return SignalQuestionRow(
        id=f"{number:032}.1", dossier=ID, body="b-so", signal=3, asked_by="p", asked_at=AT,
        reply_by=date(2030, 1, 1) + timedelta(days=number // 2), **told,
    )  # fmt: skip


@pytest.mark.parametrize("word", ["cho-giai-trinh", "da-ket-luan"])
def test_page_after_page_gives_each_question_once_in_the_order_of_the_page(client, monkeypatch, word):
    monkeypatch.setattr(pages, "PAGE", 4)
    with system():
        SignalQuestionRow.objects.whole().bulk_create([a_row(n, word == "da-ket-luan") for n in range(10)])
    reader, address, found = Program(client, "api_reader"), f"questions?tinh-trang={word}", []
    while address:
        told = reader.get(address).json()
        found += told["items"]
        address = f"questions{told['next']}" if told["next"] else ""
    assert told["count"] == len(found) == len({one["id"] for one in found}) == 10
    days = [one["reply_by"] if word == "cho-giai-trinh" else one["judged_at"] for one in found]
    assert days == sorted(days, reverse=word == "da-ket-luan")


@pytest.mark.parametrize("words", ["tinh-trang=abc", "trang=2", "sau=x", "sau=x&sau-luc=hom-qua"])
def test_a_word_that_means_nothing_is_refused(client, words):
    assert code(Program(client, "api_reader").get(f"questions?{words}")) == (422, "api.malformed")


def test_old_requests_are_forgotten(client):
    control = Program(client, "tthc_control")
    ApiRequest.objects.create(id="cu", what="x", result="y", at=AT - timedelta(days=4000))
    control.ask()
    assert not ApiRequest.objects.filter(pk="cu").exists()
