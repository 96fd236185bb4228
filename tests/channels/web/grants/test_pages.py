"""Roles on pages: who holds what, given and ended by a form, by two where two are needed; keys; refusals."""

from datetime import date, timedelta

import pytest
from django.test import Client

from baro.desk.api_keys import issue_key, revoke_key
from baro.desk.people import appoint
from baro.desk.webhooks import add_webhook, end_webhook
from baro.records.models import DenialRow, ProposalRow, RoleGrant
from baro.records.webhook_progress import begin, note_failed
from baro.rules.prescribed.offices import Post, Term
from baro.rules.prescribed.policy.roles import GRANTABLE
from channels.web.imports.people import person
from channels.web.organisation.office import (
    AT,
    BY,
    a_person,
    hanoi,
    replayed_otherwise,
    see,
    sign_in,
    text_of,
    wrong_fields,
)

pytestmark = pytest.mark.django_db
COMMUNE = "hn.hoa-lac"
SAID = {"role": "clerk", "unit": COMMUNE, "valid_from": "01/12/2026", "decision": "12/QĐ-UBND", "person": "CB1"}


@pytest.fixture(autouse=True)
def _plain_statics(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def lan(db):
    hanoi()
    return a_person()


@pytest.fixture
def admin(client, lan):
    return sign_in(client, name="quan-tri")


@pytest.fixture
def head(client, lan):
    """The head of a commune, whose own body has none below it."""
    return sign_in(client, "unit_head", COMMUNE, "chu-tich")


def test_a_head_lets_a_clerk_into_the_own_unit_at_once(head, lan):
    assert head.post("/quyen/giao", SAID).status_code == 302
    page = see(head, f"/quyen/nguoi/{lan}/")
    assert "Văn thư" in page
    assert "từ 01/12/2026" in page
    assert "12/QĐ-UBND" in page
    page = see(head, "/quyen/?ngay=02/12/2026")
    assert "Nguyễn Thị Lan" in page
    assert "Nguyễn Thị Lan" not in see(head, "/quyen/?ngay=30/11/2026")
    assert RoleGrant.objects.get(person=lan).granted_by == "p-chu-tich"


@pytest.mark.parametrize(
    ("wrong", "field", "told"),
    [
        ({"person": "khong-co"}, "person", "Chưa có người"),
        ({"unit": "khong-co"}, "unit", "Chưa có đơn vị"),
        ({"unit": "hn.so-noi-vu"}, "unit", "Bạn không giao được vai trò ở đơn vị này"),
        ({"valid_from": "31/02/2026"}, "valid_from", "không có trong lịch"),
        ({"valid_to": "30/11/2026"}, "valid_to", "không được ở trước ngày đầu"),
        ({"decision": " "}, "decision", "Xin ghi mục này"),
        ({"role": "inspector"}, "reason", "cần người thứ hai phê duyệt; xin ghi lý do"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_is_recorded(head, lan, wrong, field, told):
    assert told in wrong_fields(head.post("/quyen/giao", SAID | wrong))[field]
    assert (RoleGrant.objects.filter(person=lan).count(), ProposalRow.objects.count()) == (0, 0)


def test_nobody_gives_a_role_to_themselves(head):
    from baro.records.models import PersonRow

    PersonRow.objects.create(id="p-chu-tich", code="CT1", name="Chủ Tịch", registered_at=AT)
    assert "cho chính mình" in wrong_fields(head.post("/quyen/giao", SAID | {"person": "CT1"}))["person"]


def test_a_wide_role_becomes_a_proposal_and_is_given_when_approved(head, lan, client):
    answer = head.post("/quyen/giao", SAID | {"role": "inspector", "reason": "lập đoàn kiểm tra"})
    made = ProposalRow.objects.get()
    assert answer["Location"] == f"/de-nghi/{made.id}/"
    assert RoleGrant.objects.filter(person=lan).count() == 0
    sign_in(client, "unit_head", "hn.so-noi-vu", "giam-doc")
    page = see(client, f"/de-nghi/{made.id}/")
    assert "Cho Nguyễn Thị Lan Vai trò Thành viên đoàn kiểm tra, thanh tra Tại đơn vị Xã Hòa Lạc" in page
    assert "lập đoàn kiểm tra" in page
    client.post(f"/de-nghi/{made.id}/phe-duyet")
    from baro.records.models import Account

    client.force_login(Account.objects.get(username="chu-tich"))
    assert "đã được phê duyệt, chờ thực hiện" in see(client, "/de-nghi/")
    client.post(f"/de-nghi/{made.id}/thuc-hien")
    (grant,) = RoleGrant.objects.filter(person=lan)
    assert (grant.role, grant.second) == ("inspector", "p-giam-doc")
    assert "phê duyệt:" in see(client, f"/quyen/nguoi/{lan}/")
    assert replayed_otherwise() == []


def test_a_role_ends_on_a_day_and_its_history_stays(head, lan):
    head.post("/quyen/giao", SAID | {"valid_from": "01/11/2026"})
    grant = RoleGrant.objects.get(person=lan)
    address = f"/quyen/ket-thuc/{grant.id}"
    assert "không được ở trước hôm nay" in wrong_fields(head.post(address, {"last": "01/01/2024"}))["last"]
    last = f"{date.today() + timedelta(days=400):%d/%m/%Y}"  # noqa: DTZ011,TID251 a page reads the clock
    assert head.post(address, {"last": last}).status_code == 302
    page = see(head, f"/quyen/nguoi/{lan}/")
    assert last in page
    assert "p-chu-tich" in page
    assert "Không có dòng nào bị xóa" in page


@pytest.mark.parametrize("role", sorted(GRANTABLE))
def test_only_who_may_give_roles_sees_the_button_and_the_form(client, lan, role):
    sign_in(client, role, "hn", "ai-do")
    may = role in {"unit_head", "business_admin"}
    assert client.get("/quyen/giao").status_code == (200 if may else 403)
    answer = client.get("/quyen/")
    if answer.status_code == 200:
        assert ("Giao vai trò" in text_of(answer)) == may


def test_the_technical_administrator_can_grant_nothing_to_anybody(client, lan):
    sign_in(client, "technical_admin", "hn", "ky-thuat")
    assert client.post("/quyen/giao", SAID).status_code == 403
    assert RoleGrant.objects.filter(person=lan).count() == 0


def test_roles_of_other_bodies_are_not_listed(client, lan):
    RoleGrant.objects.create(id="g", person=lan, role="clerk", unit="hn.so-noi-vu", recorded_at=AT)
    sign_in(client, "unit_head", COMMUNE, "chu-tich")
    assert "Nguyễn Thị Lan" not in see(client, "/quyen/")
    assert client.get(f"/quyen/nguoi/{lan}/").status_code == 404
    assert client.get("/quyen/ket-thuc/g").status_code == 404


def test_a_person_s_page_shows_their_roles(admin, lan):
    appoint(Post(lan, COMMUNE, "Văn thư", False, Term(date(2025, 7, 1))), BY, AT)
    RoleGrant.objects.create(id="g", person=lan, role="clerk", unit=COMMUNE, decision="9/QĐ", recorded_at=AT)
    page = see(admin, f"/to-chuc/nguoi/{lan}/")
    assert "Vai trò trong Ba Rõ" in page
    assert "9/QĐ" in page


def test_keys_are_listed_without_the_key(admin):
    account = person("may-gui", "api_client", COMMUNE)
    issued = issue_key("may-gui", BY, AT)
    old = issue_key("may-gui", BY, AT)
    revoke_key(old.id, BY, AT)
    page = see(admin, "/quyen/")
    assert (issued.id in page, "Đang dùng được" in page, "Đã thu hồi" in page) == (True, True, True)
    assert issued.key not in page
    assert account.username in page


def test_a_list_that_is_empty_says_what_will_stand_here(client, lan):
    sign_in(client, "ledger_auditor", "hn", "kiem-tra")
    RoleGrant.objects.exclude(person="p-kiem-tra").delete()
    assert "Người kiểm tra sổ cái" in see(client, "/quyen/")
    assert "Không có vai trò nào phù hợp" in see(client, "/quyen/?tim=khongai")


@pytest.mark.parametrize("role", sorted(GRANTABLE))
def test_refusals_are_listed_for_who_watches_and_only_of_their_bodies(client, lan, role):
    DenialRow.objects.create(id="d1", at=AT, person=lan, unit=COMMUNE, operation="dossier.approve")
    DenialRow.objects.create(id="d2", at=AT, person=lan, unit="hn.so-noi-vu", operation="dossier.void")
    sign_in(client, role, COMMUNE, "ai-do")
    answer = client.get("/quyen/bi-tu-choi?tu=01/01/2024&den=31/12/2030")
    if role not in {"unit_head", "division_head", "inspector", "inspection_lead", "ledger_auditor"}:
        assert answer.status_code == 403
        return
    page = text_of(answer)
    assert "ký duyệt hồ sơ" in page
    assert "hủy hồ sơ" not in page


def test_a_refused_page_is_told_in_the_list(client, lan):
    sign_in(client, "clerk", COMMUNE, "van-thu")
    assert client.get("/quyen/giao").status_code == 403
    sign_in(client, "unit_head", COMMUNE, "chu-tich")
    assert "giao vai trò" in see(client, "/quyen/bi-tu-choi")


def test_programs_that_are_told_are_listed_to_who_may_see_their_roles(admin, settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    assert "Nơi nhận tin báo" not in see(admin, "/quyen/")
    person("may-bao-cao", "api_reader", "hn")
    kinds = ("question.asked", "briefing.frozen")
    added = add_webhook("may-bao-cao", "https://dieu-hanh.vn/ba-ro", kinds, BY, AT)
    page = see(admin, "/quyen/")
    assert "https://dieu-hanh.vn/ba-ro có câu hỏi về dấu hiệu, đã chốt giao ban Đang báo tin Đã gửi 0 tin." in page
    assert added.secret not in page
    assert "Nơi nhận tin báo" in see(admin, "/quyen/nguoi/p-may-bao-cao/")
    begin(added.id, 0)
    for _ in range(99):
        if note_failed(added.id, 0, "bên nhận trả lời 500", AT):
            break
    assert f"Sửa bên nhận rồi gọi: baro webhook retry {added.id}" in see(admin, "/quyen/")
    end_webhook(added.id, BY, AT)
    assert "Đã thôi báo tin từ" in see(admin, "/quyen/")
    head = sign_in(Client(), "unit_head", COMMUNE, "chu-tich")
    assert "https://dieu-hanh.vn/ba-ro" not in see(head, "/quyen/")
