"""Something told late of a person, by the pages: alone it counts from now, and the page says so; with a second person as told."""

from datetime import date

import pytest
from django.test import Client

from baro.records.models import Account, ProposalRow
from baro.records.queries.people import held_by
from channels.web.imports.people import person
from channels.web.organisation.office import a_person, hanoi, replayed_otherwise, see, text_of, wrong_fields

pytestmark = pytest.mark.django_db
COMMUNE, OTHER = "hn.hoa-lac", "hn.so-noi-vu"
TERM = {"valid_from": "02/03/2026", "decision": "7/QĐ"}
ACTS = {
    "bo-nhiem": {"unit": "Xã Hòa Lạc", "title": "Chủ tịch", "is_head": "on", "roles": "người ký; người duyệt"},
    "uy-quyen": {"unit": "Xã Hòa Lạc", "role": "Ký chứng thực"},
    "phu-trach": {"unit": "Xã Hòa Lạc", "title": "Phụ trách phòng", "valid_to": "31/12/2027"},
    "vang-mat": {"unit": "Xã Hòa Lạc", "cover": "Trần Văn Thay"},
}
MARCH = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _world():
    hanoi()
    person("to-chuc", "personnel_discipline", COMMUNE)
    person("nghiep-vu", "business_admin", COMMUNE)
    person("giam-doc", "unit_head", OTHER)


def as_(name: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(username=name))
    return client


def told_late(name: str) -> tuple[Client, str, str]:
    """The client of personnel, the address of the form, the person; whoever is away has a post."""
    lan, client = a_person(), as_("to-chuc")
    a_person("CB2", "Trần Văn Thay")
    if name == "vang-mat":
        client.post(f"/to-chuc/nguoi/{lan}/ghi/bo-nhiem", ACTS["bo-nhiem"] | TERM | {"how": "alone"})
    return client, f"/to-chuc/nguoi/{lan}/ghi/{name}", lan


def held(lan: str):
    return held_by(lan)[-1].value.term


@pytest.mark.parametrize("name", ACTS)
def test_who_tells_late_is_asked_how_and_nothing_is_recorded_meanwhile(name):
    client, address, lan = told_late(name)
    before = len(held_by(lan))
    answer = client.post(address, ACTS[name] | TERM)
    assert answer.status_code == 422
    assert "Xin chọn một cách ghi." in text_of(answer)
    assert "Đề nghị người thứ hai xác nhận, để tính từ 02/03/2026" in text_of(answer)
    assert len(held_by(lan)) == before


@pytest.mark.parametrize("name", ACTS)
def test_alone_it_counts_from_now_and_the_page_of_the_person_says_so(name):
    client, address, lan = told_late(name)
    assert client.post(address, ACTS[name] | TERM | {"how": "alone"}).status_code == 302
    assert held(lan).counts_from > MARCH
    assert f"ghi muộn: chỉ tính từ {held(lan).counts_from:%d/%m/%Y}" in see(client, f"/to-chuc/nguoi/{lan}/")


@pytest.mark.parametrize("name", ACTS)
def test_with_a_second_person_it_counts_as_told(name):
    client, address, lan = told_late(name)
    before = len(held_by(lan))
    reason = {"how": "second", "late_reason": "quyết định gửi đến muộn"}
    assert "late_reason" in wrong_fields(client.post(address, ACTS[name] | TERM | reason | {"late_reason": " "}))
    proposal = client.post(address, ACTS[name] | TERM | reason)["Location"]
    assert len(held_by(lan)) == before
    second = as_("giam-doc")
    page = see(second, proposal)
    assert "Nguyễn Thị Lan" in page
    assert "02/03/2026" in page
    assert "quyết định gửi đến muộn" in page
    assert "appointment" not in page
    assert second.post(f"{proposal}phe-duyet").status_code == 302
    assert client.post(f"{proposal}thuc-hien").status_code == 302
    term = held(lan)
    assert (term.valid_from, term.counts_from) == (MARCH, None)
    assert ProposalRow.objects.get().outcome == "carried_out"
    assert replayed_otherwise() == []


def test_who_may_not_ask_a_second_person_records_alone_and_is_told_from_when_it_counts():
    lan, client = a_person(), as_("nghiep-vu")
    answer = client.post(f"/to-chuc/nguoi/{lan}/ghi/bo-nhiem", ACTS["bo-nhiem"] | TERM, follow=True)
    assert "Ghi muộn một mình nên chỉ tính từ" in text_of(answer)


def test_what_begins_today_or_later_is_recorded_at_once():
    client, address, lan = told_late("bo-nhiem")
    assert client.post(address, ACTS["bo-nhiem"] | TERM | {"valid_from": "01/01/2030"}).status_code == 302
    assert held(lan).counts_from is None
