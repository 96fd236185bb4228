"""A unit without other software: a book is opened, a dossier received and led to its result, its forms printed."""

import pytest

from app.inputs import a_process

CONTROL, CLERK, HEAD, SECOND = "mau-kiem-soat", "mau-van-thu", "mau-thu-truong", "mau-truong-doan"
OFFICE = "Văn phòng đăng ký đất đai Hà Nội"


@pytest.fixture
def house(own_house):
    return own_house


def test_a_dossier_from_receipt_to_result(somebody, tmp_path):
    control, clerk, head = somebody(CONTROL), somebody(CLERK), somebody(HEAD)
    control.open("/so-ho-so/")
    control.reads("Chưa có sổ nào")
    control.press("Mở sổ")
    control.fill("Tên sổ", "Sổ hồ sơ thử")
    control.fill("Mã sổ", "so-thu")
    control.fill("Đơn vị giữ sổ", OFFICE)
    control.fill("Phần đầu mã hồ sơ", "h26")
    process = a_process(tmp_path, Thủ_tục="Cấp đổi giấy chứng nhận", Tổng_thời_hạn="5 ngày làm việc")
    control.choose_file("Quy trình đã phê duyệt", process)
    control.press("Mở sổ")
    control.reads("không dùng làm phần đầu mã hồ sơ được")
    control.fill("Phần đầu mã hồ sơ", "000.17.27.H26")
    control.choose_file("Quy trình đã phê duyệt", process)
    control.press("Mở sổ")
    control.reads("Đã mở sổ.", "Sổ chưa có hồ sơ nào.")

    clerk.open("/so-ho-so/so-thu/")
    clerk.press("Tiếp nhận hồ sơ")
    clerk.fill("Tổ chức, cá nhân nộp", "Nguyễn Văn Thử")
    clerk.fill("Giấy tờ đã nộp", "Đơn (bản chính)\nGiấy chứng nhận (bản sao)")
    clerk.press("Tiếp nhận, cấp mã")
    clerk.reads("Đã tiếp nhận.", "đang chờ:")
    there = clerk.page.url
    clerk.press("Mẫu 01")
    clerk.reads("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Tra cứu tình trạng hồ sơ")

    head.open(there)
    head.press("Thẩm định")
    head.press("Ghi bước")
    head.reads("Đã ghi bước.", "Bước tiếp theo")
    head.unfold("Ghi việc khác")
    head.press("Yêu cầu bổ sung")
    head.press("Ghi bước")
    head.reads("Bước này cần ghi lý do.")
    head.fill("Lý do, nội dung", "Thiếu bản vẽ.")
    head.press("Ghi bước")
    head.reads("Tạm dừng thời hạn")
    head.press("Mẫu 02")
    assert head.take("Tải bản Word").read_bytes()[:2] == b"PK"
    head.open(there)
    head.press("Phiếu kiểm soát")
    head.reads("Quá trình giải quyết", "Thẩm định")
    head.open("/so-ho-so/so-thu/")
    head.reads("Nguyễn Văn Thử")
    assert head.take("Tải sổ").read_bytes()[:2] == b"PK"
    head.open(there)
    head.press("Xem vì sao ra ngày hẹn")
    head.reads("Đường đi qua quy trình")
    head.press("Ghi bước, mẫu phiếu")
    head.reads("Các bước đã ghi")

    head.press("Rút bước ghi nhầm")
    head.press("Rút bước")
    head.fill("Vì sao ghi nhầm", "Bấm nhầm hồ sơ bên cạnh.")
    head.press("Rút bước")
    head.reads("Đã rút bước.", "đã rút, tự sửa", "Ghi nhầm: Bấm nhầm hồ sơ bên cạnh.")
    head.press("Đề nghị hủy")
    head.fill("Vì sao ghi nhầm", "Thẩm định của hồ sơ khác.")
    head.press("Gửi đề nghị")
    head.reads("Bước bị hủy", "Thẩm định của hồ sơ khác.")
    proposal = head.page.url
    second = somebody(SECOND)
    second.open(proposal)
    second.press("Phê duyệt")
    second.reads("Đã phê duyệt.")
    head.open(proposal)
    head.press("Thực hiện đúng như trên")
    head.reads("Đã thực hiện")
    head.open(there)
    head.reads("đã hủy, hai người", "Ghi nhầm: Thẩm định của hồ sơ khác.", "đang chờ:")
