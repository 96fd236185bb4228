"""The register of processes: found, looked at, approved with steps pasted from a spreadsheet, published, known, replaced, ended."""

import pytest

CONTROL, OFFICER = "mau-kiem-soat", "mau-van-thu"
OFFICE = "Văn phòng đăng ký đất đai Hà Nội"
ROWS = (
    "Bước\tNội dung công việc\tTrách nhiệm thực hiện\tThời gian thực hiện\tBước tiếp theo\n"
    "1\tTiếp nhận yêu cầu\tVăn thư\t1 ngày làm việc\t2\n"
    "2\tSao lục\t\t1 ngày làm việc\t3\n"
    "3\tPhát hành kết quả\tVăn thư\t1 ngày làm việc\tKết thúc\n"
)


@pytest.fixture
def house(own_house):
    return own_house


def paste(person, rows: str) -> None:
    """Paste a whole table in the place of the cells."""
    person.page.get_by_text("Dán cả bảng", exact=True).click()
    person.fill("Các bước", rows)


def test_a_process_from_its_decision_to_its_end(somebody):
    control, officer = somebody(CONTROL), somebody(OFFICER)
    control.open("/quy-trinh/")
    control.reads("254", "Công việc nội bộ (ngoài TTHC)")
    control.watch.look()
    control.keep_picture("quy-trinh")
    control.open("/quy-trinh/?tim=thach+that")
    control.reads("Quy trình nội bộ mẫu 1", "Cơ quan ban hành không còn")
    control.page.locator("table.list tbody td a").first.click()
    control.reads("Quyết định, công bố", "Các bước", "Nên làm")
    control.watch.look()
    control.keep_picture("mot-quy-trinh")
    control.open("/quy-trinh/con-thieu?ngay=25/04/2024")
    control.reads("việc mà quá nửa số cơ quan cùng loại đã có quy trình", "Quy trình nội bộ cấp xã mẫu")
    control.watch.look()
    control.keep_picture("con-thieu-quy-trinh")

    control.open("/quy-trinh/")
    control.press("Ghi quy trình mới")
    control.fill("Cơ quan ban hành", OFFICE)
    control.fill("Mã hiệu", "QT-SL")
    control.fill("Tên quy trình", "Sao lục văn bản lưu trữ")
    control.fill("Số, ký hiệu quyết định", "12/QĐ-VPĐK")
    control.fill("Ngày phê duyệt", "02/11/2026")
    paste(control, ROWS.replace("1\tTiếp", "một\tTiếp").replace("1 ngày làm việc\t3", "mai\t3"))
    control.press("Ghi vào danh mục")
    control.reads("bảng đã dán", "dòng 3", "“mai” không phải là thời hạn")
    paste(control, ROWS)
    control.fill("Tổng thời gian", "4 ngày làm việc")
    control.press("Ghi vào danh mục")
    control.reads(
        "Đã ghi quy trình vào danh mục.", "Bước không ghi ai làm", "bước 2 “Sao lục”", "cộng các bước 3 ngày làm việc"
    )
    control.watch.look()
    there = control.page.url
    assert control.take("Bảng bước Excel").read_bytes()[:2] == b"PK"
    assert b"Sao l" in control.take("BPMN").read_bytes()
    control.press("Ghi công bố")
    control.fill("Ngày công bố", "05/11/2026")
    control.fill("Nơi công bố", "Cổng thông tin điện tử")
    control.press("Ghi nhận")
    control.reads("Đã ghi công bố.", "05/11/2026, Cổng thông tin điện tử")

    officer.open(there)
    officer.press("Ghi là đã nắm")
    officer.press("Ghi nhận")
    officer.reads("Đã ghi là bạn đã nắm quy trình.", "1 người, có bạn")

    control.open(there)
    control.press("Sửa đổi, thay thế")
    control.fill("Số, ký hiệu quyết định", "15/QĐ-VPĐK")
    control.fill("Ngày phê duyệt", "20/11/2026")
    paste(control, ROWS.replace("Sao lục\t\t", "Sao lục\tVăn thư\t"))
    control.fill("Tổng thời gian", "3 ngày làm việc")
    control.press("Ghi nhận")
    control.reads("Đã ghi bản mới; bản cũ hết áp dụng.", "Các bản", "19/11/2026", "lần 2")
    control.press("Bãi bỏ")
    control.fill("Ngày áp dụng cuối cùng", "25/11/2026")
    control.fill("Quyết định bãi bỏ", "20/QĐ-VPĐK")
    control.press("Ghi nhận")
    control.reads("Đã ghi bãi bỏ.", "Hết áp dụng từ sau ngày 25/11/2026")
    control.open("/quy-trinh/?tinh-trang=het")
    control.reads("2 bản quy trình đã hết áp dụng.")
    assert control.take("Tải danh sách Excel").read_bytes()[:2] == b"PK"
