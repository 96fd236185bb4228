"""A unit without other software keeps its dossiers here: it opens a book, receives, tells each step, prints the forms."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from app.inputs import a_process
from baro.desk.by import by_program
from baro.desk.import_sources import Description, describe_source
from baro.records.models import Dossier, InternalRun, InternalRunMonth, LedgerEntry, StepRow
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_kinds import WorkKind
from baro.rules.prescribed.zones import VIETNAM, local_time
from channels.web.dossiers.test_pages import as_
from channels.web.imports.people import person
from channels.web.organisation.office import see, wrong_fields

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = datetime.now(UTC).astimezone().strftime("%d/%m/%Y")  # noqa: TID251 pages read the clock
NOW = datetime.now(UTC)  # noqa: TID251 pages read the clock
KEEPER = by_program("thu")
PROCEDURE = "Cấp đổi giấy chứng nhận"


@pytest.fixture(autouse=True)
def _office(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    person("kiemsoat", "tthc_control", "b-so")
    person("motcua", "intake", "b-so")
    person("truong", "division_head", "b-so")
    person("khac", "division_head", "b-khac")
    person("vanthu", "clerk", "b-so")


def open_book(client, folder, **more):
    process = a_process(folder, Thủ_tục=PROCEDURE, Tổng_thời_hạn="5 ngày làm việc")
    file = SimpleUploadedFile("quy-trinh.csv", process.read_bytes())
    said = {
        "name": "Sổ của xã",
        "source": "so-xa",
        "work": "procedure",
        "unit": "Cơ quan b-so",
        "prefix": "000.17.27.H26",
        "process": file,
    }
    return client.post("/so-ho-so/mo-so", said | more)


def receive(client, **more):
    said = {
        "procedure": PROCEDURE, "channel": "Trực tiếp", "day": TODAY, "hour": "00:00", "applicant": "Nguyễn Văn Thử",
        "contact": "", "address": "Thôn Mẫu", "papers": "Đơn (bản chính)\nGiấy chứng nhận (bản sao)",
    }  # fmt: skip
    answer = client.post("/so-ho-so/so-xa/tiep-nhan", said | more)
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def told(client, place: str, activity: str, **more):
    said = {
        "activity": activity,
        "day": TODAY,
        "hour": "00:00",
        "unit": "",
        "handler": "",
        "document": "",
        "due_on": "",
        "reason": "",
    }
    return client.post(f"{place}buoc", said | more)


def test_from_the_empty_list_to_the_result(tmp_path):
    kiemsoat, motcua, truong = as_("kiemsoat"), as_("motcua"), as_("truong")
    assert "Chưa có sổ nào" in see(motcua, "/so-ho-so/")
    assert open_book(kiemsoat, tmp_path).status_code == 302
    place = receive(motcua)
    page = see(truong, place)
    assert "Quy trình QT-01 đang chờ: Thẩm định" in page
    assert "Nguyễn Văn Thử" in page
    assert told(truong, place, "Thẩm định").status_code == 302
    assert wrong_fields(told(truong, place, "Yêu cầu bổ sung")) == {"reason": "Bước này cần ghi lý do."}
    assert told(truong, place, "Yêu cầu bổ sung", reason="Thiếu bản vẽ", document="12/PBS").status_code == 302
    assert "Tạm dừng thời hạn" in see(motcua, place)
    assert told(motcua, place, "Nộp bổ sung").status_code == 302
    assert told(truong, place, "Có kết quả").status_code == 302
    row = Dossier.objects.whole().get()
    assert (row.event_count, row.supplements, row.deviation_count) == (5, 1, 2)  # the supplement is not in this process
    assert "Hồ sơ đã kết thúc." in see(truong, place)
    assert "Nguyễn Văn Thử" in see(motcua, "/so-ho-so/so-xa/")


def test_the_forms_are_those_of_the_day(tmp_path):
    motcua, truong = as_("motcua"), as_("truong")
    open_book(as_("kiemsoat"), tmp_path)
    place = receive(motcua)
    told(truong, place, "Yêu cầu bổ sung", reason="Thiếu bản vẽ")
    receipt = motcua.get(f"{place}mau/receipt/1").content.decode()
    assert "<svg" in receipt
    assert "Giấy chứng nhận (bản sao)" in receipt
    assert "Thiếu bản vẽ" in see(motcua, f"{place}mau/supplement/2")
    assert "Mẫu số 06, TT 03/2025/TT-VPCP" in see(motcua, f"{place}mau/control/0")
    assert motcua.get(f"{place}mau/refusal/2").status_code == 404
    assert motcua.get(f"{place}mau/receipt/9").status_code == 404
    for form in ("supplement/2", "receipt/1"):
        answer = motcua.get(f"{place}mau/{form}?dang=pdf")
        assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    document = ZipFile(BytesIO(motcua.get(f"{place}mau/supplement/2?dang=docx").content)).read("word/document.xml")
    assert "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ" in document.decode()


def test_who_has_no_part_in_the_unit_sees_no_book(tmp_path):
    open_book(as_("kiemsoat"), tmp_path)
    place = receive(as_("motcua"))
    khac = as_("khac")
    assert [khac.get(f"{place}{there}").status_code for there in ("", "buoc", "mau/receipt/1")] == [404] * 3
    assert khac.get("/so-ho-so/so-xa/").status_code == 404
    assert "Sổ của xã" not in see(khac, "/so-ho-so/")
    assert told(as_("vanthu"), place, "Thẩm định").status_code in (403, 422)  # a clerk does the counter's work only
    assert as_("vanthu").get(place).status_code == 200
    assert "Nguyễn Văn Thử" not in as_("vanthu").get(place).content.decode()  # who did not receive it


def test_nothing_personal_and_no_free_text_stands_in_the_ledger(tmp_path):
    open_book(as_("kiemsoat"), tmp_path)
    told(as_("truong"), receive(as_("motcua")), "Yêu cầu bổ sung", reason="Thiếu bản vẽ của ông Thử")
    bodies = b"".join(bytes(entry.body) for entry in LedgerEntry.objects.all())
    assert all(words.encode() not in bodies for words in ("Nguyễn Văn Thử", "Thôn Mẫu", "Thiếu bản vẽ"))


@pytest.mark.parametrize(
    ("change", "field"),
    [({"prefix": "h26"}, "prefix"), ({"source": "Sổ xã"}, "source"), ({"unit": "Cơ quan lạ"}, "unit"), ({"name": " "}, "name")],
)  # fmt: skip
def test_a_book_that_cannot_be_opened_leaves_nothing_behind(tmp_path, change, field):
    kiemsoat = as_("kiemsoat")
    assert field in wrong_fields(open_book(kiemsoat, tmp_path, **change))
    assert "Chưa có sổ nào" in see(kiemsoat, "/so-ho-so/")


def test_a_process_that_cannot_be_read_is_told(tmp_path):
    answer = open_book(as_("kiemsoat"), tmp_path, process=SimpleUploadedFile("quy-trinh.csv", b"a,b\n1,2\n"))
    assert answer.status_code == 422


def test_the_future_is_refused_and_the_step_stays_unsaid(tmp_path):
    open_book(as_("kiemsoat"), tmp_path)
    place = receive(as_("motcua"))
    answer = told(as_("truong"), place, "Thẩm định", day="31/12/2199")
    assert answer.status_code == 422
    assert StepRow.objects.whole().count() == 1


def test_the_book_comes_down_as_a_workbook(tmp_path):
    truong = as_("truong")
    open_book(as_("kiemsoat"), tmp_path)
    receive(as_("motcua"))
    answer = truong.get("/so-ho-so/so-xa/tai-ve")
    strings = ZipFile(BytesIO(b"".join(answer.streaming_content))).read("xl/worksheets/sheet1.xml").decode()
    assert re.search(r"Nguyễn Văn Thử", strings)


def marked(client, address: str) -> str:
    """A page with its marks."""
    return client.get(address).content.decode()


def test_an_own_slip_is_taken_back_on_the_page_and_stays_struck_through(tmp_path):
    kiemsoat, motcua, truong = as_("kiemsoat"), as_("motcua"), as_("truong")
    open_book(kiemsoat, tmp_path)
    place = receive(motcua)
    told(truong, place, "Thẩm định")
    assert "Rút bước ghi nhầm" in see(truong, place)
    assert "Rút bước ghi nhầm" not in see(motcua, place)  # told by another
    assert motcua.get(f"{place}buoc/2/rut").status_code == 409
    assert truong.get(f"{place}buoc/1/rut").status_code == 409  # the receipt stays
    assert "reason" in wrong_fields(truong.post(f"{place}buoc/2/rut", {"reason": " "}))
    assert truong.post(f"{place}buoc/2/rut", {"reason": "Nhầm hồ sơ bên cạnh"})["Location"] == place
    page = see(truong, place)
    assert "<s>Thẩm định</s>" in marked(truong, place)
    assert "Ghi nhầm: Nhầm hồ sơ bên cạnh" in page
    assert "Quy trình QT-01 đang chờ: Thẩm định" in page
    assert Dossier.objects.whole().get().event_count == 1
    assert "Nhầm hồ sơ bên cạnh" not in see(as_("vanthu"), place)
    assert truong.get(f"{place}buoc/2/rut").status_code == 409


def test_a_step_is_voided_by_two_from_its_page_to_the_proposal_and_back(tmp_path, settings):
    settings.HOME_SETTINGS = replace(settings.HOME_SETTINGS, slip_minutes=0)
    person("chutich", "unit_head", "b-so")
    person("haikhac", "unit_head", "b-khac")
    motcua, truong, head, second = as_("motcua"), as_("truong"), as_("chutich"), as_("haikhac")
    open_book(as_("kiemsoat"), tmp_path)
    place = receive(motcua)
    told(truong, place, "Thẩm định")
    assert "Rút bước" not in see(truong, place)
    assert "Đề nghị hủy" in see(head, place)
    proposal = head.post(f"{place}buoc/2/rut", {"reason": "Nhầm hồ sơ"})["Location"]
    assert "Thẩm định" in see(second, proposal)
    assert "chờ người thứ hai" in see(head, place)
    assert proposal in marked(head, place)
    assert proposal not in marked(motcua, place)
    assert second.post(f"{proposal}phe-duyet").status_code == 302
    assert head.post(f"{proposal}thuc-hien").status_code == 302
    assert "<s>Thẩm định</s>" in marked(head, place)
    assert "đã hủy, hai người" in see(head, place)
    assert Dossier.objects.whole().get().event_count == 1


def receive_run(client, **more):
    said = {
        "procedure": PROCEDURE, "requester": "citizen", "applicant": "Nguyễn Văn Thử", "day": TODAY, "hour": "00:00",
        "papers": "Đề nghị sao lục",
    }  # fmt: skip
    return client.post("/so-ho-so/so-xa/tiep-nhan", said | more)


def test_internal_work_is_kept_judged_and_listed_apart_from_procedures(tmp_path):
    kiemsoat, motcua, truong = as_("kiemsoat"), as_("motcua"), as_("truong")
    open_book(kiemsoat, tmp_path, work="internal")
    assert "Công việc nội bộ" in see(motcua, "/so-ho-so/")
    assert "requester" in wrong_fields(receive_run(motcua, requester=""))
    place = receive_run(motcua)["Location"]
    page = see(truong, place)
    assert "Công dân" in page and "Đề nghị sao lục" in page
    assert "Phiếu kiểm soát" not in page and "Mẫu 01" not in page
    assert motcua.get(f"{place}mau/receipt/1").status_code == motcua.get(f"{place}mau/control/0").status_code == 404
    assert told(truong, place, "Có kết quả", reason="Không cần thẩm định").status_code == 302
    assert not Dossier.objects.whole().exists()
    row = InternalRun.objects.whole().get()
    assert (row.event_count, row.deviation_count > 0) == (2, True)
    assert InternalRunMonth.objects.whole().get().ended == 1
    assert "Chưa có hồ sơ nào" in see(truong, "/ho-so/")
    there = see(truong, "/ho-so/?loai=noi-bo")
    assert row.code in there and "1 việc" in there
    assert "Vì sao" in see(truong, f"/ho-so/{row.id}/")
    received = local_time(row.received_at, VIETNAM)  # on a day off it counts from the next working day
    week = see(truong, f"/giao-ban/?loai=noi-bo&tuan={received:%G-W%V}")
    assert "trong tuần tiếp nhận 1" in week
    assert "Chốt tuần này" not in week
    assert "Tuần này không có hồ sơ nào" in see(truong, f"/giao-ban/?tuan={received:%G-W%V}")
    assert row.code in truong.get("/ho-so/tai-ve?loai=noi-bo").getvalue().decode("utf-8-sig")


def test_a_source_with_dossiers_stays_of_its_kind(tmp_path):
    open_book(as_("kiemsoat"), tmp_path)
    receive(as_("motcua"))
    with pytest.raises(Refused, match="import.work_fixed"):
        describe_source(Description(code="so-xa", name="Sổ", work=WorkKind.INTERNAL, unit="b-so"), KEEPER, NOW)
