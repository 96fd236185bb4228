"""A task as its giver, the unit that leads it, and the person who does it walk it; and how far a directive has come."""

from datetime import datetime, timedelta, timezone

import pytest

HEAD, OFFICE, DOES = "mau-thu-truong", "mau-truong-phong", "mau-thu-ly"
BRANCH = "Chi nhánh Văn phòng Đăng ký đất đai Hà Nội huyện Thạch Thất"


@pytest.fixture
def house(own_house):
    return own_house


def written(ago: int) -> str:
    """A day as a form has it."""
    here = datetime.now(timezone(timedelta(hours=7))) - timedelta(days=ago)  # noqa: TID251 pages read the clock
    return f"{here:%d/%m/%Y}"


def test_a_task_is_given_by_a_directive_handed_to_a_person_handed_in_sent_back_and_accepted(somebody):
    head, does = somebody(HEAD), somebody(DOES)
    head.open("/nhiem-vu/van-ban/")
    head.reads("Kết luận giao ban tuần", "văn bản còn đơn vị chưa ghi là đã nắm")
    head.press("Kết luận giao ban tuần: xử lý hồ sơ quá hạn")
    head.reads("Chỉ đạo đi đến đâu", "chưa nắm")
    head.press("Giao nhiệm vụ")
    head.fill("Nội dung nhiệm vụ", "Lập danh sách hồ sơ quá hạn của Chi nhánh")
    head.press("Giao nhiệm vụ")
    head.reads("Xin ghi mục này")
    head.fill("Đơn vị chủ trì", BRANCH)
    head.fill("Hạn hoàn thành", written(-4))
    head.press("Giao nhiệm vụ")
    head.reads("Đã giao nhiệm vụ.", "Chưa thực hiện, trong hạn")
    there = head.page.url.removeprefix(head.house.address)
    head.press("Giao người thực hiện")
    head.fill("Người thực hiện", "Cán bộ Mẫu 01")
    head.press("Ghi nhận")
    does.open("/viec-cua-toi/")
    does.reads("Nhiệm vụ chờ bạn", "Lập danh sách hồ sơ quá hạn của Chi nhánh")
    does.press("Lập danh sách hồ sơ quá hạn của Chi nhánh")
    does.press("Nộp kết quả")
    does.fill("Số, ký hiệu văn bản", "Mẫu 7/BC")
    does.press("Ghi nhận")
    does.reads("Chờ nghiệm thu")
    head.open(there)
    head.press("Yêu cầu làm lại")
    head.fill("Chưa đạt ở đâu", "Thiếu nguyên nhân.")
    head.press("Ghi nhận")
    does.open(there)
    does.reads("phải làm lại 1 lần", "Thiếu nguyên nhân.")
    does.press("Nộp kết quả")
    does.press("Ghi nhận")
    head.open(there)
    head.press("Nghiệm thu")
    head.page.get_by_label("Chấp nhận, chất lượng chưa cao").check()
    head.press("Ghi nhận")
    head.reads("Hoàn thành đúng hạn", "chấp nhận, chất lượng chưa cao")


def test_figures_of_tasks_open_their_lists_and_a_directive_is_seen_down_to_its_units(somebody):
    head, office = somebody(HEAD), somebody(OFFICE)
    head.open("/nhiem-vu/")
    head.press("Số liệu")
    head.reads("Đúng hạn hay chậm", "Chất lượng, gia hạn", "Chuyển từ tuần này sang tuần sau", "Đang ở ai")
    with head.page.expect_navigation():
        head.page.locator("tfoot a").first.click()
    head.reads("“Đã giao”")
    assert head.take("Tải danh sách Excel").stat().st_size > 4000
    office.open("/nhiem-vu/van-ban/demo-vb-4")
    office.reads("Mẫu 24/CT-TU", "Mẫu 171/KH-UBND", "Mẫu 802/KH-SNNMT", "văn bản này")
