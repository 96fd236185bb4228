"""Simplifications of procedures on pages: proposed, decided, and what they did, counted from the dossiers that were received."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from baro.records.erasure import erase
from baro.records.models import Dossier, SimplificationRow
from baro.records.replay import differences
from baro.rules.judged.deadlines.classes import TimeClass
from channels.web.dossiers.test_pages import count_anew
from channels.web.imports.people import AT, person
from channels.web.joint.a_joint_world import LEAD, as_, build
from channels.web.organisation.office import see, text_of, wrong_fields

pytestmark = pytest.mark.django_db
PAGE = "/don-gian-hoa/"
NEW = {
    "unit": LEAD, "procedure": "1.1", "name": "Cấp giấy thử", "what": "Bỏ bản sao", "papers": "1", "steps": "", "days": "2",
    "cost": "", "reason": "Đã có dữ liệu", "document": "9/TTr", "signed_on": "02/05/2024",
}  # fmt: skip
DECIDED = {"on": "03/06/2024", "document": "10/QĐ", "until": "01/07/2024"}
BEGINS = datetime(2024, 6, 30, 17, tzinfo=UTC)  # midnight in Vietnam


@pytest.fixture(autouse=True)
def _world(settings, tmp_path):
    build(settings, tmp_path)


def proposed(**other) -> str:
    answer = as_("soat").post(f"{PAGE}them", NEW | other)
    assert answer.status_code == 302, text_of(answer)
    return answer["Location"]


def dossiers(number: int, begins: datetime, days: int, late: int) -> None:
    """So many dossiers, one a day from a moment on, each ended after so many days, the first of them late."""
    Dossier.objects.whole().bulk_create(
        Dossier(
            id=f"s:{begins:%j}{k}", source="s", body=LEAD, code=f"H{begins:%j}{k}", unit="x", procedure="1.1",
            received_at=begins + timedelta(days=k), ended_at=begins + timedelta(days=k + days + k % 3),
            time_class=int(TimeClass.LATE if k < late else TimeClass.ON_TIME), last_event_at=begins, event_count=1,
            due_source=0, why_not=0, as_of=datetime(2025, 6, 1, tzinfo=UTC), first_batch="b", last_batch="b", segment="x",
            place=k, digest="",
        )
        for k in range(number)
    )  # fmt: skip
    count_anew(LEAD, ())


def test_an_empty_page_says_what_will_stand_there():
    assert "Chưa có phương án đơn giản hóa nào." in see(as_("khac"), PAGE)


def test_proposed_decided_and_its_effect_measured_from_the_dossiers():
    there = proposed()
    assert "đề xuất, chưa có quyết định" in see(as_("khac"), there)
    assert "Chưa so được" in see(as_("soat"), there)
    assert as_("khac").get(f"{there}ghi/quyet-dinh").status_code == 403
    dossiers(21, BEGINS - timedelta(days=60), 8, late=7)
    dossiers(21, BEGINS, 4, late=2)
    decide = f"{there}ghi/quyet-dinh"
    assert set(wrong_fields(as_("soat").post(decide, DECIDED | {"on": "01/05/2024"}))) == {"on"}
    assert set(wrong_fields(as_("soat").post(decide, DECIDED | {"until": "01/06/2024"}))) == {"until"}
    assert as_("soat").post(decide, DECIDED).status_code == 302
    told = see(as_("soat"), there)
    assert "Số ngày từ tiếp nhận đến xong, trung vị 9,0 5,0 −4,0" in told
    assert "Tỷ lệ đúng hạn 66,7 % 90,5 % +23,8" in told
    assert "Hồ sơ tiếp nhận 21 21" in told
    lists = re.findall(r'href="(/ho-so/\?[^"]+)"', as_("soat").get(there).content.decode())
    assert len(lists) == 6  # nothing is open on either side
    for link in lists:
        assert as_("soat").get(link.replace("&amp;", "&")).status_code == 200
    late = next(link for link in lists if "xong-tre" in link).replace("&amp;", "&")
    assert "7 hồ sơ" in see(as_("soat"), late)
    assert "xong quá hạn, tiếp nhận từ 01/01/2024 đến hết 30/06/2024" in see(as_("soat"), late)
    assert "21 hồ sơ" not in see(as_("soat"), f"{there}?tuan=13")
    assert "đã có quyết định" in text_of(as_("soat").post(decide, DECIDED))
    assert as_("soat").get(f"{PAGE}tai-ve").getvalue()[:2] == b"PK"
    assert [row for row in differences() if row.facts["table"] in ("followed", "simplification")] == []


def test_who_reads_no_figure_sees_the_decision_and_no_effect():
    there = proposed()
    dossiers(21, BEGINS, 4, late=2)
    as_("soat").post(f"{there}ghi/quyet-dinh", DECIDED)
    person("bao", "business_admin", LEAD)
    told = see(as_("bao"), there)
    assert "10/QĐ ngày 03/06/2024" in told
    assert "Chưa so được" in told
    person("biet", "council_member", LEAD)
    assert "Hồ sơ tiếp nhận 0 21" in see(as_("biet"), there)
    assert "/ho-so/?" not in as_("biet").get(there).content.decode()


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"procedure": ""}, "procedure"), ({"name": ""}, "name"), ({"what": " "}, "what"), ({"papers": "", "days": ""}, "papers"),
        ({"papers": "-1"}, "papers"), ({"document": ""}, "document"), ({"signed_on": "31/12/2199"}, "signed_on"),
    ],
)  # fmt: skip
def test_a_bad_proposal_says_where(said, wrong):
    assert wrong in wrong_fields(as_("soat").post(f"{PAGE}them", NEW | said))
    assert not SimplificationRow.objects.exists()


def test_found_without_diacritics_taken_back_and_erased():
    there = proposed()
    other = proposed(procedure="1.2", name="Việc khác")
    assert as_("soat").post(f"{other}ghi/khong-duyet", {"on": "03/06/2024", "document": "11/CV"}).status_code == 302
    assert "Cấp giấy thử" in see(as_("khac"), f"{PAGE}?tim=cap+giay")
    assert "Việc khác" not in see(as_("khac"), f"{PAGE}?tim=cap+giay")
    assert "Việc khác" in see(as_("khac"), f"{PAGE}?tinh-trang=declined")
    assert "Không có phương án nào như bạn tìm" in see(as_("khac"), f"{PAGE}?ky=1999")
    assert as_("soat").post(f"{other}rut/1", {"document": "12/CV"}).status_code == 302
    assert "đề xuất, chưa có quyết định" in see(as_("khac"), other)
    key = other.rstrip("/").rpartition("/")[2]
    erase(f"simplification/{key}", ground="consent_withdrawn", actor="u-1", second="u-2", at=AT)
    told = see(as_("khac"), other)
    assert "Bỏ bản sao" not in told
    assert "đã rút" in told
    assert "Bỏ bản sao" in see(as_("khac"), there)


def test_what_is_not_there_gives_no_page():
    for address in ("khong-co/", "x%00/", "khong-co/ghi/quyet-dinh", "khong-co/rut/1"):
        assert as_("soat").get(PAGE + address).status_code == 404
    assert as_("soat").get(f"{proposed()}ghi/gi-do").status_code == 404
