"""A draft by its pages: begun, written, sent round, appraised by another, approved into the register with its own steps."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from baro.records.models import ProcessRow
from baro.records.replay import differences
from channels.web.imports.people import person
from channels.web.organisation.office import see, text_of, wrong_fields
from channels.web.processes.test_alike import SHORT, USUAL, _world  # noqa: F401 a fixture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _keys(tmp_path):
    (tmp_path / "keys").mkdir()


def client_of(name: str, role: str, unit: str) -> Client:
    client = Client()
    client.force_login(person(name, role, unit))
    return client


@pytest.fixture
def drafts_() -> dict[str, Client]:
    """Who drafts, who is asked, who appraises."""
    return {
        "soan": client_of("soan", "division_head", "b-mot"), "hoi": client_of("hoi", "division_head", "b-hai"),
        "soat": client_of("soat", "tthc_control", "b-mot"),
    }  # fmt: skip


def form(**said):
    return {"unit": "Cơ quan b-mot", "kind": "internal", "code": "QT-9", "name": "Sao lục", "reason": "Chưa có.", "rows": USUAL, "total": "4 ngày làm việc"} | said  # fmt: skip


def begun(client: Client, address: str = "/quy-trinh/du-thao/moi", **said) -> str:
    answer = client.post(address, form(**said))
    assert answer.status_code == 302, text_of(answer)
    return str(answer["Location"])


def test_a_draft_goes_its_whole_way_and_becomes_a_version_with_its_own_steps(drafts_):
    soan, hoi, soat = drafts_["soan"], drafts_["hoi"], drafts_["soat"]
    there = begun(soan)
    assert "Đã soạn, chưa xin ý kiến" in see(soan, there)
    assert "Sao lục" in see(soan, "/quy-trinh/du-thao/")
    assert soan.post(f"{there}xin-y-kien", {"body_1": "Cơ quan b-hai", "by_day": "31/12/2099"}).status_code == 302
    assert hoi.post(f"{there}y-kien/b-hai", {"opinion": "wants_changes", "words": ""}).status_code == 422
    assert hoi.post(f"{there}y-kien/b-hai", {"opinion": "wants_changes", "words": "Bớt một bước."}).status_code == 302
    assert "Bớt một bước." in see(soan, there)
    assert soan.post(f"{there}bang-buoc", {"rows": SHORT, "total": "2 ngày làm việc"}).status_code == 302
    assert "chưa trả lời" in see(soan, there)  # they spoke of other steps
    assert hoi.post(f"{there}y-kien/b-hai", {"opinion": "agrees"}).status_code == 302
    assert "Ghi quyết định phê duyệt" not in see(soat, there)
    assert soat.post(f"{there}tham-dinh", {"opinion": "agrees", "document": "3/BC"}).status_code == 302
    link = re.search(r'href="([^"]+du-thao=[^"]+)"', soat.get(there).content.decode())
    assert link is not None
    said = {
        "unit": "Cơ quan b-mot", "kind": "internal", "code": "QT-9", "name": "Sao lục", "version": "1", "decision": "4/QĐ",
        "approved_on": "05/01/2026", "rows": "", "total": "",
    }  # fmt: skip
    answer = soat.post(link[1].replace("&amp;", "&"), said)
    assert answer.status_code == 302, text_of(answer)
    assert "Một cửa" in see(soat, answer["Location"])  # the steps of the draft
    assert "Đã phê duyệt" in see(soan, there)
    assert ProcessRow.objects.count() == 1
    assert b"".join(soan.get("/quy-trinh/du-thao/tai-ve?tinh-trang=approved").streaming_content)[:2] == b"PK"
    kept = {"process_draft", "process_draft_event", "work_process"}
    assert [row for row in differences() if row.facts["table"] in kept] == []


def test_a_draft_in_place_of_a_process_replaces_it(drafts_):
    soan, soat = drafts_["soan"], drafts_["soat"]
    said = {"unit": "Cơ quan b-mot", "kind": "internal", "code": "QT-9", "name": "Sao lục", "version": "1", "decision": "1/QĐ", "approved_on": "05/01/2026", "rows": USUAL, "total": ""}  # fmt: skip
    old = soat.post("/quy-trinh/phe-duyet", said)["Location"].rstrip("/").rpartition("/")[2]
    there = begun(soan, f"/quy-trinh/du-thao/moi?thay={old}", rows=SHORT, total="")
    soat.post(f"{there}tham-dinh", {"opinion": "agrees"})
    draft = there.rstrip("/").rpartition("/")[2]
    new = {"name": "Sao lục", "version": "2", "decision": "9/QĐ", "approved_on": "05/02/2026", "rows": "", "total": ""}
    answer = soat.post(f"/quy-trinh/{old}/thay-the?du-thao={draft}", new)
    assert answer.status_code == 302, text_of(answer)
    assert ProcessRow.objects.get(pk=old).last_on is not None
    assert "Đã phê duyệt" in see(soan, there)


def test_nobody_appraises_what_they_wrote_and_each_does_their_own(drafts_):
    soan, hoi, soat = drafts_["soan"], drafts_["hoi"], drafts_["soat"]
    there = begun(soat)
    assert soat.get(f"{there}tham-dinh").status_code == 200
    assert "không tự thẩm định" in text_of(soat.post(f"{there}tham-dinh", {"opinion": "agrees"}))
    assert soan.get(f"{there}tham-dinh").status_code == 403
    assert hoi.post(f"{there}bang-buoc", {"rows": SHORT}).status_code == 404
    assert hoi.post(f"{there}y-kien/b-hai", {"opinion": "agrees"}).status_code == 404  # not asked
    assert soan.post(f"{there}thoi", {"words": ""}).status_code == 422
    assert soan.post(f"{there}thoi", {"words": "Trùng với quy trình khác."}).status_code == 302
    assert "Đã thôi soạn" in see(soan, "/quy-trinh/du-thao/?tinh-trang=dropped")
    assert soan.get(f"{there}bang-buoc").status_code == 404


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"name": ""}, {"name"}), ({"code": ""}, {"code"}), ({"reason": " "}, {"reason"}), ({"unit": "Lạ"}, {"unit"}),
    ],
)  # fmt: skip
def test_a_bad_draft_says_where(drafts_, said, wrong):
    assert set(wrong_fields(drafts_["soan"].post("/quy-trinh/du-thao/moi", form(**said)))) == wrong


def test_a_table_that_cannot_be_read_is_refused_and_nothing_is_kept(drafts_):
    soan = drafts_["soan"]
    assert soan.post("/quy-trinh/du-thao/moi", form(rows="không phải bảng")).status_code == 422
    assert "Chưa có dự thảo nào" in see(soan, "/quy-trinh/du-thao/")
    there = begun(soan, rows="", total="")
    assert "Mới mở, chưa có bảng bước" in see(soan, there)
    assert set(wrong_fields(soan.post(f"{there}bang-buoc", {"rows": "", "total": ""}))) == {"rows"}
    assert soan.post(f"{there}xin-y-kien", {"body_1": "Cơ quan b-hai"}).status_code == 422


def test_the_form_begins_with_the_steps_that_stand_and_a_file_takes_their_place(drafts_):
    soan = drafts_["soan"]
    there = begun(soan)
    first = soan.get(f"{there}bang-buoc").context["form"].initial
    rows = first["rows"].splitlines()
    assert rows[0].split("\t")[:4] == ["Bước", "Nội dung công việc", "Trách nhiệm thực hiện", "Thời gian thực hiện"]
    assert (len(rows), first["total"]) == (len(USUAL.strip().splitlines()), "4 ngày làm việc")
    file = SimpleUploadedFile("buoc.csv", "Bước,Nội dung công việc\n1,Tiếp nhận\n2,Trả kết quả\n".encode())
    changed = first["rows"].replace(rows[1].split("\t")[1], "Việc khác")
    answer = soan.post(f"{there}bang-buoc", {"rows": changed, "file": file, "total": ""})
    assert set(wrong_fields(answer)) == {"rows"}
    file.seek(0)
    sent = {"rows": first["rows"].replace("\n", "\r\n"), "file": file, "total": ""}
    assert soan.post(f"{there}bang-buoc", sent).status_code == 302
    assert "Trả kết quả" in see(soan, there)


def test_steps_sent_as_they_were_shown_are_the_same_steps(drafts_):
    soan = drafts_["soan"]
    there = begun(soan)
    first = soan.get(f"{there}bang-buoc").context["form"].initial
    assert soan.post(f"{there}bang-buoc", first).status_code == 302
    assert soan.get(f"{there}bang-buoc").context["form"].initial == first


def test_what_is_refused_leaves_no_file(drafts_, tmp_path):
    soan, hoi, soat = drafts_["soan"], drafts_["hoi"], drafts_["soat"]
    there = begun(soan)
    draft = there.rstrip("/").rpartition("/")[2]
    kept = set(tmp_path.glob("files/*"))
    assert len(kept) == 1
    approval = {"unit": "Cơ quan b-hai", "kind": "internal", "code": "QT-9", "name": "Sao lục", "version": "1", "decision": "4/QĐ", "approved_on": "05/01/2026", "rows": SHORT, "total": ""}  # fmt: skip
    assert soat.post("/quy-trinh/phe-duyet", approval).status_code == 403
    late = {"unit": "Cơ quan b-mot", "approved_on": "05/01/2199"}
    assert soat.post("/quy-trinh/phe-duyet", approval | late).status_code == 422
    assert hoi.post("/quy-trinh/du-thao/moi", form(rows=SHORT)).status_code == 403
    soat.post(f"{there}tham-dinh", {"opinion": "agrees"})
    far = client_of("xa", "tthc_control", "b-hai")
    assert (
        far.post(f"/quy-trinh/phe-duyet?du-thao={draft}", approval).status_code == 403
    )  # nobody takes up another's draft
    assert "Thẩm định đạt, chờ phê duyệt" in see(soan, there)
    assert (ProcessRow.objects.count(), set(tmp_path.glob("files/*"))) == (0, kept)
