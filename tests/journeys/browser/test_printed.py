"""The weekly briefing on paper: A4, headings on each page, no row cut, no buttons, pages numbered, a place to sign."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WATCHES, HEAD = "mau-kiem-soat", "mau-thu-truong"
_STYLES = """() => { const of = (what) => { const e = document.querySelector(what); return e ? getComputedStyle(e) : {} };
    return { head: of('table.list thead').display, foot: of('table.list tfoot').display, row: of('table.list tbody tr').breakInside,
        box: of('.scroll').overflowX, stuck: of('table.list thead th').position, sign: of('.signatures').display,
        letter: of('.letter-head').display, page: of('body').page, rail: of('.rail').display, actions: of('.actions').display } }"""
_WIDEST = "() => Math.max(...[...document.querySelectorAll('main *')].map((e) => e.getBoundingClientRect().right))"
PAPER = 624  # pixels between the margins of A4: 165 mm


def test_the_week_is_printed_on_one_sheet(somebody, tmp_path):
    watches = somebody(WATCHES)
    watches.open("/giao-ban/?tuan=2024-W20")
    assert watches.page.locator(".letter-head").is_hidden()
    assert watches.page.locator(".signatures").is_hidden()
    with on_paper(watches):
        assert watches.page.evaluate(_STYLES) == {
            "head": "table-header-group", "foot": "table-row-group", "row": "avoid", "box": "visible", "stuck": "static",
            "sign": "grid", "letter": "grid", "page": "letter", "rail": "none", "actions": "none",
        }  # fmt: skip
        assert sheets(watches, tmp_path / "tuan.pdf") == 1


def test_what_was_concluded_is_printed_to_be_signed(somebody, tmp_path):
    head = somebody(HEAD)
    head.open("/giao-ban/?tuan=2024-W20")
    head.press("Chốt tuần này")
    head.press("Chốt")
    head.press("Ghi kết luận")
    head.fill("Kết luận", "Rà soát hồ sơ tồn quá hạn của từng chi nhánh, nêu nguyên nhân từng hồ sơ. " * 8)
    head.fill("Ai làm", "Chi nhánh mẫu số 01")
    head.fill("Hạn thực hiện", "31/12/2199")
    head.press("Ghi nhận")
    with on_paper(head):
        for shown in (".letter-head", ".signatures"):
            assert head.page.locator(shown).is_visible()
        assert sheets(head, tmp_path / "chot.pdf") == 1


@contextmanager
def on_paper(person) -> Iterator[None]:
    """See the page as the printer does: nothing wider than the paper, nothing to press."""
    person.page.emulate_media(media="print")
    person.page.set_viewport_size({"width": PAPER, "height": 971})
    assert person.page.evaluate(_WIDEST) <= PAPER + 1
    assert not any(one.is_visible() for one in person.page.locator(".no-print, main .btn").all())
    yield
    person.page.emulate_media(media="screen")


def sheets(person, file: Path) -> int:
    """Print; gives how many sheets, each of A4."""
    boxes = re.findall(rb"/MediaBox \[([^\]]*)\]", person.page.pdf(prefer_css_page_size=True, path=file))
    assert all(map(is_a4, boxes))
    return len(boxes)


def is_a4(box: bytes) -> bool:
    _, _, width, height = map(float, box.split())
    return abs(width - 595.28) < 1 and abs(height - 841.89) < 1
