"""What a person sees of a delivery received: what vanished, came twice, cannot be, contradicts; and what they settle."""

import io
import random
import re

import pytest
from python_calamine import CalamineWorkbook

from app.bad_files import CASE, TIME, good_rows
from app.deliveries import check
from baro.desk.by import by_program
from baro.desk.import_sources import Description, describe_source
from baro.desk.imports import receive
from baro.desk.permission import asker_of
from baro.desk.two_persons import approve
from baro.records.models import Dossier, ImportAdoption, ImportConflict, ProposalRow
from baro.records.queries.access import standing_of
from baro.rules.observed.reconciliation import Declared
from channels.web.imports.people import AT, person

BY = by_program("goc")
SETTLE, APPROVE = "/nhap-du-lieu/mau-thuan/ket-luan", "/nhap-du-lieu/mau-thuan/duyet"
pytestmark = pytest.mark.django_db


@pytest.fixture
def lan(client, settings, tmp_path):
    settings.HOME = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    (tmp_path / "keys").mkdir()
    account = person("lan", "tthc_control")
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), BY, AT)
    client.force_login(account)
    return client


def bring(folder, ticket: str, rows, **declared: int) -> str:
    check(folder, ticket, rows, declared=Declared(**declared))
    return receive(ticket, BY, AT).batch


def second_delivery(folder) -> tuple[str, str]:
    """A first delivery, then one in which a dossier is missing, a row stands twice, a day cannot be, a time differs and the
    sender claims one dossier more; gives the batch and the code that vanished."""
    rows = good_rows(random.Random(7))
    bring(folder, "mot", rows)
    gone = rows[-1][CASE]
    told = [list(row) for row in rows if row[CASE] != gone]
    told[1][TIME] = told[1][TIME][:-8] + "23:59:59"
    told[5][TIME] = "01/01/1900 08:00:00"
    told.append(list(told[8]))
    return bring(folder, "hai", told, dossiers=12), gone


def text(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_the_statement_tells_what_vanished_came_twice_cannot_be_and_does_not_agree(lan, tmp_path):
    batch, gone = second_delivery(tmp_path)
    page = text(lan.get(f"/nhap-du-lieu/lan-nhap/{batch}/"))
    assert "1 hồ sơ không còn trong tệp" in page
    assert gone in page
    assert "số hồ sơ đọc được và số bên gửi công bố là 11 và 12 (ít hơn 1)" in page
    assert "Trùng hoàn toàn với dòng trước 1 dòng" in page
    assert re.search(r"Dòng 7 Thời điểm [^ ]*1900", page), page[page.find("Từng chỗ") :][:600]
    assert "thời điểm: " in page


def test_the_workbook_holds_every_list_of_the_statement(lan, tmp_path):
    batch, gone = second_delivery(tmp_path)
    answer = lan.get(f"/nhap-du-lieu/lan-nhap/{batch}/bien-ban.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
    sheets = {name: book.get_sheet_by_name(name).to_python()[1:] for name in book.sheet_names}
    assert sheets["Không còn trong tệp"] == [[gone]]
    assert any("ít hơn 1" in row[0] for row in sheets["Chưa khớp"])
    kinds = {row[0]: row[2] for row in sheets["Chỗ cần xem"]}
    assert 7 in kinds.values()
    assert len(sheets["Mâu thuẫn"]) == ImportConflict.objects.count() > 0
    counted = {row[1]: row[2] for row in sheets["Đối soát"] if row[1]}
    assert (counted["Mới"], counted["Lần này không còn trong tệp"], counted["Trùng hoàn toàn với dòng trước"]) == (
        0,
        1,
        1,
    )


def test_a_contradiction_is_settled_on_the_page_by_a_person_with_a_reason(lan, tmp_path):
    second_delivery(tmp_path)
    held = sorted(Dossier.objects.whole().values_list("id", "event_count", "digest"))
    before = ImportConflict.objects.count()
    page = text(lan.get("/nhap-du-lieu/mau-thuan/"))
    assert f"{before} chỗ chờ người xem; dữ liệu đang giữ chưa bị sửa" in page
    chosen = ImportConflict.objects.order_by("id").first()
    said = {"conflict": chosen.id, "choice": "ours"}
    assert lan.post(SETTLE, said | {"reason": "  "}).status_code == 409
    lan.post(SETTLE, said | {"reason": "Đã đối chiếu bản giấy"})
    chosen.refresh_from_db()
    assert (chosen.settled_by, chosen.settled_at is not None, chosen.outcome) == ("p-lan", True, "kept")
    assert f"{before - 1} chỗ chờ" in text(lan.get("/nhap-du-lieu/mau-thuan/")) or before == 1
    assert sorted(Dossier.objects.whole().values_list("id", "event_count", "digest")) == held
    assert lan.post(SETTLE, said | {"reason": "lại"}).status_code == 404


def test_theirs_is_adopted_after_a_preview_and_the_statement_tells_it(lan, tmp_path):
    batch, _ = second_delivery(tmp_path)
    said = {"all": "mot-cua", "choice": "theirs", "reason": "Bên gửi đã đính chính"}
    waiting = ImportConflict.objects.count()
    page = text(lan.post(SETTLE, said))
    assert f"Theo tệp ở {waiting} chỗ của Một cửa" in page
    assert "Chưa ghi gì" in page
    assert ImportAdoption.objects.count() == 0
    lan.post(SETTLE, said | {"confirm": "1"})
    for proposal in ProposalRow.objects.all():
        approve(proposal.id, asker_of(standing_of(person("chi", "inspection_lead").person), at=AT), AT)
        page = text(lan.get("/nhap-du-lieu/mau-thuan/"))
        assert "đã được duyệt chọn rồi ghi" in page
        lan.post(SETTLE, said | {"confirm": "1"})
    assert not ImportConflict.objects.filter(settled_at=None).exists()
    page = text(lan.get(f"/nhap-du-lieu/lan-nhap/{batch}/"))
    assert f"Kết luận: theo tệp {waiting}." in page
    assert sum(a.conflicts for a in ImportAdoption.objects.all()) == waiting
    assert all(f"theo tệp ở {a.conflicts} chỗ của {a.dossiers} hồ sơ" in page for a in ImportAdoption.objects.all())
    book = lan.get(f"/nhap-du-lieu/lan-nhap/{batch}/bien-ban.xlsx").content
    told = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_name("Mâu thuẫn").to_python()
    assert {row[-1] for row in told[1:]} == {"theo tệp"}


def test_a_second_person_of_another_body_approves_on_the_page(lan, client, tmp_path):
    second_delivery(tmp_path)
    chosen = ImportConflict.objects.order_by("id").first()
    minh = person("minh", "tthc_control", "b-huyen")
    client.force_login(minh)
    assert client.post(APPROVE, {"conflict": chosen.id}).status_code == 404


def test_a_statement_of_another_body_is_not_there(lan, client, tmp_path):
    batch, _ = second_delivery(tmp_path)
    client.force_login(person("minh", "tthc_control", "b-huyen"))
    for place in (f"lan-nhap/{batch}/", f"lan-nhap/{batch}/bien-ban.xlsx", f"lan-nhap/{batch}/cho-can-xem.csv"):
        assert client.get(f"/nhap-du-lieu/{place}").status_code == 404
    assert "Không có chỗ nào chờ xem" in text(client.get("/nhap-du-lieu/mau-thuan/"))
    conflict = ImportConflict.objects.order_by("id").first()
    assert client.post(SETTLE, {"conflict": conflict.id, "choice": "ours", "reason": "của tôi"}).status_code == 404
