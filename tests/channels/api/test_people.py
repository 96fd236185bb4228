"""People read and recorded by programs, as on the pages; what is told late counts from now, or waits for a second person."""

from datetime import UTC, date, datetime, timedelta

import pytest

from baro.channels.api.v1 import people as pages
from baro.desk.late_posts import carry_out_held
from baro.desk.people import appoint
from baro.desk.permission import asker_of
from baro.desk.two_persons import approve
from baro.records.models import LedgerEntry, ProposalRow
from baro.records.queries.access import standing_of
from baro.records.queries.people import held_by, person_with_code
from baro.records.queries.proposals import proposal
from baro.rules.prescribed.offices import Post, Term
from channels.api.test_questions import Program, code
from channels.web.imports.people import person
from channels.web.organisation.office import AT, BY, a_person, hanoi, replayed_otherwise

COMMUNE, OTHER = "hn.hoa-lac", "hn.so-noi-vu"
MARCH = date(2026, 3, 2)
ACTS = {
    "appointment": {"unit": COMMUNE, "title": "Chủ tịch", "is_head": True, "roles": ["người ký", "người duyệt"]},
    "delegation": {"unit": COMMUNE, "role": "Ký chứng thực"},
    "acting_head": {"unit": COMMUNE, "title": "Phụ trách phòng", "valid_to": "2199-12-31"},
    "leave_cover": {"unit": COMMUNE},
}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    hanoi()


@pytest.fixture
def personnel(client):
    return Program(client, "personnel_discipline", COMMUNE)


@pytest.fixture
def lan() -> str:
    """Somebody who serves in the commune, so that who acts for it may record of them."""
    made = a_person()
    appoint(Post(made, COMMUNE, "Chuyên viên", False, Term(date(2026, 1, 1))), BY, AT)
    return made


def ahead(days: int) -> str:
    return (datetime.now(UTC) + timedelta(days)).date().isoformat()  # noqa: TID251


def said(kind: str, first: str, **more) -> dict:
    told = {"kind": kind, "valid_from": first, "decision": "7/QĐ"} | ACTS.get(kind, {})
    if kind == "leave_cover":
        told["cover"] = (person_with_code("CB2") or person_with_code("CB1")).id
    return told | more


def held(of: str, kind: str):
    return next(one for one in held_by(of) if one.kind == kind and one.value.decision == "7/QĐ")


def told_of(answer, kind: str) -> dict:
    return next(one for one in answer.json()["held"] if one["kind"] == kind and one["decision"] == "7/QĐ")


def test_a_person_is_registered_once_renamed_and_listed(client):
    admin = Program(client, "business_admin", "hn")
    before = LedgerEntry.objects.count()
    made = [admin.post("people", {"code": "CB7", "name": "Lê Thị Hoa"}) for _ in range(2)]
    hoa = made[0].json()["person"]["id"]
    assert (made[0].status_code, made[0].json(), LedgerEntry.objects.count()) == (201, made[1].json(), before + 1)
    assert (
        admin.post(f"people/{hoa}/rename", {"name": "Lê Thị Hòa"}, "doi-ten-1").json()["person"]["name"] == "Lê Thị Hòa"
    )
    (line,) = admin.get("people?tim=hoa").json()["items"]
    assert (line["code"], line["name"], line["posts"]) == ("CB7", "Lê Thị Hòa", [])
    assert code(admin.post("people", {"code": "CB7", "name": "Ai đó"}, "trung-ma-1")) == (422, "person.code_taken")
    assert code(admin.post("people", {"code": " ", "name": "Ai đó"}, "trong-ma-1")) == (422, "person.no_code")
    assert code(admin.post("people", {"code": "CB8", "name": " "}, "trong-ten-1")) == (422, "person.no_name")


@pytest.mark.parametrize("kind", ["employment", *ACTS])
def test_each_act_of_personnel_is_recorded_ended_and_corrected(personnel, lan, kind):
    a_person("CB2", "Trần Văn Hòa")
    more = {"category": "civil_servant"} if kind == "employment" else {}
    first = ahead(1)
    answer = personnel.post(f"people/{lan}/held", said(kind, first, **more))
    told = told_of(answer, kind)
    assert (answer.status_code, told["valid_from"], told["counts_from"]) == (201, first, None)
    assert personnel.post(f"people/{lan}/held", said(kind, first, **more)).json() == answer.json()
    here = f"people/{lan}/held/{kind}/{told['id']}"
    early = personnel.post(f"{here}/end", {"last": "2026-01-01", "decision": "8/QĐ"}, "som-qua-1")
    assert code(early) == (422, "service.ends_before_start")
    ended = personnel.post(f"{here}/end", {"last": ahead(30), "decision": "8/QĐ"}, "ket-thuc-1")
    assert ended.status_code == 200
    assert {one["valid_to"] for one in ended.json()["held"] if one["id"] == told["id"]} == {ahead(30)}
    right = {name: value for name, value in said(kind, ahead(2), **more).items() if name != "kind"}
    no_reason = personnel.post(f"{here}/correct", right | {"reason": " "}, "dinh-chinh")
    assert code(no_reason) == (422, "service.no_reason")
    done = personnel.post(f"{here}/correct", right | {"reason": "Gõ nhầm ngày"}, "dinh-chinh")
    assert told_of(done, kind)["valid_from"] == ahead(2)
    assert replayed_otherwise() == []


@pytest.mark.parametrize("kind", ACTS)
def test_what_is_told_late_asks_how_and_alone_counts_from_now(personnel, lan, kind):
    a_person("CB2", "Trần Văn Thay")
    before = len(held_by(lan))
    person("chu-tich", "unit_head", COMMUNE)
    assert code(personnel.post(f"people/{lan}/held", said(kind, "2026-03-02"))) == (422, "api.malformed")
    assert len(held_by(lan)) == before
    answer = personnel.post(f"people/{lan}/held", said(kind, "2026-03-02", how="alone"))
    assert answer.status_code == 201
    assert held(lan, kind).value.term.counts_from > MARCH
    assert told_of(answer, kind)["counts_from"] == held(lan, kind).value.term.counts_from.isoformat()


@pytest.mark.parametrize("kind", ACTS)
def test_with_a_second_person_nothing_is_recorded_until_they_confirm(personnel, lan, kind):
    a_person("CB2", "Trần Văn Thay")
    person("giam-doc", "unit_head", OTHER)
    before = len(held_by(lan))
    asked = said(kind, "2026-03-02", how="second")
    assert code(personnel.post(f"people/{lan}/held", asked)) == (422, "late_entry.reason")
    for _ in range(2):
        answer = personnel.post(f"people/{lan}/held", asked | {"late_reason": "quyết định gửi đến muộn"}, "de-nghi-1")
        assert (answer.status_code, answer.json()) == (202, {"proposal": ProposalRow.objects.get().id})
    assert len(held_by(lan)) == before
    second, first = (
        asker_of(standing_of(one), at=datetime.now(UTC))  # noqa: TID251
        for one in ("p-giam-doc", f"p-personnel_discipline-{COMMUNE}")
    )
    approve(answer.json()["proposal"], second, second.at)
    carry_out_held(proposal(answer.json()["proposal"]), first, first.at)
    term = held(lan, kind).value.term
    assert (term.valid_from, term.counts_from) == (MARCH, None)


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"title": " "}, "api.malformed"),
        ({"unit": ""}, "api.malformed"),
        ({"decision": " "}, "api.malformed"),
        ({"valid_from": "31/02/2026"}, "api.malformed"),
        ({"kind": "leave_cover", "cover": ""}, "api.malformed"),
        ({"kind": "employment"}, "api.malformed"),
        ({"kind": "thăng chức"}, "api.malformed"),
        ({"valid_to": "2026-01-01"}, "service.ends_before_start"),
    ],
)
def test_what_the_page_refuses_the_api_refuses(personnel, lan, more, refusal):
    before = LedgerEntry.objects.count()
    answer = personnel.post(f"people/{lan}/held", said("appointment", ahead(1)) | more)
    assert (answer.status_code, answer.json()["code"]) == (422, refusal)
    assert LedgerEntry.objects.count() == before


def test_somebody_whom_a_key_may_not_see_is_not_there(client, lan):
    other = Program(client, "personnel_discipline", OTHER)
    assert other.get("people").json()["items"] == []
    for answer in (
        other.get(f"people/{lan}"),
        other.get("people/khong-co"),
        other.post(f"people/{lan}/rename", {"name": "Khác"}),
        other.post(f"people/{lan}/held", said("appointment", ahead(1))),
        other.post(f"people/{lan}/held/appointment/{held_by(lan)[0].id}/end", {"last": ahead(1), "decision": "1"}),
    ):
        assert code(answer) == (404, "access.not_found")
    colleague = Program(client, "clerk", COMMUNE)
    assert colleague.get(f"people/{lan}").status_code == 200
    assert code(colleague.post(f"people/{lan}/rename", {"name": "Khác"})) == (403, "access.denied")


def test_who_sees_no_absence_is_told_how_many_things_are_hidden(client, personnel, lan):
    a_person("CB2", "Trần Văn Thay")
    personnel.post(f"people/{lan}/held", said("leave_cover", ahead(1)))
    told = Program(client, "clerk", COMMUNE).get(f"people/{lan}").json()
    assert ({one["kind"] for one in told["held"]}, told["hidden_count"]) == ({"appointment"}, 1)
    assert personnel.get(f"people/{lan}").json()["hidden_count"] == 0


def test_page_after_page_tells_each_person_once(client, monkeypatch):
    for number in range(3):
        appoint(Post(a_person(f"N{number}", f"Người {number}"), COMMUNE, "Chuyên viên", False, Term(MARCH)), BY, AT)
    admin = Program(client, "business_admin", "hn")
    monkeypatch.setattr(pages, "PAGE", 2)
    found, address = [], "people?tim=nguoi"
    while address:
        told = admin.get(address).json()
        found += [one["code"] for one in told["items"]]
        address = told["next"] and f"people{told['next']}"
    assert sorted(found) == ["N0", "N1", "N2"]
    for wrong in ("sau=khong-co", "la=1"):
        assert code(admin.get(f"people?{wrong}")) == (422, "api.malformed")
