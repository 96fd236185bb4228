"""Digitisation as a clerk and a controller walk it: from what is left to its dossier, a signed result brought there, told, counted."""

import re
from concurrent.futures import ThreadPoolExecutor

from a_paper import a_signed_pdf

WATCHES, CLERK = "mau-kiem-soat", "mau-van-thu"


def left(told: str) -> int:
    return int(re.search(r"còn ([\d.]+) kết quả chưa số hóa", told)[1].replace(".", ""))


def signed() -> bytes:
    """A signed result, made in a thread of its own: the browser's has a loop already."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(a_signed_pdf).result()


def test_from_what_is_left_to_a_signed_result(somebody, tmp_path):
    clerk, watches = somebody(CLERK), somebody(WATCHES)
    watches.open("/so-hoa/")
    watches.reads("Kết quả đã số hóa theo đơn vị và tháng có kết quả", "Còn nợ cuối tháng")
    before = left(watches.hears())
    watches.page.locator(".digitised tbody td span a").last.click()
    watches.reads("có kết quả chưa số hóa trong tháng")
    watches.page.locator("table.list tbody th a").first.click()
    there = watches.page.url.removeprefix(watches.house.address).partition("#")[0]
    clerk.open(there)
    clerk.press("Ghi giấy tờ, kết quả")
    clerk.field("Là").select_option(label="Kết quả giải quyết")
    clerk.fill("Tên giấy tờ", "Giấy chứng nhận thử")
    wrong, right = tmp_path / "nham.pdf", tmp_path / "ket-qua.pdf"
    wrong.write_bytes(b"PK\x03\x04 khong phai PDF")
    right.write_bytes(signed())
    clerk.choose_file("Tệp", wrong)
    clerk.press("Ghi")
    clerk.reads("Chưa ghi gì.", "Chỉ nhận tệp PDF, JPEG hoặc PNG")
    clerk.choose_file("Tệp", right)
    clerk.press("Ghi")
    clerk.reads("chữ ký số còn nguyên vẹn", "chưa xét tin cậy", "giữ nguyên từng byte")
    clerk.press("Ghi đã đưa vào kho")
    clerk.fill("Mã của bản trong kho", "KQ-THỬ-1")
    clerk.press("Ghi")
    clerk.reads("kho dữ liệu quốc gia", "KQ-THỬ-1")
    assert clerk.take("ket-qua.pdf").read_bytes() == right.read_bytes()
    watches.open("/so-hoa/")
    assert left(watches.hears()) == before - 1
    watches.open("/so-hoa/?xem=thanh-phan")
    watches.reads("Thành phần đã số hóa theo đơn vị và tháng tiếp nhận")
