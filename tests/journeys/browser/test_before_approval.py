"""What comes before and after an approving decision: a draft spoken of, appraised and approved; processes looked at again; and
the year's targets reported."""

from datetime import datetime, timedelta, timezone

import pytest

CONTROLS, HEAD, OFFICE = "mau-kiem-soat", "mau-thu-truong", "mau-truong-phong"


@pytest.fixture
def house(own_house):
    return own_house


def today() -> str:
    """Today as a form has it."""
    return f"{datetime.now(timezone(timedelta(hours=7))):%d/%m/%Y}"  # noqa: TID251 pages read the clock


def test_a_draft_is_spoken_of_appraised_and_approved_with_its_own_steps(somebody):
    office, controls = somebody(OFFICE), somebody(CONTROLS)
    office.open("/quy-trinh/du-thao/")
    office.press("Quy trình nội bộ mẫu: bàn giao hồ sơ đã số hóa")
    office.reads("Đang lấy ý kiến", "Kiểm tra bản số hóa", "chưa trả lời")
    office.press("Cho ý kiến")
    office.page.get_by_label("Đồng ý", exact=True).check()
    office.press("Ghi nhận")
    office.reads("Đã ghi.", "đồng ý")
    controls.open("/quy-trinh/du-thao/demo-du-thao-1/")
    controls.press("Thẩm định")
    controls.page.get_by_label("Đồng ý", exact=True).check()
    controls.press("Ghi nhận")
    controls.reads("Thẩm định đạt, chờ phê duyệt")
    controls.press("Ghi quyết định phê duyệt")
    controls.reads("Bảng bước lấy từ dự thảo đã thẩm định")
    controls.fill("Số, ký hiệu quyết định", "Mẫu 9/QĐ-VPĐKĐĐ")
    controls.fill("Ngày phê duyệt", today())
    controls.press("Ghi vào danh mục")
    controls.reads("Đã ghi quy trình vào danh mục.", "Kiểm tra bản số hóa")
    controls.open("/quy-trinh/du-thao/?tinh-trang=approved")
    controls.reads("Đã phê duyệt")


def test_processes_are_looked_at_again_several_at_a_time(somebody):
    controls = somebody(CONTROLS)
    controls.open("/quy-trinh/ra-soat/")
    controls.press("Rà soát quy trình nội bộ của Sở (mẫu)")
    controls.reads("Đã rà soát 14 trên 26 quy trình (53%)")
    controls.press("Chưa rà soát")
    for box in controls.page.get_by_role("checkbox").all()[:2]:
        box.check()
    controls.press("Ghi cho các quy trình đã chọn")
    controls.reads("Đã ghi kết quả rà soát của 2 quy trình.", "Đã rà soát 16 trên 26 quy trình (61%)")


def test_a_target_is_reported_and_an_unresolved_matter_tells_every_day_promised(somebody):
    head = somebody(HEAD)
    head.open("/nhiem-vu/chi-tieu/")
    head.press("Tỷ lệ hồ sơ đất đai giải quyết đúng hạn")
    head.press("Báo cáo thực hiện")
    head.fill("Lũy kế đến hết ngày", today())
    head.fill("Thực hiện", "nhiều")
    head.press("Ghi nhận")
    head.reads("xin ghi dạng 1.234,5")
    head.fill("Thực hiện", "98,1")
    head.press("Ghi nhận")
    head.reads("Đã ghi số thực hiện.", "98,1 %")
    head.open("/nhiem-vu/ton-dong")
    head.reads("Vụ việc tồn đọng", "chưa đến hẹn")
