"""The catalogue by its pages: a file of the portal comes in whole or not at all, a change makes a version, faults are found."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from baro.desk import catalogue
from baro.records.models import Account, LedgerEntry, ProcedureRow
from baro.records.replay import rebuild
from channels.web.imports.people import person
from channels.web.organisation.office import see

pytestmark = pytest.mark.django_db
PUBLISHED = Path(__file__).resolve().parents[5] / "shared" / "data" / "tthc-nong-nghiep-moi-truong.jsonl.gz"
HEAD = "Hình thức nộpThời gianPhí, lệ phíMô tả"


@pytest.fixture(autouse=True)
def _world(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    catalogue._linted.cache_clear()  # another test's catalogue may have as many versions of the same day
    person("giu", "business_admin", "b-so")
    person("lan", "intake", "b-so")


def as_(name: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(username=name))
    return client


def told(code: str, name: str = "Cấp giấy phép", limits: str = "Trực tiếp10 Ngày làm việcMiễn phí", **more: str) -> str:
    made = {
        "ma_thu_tuc": code,
        "ten_thu_tuc": name,
        "cach_thuc_thuc_hien": HEAD + limits,
        "can_cu_phap_ly": "1/2024/NĐ-CP",
    }
    return json.dumps(made | more, ensure_ascii=False)


def bring(*lines: str, on: str = "01/03/2026", name: str = "cong.jsonl", who: str = "giu", **more: str):
    file = SimpleUploadedFile(name, "\n".join(lines).encode())
    return as_(who).post("/thu-tuc/nhap", {"file": file, "ngay": on, **more}, follow=True)


def rows() -> list[tuple]:
    found = ProcedureRow.objects.order_by("code", "version")
    return [(r.code, r.version, r.name, r.valid_from, r.last_on) for r in found]


def test_a_publication_comes_in_and_what_changes_later_makes_a_version():
    assert "Đã ghi: 2 thủ tục mới, 0 thủ tục đổi, 0 thủ tục như cũ." in bring(told("1.1"), told("1.2")).content.decode()
    before = LedgerEntry.objects.count()
    again = bring(told("1.1"), told("1.2", "Cấp lại giấy phép"), told("1.3"), on="01/05/2026").content.decode()
    assert "Đã ghi: 1 thủ tục mới, 1 thủ tục đổi, 1 thủ tục như cũ." in again
    assert LedgerEntry.objects.count() == before + 2
    assert rows() == [
        ("1.1", 1, "Cấp giấy phép", date(2026, 3, 1), None),
        ("1.2", 1, "Cấp giấy phép", date(2026, 3, 1), date(2026, 4, 30)),
        ("1.2", 2, "Cấp lại giấy phép", date(2026, 5, 1), None),
        ("1.3", 1, "Cấp giấy phép", date(2026, 5, 1), None),
    ]
    page = see(as_("lan"), "/thu-tuc/1.2/")
    assert "Cấp lại giấy phép" in page
    assert "30/04/2026" in page
    kept = list(ProcedureRow.objects.order_by("id").values())
    rebuild()
    assert list(ProcedureRow.objects.order_by("id").values()) == kept


def test_one_that_the_file_does_not_name_stays():
    bring(told("1.1"), told("1.2"))
    assert "1 thủ tục đang giữ không có trong tệp, giữ nguyên" in bring(told("1.1")).content.decode()
    assert len(rows()) == 2


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ((told("1.1"), "{hỏng"), "Dòng 2: không phải một đối tượng JSON trọn vẹn"),
        ((told("1.1"), told("1.1")), "Mã thủ tục 1.1 có hai lần trong tệp"),
        ((told("1.1"), told("", "Không mã")), "Thủ tục “Không mã” không có mã"),
    ],
)
def test_a_bad_line_records_nothing_and_is_named(lines, sentence):
    answer = bring(*lines)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert rows() == []


def test_bad_lines_are_left_out_only_on_purpose():
    answer = bring(told("1.1"), "{hỏng", **{"bo-dong-hong": "co"})
    assert "1 thủ tục mới" in answer.content.decode()
    assert "1 dòng hỏng bị bỏ qua" in answer.content.decode()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [({"on": "31/02/2026"}, "Ngày áp dụng chưa đúng"), ({"name": "cong.xlsx"}, "Xin chọn tệp .jsonl"),
     ({"name": "cong.jsonl.gz"}, "Không mở được tệp")],
)  # fmt: skip
def test_a_bad_form_is_told_in_a_sentence(more, sentence):
    answer = bring(told("1.1"), **more)
    assert (answer.status_code, rows()) == (422, [])
    assert sentence in answer.content.decode()


def test_a_version_cannot_begin_before_the_last():
    bring(told("1.1"))
    answer = bring(told("1.1", "Tên khác"), on="28/02/2026")
    assert answer.status_code == 422
    assert "đã có bản áp dụng từ 01/03/2026" in answer.content.decode()


def test_who_only_reads_takes_nothing_in():
    assert bring(told("1.1"), who="lan").status_code == 403
    assert rows() == []
    assert "Nhập từ cổng quốc gia" not in see(as_("lan"), "/thu-tuc/")


def test_it_is_found_without_diacritics_and_by_its_faults():
    bring(
        told("1.1", "Cấp giấy phép khai thác nước", limits="Trực tiếp15Miễn phí"),
        told("1.2", "Thẩm định quy hoạch", limits="Trực tuyến5 NgàyMiễn phíTrực tiếp7 NgàyMiễn phí"),
        told("1.3", "Đăng ký đất đai"),
    )
    lan = as_("lan")
    assert "3 thủ tục đang công bố; 2 thủ tục có điểm cần hỏi lại" in see(lan, "/thu-tuc/")
    assert codes(lan, "?tim=dang ky DAT") == ["1.3"]
    assert codes(lan, "?diem=1") == ["1.1"]
    assert codes(lan, "?diem=2") == ["1.2"]
    assert codes(lan, "?diem=bat-ky") == ["1.1", "1.2"]
    assert codes(lan, "?diem=99&tu=abc") == ["1.1", "1.2", "1.3"]
    assert "trực tuyến: 5 ngày; trực tiếp: 7 ngày" in see(lan, "/thu-tuc/1.2/")
    controller = Client()
    controller.force_login(person("kiem-soat", "tthc_control", "b-so"))
    text = controller.get("/thu-tuc/tai-ve?diem=2").content.decode("utf-8-sig")
    assert [line.split(",")[0] for line in text.splitlines()[1:]] == ["1.2"]


def codes(client: Client, query: str) -> list[str]:
    return re.findall(r'<a href="/thu-tuc/([\d.]+)/"', client.get(f"/thu-tuc/{query}").content.decode())


def test_one_that_nobody_published_is_not_there():
    assert as_("lan").get("/thu-tuc/9.9/").status_code == 404


@pytest.mark.skipif(not PUBLISHED.exists(), reason="what the portal published lies beside the project, not in it")
def test_what_the_portal_published_comes_in_and_the_same_again_changes_nothing():
    def receive() -> str:
        file = SimpleUploadedFile(PUBLISHED.name, PUBLISHED.read_bytes())
        return as_("giu").post("/thu-tuc/nhap", {"file": file, "ngay": "28/11/2026"}, follow=True).content.decode()

    assert "Đã ghi: 537 thủ tục mới, 0 thủ tục đổi, 0 thủ tục như cũ." in receive()
    assert "Đã ghi: 0 thủ tục mới, 0 thủ tục đổi, 537 thủ tục như cũ." in receive()


def test_what_a_version_publishes_otherwise_is_told():
    bring(told("1.1"))
    bring(told("1.1", limits="Trực tiếp7 Ngày làm việc50.000 đồng"), on="01/05/2026")
    page = see(as_("lan"), "/thu-tuc/1.1/")
    assert "Thời hạn (trực tiếp): 10 Ngày làm việc → 7 Ngày làm việc" in page
    assert "bản đầu" in page


def test_those_that_cannot_be_handed_in_online_are_found():
    bring(told("1.1"), told("1.2", limits="Trực tuyến10 Ngày làm việcMiễn phí"))
    first = see(as_("lan"), "/thu-tuc/")
    assert "Nộp trực tuyến được 1" in first
    assert "Không nộp trực tuyến được 1" in first
    page = see(as_("lan"), "/thu-tuc/?truc-tuyen=khong")
    assert "1.1" in page
    assert "/thu-tuc/1.2/" not in as_("lan").get("/thu-tuc/?truc-tuyen=khong").content.decode()
