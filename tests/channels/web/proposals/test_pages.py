"""Proposals on pages: what waits for whom, told in words; refused, withdrawn; sealed ones are there for nobody else."""

import pytest

from baro.desk import permission
from baro.desk.access import NewRole, granting
from baro.desk.two_persons import Proposed, propose
from baro.records.models import Account, CompartmentMember, ProposalRow, RoleGrant
from baro.records.queries.access import standing_of
from baro.rules.prescribed.policy.roles import SECONDS, Role
from baro.rules.prescribed.policy.standing import Grant, Subject
from channels.web.imports.people import AT, person
from channels.web.organisation.office import a_person, hanoi, see, text_of

pytestmark = pytest.mark.django_db
COMMUNE, OTHER = "hn.hoa-lac", "hn.so-noi-vu"


@pytest.fixture(autouse=True)
def _world(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    hanoi()
    person("chu-tich", "unit_head", COMMUNE)
    person("giam-doc", "unit_head", OTHER)


def as_(client, name):
    client.force_login(Account.objects.get(username=name))
    return client


def now():
    from baro.channels.web.frame.asking import now as moment

    return moment()


@pytest.fixture
def made():
    lan = a_person()
    new = NewRole(person=lan, grant=Grant(role=Role.INSPECTOR, unit=COMMUNE), decision="01/QĐ")
    first = permission.asker_of(standing_of("p-chu-tich"), at=now())
    return propose(granting(new), first, now(), reason="lập đoàn kiểm tra")


def test_what_waits_is_told_first_in_one_sentence(client, made):
    page = see(as_(client, "giam-doc"), "/de-nghi/")
    assert "1 đề nghị đang chờ bạn phê duyệt" in page
    assert "Thành viên đoàn kiểm tra, thanh tra, Xã Hòa Lạc: Nguyễn Thị Lan" in page
    page = see(as_(client, "chu-tich"), "/de-nghi/")
    assert "Không có đề nghị nào chờ bạn phê duyệt" in page
    assert "Chờ người thứ hai" in page


def test_empty_lists_say_what_will_stand_here(client):
    page = see(as_(client, "giam-doc"), "/de-nghi/")
    assert "Đề nghị mà bạn có thể phê duyệt sẽ hiện ở đây" in page
    assert "Đề nghị được lập ngay tại trang của việc cần làm" in page
    assert "14 ngày" in page
    assert "chưa có văn bản" in page


def test_a_refusal_without_a_reason_comes_back_with_what_was_written(client, made):
    answer = as_(client, "giam-doc").post(f"/de-nghi/{made}/tu-choi", {"reason": " "})
    assert answer.status_code == 422
    assert "Xin ghi lý do." in text_of(answer)
    client.post(f"/de-nghi/{made}/tu-choi", {"reason": "chưa đủ căn cứ"})
    page = see(as_(client, "chu-tich"), f"/de-nghi/{made}/")
    assert "Bị từ chối" in page
    assert "chưa đủ căn cứ" in page
    assert "Phê duyệt</button>" not in client.get(f"/de-nghi/{made}/").content.decode()


def test_who_proposed_cannot_approve_but_withdraw(client, made):
    page = as_(client, "chu-tich").get(f"/de-nghi/{made}/").content.decode()
    assert "/phe-duyet" not in page
    assert "/rut" in page
    answer = client.post(f"/de-nghi/{made}/phe-duyet")
    assert (answer.status_code, "Người phê duyệt phải là người khác" in text_of(answer)) == (409, True)
    client.post(f"/de-nghi/{made}/rut")
    assert "Đã rút" in see(client, f"/de-nghi/{made}/")
    assert as_(client, "giam-doc").post(f"/de-nghi/{made}/phe-duyet").status_code == 409


def test_a_proposal_that_the_records_overtook_says_so(client, made):
    row = ProposalRow.objects.get()
    RoleGrant.objects.create(id="x", person=row.rests_on.partition("/")[2], role="clerk", unit=COMMUNE, recorded_at=AT)
    page = as_(client, "giam-doc").get(f"/de-nghi/{made}/").content.decode()
    assert "Dữ liệu đã đổi từ khi lập đề nghị" in page
    assert "/phe-duyet" not in page
    assert "Dữ liệu mà đề nghị dựa vào đã đổi" in text_of(client.post(f"/de-nghi/{made}/phe-duyet"))


def test_a_proposal_that_has_expired_waits_for_nobody(client, made):
    ProposalRow.objects.update(expires_on="2026-01-01")
    assert "Không có đề nghị nào" in see(as_(client, "giam-doc"), "/de-nghi/")
    assert "Hết hạn" in see(as_(client, "chu-tich"), f"/de-nghi/{made}/")


@pytest.mark.parametrize("role", ["clerk", "council_member", "technical_admin", "ledger_auditor", "intake"])
def test_who_can_be_no_second_person_finds_no_such_page(client, made, role):
    assert role not in SECONDS
    person("ai-do", role, OTHER)
    assert as_(client, "ai-do").get("/de-nghi/").status_code == 403


@pytest.mark.parametrize("act", ["", "phe-duyet", "tu-choi", "rut", "thuc-hien"])
def test_a_sealed_proposal_is_there_for_members_alone(client, act):
    for name, unit in (("tham-tra", COMMUNE), ("tham-tra-2", OTHER)):
        person(name, "denunciation_handler", unit)
        CompartmentMember.objects.create(id=f"m-{name}", compartment="s1", person=f"p-{name}")
    told = Proposed(
        operation="denunciation.unseal",
        subject=Subject(id="p-secret", unit=COMMUNE, compartment="s1"),
        what={"item": "phong bì số 1"},
    )
    made = propose(told, permission.asker_of(standing_of("p-tham-tra"), at=now()), now(), reason="theo yêu cầu")
    for name in ("chu-tich", "giam-doc"):
        as_(client, name)
        answer = client.post(f"/de-nghi/{made}/{act}", {"reason": "x"}) if act else client.get(f"/de-nghi/{made}/")
        nothing = client.post(f"/de-nghi/khong-co/{act}", {"reason": "x"}) if act else client.get("/de-nghi/khong-co/")
        assert (answer.status_code, text_of(answer)) == (404, text_of(nothing))
        assert "niêm phong" not in see(client, "/de-nghi/")
        assert "0" not in text_of(client.get("/de-nghi/")).partition("đề nghị")[0]
    assert "Mở niêm phong" in see(as_(client, "tham-tra-2"), "/de-nghi/")
    assert "phong bì số 1" in see(client, f"/de-nghi/{made}/")
