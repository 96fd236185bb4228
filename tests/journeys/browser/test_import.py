"""A file comes in by the pages: chosen, its columns said, tried with what cannot be read shown, carried out, accounted for."""

import csv
import json
import random
from pathlib import Path

import pytest

from app.bad_files import TIME, as_csv, good_rows

LOG = Path(__file__).resolve().parents[4] / "shared" / "data" / "receipt.csv"
CONTROLLER = "mau-kiem-soat"
COLUMNS = {"Mã hồ sơ": "case:concept:name", "Bước": "concept:name", "Thời điểm": "time:timestamp"}


@pytest.fixture
def house(own_house):
    return own_house


@pytest.fixture
def lan(somebody):
    """Who brings files in."""
    return somebody(CONTROLLER)


def bring(person, file: Path, source: str = "", **declared: str) -> None:
    """Choose a file, of a new source or of one that is known, and come to where the columns are said."""
    person.open("/nhap-du-lieu/")
    known = person.page.locator("#source option", has_text=source).first
    if known.count():
        person.page.locator("#source").select_option(label=known.inner_text())
    else:
        person.page.locator("#source").select_option(label="Nguồn mới…")
        person.fill("Tên nguồn mới", source)
    person.choose_file("Tệp", file)
    for label, number in declared.items():
        person.fill(f"Số {label} bên gửi công bố", number)
    person.press("Xem tệp")
    person.reads("Những dòng đầu của tệp")
    person.watch.look()


def check(person, **columns: str) -> None:
    """Say what is not clear of the columns, and wait for the trial."""
    for label, column in columns.items():
        person.field(label).select_option(column)
    person.press("Lưu cách đọc và kiểm tra")
    person.reads("Ba Rõ đã hiểu tệp như sau")
    person.watch.look()


def receive(person) -> None:
    """Carry it out, and wait for the statement."""
    person.press("Nhận")
    person.reads("Biên bản đối soát dữ liệu")
    person.watch.look()


@pytest.fixture
def written(tmp_path):
    """Write rows to a file."""

    def write(rows, name: str) -> Path:
        file = tmp_path / name
        file.write_text(as_csv(rows), "utf-8")
        return file

    return write


def test_a_file_with_a_bad_cell_is_shown_before_anything_is_recorded_and_can_be_dropped(lan, written):
    rows = good_rows(random.Random(7))
    rows[3][TIME] = "31/02/2024 08:00:00"
    bring(lan, written(rows, "co-loi.csv"), "Một cửa thử lỗi")
    check(lan)
    lan.reads("1 ô không đọc được", "31/02/2024 08:00:00", "chưa có dòng nào được ghi")
    assert "31/02/2024" in lan.take("Tải bảng CSV").read_text("utf-8-sig")
    lan.button("Chỉ nhận phần đọc được").click()
    box = lan.field("Tôi đã xem")
    assert box.evaluate("(e) => e.validationMessage") == "Xin đánh dấu ô này nếu đồng ý."
    lan.press("Bỏ tệp này")
    assert "co-loi.csv" not in lan.hears()


def test_what_can_be_read_is_received_on_purpose_accounted_for_and_each_row_proved(lan, written):
    rows = good_rows(random.Random(7))
    rows[3][TIME] = "31/02/2024 08:00:00"
    bring(lan, written(rows, "mot-phan.csv"), "Một cửa nhận một phần", dòng="999")
    check(lan)
    lan.field("Tôi đã xem").check()
    lan.press("Chỉ nhận phần đọc được")
    lan.reads("Biên bản đối soát dữ liệu", "Chỗ chưa khớp", "Bị từ chối vì ô bắt buộc không đọc được")
    lan.watch.look()
    assert "31/02/2024" in lan.take("Tải bảng CSV").read_text("utf-8-sig")
    assert lan.take("Tải biên bản XLSX").read_bytes()[:2] == b"PK"
    root = lan.page.locator("dd.code").nth(1).inner_text()
    lan.fill("Dòng số", "4")
    proof = json.loads(lan.take("Tải bằng chứng").read_text("utf-8"))
    assert (proof["root"], proof["index"]) == (root, 2)


def test_a_second_telling_that_contradicts_waits_for_a_person_who_says_why_ours_stands(lan, written):
    rows = good_rows(random.Random(9))
    bring(lan, written(rows, "lan-1.csv"), "Một cửa mâu thuẫn")
    check(lan)
    receive(lan)
    rows[0][TIME] = rows[0][TIME].replace("2024", "2023", 1)
    bring(lan, written(rows, "lan-2.csv"), "Một cửa mâu thuẫn")
    check(lan)
    assert lan.take("Tải bảng khác biệt XLSX").read_bytes()[:2] == b"PK"
    receive(lan)
    lan.press("Xem và kết luận")
    lan.reads("chờ người xem; dữ liệu đang giữ chưa bị sửa")
    lan.fill("Lý do", "Bên gửi đính chính bằng công văn")
    lan.press("Giữ dữ liệu đang có")
    lan.reads("Chưa chọn chỗ nào")
    lan.open("/nhap-du-lieu/mau-thuan/")
    lan.fill("Lý do", "Bên gửi đính chính bằng công văn")
    lan.field("Chọn ").check()
    lan.press("Giữ dữ liệu đang có")
    lan.reads("Đã ghi: giữ dữ liệu đang có ở 1 chỗ.")


@pytest.mark.skipif(not LOG.exists(), reason="the real log lies beside the project, not in it")
def test_the_receipt_phase_of_a_real_municipality_comes_in(lan):
    with LOG.open(encoding="utf-8-sig", newline="") as stream:
        dossiers = {row["case:concept:name"] for row in csv.DictReader(stream)}
    bring(lan, LOG, "Giấy phép xây dựng (tệp thật)", **{"hồ sơ": str(len(dossiers))})
    check(lan, **COLUMNS)
    receive(lan)
    lan.reads("1.434 hồ sơ, 8.577 dòng; tổng số của ta bằng tổng số của bên gửi")
    lan.keep_picture("nhap-du-lieu")
    lan.open("/?ky=2011-Q3&den=15/12/2011")
    lan.reads("quý III/2011", "Rõ quy trình, tiến độ, chất lượng", "Tỷ lệ quá hạn theo đơn vị và tháng")
    lan.watch.look()
    lan.keep_picture("tong-quan")
    lan.page.locator(".companions a").filter(visible=True).nth(0).click()
    lan.reads("quý III/2011")
    lan.keep_picture("danh-sach-ho-so")
    lan.page.locator("table.list tbody a").first.click()
    lan.reads("Vì sao", "Diễn biến")
    lan.watch.look()
    lan.keep_picture("ho-so")
    lan.open("/giao-ban/?tuan=2011-W41")
    lan.reads("Giao ban tuần 41", "Tồn quá hạn lâu nhất")
    lan.watch.look()
    lan.keep_picture("giao-ban")


def test_who_has_no_business_with_deliveries_is_told_so_and_a_delivery_is_not_there_for_them(lan, somebody):
    lan.open("/nhap-du-lieu/")
    batch = lan.page.locator("table.list a").first.get_attribute("href")
    for name in ("mau-dai-bieu", "mau-so-cai"):
        other = somebody(name)
        assert "Nhập dữ liệu" not in other.page.locator(".rail").inner_text()
        assert other.open(batch) in (403, 404)
        assert other.open("/nhap-du-lieu/") == 403
