"""A coordination rule with a partner outside: what it obliges to is recorded, asked for, done; breaches are found and taken away as a
list."""

import pytest

CONTROL, CLERK, DEPUTY = "mau-kiem-soat", "mau-van-thu", "mau-dai-bieu"
OFFICE = "Văn phòng đăng ký đất đai Hà Nội"


@pytest.fixture
def house(own_house):
    return own_house


def test_what_a_rule_obliges_to_is_asked_for_and_done(somebody):
    control, clerk = somebody(CONTROL), somebody(CLERK)
    control.open("/phoi-hop/")
    control.reads("2 quy chế", "không đúng hạn", "Theo bên có nghĩa vụ", "Theo quý của hạn")
    control.watch.look()
    control.keep_picture("phoi-hop")
    control.page.locator("section[aria-labelledby=theo-ben] tr", has_text="(mẫu, ngoài danh mục").get_by_role(
        "link"
    ).first.click()
    control.reads("Đối chiếu số đã thu (mẫu)")
    control.watch.look()
    control.keep_picture("phoi-hop-tung-lan")
    assert control.take("Tải danh sách Excel").read_bytes()[:2] == b"PK"

    control.open("/phoi-hop/")
    control.press("Thêm quy chế")
    control.fill("Tên quy chế", "Quy chế thử với hiệp hội")
    control.fill("Số, ký hiệu văn bản", "9/QC-VPĐK")
    control.fill("Ngày ký", "02/01/2025")
    control.fill("Áp dụng từ ngày", "02/01/2025")
    control.fill("Cơ quan chủ trì", OFFICE)
    control.fill("Các bên ngoài danh mục đơn vị", "Hiệp hội thử")
    control.press("Ghi nhận")
    control.reads("Đã ghi quy chế phối hợp.", "Hiệp hội thử", "Chưa ghi nghĩa vụ nào của quy chế này")
    control.press("Ghi nghĩa vụ")
    control.fill("Việc phải làm", "Trả lời đề nghị cung cấp số liệu")
    control.fill("Thời hạn", "8 giờ làm việc")
    control.page.get_by_label("Bên có nghĩa vụ").select_option("Hiệp hội thử")
    control.press("Ghi nhận")
    control.reads("Thời hạn của nghĩa vụ tính theo ngày làm việc")
    control.fill("Thời hạn", "5 ngày làm việc")
    control.press("Ghi nhận")
    control.reads("Đã ghi nghĩa vụ.")
    control.press("Trả lời đề nghị cung cấp số liệu")
    there = control.page.url

    clerk.open(there)
    clerk.press("Ghi yêu cầu")
    clerk.fill("Số, ký hiệu văn bản", "31/VPĐK")
    clerk.press("Ghi nhận")
    clerk.reads("Đã ghi.", "chưa đến hạn", "31/VPĐK")
    clerk.press("Thực hiện")
    clerk.fill("Số, ký hiệu văn bản", "4/HH")
    clerk.press("Ghi nhận")
    clerk.reads("đúng hạn", "4/HH")
    clerk.watch.look()
    clerk.keep_picture("mot-nghia-vu")
    control.open(there)
    takes_back(control)
    control.reads("chưa đến hạn")


def test_a_deputy_reads_breaches_and_writes_nothing(somebody):
    deputy = somebody(DEPUTY)
    deputy.open("/phoi-hop/lan?tinh-trang=khong-dung-han")
    deputy.reads("quá hạn, chưa thực hiện")
    deputy.page.locator("table.list tbody td a").first.click()
    deputy.reads("Các lần")
    assert deputy.page.get_by_role("link", name="Ghi yêu cầu").count() == 0


def test_a_proposal_goes_up_is_passed_on_and_answered(somebody):
    control, clerk = somebody(CONTROL), somebody(CLERK)
    clerk.open("/kien-nghi/")
    clerk.reads("kiến nghị đang chờ", "Đang chờ ở cơ quan nào", "quá ngày hẹn trả lời")
    clerk.watch.look()
    clerk.keep_picture("kien-nghi")
    clerk.press("Ghi kiến nghị")
    clerk.fill("Kiến nghị về việc", "Cấp thêm chữ ký số")
    clerk.fill("Số, ký hiệu văn bản", "77/TTr-VPĐK")
    clerk.fill("Ngày ký", "02/01/2025")
    clerk.fill("Gửi cơ quan", "Ủy ban nhân dân Thành phố Hà Nội")
    clerk.press("Ghi nhận")
    clerk.reads("Đã ghi kiến nghị.", "đã gửi, chờ chuyển hoặc trả lời")
    there = clerk.page.url
    control.open(there)
    control.press("Ghi việc chuyển")
    control.fill("Chuyển đến cơ quan", "Sở Nông nghiệp và Môi trường Hà Nội")
    control.fill("Số, ký hiệu văn bản", "5/VP")
    control.press("Ghi nhận")
    control.reads("đã chuyển, chờ trả lời", "đến Sở Nông nghiệp và Môi trường Hà Nội")
    clerk.open(there)
    clerk.press("Ghi trả lời")
    clerk.fill("Số, ký hiệu văn bản", "6/SNNMT")
    clerk.press("Ghi nhận")
    clerk.press("Ghi là đã giải quyết")
    clerk.fill("Số, ký hiệu văn bản", "78/VPĐK")
    clerk.press("Ghi nhận")
    clerk.reads("coi là đã giải quyết", "78/VPĐK")
    clerk.watch.look()
    clerk.keep_picture("mot-kien-nghi")
    clerk.open("/kien-nghi/?xem=tat-ca&tim=chu+ky+so")
    clerk.reads("Cấp thêm chữ ký số")
    assert clerk.take("Tải danh sách Excel").read_bytes()[:2] == b"PK"
    clerk.open(there)
    takes_back(clerk)


def test_a_simplification_is_decided_and_its_effect_read_from_the_dossiers(somebody):
    control = somebody(CONTROL)
    control.open("/thu-tuc/")
    control.press("Đơn giản hóa")
    control.reads("3 phương án, 1 đang áp dụng", "cắt 1 giấy tờ")
    control.watch.look()
    control.keep_picture("don-gian-hoa")
    assert control.take("Tải danh sách Excel").read_bytes()[:2] == b"PK"
    control.press("Cấp đổi Giấy chứng nhận quyền sử dụng đất (mẫu)")
    control.reads("Hồ sơ trước và sau ngày áp dụng", "Tỷ lệ đúng hạn", "01/07/2024")
    control.watch.look()
    control.keep_picture("hieu-qua-don-gian-hoa")
    control.page.locator("section[aria-labelledby=hieu-qua] tr", has_text="Xong quá hạn").get_by_role(
        "link"
    ).first.click()
    control.reads("xong quá hạn, tiếp nhận từ 01/01/2024 đến hết 30/06/2024")
    control.open("/don-gian-hoa/?tinh-trang=proposed")
    control.press("Đăng ký biến động do đổi tên, đổi thông tin (mẫu)")
    control.press("Ghi quyết định")
    control.fill("Số, ký hiệu văn bản", "3/QĐ-UBND")
    control.fill("Ngày của văn bản", "01/08/2024")
    control.fill("Áp dụng từ ngày", "01/09/2024")
    control.press("Ghi nhận")
    control.reads("Đã ghi.", "áp dụng từ 01/09/2024", "Dữ liệu hồ sơ mới đến ngày")
    takes_back(control)


def takes_back(person) -> None:
    """Say that the last thing told did not happen."""
    person.page.get_by_role("link", name="Rút", exact=True).last.click()
    person.fill("Số, ký hiệu văn bản nêu việc ghi nhầm", "32/VPĐK")
    person.press("Ghi nhận")
    person.reads("Đã rút.", "đã rút")
