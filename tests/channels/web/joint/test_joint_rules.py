"""Coordination rules and joint processes on pages: recorded, a new version, ended; never deleted."""

from datetime import timedelta

import pytest

from baro.records.models import CoordinationRuleRow, JointProcessRow
from baro.records.queries.processes import linked_approvals
from channels.web.joint.a_joint_world import LAND, LEAD, TAX, as_, build, opened
from channels.web.organisation.office import see, text_of, wrong_fields

pytestmark = pytest.mark.django_db
PAGE = "/lien-thong/quy-trinh/"
NEW = {
    "name": "Thủ tục hai", "code": "LT-2", "decision": "9/QĐ", "signed_on": "02/01/2024", "valid_from": "03/01/2024",
    "rule": "q1", "lead": LEAD, "limit": "20 ngày làm việc", "agency_1": TAX, "task_1": "Tính thuế", "limit_1": "5 ngày làm việc",
    "after_1": "", "agency_2": LAND, "task_2": "Thẩm định", "limit_2": "8 giờ làm việc", "after_2": "1",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


def test_everybody_inside_reads_the_legs_and_their_limits():
    told = see(as_("khac"), PAGE)
    assert "Thủ tục thử" in told
    assert "Cơ quan thuế Xác định nghĩa vụ 5 ngày làm việc từ khi tiếp nhận Phiếu chuyển" in told
    assert "khi chặng 1 đã trả lời" in told
    assert "Thêm thủ tục" not in told


def test_a_procedure_is_entered_with_its_legs_and_a_dossier_is_opened_by_it():
    assert as_("soat").post(f"{PAGE}them", NEW).status_code == 302
    assert "Thủ tục hai" in see(as_("chu"), PAGE)
    assert [one.name for one in linked_approvals()] == ["Thủ tục thử", "Thủ tục hai"]
    assert "Thủ tục hai" in see(as_("chu"), "/lien-thong/mo")


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"limit": "lâu"}, "limit"), ({"name": ""}, "name"), ({"task_2": ""}, "task_2"), ({"limit_1": ""}, "limit_1"),
        ({"valid_from": "01/01/2024"}, "valid_from"), ({"agency_1": "Không có"}, "agency_1"),
    ],
)  # fmt: skip
def test_a_bad_process_says_where(said, wrong):
    assert wrong in wrong_fields(as_("soat").post(f"{PAGE}them", NEW | said))
    assert JointProcessRow.objects.count() == 1


def test_a_leg_may_not_wait_for_one_that_is_not_before_it():
    answer = as_("soat").post(f"{PAGE}them", NEW | {"agency_1": "", "task_1": "", "limit_1": ""})
    assert "chặng đó không đứng trước nó" in text_of(answer)


def test_a_new_version_holds_from_its_day_and_open_dossiers_keep_theirs():
    there = opened(as_("chu"), ago=timedelta(days=2))
    said = {name: word for name, word in NEW.items() if name not in ("name", "code")}
    changed = f"{PAGE}lt-1/ban-moi"
    assert "Cơ quan thuế" in as_("soat").get(changed).content.decode()
    assert "valid_from" in wrong_fields(
        as_("soat").post(changed, said | {"valid_from": "02/01/2020", "signed_on": "02/01/2020"})
    )
    assert as_("soat").post(changed, said).status_code == 302
    assert JointProcessRow.objects.get(pk="lt-1:1").last_on.isoformat() == "2024-01-02"
    assert "bản 1, 2/QĐ" in see(as_("chu"), PAGE)
    assert "bản 1, 2/QĐ" in see(as_("chu"), there) or "bản 2" in see(as_("chu"), there)
    assert as_("khac").get(changed).status_code == 403


def test_a_rule_is_recorded_and_ended_by_a_document():
    soat = as_("soat")
    said = {
        "name": "Quy chế hai",
        "number": "3/QC",
        "signed_on": "02/01/2024",
        "valid_from": "02/01/2024",
        "unit": LEAD,
        "party_1": TAX,
    }
    assert soat.post("/lien-thong/quy-che/them", said).status_code == 302
    assert set(wrong_fields(soat.post("/lien-thong/quy-che/them", said | {"party_1": LEAD}))) == {"party_1"}
    made = CoordinationRuleRow.objects.get(name="Quy chế hai")
    there = f"/lien-thong/quy-che/{made.id}/het-hieu-luc"
    assert set(wrong_fields(soat.post(there, {"last": "01/01/2020", "number": "4/QC"}))) == {"last"}
    assert soat.post(there, {"last": "31/12/2024", "number": "4/QC"}).status_code == 302
    assert "hết hiệu lực theo 4/QC" in see(soat, PAGE)
    assert "đã ghi hết hiệu lực" in text_of(soat.post(there, {"last": "31/12/2024", "number": "4/QC"}))
