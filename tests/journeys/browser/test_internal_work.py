"""Internal work outside procedures: asked for, led to its end, listed and counted apart from dossiers."""

import pytest

from app.inputs import a_process

CONTROL, CLERK, HEAD = "mau-kiem-soat", "mau-van-thu", "mau-thu-truong"
OFFICE = "Văn phòng đăng ký đất đai Hà Nội"


@pytest.fixture
def house(own_house):
    return own_house


def test_internal_work_from_request_to_result(somebody, tmp_path):
    control, clerk, head = somebody(CONTROL), somebody(CLERK), somebody(HEAD)
    control.open("/so-ho-so/")
    control.press("Mở sổ")
    control.fill("Tên sổ", "Sổ công việc thử")
    control.fill("Mã sổ", "viec-thu")
    control.field("Loại việc").select_option(label="Công việc nội bộ")
    control.fill("Đơn vị giữ sổ", OFFICE)
    control.fill("Phần đầu mã hồ sơ", "NB.000.17.27")
    process = a_process(tmp_path, Thủ_tục="Sao lục văn bản lưu trữ", Tổng_thời_hạn="3 ngày làm việc")
    control.choose_file("Quy trình đã phê duyệt", process)
    control.press("Mở sổ")
    control.reads("Đã mở sổ.", "Sổ công việc nội bộ của")

    clerk.open("/so-ho-so/viec-thu/")
    clerk.press("Tiếp nhận yêu cầu")
    clerk.field("Bên yêu cầu là").select_option(label="Doanh nghiệp")
    clerk.fill("Tên bên yêu cầu", "Công ty mẫu")
    clerk.press("Tiếp nhận, cấp mã")
    clerk.reads("Đã tiếp nhận.", "đang chờ:", "Doanh nghiệp", "Công ty mẫu")

    head.open(clerk.page.url)
    head.press("Thẩm định")
    head.press("Ghi bước")
    head.reads("Đã ghi bước.")
    head.keep_picture("cong-viec-noi-bo-mot-viec")
    head.open("/ho-so/")
    head.press("Công việc nội bộ")
    head.reads("Công việc nội bộ", "NB.000.17.27")
    head.watch.look()
    head.keep_picture("cong-viec-noi-bo")
    head.open("/")
    head.press("Công việc nội bộ")
    head.reads("Rõ quy trình, tiến độ, chất lượng")
    head.watch.look()
    head.keep_picture("tong-quan-noi-bo")
    head.open("/giao-ban/?loai=noi-bo")
    head.reads("Giao ban tuần", "Công việc nội bộ")
