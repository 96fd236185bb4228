"""The looking itself: what is planted in a page is seen. A check that cannot fail is a defect."""

import pytest

from journeys.browser import looked_at
from journeys.browser.looking import Watch

PLANTED = {
    "color-contrast": "<p style='color:#bbb'>Chữ nhạt quá</p>",
    "label": "<input type='text'>",
    "wider than 390": "<div style='width:500px'>Rộng quá</div>",
    "not Vietnamese": "<p>Please choose</p>",
    "asks elsewhere": "<img src='http://noi-khac.example/hinh.png' alt=''>",
    "hỏng rồi": "<script>console.error('hỏng rồi')</script>",
    "CSP": "<img src='/hinh.png' alt=''>",
    "404": "<link rel='stylesheet' href='/khong-co.css'>",
}
_PAGE = """<!doctype html><html lang="vi"><head><title>Trang</title><meta name="viewport" content="width=device-width">
</head><body><main><h1>Trang</h1>{}</main></body></html>"""


@pytest.fixture
def seen(browser, monkeypatch, tmp_path):
    """Show a page of a house that answers nothing else, and give what the looking holds against it."""
    monkeypatch.setattr(looked_at, "_folder", lambda: tmp_path)
    context = browser.new_context(base_url="http://localhost:9")
    page = context.new_page()
    watch = Watch(page, "http://localhost:9")

    def show(marks: str) -> list[str]:
        head = {
            "Content-Security-Policy": "img-src http://noi-khac.example",
            "Content-Type": "text/html; charset=utf-8",
        }
        context.route("**/*", lambda route: route.fulfill(status=404, body=""))
        context.route("**/trang", lambda route: route.fulfill(headers=head, body=_PAGE.format(marks)))
        page.goto("about:blank")
        page.goto("/trang")
        watch.look()
        return watch.faults

    yield show
    context.close()


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_seen(seen, fault):
    assert any(fault in told for told in seen(PLANTED[fault]))


def test_a_sound_page_has_none(seen):
    assert seen("<p>Trang này không có lỗi gì.</p>") == []


def test_what_was_looked_at_is_not_looked_at_again_and_a_new_mark_is(seen):
    pale = "<p style='color:#bbb'>Chữ nhạt quá</p>"
    assert seen("<p>Chữ rõ.</p>") == []
    assert seen(pale) == []  # the same marks at the same kind of address: the price of looking once
    assert any("label" in fault for fault in seen(f"{pale}<form><input type='text'></form>"))
