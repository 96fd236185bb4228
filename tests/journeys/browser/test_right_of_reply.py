"""Heard before judged, and the Monday meeting: a supervisor asks, a head explains, somebody concludes; the week is frozen."""

import re

WATCHES, HEAD = "mau-kiem-soat", "mau-thu-truong"


def open_first(person, address: str) -> str:
    """Open the first dossier of a list; gives its address."""
    person.open(address)
    link = person.page.locator("table.list tbody th a").first
    there = link.get_attribute("href")
    person.open(there)
    return there


def test_a_red_flag_is_asked_explained_and_concluded(somebody):
    watches, head = somebody(WATCHES), somebody(HEAD)
    head.open("/ho-so/")
    flag = next(
        option.get_attribute("value")
        for option in head.page.locator("#dau-hieu option").all()
        if option.get_attribute("value") and _some(head, option.get_attribute("value"))
    )
    there = open_first(watches, f"/ho-so/?dau-hieu={flag}")
    watches.reads("Đường đi qua quy trình")
    watches.press("Hỏi đơn vị")
    watches.fill("Cần trả lời", "01/01/2020")
    watches.press("Gửi câu hỏi")
    watches.reads("Ngày cần trả lời đã qua")
    watches.fill("Hỏi thêm điều gì", "Việc này đã báo cáo ai?")
    watches.fill("Cần trả lời", "31/12/2199")
    watches.press("Gửi câu hỏi")
    watches.reads("Đã gửi câu hỏi", "chờ đơn vị giải trình")
    head.open("/cau-hoi/")
    head.reads("1 câu hỏi chờ đơn vị giải trình.")
    head.open(there)
    head.press("Giải trình")
    head.fill("Giải trình của đơn vị", "Đã báo cáo bằng văn bản.")
    head.press("Gửi giải trình")
    head.reads("đã giải trình, chờ kết luận")
    watches.open("/cau-hoi/?tinh-trang=cho-ket-luan")
    watches.open(there)
    watches.press("Kết luận")
    watches.reads("Đơn vị giải trình: Đã báo cáo bằng văn bản.")
    watches.field("Đã giải trình thỏa đáng").check()
    watches.fill("Lý do", "Văn bản kèm theo đúng ngày.")
    watches.press("Ghi kết luận")
    watches.reads("Đã ghi kết luận", "đã giải trình thỏa đáng")


def test_a_week_is_explained_frozen_and_concluded(somebody):
    head = somebody(HEAD)
    open_first(head, "/ho-so/?tinh-trang=xong-tre")
    head.press("Nêu nguyên nhân")
    head.field("Nguyên nhân").select_option(label="Do phối hợp của cơ quan khác")
    head.fill("Hẹn xong", "31/12/2199")
    head.press("Ghi nhận")
    head.reads("do phối hợp của cơ quan khác", "Hẹn xong 31/12/2199.")
    head.open("/giao-ban/")
    head.press("Chốt tuần này")
    head.press("Chốt")
    head.reads("Đã chốt. Ghi kết luận của cuộc họp ở dưới.")
    head.press("Ghi kết luận")
    head.fill("Kết luận", "Rà soát hồ sơ tồn.")
    head.fill("Ai làm", "Phòng Mẫu")
    head.fill("Hạn thực hiện", "31/12/2199")
    head.press("Ghi nhận")
    head.reads("Rà soát hồ sơ tồn.", "chưa xong")
    assert head.take("Tải thông báo").read_bytes()[:2] == b"PK"
    head.open("/giao-ban/?tuan=2199-W40")
    head.reads("Việc từ các lần giao ban trước")
    head.press("Báo đã xong")
    head.fill("Xong ngày", _today(head))
    head.fill("Kết quả", "Đã rà soát.")
    head.press("Ghi nhận")
    head.reads("đã xong", "Đã rà soát.")


def _some(person, flag: str) -> bool:
    answer = person.context.request.get(f"/ho-so/?dau-hieu={flag}")
    return 'th scope="row"' in answer.text()


def _today(person) -> str:
    said = person.page.evaluate("() => new Date().toLocaleDateString('en-GB', {timeZone: 'Asia/Ho_Chi_Minh'})")
    assert re.fullmatch(r"\d\d/\d\d/\d{4}", said)
    return said
