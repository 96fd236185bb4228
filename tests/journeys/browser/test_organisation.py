"""Bodies and people by the pages: found, recorded, merged; and a whole list by spreadsheet, down and up."""

import csv
import io

import pytest
from playwright.sync_api import expect

from channels.web.organisation.test_sheets import GOOD, workbook

KEEPER = "mau-nghiep-vu"


@pytest.fixture
def keeper(somebody):
    """Who keeps the list of bodies and people."""
    return somebody(KEEPER)


def new_body(keeper, name: str) -> None:
    """Record a division below the department of home affairs; its page is open then."""
    keeper.open("/to-chuc/don-vi/moi")
    keeper.fill("Tên", name)
    keeper.field("Cấp").select_option(label="Thành phố")
    keeper.fill("Cấp trên trực tiếp", "Sở Nội vụ Hà Nội")
    keeper.fill("Từ ngày", "01/01/2026")
    keeper.fill("Căn cứ", "QĐ 1/QĐ-SNV")
    keeper.press("Ghi nhận")


def test_a_body_is_found_without_marks_on_any_day(keeper):
    keeper.open("/to-chuc/")
    keeper.fill("Tìm đơn vị", "xa thach that")
    keeper.press("Xem")
    keeper.reads("Xã Thạch Thất")
    keeper.open("/to-chuc/")
    keeper.fill("Xem ngày", "25/04/2024")
    keeper.press("Xem")
    keeper.reads("Ngày 25/04/2024 có")
    keeper.fill("Xem ngày", "31/02/2024")
    keeper.press("Xem")
    keeper.reads("31/02/2024")


def test_a_form_filled_in_wrongly_says_what_is_missing_and_records_nothing(keeper):
    keeper.open("/to-chuc/don-vi/moi")
    keeper.fill("Từ ngày", "khong phai ngay")
    keeper.press("Ghi nhận")
    keeper.reads("Chưa ghi gì. Xin sửa chỗ được đánh dấu", "Xin ghi tên cơ quan, đơn vị.")


def test_a_body_is_recorded_and_merged_into_another_after_a_preview(keeper):
    new_body(keeper, "Phòng Thử sáp nhập")
    keeper.reads("Phòng Thử sáp nhập")
    keeper.unfold("Ghi thay đổi")
    keeper.press("Sáp nhập vào đơn vị khác")
    keeper.fill("Từ ngày", "01/02/2027")
    keeper.fill("Đơn vị kế thừa", "Sở Nội vụ Hà Nội")
    keeper.fill("Căn cứ", "QĐ 2/QĐ-SNV")
    keeper.press("Xem trước")
    keeper.reads("hoạt động đến hết 31/01/2027", "Chưa ghi gì.")
    keeper.press("Xác nhận kết thúc và ghi nhận")
    keeper.reads("Phòng Thử sáp nhập")
    keeper.open(keeper.page.url.partition("?")[0] + "?ngay=01/02/2027")
    keeper.reads("không có đơn vị này: đã kết thúc 31/01/2027")
    keeper.press("Bàn giao")
    keeper.reads("đơn vị kết thúc 31/01/2027")


def test_somebody_is_registered_and_appointed_and_the_post_ends(keeper):
    new_body(keeper, "Phòng Thử bổ nhiệm")
    keeper.open("/to-chuc/nguoi/moi")
    keeper.fill("Mã cán bộ", "THU-1")
    keeper.fill("Họ tên", "Nguyễn Thị Thử")
    keeper.press("Ghi nhận")
    keeper.unfold("Ghi việc mới")
    keeper.press("Bổ nhiệm")
    keeper.fill("Tại đơn vị", "Phòng Thử bổ nhiệm")
    keeper.fill("Chức danh", "Trưởng phòng")
    keeper.field("Là người đứng đầu").check()
    keeper.fill("Từ ngày", "01/02/2026")
    keeper.fill("Quyết định", "QĐ 3/QĐ-SNV")
    keeper.press("Ghi nhận")
    keeper.reads("Trưởng phòng", "đang giữ")
    keeper.press("Kết thúc")
    keeper.fill("Ngày cuối cùng", "31/12/2026")
    keeper.fill("Quyết định", "QĐ 4/QĐ-SNV")
    keeper.press("Ghi nhận")
    keeper.press("Đính chính")
    keeper.press("Thôi")


def test_the_list_comes_down_and_a_filled_workbook_goes_up_once(keeper, tmp_path):
    keeper.open("/to-chuc/bang-tinh/")
    assert keeper.take("Danh mục đang có").read_bytes()[:2] == b"PK"
    assert keeper.take("Tệp mẫu").read_bytes()[:2] == b"PK"
    table = csv.reader(io.StringIO(keeper.take("Đơn vị").read_text("utf-8-sig")))
    assert any("Sở Nội vụ Hà Nội" in row for row in table)
    filled = tmp_path / "to-chuc.xlsx"
    filled.write_bytes(workbook(GOOD).read())
    keeper.choose_file("Tệp XLSX hoặc CSV", filled)
    keeper.reads("to-chuc.xlsx")
    keeper.press("Kiểm tra tệp")
    keeper.reads("4 dòng đều đúng; nhập tệp sẽ ghi 4 thay đổi")
    keeper.press("Ghi 4 thay đổi")
    keeper.reads("Đã ghi 4 thay đổi")


def test_a_workbook_with_a_bad_cell_is_told_cell_by_cell_and_not_recorded(keeper, tmp_path):
    bad = {table: [dict(row) for row in rows] for table, rows in GOOD.items()}
    bad["bodies"][0]["valid_from"] = "31/02/2026"
    filled = tmp_path / "sai.xlsx"
    filled.write_bytes(workbook(bad).read())
    keeper.open("/to-chuc/bang-tinh/")
    keeper.choose_file("Tệp XLSX hoặc CSV", filled)
    keeper.press("Kiểm tra tệp")
    keeper.reads("ô cần sửa trong 4 dòng; chưa có dòng nào được ghi", "31/02/2026")


def test_no_file_chosen_is_told_in_vietnamese_and_the_button_is_reached_by_keyboard(keeper):
    keeper.open("/to-chuc/bang-tinh/")
    keeper.reads("Chọn tệp…", "Chưa chọn tệp nào")
    field = keeper.field("Tệp XLSX hoặc CSV")
    with keeper.page.expect_file_chooser():  # listened for from here on: what opens before the browser listens is lost
        keeper.button("Kiểm tra tệp").click()
        assert field.evaluate("(e) => e.validationMessage") == "Xin chọn một tệp."
        expect(field).to_be_focused()
        keeper.button("Vắng mặt").focus()
        keeper.page.keyboard.press("Tab")
        expect(field).to_be_focused()
        keeper.page.keyboard.press("Space")


def test_a_council_member_looks_and_is_offered_no_change(somebody):
    member = somebody("mau-dai-bieu")
    member.open("/to-chuc/don-vi/hn.ubnd/")
    assert not member.page.locator("summary", has_text="Ghi thay đổi").count()
    assert member.open("/to-chuc/don-vi/hn.ubnd/thay-doi") in (403, 404)
