"""The page of names: listed with proposals, said in bulk and by spreadsheet; a fault is told in a sentence and records nothing."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from baro.records.models import Dossier, NameMatchRow, SignalQuestionRow
from channels.web.dossiers.test_pages import as_
from channels.web.organisation.office import see
from desk.test_name_matches import STEPS, TOLD, bring, rows, seen, source

__all__ = ["source"]
pytestmark = pytest.mark.django_db
PAGE = "/nhap-du-lieu/ten/"


@pytest.fixture
def control(source, settings) -> Client:
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    return as_("goc")


def keys(client: Client, address: str) -> dict[str, str]:
    """The keys of the names on a page, by name."""
    import re

    page = client.get(address).content.decode()
    found = re.findall(r'name="chon" value="(\w+)"[^>]*aria-label="Chọn ([^"]+)"', page)
    return {name: key for key, name in found}


def said() -> set[tuple[str, str, str]]:
    return set(NameMatchRow.objects.values_list("name", "outcome", "target"))


def test_names_are_listed_with_what_they_may_mean(control):
    page = see(control, PAGE)
    assert "3 tên đơn vị của nguồn “Một cửa” chưa ghép; 3 tên có đề nghị." in page
    assert "đề nghị: trùng tên, khác dấu hoặc chữ hoa" in page
    assert "Trần Văn Minh" in see(control, f"{PAGE}?loai=nguoi")


def test_all_proposals_are_said_at_once(control):
    control.post(f"{PAGE}ghep", {"loai": "nguoi", "moi-de-nghi": "1"})
    assert seen("minh") == ["2"]
    control.post(f"{PAGE}ghep", {"moi-de-nghi": "1"})
    assert {("Phong Mot", "ours", "b-1"), ("Phòng Hai", "ours", "b-2"), ("Cơ quan thuế", "ours", "b-thue")} <= said()
    assert "ngoài cơ quan gửi dữ liệu" in see(control, PAGE)


def test_a_name_is_said_to_be_nobody_s_then_changed_for_a_reason(control):
    key = keys(control, PAGE)["Cơ quan thuế"]
    control.post(f"{PAGE}ghep", {"chon": key, "viec": "khong"})
    assert said() == {("Cơ quan thuế", "not_ours", "")}
    answer = control.post(f"{PAGE}ghep", {"chon": key, f"la-{key}": "Phòng Hai", "viec": "ghep"})
    assert answer.status_code == 422
    assert "đổi thì xin ghi lý do" in answer.content.decode()
    control.post(f"{PAGE}ghep", {"chon": key, f"la-{key}": "Phòng Hai", "viec": "ghep", "ly-do": "ghép nhầm"})
    assert ("Cơ quan thuế", "ours", "b-2") in said()
    assert "ghép nhầm" in see(control, PAGE)


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "Chưa chọn tên nào"),
        ({"chon": "KEY", "la-KEY": "Không có"}, "Không có đơn vị nào như đã chọn"),
        ({"chon": "x"}, "Nguồn này không viết tên"),
        ({"chon": "KEY", "tu-ngay": "31/02/2024"}, "Ngày chưa đúng"),
    ],
)
def test_a_fault_is_told_and_nothing_is_recorded(control, form, sentence):
    key = keys(control, PAGE)["Phong Mot"]
    answer = control.post(f"{PAGE}ghep", {k.replace("KEY", key): v.replace("KEY", key) for k, v in form.items()})
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert said() == set()


def test_the_spreadsheet_goes_out_filled_and_comes_in_whole_or_not_at_all(control):
    book = CalamineWorkbook.from_filelike(io.BytesIO(control.get(f"{PAGE}tai-ve").content))
    told = book.get_sheet_by_index(0).to_python()
    head, first = told[0], next(row for row in told if row[1] == "Phong Mot")
    assert (first[3], first[4], first[5].split(" · ")[0]) == ("2", "", "Phòng Một")
    lines = [head, ["Tên đơn vị", "Phong Mot", "", "", "b-1"], ["Tên người làm", "Nguyễn Thị Lan", "Phong Mot", "", "LAN"],
             ["Tên đơn vị", "Cơ quan thuế", "", "", "không thuộc cơ quan"], ["Tên đơn vị", "Phòng Hai", "", "", ""]]  # fmt: skip

    def send(rows) -> int:
        text = "\n".join(",".join(row) for row in rows).encode("utf-8-sig")
        return control.post(f"{PAGE}nhan", {"file": SimpleUploadedFile("ten.csv", text)}).status_code

    assert send([*lines, ["Tên đơn vị", "Không viết", "", "", "b-1"]]) == 422
    assert said() == set()
    assert send(lines) == 302
    assert said() == {
        ("Phong Mot", "ours", "b-1"),
        ("Nguyễn Thị Lan", "ours", "p-lan"),
        ("Cơ quan thuế", "not_ours", ""),
    }
    assert seen("lan") == ["1"]


def test_the_page_costs_the_same_however_many_names_there_are(control, source):
    def cost() -> int:
        control.get(PAGE)
        with CaptureQueriesContext(connection) as asked:
            control.get(PAGE)
        return len(asked)

    before = cost()
    bring(source, "hai", rows(*TOLD, *((f"10{k}", f"Phòng {k}", "Nguyễn Thị Lan") for k in range(10, 60))))
    assert cost() == before


def test_a_head_of_a_division_sees_its_dossiers_on_the_pages(control):
    control.post(f"{PAGE}ghep", {"moi-de-nghi": "1"})
    head = as_("truong")
    page = see(head, "/ho-so/")
    assert "H26.7-240304-0001" in page
    assert "H26.7-240304-0003" not in page
    assert head.get("/ho-so/mot-cua:H26.7-240304-0001/").status_code == 200
    assert head.get("/ho-so/mot-cua:H26.7-240304-0003/").status_code == 404
    assert "2 hồ sơ" in see(head, "/thong-bao/") + page


def test_an_officer_finds_what_is_theirs(control, source):
    ended = [["H26.7-240304-0001", "1.1", STEPS[2], "05/03/2024 09:00:00", "Nguyễn Thị Lan", "Phong Mot", "11/03/2024"]]
    fresh = rows(("0006", "Phong Mot", "Trần Văn Minh"), day="05/03/2024")
    bring(source, "hai", rows(*TOLD) + ended + fresh)
    control.post(f"{PAGE}ghep", {"loai": "nguoi", "moi-de-nghi": "1"})
    officer = as_("minh")
    assert "H26.7-240305-0006" in see(officer, "/viec-cua-toi/")
    assert "Trần Văn Minh, Phong Mot" in see(officer, "/ho-so/")
    assert officer.get("/ho-so/mot-cua:H26.7-240304-0001/").status_code == 404
    assert officer.get(PAGE).status_code == 403


def test_a_question_reaches_those_whose_the_dossier_is_and_they_answer(control):
    control.post(f"{PAGE}ghep", {"moi-de-nghi": "1"})
    control.post(f"{PAGE}ghep", {"loai": "nguoi", "moi-de-nghi": "1"})
    dossier = "mot-cua:H26.7-240304-0002"
    Dossier.objects.whole().filter(pk=dossier).update(signals=8, signal_count=1)
    control.post(f"/ho-so/{dossier}/hoi/3", {"reply_by": "01/12/2030", "words": "Vì sao?"})
    question = SignalQuestionRow.objects.whole().get().pk
    asked = "H26.7-240304-0002"
    assert [asked in see(as_(name), "/cau-hoi/") for name in ("truong", "minh", "lan")] == [True, True, False]
    assert "1 câu hỏi" in see(as_("minh"), "/thong-bao/")
    address = f"/ho-so/{dossier}/giai-trinh/{question}"
    assert as_("lan").post(address, {"answer": "Không phải của tôi"}).status_code == 404
    assert as_("minh").post(address, {"answer": "Do mất điện"}).status_code == 302
    assert SignalQuestionRow.objects.whole().get().answered_by == "p-minh"
