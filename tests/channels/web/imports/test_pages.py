"""Bringing a file in by the page: four steps, and nothing is recorded before the last."""

import random
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from app.bad_files import HEADER, TIME, as_csv, good_rows
from baro.app import import_jobs
from baro.app.import_jobs import do_phase
from baro.records.models import Dossier, ImportBatch, ImportSource
from channels.web.imports.people import AT, person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _by_hand(settings, tmp_path):
    settings.IMPORT_JOBS = "by-hand"
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def lan(client):
    client.force_login(person("lan", "tthc_control"))
    return client


def file(rows=None, header=None, name="Nhật ký tuần 12.csv") -> SimpleUploadedFile:
    text = as_csv(good_rows(random.Random(7)) if rows is None else rows, header=header)
    return SimpleUploadedFile(name, text.encode(), "text/csv")


def upload(client, upload_file, **more) -> str:
    """Send a file; gives the ticket."""
    answer = client.post("/nhap-du-lieu/tep-moi", {"file": upload_file, "name": "Một cửa điện tử", **more})
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"].rstrip("/").rpartition("/")[2]


def work(client, ticket: str, phase: str) -> str:
    """Let the work be done and give the page that shows it."""
    do_phase(ticket, phase, AT)
    answer = client.get(f"/nhap-du-lieu/dang-nhap/{ticket}/", follow=True)
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def to_check(client, ticket: str, **said) -> str:
    client.post(f"/nhap-du-lieu/dang-nhap/{ticket}/ghep-cot", said)
    return work(client, ticket, "check")


def test_a_sound_file_comes_in_by_four_steps(lan):
    ticket = upload(lan, file())
    assert "Ba Rõ đã nhận ra các cột cần có" in work(lan, ticket, "look")
    page = to_check(lan, ticket)
    assert "tổng số của ta bằng tổng số của bên gửi" in page
    assert Dossier.objects.whole().count() == 0
    lan.post(f"/nhap-du-lieu/dang-nhap/{ticket}/nhan")
    assert "Biên bản đối soát dữ liệu" in work(lan, ticket, "receive")
    assert (ImportBatch.objects.get().file_name, Dossier.objects.whole().count()) == ("Nhật ký tuần 12.csv", 12)
    assert ImportSource.objects.get().name == "Một cửa điện tử"
    assert "Nhật ký tuần 12.csv" in lan.get("/nhap-du-lieu/").content.decode()


def test_a_column_with_a_strange_name_is_shown_by_a_person_and_remembered(lan):
    header = [h if k != TIME else "Giờ máy" for k, h in enumerate(HEADER)]
    ticket = upload(lan, file(header=header))
    assert "Xin chỉ ra cột cho những mục còn trống" in work(lan, ticket, "look")
    assert "tổng số của ta bằng" in to_check(lan, ticket, **{"role-time": "Giờ máy"})
    again = upload(lan, file(header=header), source="mot-cua-dien-tu")
    assert "Ba Rõ đã nhận ra các cột cần có" in work(lan, again, "look")


def test_a_file_with_a_cell_that_cannot_be_read_does_not_come_in_unless_a_person_says_so(lan):
    rows = good_rows(random.Random(7))
    rows[3][TIME] = "31/02/2024 08:00:00"
    ticket = upload(lan, file(rows))
    work(lan, ticket, "look")
    page = to_check(lan, ticket)
    assert "Dòng 5 Thời điểm 31/02/2024 08:00:00" in page
    assert "chưa có dòng nào được ghi" in page
    lan.post(f"/nhap-du-lieu/dang-nhap/{ticket}/nhan")
    assert "1 ô không đọc được" in work(lan, ticket, "receive")
    assert Dossier.objects.whole().count() == 0
    lan.post(f"/nhap-du-lieu/dang-nhap/{ticket}/nhan", {"leave_out": "yes"})
    work(lan, ticket, "receive")
    assert sum(Dossier.objects.whole().values_list("event_count", flat=True)) == len(rows) - 1


def test_the_cells_to_be_looked_at_can_be_taken_away_and_never_run_as_formulas(lan):
    rows = good_rows(random.Random(7))
    rows[3][TIME] = "=1+1"
    ticket = upload(lan, file(rows))
    work(lan, ticket, "look")
    to_check(lan, ticket)
    table = lan.get(f"/nhap-du-lieu/dang-nhap/{ticket}/cho-can-xem.csv").content.decode("utf-8-sig")
    assert ",5,Thời điểm,'=1+1," in table


def test_a_file_nobody_can_read_is_refused_with_a_sentence(lan):
    ticket = upload(lan, SimpleUploadedFile("nhat-ky.xlsx", b"no zip"))
    assert "Làm lại bước này" in work(lan, ticket, "look")


def test_the_same_file_again_has_nothing_to_receive(lan):
    for _ in range(2):
        ticket = upload(lan, file(), source="" if not ImportSource.objects.exists() else "mot-cua-dien-tu")
        work(lan, ticket, "look")
        page = to_check(lan, ticket)
        lan.post(f"/nhap-du-lieu/dang-nhap/{ticket}/nhan")
        work(lan, ticket, "receive")
    assert "Chính tệp này đã được nhận trước đây" in page
    assert ImportBatch.objects.count() == 1


def test_a_row_of_a_file_received_can_be_proved(lan):
    ticket = upload(lan, file())
    work(lan, ticket, "look")
    to_check(lan, ticket)
    lan.post(f"/nhap-du-lieu/dang-nhap/{ticket}/nhan")
    work(lan, ticket, "receive")
    batch = ImportBatch.objects.get()
    proof = lan.get(f"/nhap-du-lieu/lan-nhap/{batch.id}/chung-minh?dong=4").json()
    assert (proof["root"], proof["index"]) == (batch.row_root, 2)
    assert proof["row"].startswith('["",4,"H26.7-')


def test_what_is_on_its_way_is_seen_by_who_brought_it_alone(lan, client):
    ticket = upload(lan, file())
    client.force_login(person("minh", "tthc_control"))
    assert client.get(f"/nhap-du-lieu/dang-nhap/{ticket}/").status_code == 404


def test_without_a_role_nothing_can_be_brought_in(client):
    client.force_login(person("hoa"))
    assert client.post("/nhap-du-lieu/tep-moi", {"file": file(), "name": "Nguồn"}).status_code in (403, 404)
    assert client.get("/nhap-du-lieu/").status_code in (403, 404)


def test_a_saved_mapping_is_found_again_without_marks_or_case(lan):
    ticket = upload(lan, file(header=[h if k != TIME else "Giờ máy" for k, h in enumerate(HEADER)]))
    work(lan, ticket, "look")
    to_check(lan, ticket, **{"role-time": "Giờ máy"})
    plain = upload(
        lan, file(header=[h if k != TIME else "GIO MAY" for k, h in enumerate(HEADER)]), source="mot-cua-dien-tu"
    )
    page = work(lan, plain, "look")
    assert "Ba Rõ đã nhận ra các cột cần có" in page
    assert "tổng số của ta bằng" in to_check(lan, plain, **{"role-time": "GIO MAY"})


def test_work_stops_for_a_file_that_was_dropped_and_nothing_stays(lan, monkeypatch, tmp_path):
    ticket = upload(lan, file())
    work(lan, ticket, "look")
    lan.post(f"/nhap-du-lieu/dang-nhap/{ticket}/ghep-cot", {})
    stages = []

    def dropping(teller, words):
        stages.append(words)
        if len(stages) == 2:
            assert lan.post(f"/nhap-du-lieu/dang-nhap/{ticket}/bo").status_code == 302
        began(teller, words)

    began = import_jobs._Teller.stage
    monkeypatch.setattr(import_jobs._Teller, "stage", dropping)
    do_phase(ticket, "check", AT)
    assert len(stages) == 2
    assert [p.name for p in (tmp_path / "store" / "tmp").iterdir() if not p.name.endswith(".held")] == []
    assert Dossier.objects.whole().count() == 0
