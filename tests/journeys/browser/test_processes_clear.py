"""Whether the processes are clear by the slogans, asked for a body and a criterion; a process as a document."""

CONTROL, DEPUTY = "mau-kiem-soat", "mau-dai-bieu"


def test_where_processes_are_not_clear(somebody):
    control = somebody(CONTROL)
    control.open("/quy-trinh/do-ro?ngay=25/04/2024")
    control.reads("Quy trình đã rõ chưa", "hỏi theo “3 rõ”", "Rõ thẩm quyền, trách nhiệm", "chưa kiểm")
    control.watch.look()
    control.keep_picture("do-ro")
    control.press("6 rõ")
    control.reads("Rõ sản phẩm", "lời chưa đối chiếu với văn bản gốc")
    row = control.page.locator("section[aria-labelledby=chung] tr", has_text="Rõ người")
    row.get_by_role("link").click()
    control.reads("tiêu chí “Rõ người”", "không ghi ai làm: bước 2 “Phân công xử lý”")
    assert control.take("Tải danh sách Excel").read_bytes()[:2] == b"PK"
    control.press("Quy trình nội bộ cấp xã mẫu 1")
    assert control.take("Văn bản Word").read_bytes()[:2] == b"PK"


def test_a_deputy_reads_it_too(somebody):
    deputy = somebody(DEPUTY)
    deputy.open("/quy-trinh/do-ro")
    deputy.reads("Quy trình đã rõ chưa")
