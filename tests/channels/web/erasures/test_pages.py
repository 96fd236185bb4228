"""Erasing personal values by pages: asked for, approved by another, done; the effect is told and the ledger verifies."""

from datetime import date

import pytest

from baro.desk.people import appoint, rename_person
from baro.records.ledger.check_personal import check_personal
from baro.records.ledger.verify import verify
from baro.records.models import Account, PersonalValue, ProposalRow
from baro.records.queries.people import person as person_row
from baro.rules.prescribed.offices import Post, Term
from channels.web.imports.people import person
from channels.web.organisation.office import AT, BY, a_person, hanoi, replayed_otherwise, see, text_of

pytestmark = pytest.mark.django_db
COMMUNE = "hn.hoa-lac"
SAID = {"fields_wanted": ["name"], "ground": "consent_withdrawn", "reason": "đơn ngày 01/11/2026"}


@pytest.fixture(autouse=True)
def _world(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    hanoi()
    person("quan-tri", "business_admin", "hn")
    person("giam-doc", "unit_head", "hn.so-noi-vu")


@pytest.fixture
def lan():
    made = a_person()
    appoint(Post(made, COMMUNE, "Văn thư", False, Term(date(2025, 7, 1))), BY, AT)
    return made


def as_(client, name):
    client.force_login(Account.objects.get(username=name))
    return client


def test_a_name_is_erased_by_two_and_the_effect_is_told(client, lan):
    assert "Đề nghị hủy dữ liệu cá nhân" in see(as_(client, "quan-tri"), f"/to-chuc/nguoi/{lan}/")
    form = see(client, f"/huy-du-lieu/nguoi/{lan}")
    assert "Họ tên (1 lần ghi)" in form
    assert "chưa được đối chiếu" in form
    where = client.post(f"/huy-du-lieu/nguoi/{lan}", SAID)["Location"]
    assert PersonalValue.objects.filter(stream=f"person/{lan}").count() == 1
    assert "họ tên của Nguyễn Thị Lan, mã CB1" in see(client, "/huy-du-lieu/")
    page = see(as_(client, "giam-doc"), where)
    assert "người có dữ liệu rút lại sự đồng ý" in page
    client.post(f"{where}phe-duyet")
    assert person_row(lan).name == "Nguyễn Thị Lan"
    as_(client, "quan-tri").post(f"{where}thuc-hien")
    assert person_row(lan).name == ""
    page = see(client, where)
    assert "vẫn khớp mã băm" in page
    assert "Đã hủy 1 giá trị cá nhân; còn giữ 0" in page
    assert "Lan" not in page
    assert (verify().wrong, check_personal().wrong, replayed_otherwise()) == ([], [], [])
    assert "1 đã thực hiện" in see(client, "/huy-du-lieu/")
    assert "Không còn giữ giá trị cá nhân nào" in see(client, f"/huy-du-lieu/nguoi/{lan}")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"fields_wanted": []}, "fields_wanted"), ({"reason": " "}, "reason"), ({"ground": "x"}, "ground")],
)
def test_what_is_wrong_stands_beside_its_field(client, lan, wrong, field):
    answer = as_(client, "quan-tri").post(f"/huy-du-lieu/nguoi/{lan}", SAID | wrong)
    assert answer.status_code == 422
    assert field in str(answer.context["form"].errors)
    assert ProposalRow.objects.count() == 0


def test_a_name_told_after_the_proposal_is_not_erased_by_it(client, lan):
    where = as_(client, "quan-tri").post(f"/huy-du-lieu/nguoi/{lan}", SAID)["Location"]
    rename_person(lan, "Nguyễn Thị Lan Anh", BY, AT)
    answer = as_(client, "giam-doc").post(f"{where}phe-duyet")
    assert "Dữ liệu mà đề nghị dựa vào đã đổi" in text_of(answer)


@pytest.mark.parametrize("role", ["unit_head", "personnel_discipline", "technical_admin", "ledger_auditor"])
def test_nobody_else_asks_for_it(client, lan, role):
    person("ai-do", role, "hn")
    assert as_(client, "ai-do").get(f"/huy-du-lieu/nguoi/{lan}").status_code == 403


def test_somebody_of_another_body_is_not_there(client, lan):
    person("xa-khac", "business_admin", "hn.so-noi-vu")
    assert as_(client, "xa-khac").get(f"/huy-du-lieu/nguoi/{lan}").status_code == 404
