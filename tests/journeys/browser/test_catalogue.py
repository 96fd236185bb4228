"""The catalogue comes in by its page: a file with a bad line is shown as it is, then received without it, and looked at."""

import json

import pytest

KEEPER = "mau-nghiep-vu"
HEAD = "Hình thức nộpThời gianPhí, lệ phíMô tả"


@pytest.fixture
def published(tmp_path):
    told = {
        "ma_thu_tuc": "9.000001", "ten_thu_tuc": "Cấp giấy phép mẫu", "so_quyet_dinh": "1/QĐ-MAU", "linh_vuc": "Lĩnh vực mẫu",
        "cap_thuc_hien": "Cấp tỉnh", "can_cu_phap_ly": "Nghị định 42/2022/NĐ-CP42/2022/NĐ-CP",
        "cach_thuc_thuc_hien": f"{HEAD}Trực tuyến5 Ngày làm việcMiễn phíTrực tiếp7 Ngày làm việcMiễn phí",
    }  # fmt: skip
    file = tmp_path / "cong.jsonl"
    file.write_text(json.dumps(told, ensure_ascii=False) + "\n{hỏng\n", "utf-8")
    return file


def test_a_publication_comes_in_and_its_faults_are_asked_about(somebody, published):
    keeper = somebody(KEEPER)
    keeper.open("/thu-tuc/")
    keeper.reads("Chưa có thủ tục nào trong danh mục")
    keeper.watch.look()
    keeper.choose_file("Tệp .jsonl", published)
    keeper.press("Nhập danh mục")
    keeper.reads("1 dòng không đọc được; chưa có gì được ghi.", "Dòng 2: không phải một đối tượng JSON trọn vẹn")
    keeper.choose_file("Tệp .jsonl", published)
    keeper.field("Bỏ qua những dòng").check()
    keeper.press("Nhập danh mục")
    keeper.reads("Đã ghi: 1 thủ tục mới", "1 thủ tục có điểm cần hỏi lại")
    keeper.press("Cấp giấy phép mẫu")
    keeper.reads("trực tuyến: 5 ngày làm việc; trực tiếp: 7 ngày làm việc", "42/2022/NĐ-CP: hết từ 01/07/2026")
