"""One work in many communes: what differs as it was planted, side by side, the common version taken into the register as a draft."""

CONTROL = "mau-kiem-soat"
WORK = "Quy trình nội bộ cấp xã mẫu 2"


def test_variants_side_by_side_and_the_common_version_as_a_draft(somebody):
    control = somebody(CONTROL)
    control.open("/quy-trinh/?ngay=25/04/2024")
    control.press("So sánh cùng việc")
    control.reads("Cùng việc, nhiều quy trình", "tính đến 25/04/2024", "4 ngày làm việc → 12 ngày làm việc")
    assert control.take("Tải danh sách Excel").read_bytes()[:2] == b"PK"
    control.press(WORK)
    control.reads(
        "23 cơ quan có bảng bước, 8 biến thể; từ 3 đến 7 bước",
        "thiếu bước “Lấy ý kiến”",
        "bước “Lấy ý kiến” đứng chỗ khác",
        "bước “Thẩm định”: thời hạn 6 ngày làm việc (bản giữa: 4 ngày làm việc)",
        "thêm bước “Kiểm tra thể thức”",
        "bước “Ký duyệt” gọi là “Phê duyệt, ký ban hành”",
        "17/23 cơ quan có bước này",
        "2 cơ quan để bước này ở chỗ khác",
        "1/23 cơ quan có bước này",
    )
    control.watch.look()
    control.keep_picture("so-sanh")
    assert control.take("Tải bảng so sánh Excel").read_bytes()[:2] == b"PK"
    assert control.take("Bảng bước bản chung").read_bytes()[:2] == b"PK"
    there = control.page.url.split("?")[0].rstrip("/").rsplit("/", 1)[-1]
    control.open(f"/quy-trinh/{there}/")
    control.press("So với cơ quan khác")
    control.reads("Đề xuất bản chung (dự thảo)")
    control.press("Ghi bản chung vào danh mục")
    control.reads("được điền sẵn từ bản chung, là dự thảo")
    rows = control.page.get_by_label("Các bước", exact=True).input_value()
    assert rows.splitlines()[4].split("\t")[:4] == ["4", "Lấy ý kiến", "Công chức chuyên môn", "2 ngày làm việc"]
    assert control.page.get_by_label("Tổng thời gian").input_value() == "10 ngày làm việc"
