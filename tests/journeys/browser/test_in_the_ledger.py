"""Where a dossier stands in the ledger: read on its page, printed on one sheet, proved by files that the command's proof equals."""

import subprocess
import sys

WATCHES = "mau-kiem-soat"


def baro(house, *words: str) -> str:
    """Run a command of the keeper of the machine."""
    done = subprocess.run(
        [sys.executable, "-m", "baro.app", *words], env=house.environment, capture_output=True, check=True, text=True
    )
    return done.stdout


def test_a_dossier_is_found_in_the_ledger_and_proved(somebody, house, tmp_path):
    watches = somebody(WATCHES)
    baro(house, "ledger", "checkpoint", "--out", str(tmp_path / "chot.txt"))
    watches.open("/ho-so/?tinh-trang=xong-tre")
    watches.press("X00.")
    watches.reads("Trong sổ cái bằng chứng", "bút toán đã ký")
    row = watches.take(row_of(watches))
    assert row.read_text(encoding="utf-8").startswith("{")
    watches.press("Chứng minh, mã QR, cách tự kiểm")
    watches.reads("Nội dung đang giữ của hồ sơ", "Băm lá (SHA-256)", "Tự kiểm khi không có mạng")
    entry = watches.page.locator(".evidence dd.code").first.inner_text()
    proof = watches.take("Tải chứng minh").read_text(encoding="utf-8")
    assert proof == baro(house, "ledger", "prove", entry)
    assert watches.take("Tải bút toán").read_text(encoding="utf-8").startswith("{")
    printed = watches.page.pdf(format="A4", prefer_css_page_size=True, path=tmp_path / "so-cai.pdf")
    assert pages_of(printed) == 1


def row_of(person) -> str:
    """The name of the first link to the proof of a row."""
    return person.page.locator("a[href*='ho-so='][href*='dong=']").first.text_content().partition(",")[0]


def pages_of(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page ")
