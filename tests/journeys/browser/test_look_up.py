"""A citizen with a receipt and no account: from the door to where the dossier stands."""


def receipt(controller) -> tuple[str, str]:
    """Code and day of receipt of a dossier that the demo holds."""
    controller.open("/ho-so/?tinh-trang=con-han")
    cells = controller.page.locator("table.list tbody tr").first.locator("th, td").all_inner_texts()
    return cells[0].strip(), cells[3].strip()


def test_a_citizen_finds_the_dossier_of_a_receipt_and_no_other(somebody):
    code, received = receipt(somebody("mau-kiem-soat"))
    citizen = somebody()
    citizen.open("/tai-khoan/dang-nhap")
    citizen.press("tra cứu hồ sơ")
    citizen.watch.look()
    citizen.fill("Mã hồ sơ", code)
    citizen.fill("Ngày tiếp nhận", "01/01/2001")
    citizen.press("Tra cứu")
    citizen.reads("Không có hồ sơ nào mang mã này và được tiếp nhận ngày này")
    citizen.watch.look()
    citizen.fill("Ngày tiếp nhận", received)
    citizen.press("Tra cứu")
    citizen.reads(code, received, "Hẹn trả")
    citizen.watch.look()
    assert not citizen.is_in()
