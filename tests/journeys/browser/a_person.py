"""Somebody at a browser: opens, reads, types and presses as a person does; each page they come to is looked at."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page
from playwright.sync_api import TimeoutError as TooLate

from journeys.browser.a_house import House
from journeys.browser.looking import Watch, is_near

_PICTURES = Path(__file__).resolve().parents[3] / "docs" / "pictures"
SIGN_IN = "/tai-khoan/dang-nhap"
PATIENCE = 20_000  # milliseconds: a loaded machine may be slow, and only what never comes fails


class Person:
    """A browser of their own; nobody is signed in yet."""

    def __init__(self, browser: Browser, house: House) -> None:
        self.house = house
        self.context = browser.new_context(
            base_url=house.address, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", accept_downloads=True
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.route(lambda url: not is_near(url), lambda route: route.abort())
        self.page: Page = self.context.new_page()
        self.watch = Watch(self.page, house.address)

    def open(self, address: str) -> int:
        """Open an address; gives the status."""
        answer = self.page.goto(address)
        assert answer is not None
        self.watch.look()
        return answer.status

    def sign_in(self, name: str, password: str = "") -> None:
        """Come in by the door."""
        self.open(SIGN_IN)
        self.fill("Tên đăng nhập", name)
        self.fill("Mật khẩu", password or self.house.password)
        self.press("Đăng nhập")

    def leave_house(self) -> None:
        """Sign out, and stand at the door again."""
        self.page.locator(".bar-person > summary").click()
        self.press("Đăng xuất")
        self.open(SIGN_IN)

    def confirm(self) -> None:
        """Show again who one is, as the page asks before what touches the safety of an account."""
        self.fill("Mật khẩu", self.house.password)
        self.press("Xác nhận")

    def fill(self, label: str, value: str) -> None:
        """Type into the field of that label."""
        with self.telling(label):
            self.field(label).fill(value)

    def field(self, label: str) -> Locator:
        """The field of a label that begins so."""
        return self.page.get_by_label(re.compile(rf"^\s*{re.escape(label)}")).first

    def choose_file(self, label: str, file) -> None:
        """Choose a file of the machine."""
        self.field(label).set_input_files(file)

    def press(self, name: str) -> None:
        """Press the button, or follow the link, of that name, and look at where it leads."""
        with self.telling(name), self.page.expect_navigation():
            self.button(name).click()
        self.watch.look()

    def take(self, name: str) -> Path:
        """Press what lets a file come down; gives the file."""
        with self.page.expect_download() as coming:
            self.button(name).click()
        return Path(coming.value.path())

    def keep_picture(self, name: str) -> None:
        """Keep a picture of the page among the docs, where the environment asks for it (BARO_DOCS_PICTURES=1)."""
        if os.environ.get("BARO_DOCS_PICTURES"):
            self.page.set_viewport_size({"width": 1366, "height": 900})
            self.page.screenshot(path=_PICTURES / f"{name}.png")

    def button(self, name: str) -> Locator:
        """The first button or link whose name begins so."""
        said = re.compile(rf"^\s*{re.escape(name)}")
        return self.page.get_by_role("button", name=said).or_(self.page.get_by_role("link", name=said)).first

    def unfold(self, name: str) -> None:
        """Open what is folded under a name, by the keyboard."""
        self.page.locator("summary", has_text=name).first.press("Enter")

    def reads(self, *sentences: str) -> None:
        """The page says all of this, sooner or later."""
        for sentence in sentences:
            with self.telling(sentence):
                self.page.get_by_text(sentence).first.wait_for(state="attached", timeout=PATIENCE)

    @contextmanager
    def telling(self, wanted: str) -> Iterator[None]:
        """Say what stands there instead where what is wanted does not come."""
        try:
            yield
        except TooLate as late:
            raise AssertionError(f"{wanted!r} at {self.page.url}: {late.message}\n{self.hears()}") from None

    def hears(self) -> str:
        """What stands in the main part now."""
        return " ".join(self.page.locator("main").inner_text().split())

    def is_in(self) -> bool:
        """Whether somebody is signed in here."""
        return self.context.request.get("/tai-khoan/", max_redirects=0).status == 200

    def leave(self) -> None:
        """Close the browser; it must have had nothing to complain of."""
        self.context.close()
        assert not self.watch.faults, "\n".join(self.watch.faults)
