"""Liên thông as the lead and an agency of a leg walk it: opened, sent, acknowledged, answered late; the split, the counts."""

from datetime import datetime, timedelta, timezone

import pytest

WATCHES, LEAD, PARTY = "mau-kiem-soat", "mau-thu-truong", "mau-truong-phong"


@pytest.fixture
def house(own_house):
    return own_house


def moment(days_ago: int) -> str:
    """A moment as a form has it."""
    here = datetime.now(timezone(timedelta(hours=7))) - timedelta(days=days_ago)  # noqa: TID251 pages read the clock
    return f"{here:%d/%m/%Y %H:%M}"


def test_a_joint_dossier_is_opened_sent_acknowledged_and_answered_late(somebody):
    lead, party = somebody(LEAD), somebody(PARTY)
    lead.open("/lien-thong/")
    lead.reads("chưa ai xác nhận", "(quá một ngày làm việc)")
    lead.press("Mở hồ sơ liên thông")
    lead.field("Thủ tục liên thông").select_option(label="Thủ tục liên thông mẫu 1")
    lead.fill("Mã hồ sơ", "LT-THỬ-01")
    lead.fill("Tiếp nhận đủ hồ sơ lúc", moment(60))
    lead.press("Mở hồ sơ")
    lead.reads("Đã mở hồ sơ", "đến lượt gửi")
    there = lead.page.url.removeprefix(lead.house.address)
    lead.press("Ghi đã gửi")
    lead.press("Ghi nhận")
    lead.reads("Xin ghi mục này")
    lead.fill("Số, ký hiệu văn bản", "12/PC")
    lead.press("Ghi nhận")
    lead.reads("đã gửi, chưa xác nhận")
    party.open("/lien-thong/?xem=chua-xac-nhan")
    party.reads("LT-THỬ-01")
    party.open(there)
    party.press("Xác nhận đã nhận")
    party.press("Ghi nhận")
    party.reads("đã xác nhận, đang giải quyết")
    party.press("Ghi trả lời")
    party.press("Ghi nhận")
    lead.open(there)
    lead.press("Ghi đã gửi")
    lead.fill("Số, ký hiệu văn bản", "13/PC")
    lead.press("Ghi nhận")
    lead.reads("Ai giữ, chậm ở đâu", "Cả hồ sơ chậm")
    lead.press("Đính chính")
    lead.fill("Lý do đính chính", "Ghi nhầm số.")
    lead.fill("Số, ký hiệu văn bản", "12a/PC")
    lead.press("Ghi nhận")
    lead.reads("Đã ghi đính chính.", "Ghi nhầm số.")


def test_a_late_agency_is_seen_and_the_counts_stand_side_by_side(somebody):
    lead = somebody(LEAD)
    lead.open("/lien-thong/?xem=da-xong")
    lead.press("LT-MẪU-02")
    lead.reads("Xong quá hạn, có kết quả", "Cơ quan thuế trên địa bàn Hà Nội")
    lead.page.locator("details.why summary").first.press("Enter")
    lead.reads("Gửi cho cơ quan của chặng lúc")
    lead.open("/lien-thong/?xem=qua-han")
    lead.press("LT-MẪU-06")
    lead.press("Ghi trả lời")
    lead.fill("Số, ký hiệu văn bản", "99/TB")
    lead.press("Ghi nhận")
    lead.reads("đã trả lời, quá hạn")
    lead.open(f"/lien-thong/so-lieu?ky={moment(0)[6:10]}")
    lead.reads("lần nộp", "hồ sơ theo cơ quan", "Đếm thế nào")


def test_a_controller_lays_down_a_version_and_ends_a_rule(somebody):
    watches = somebody(WATCHES)
    watches.open("/lien-thong/quy-trinh/")
    watches.reads("Thủ tục liên thông mẫu 4", "Quy chế phối hợp mẫu")
    watches.press("Ghi bản mới")
    watches.fill("Số, ký hiệu quyết định", "5/QĐ-MẪU")
    watches.fill("Ngày ký", "01/12/2199")
    watches.fill("Áp dụng từ ngày", "02/12/2199")
    watches.press("Ghi nhận")
    watches.reads("Đã ghi bản mới", "5/QĐ-MẪU")
    watches.press("Thêm quy chế")
    watches.fill("Tên quy chế", "Quy chế thử")
    watches.press("Ghi nhận")
    watches.reads("Chưa ghi gì")
