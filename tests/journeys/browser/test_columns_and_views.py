"""The list of dossiers as one wants it: columns chosen by the keyboard, the view kept under a name, renamed, deleted."""

WATCHES = "mau-kiem-soat"


def test_columns_are_chosen_and_the_view_is_kept_renamed_and_deleted(somebody):
    watches = somebody(WATCHES)
    watches.open("/ho-so/?tinh-trang=xong-tre")
    watches.unfold("Chọn cột")
    watches.watch.look()
    for name in ("Tiếp nhận", "Thủ tục", "Sai lệch"):
        tick(watches, name)
    tick(watches, "Số ngày trễ")
    watches.press("Hiện các cột đã chọn")
    assert heads(watches) == ["Mã hồ sơ", "Tình trạng", "Hẹn trả", "Số ngày trễ", "Đang giữ", "Đơn vị", "Dấu hiệu"]
    watches.page.reload()
    assert "Số ngày trễ" in heads(watches)  # the address says it
    told = watches.take("Tải danh sách CSV").read_text(encoding="utf-8-sig")
    assert told.splitlines()[0] == ",".join(heads(watches))
    watches.press("Lưu bộ lọc này")
    watches.reads("Lưu để mở lại: hồ sơ xong quá hạn; cột: tình trạng")
    watches.press("Lưu")
    watches.reads("Chưa đặt tên cho bộ lọc.")
    watches.fill("Tên bộ lọc", "Xong trễ mấy ngày")
    watches.press("Lưu")
    watches.reads("Đã lưu. Bộ lọc nằm ở đầu danh sách hồ sơ.")
    watches.open("/ho-so/")
    assert "Số ngày trễ" not in heads(watches)
    watches.press("Xong trễ mấy ngày")
    assert "Số ngày trễ" in heads(watches)
    watches.unfold("Đổi tên, xóa bộ lọc")
    watches.watch.look()
    watches.press("Đổi tên Xong trễ")
    watches.fill("Tên bộ lọc", "Việc sáng thứ hai")
    watches.press("Đổi tên")
    watches.reads("Đã đổi tên.", "Việc sáng thứ hai")
    watches.unfold("Đổi tên, xóa bộ lọc")
    watches.press("Xóa Việc sáng thứ hai")
    watches.press("Xóa bộ lọc")
    watches.reads("Đã xóa bộ lọc.")
    assert watches.page.get_by_role("heading", name="Bộ lọc đã lưu").count() == 0


def tick(person, name: str) -> None:
    """Tick the box of a column, or take the tick away, by the keyboard."""
    person.page.get_by_role("checkbox", name=name, exact=True).press("Space")


def heads(person) -> list[str]:
    return [head.inner_text() for head in person.page.locator("table.list.dossiers thead th").all()]
