"""Names of a source are said to be units and people of ours: the officer and the head of a division see what is theirs."""

import pytest

CONTROL, OFFICER, HEAD = "mau-kiem-soat", "mau-thu-ly", "mau-truong-phong"


@pytest.fixture
def house(own_house):
    return own_house


def test_a_name_is_matched_and_its_people_see_their_dossiers(somebody, tmp_path):
    control, officer, head = somebody(CONTROL), somebody(OFFICER), somebody(HEAD)
    officer.open("/viec-cua-toi/")
    officer.reads("Hồ sơ chưa xong khác", "Nhân sự mẫu 001-05, Chi nhánh mẫu số 01")
    officer.press("Xem cả")
    officer.reads("Xong trước và đúng hạn")
    head.open("/ho-so/")
    head.reads("Chi nhánh mẫu số 01")
    control.open("/nhap-du-lieu/")
    control.press("Ghép tên trong dữ liệu")
    control.reads("chưa ghép", "Chi nhánh mẫu số 02", "đã ghép")
    control.page.get_by_label("Chọn Chi nhánh mẫu số 02").check()
    control.page.get_by_label("mà tên Chi nhánh mẫu số 02").fill("Không có đơn vị này")
    control.press("Ghép các tên đã chọn")
    control.reads("Không có đơn vị nào như đã chọn cho tên “Chi nhánh mẫu số 02”")
    control.page.get_by_label("mà tên Chi nhánh mẫu số 02").fill("Bộ phận Một cửa (mẫu)")
    control.press("Ghép các tên đã chọn")
    control.reads("Đã ghi 1 tên.", "Những lần ghi gần đây")
    book = tmp_path / "ten.xlsx"
    book.write_bytes(control.take("Tải bảng tính").read_bytes())
    control.open("/nhap-du-lieu/ten/?loai=nguoi")
    control.reads("Tên người", "Nhân sự mẫu 001-05", "Cán bộ Mẫu 01")
    control.choose_file("Tệp XLSX hoặc CSV", book)
    control.press("Nhập bảng tính")
    control.reads("Không có gì mới để ghi.")
