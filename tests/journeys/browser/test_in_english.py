"""Somebody who reads English: chooses it at the door, works through the board and a dossier, and chooses Vietnamese again; then
every page of the demo is read for Vietnamese words of the software that are left."""

import re
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from baro.channels.web.english.catalogue import catalogue
from baro.channels.web.english.pieces import READ_ALOUD
from baro.rules.prescribed.policy.doors import ROUTES
from channels.test_every_route import _POSTED
from journeys.addresses import address_of, route_of
from journeys.browser.a_house import House
from journeys.browser.a_person import SIGN_IN, Person
from journeys.browser.test_every_page import AWAY, LOOKS

READERS = ("mau-thu-truong", "mau-kiem-soat", "mau-nghiep-vu", "mau-dai-bieu")
MOST = 2
"""So many pages of a route are read for each reader."""
_READ_ONCE = pytest.mark.skipif(not LOOKS, reason="the words are the same on both databases: they are read on SQLite")
_VIETNAMESE = re.compile(r"[À-ỹĐđ]")
DATA = {
    "organisation", "body", "body_handover", "body_close", "people", "person", "sheets", "origins", "mapped",
}  # fmt: skip
"""Pages whose data are posts, kinds of bodies and names of sheets, which are words of the software elsewhere."""
STEPS = {"Tiếp nhận hồ sơ", "Tiếp nhận yêu cầu", "Văn thư", "Thẩm định", "Trưởng phòng"}
"""Names of steps of a process, and of who does them, that are words of the software elsewhere."""


def test_a_board_and_a_dossier_are_read_in_english_and_vietnamese_comes_back(somebody):
    person = somebody()
    person.open(SIGN_IN)
    person.press("English")
    person.reads("Username", "look up a dossier by its receipt")
    person.fill("Username", "mau-thu-truong")
    person.fill("Password", person.house.password)
    person.press("Sign in")
    person.reads("Clear processes, progress, quality", "What you can do here", "You are here as")
    person.press("Dossiers")
    person.reads("Dossier code", "in the order of their due days")
    with person.page.expect_navigation():
        person.page.locator("table.dossiers tbody a").first.click()
    person.watch.look()
    person.reads("Why it is due on this day", "Who held it", "In the ledger of evidence")
    person.open("/khong-co")
    person.reads("There is no page at this address")
    person.open("/ho-so/")
    person.press("Tiếng Việt")
    person.reads("Mã hồ sơ", "xếp theo ngày hẹn")


class _Read(HTMLParser):
    """The texts of a page in English, and what is marked as Vietnamese because nobody translated it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.marked: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag, attributes):
        self.handle_startendtag(tag, attributes)
        self._open.append((tag, dict(attributes).get("lang") == "vi"))

    def handle_startendtag(self, tag, attributes):
        told = dict(attributes)
        self.texts += [told[name] for name in READ_ALOUD & told.keys() if told[name]]

    def handle_endtag(self, tag):
        """Close an element and those within it that have no end of their own."""
        if tag in (name for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        text = " ".join(data.split())
        vietnamese = [tag for tag, is_vietnamese in self._open if is_vietnamese]
        if not text or (self._open and self._open[-1][0] in ("script", "style")):
            return
        if not vietnamese:
            self.texts.append(text)
        elif vietnamese[-1] == "span":
            self.marked.append(text)


def left_of(page: str) -> tuple[list[str], list[str]]:
    """What a page says in Vietnamese though English knows it, and what it marks as not translated."""
    read = _Read()
    read.feed(page)
    known = catalogue().sentences
    vietnamese = [text for text in read.texts if _VIETNAMESE.search(text) and text not in STEPS]
    return [text for text in vietnamese if known.get(text, text) != text], read.marked


@pytest.fixture(scope="module")
def left(house: House, browser: Browser) -> dict[str, tuple[list[str], list[str]]]:
    """What is left on each route that the readers come to."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for name in READERS:
        person = Person(browser, house)
        person.open(SIGN_IN)
        person.press("English")
        person.fill("Username", name)
        person.fill("Password", house.password)
        person.press("Sign in")
        waiting = [address for route in sorted(ROUTES) if (address := _plain(route))]
        seen: Counter[str] = Counter()
        tried: set[str] = set()
        while waiting:
            address = waiting.pop(0)
            route = route_of(address)
            if not route or route in AWAY | _POSTED or address in tried or seen[route] >= MOST:
                continue
            tried.add(address)
            seen[route] += 1
            answer = person.context.request.get(address)
            if (
                not answer.headers["content-type"].startswith("text/html")
                or urlsplit(answer.url).path != urlsplit(address).path
            ):
                continue
            text = answer.text()
            waiting += re.findall(r'href="(/[^"#]*)', text.replace("&amp;", "&"))
            words, marked = left_of(text)
            known = found.setdefault(route, ([], []))
            known[0].extend(words)
            known[1].extend(marked)
        person.leave()
    return found


def _plain(route: str) -> str:
    return "" if route.startswith("api:") or route in AWAY | _POSTED else address_of(route)


@_READ_ONCE
def test_many_pages_are_read(left):
    assert len(left) > 60


@_READ_ONCE
def test_no_page_says_in_vietnamese_what_english_knows(left):
    said = {route: sorted(set(words)) for route, (words, _) in left.items() if words and route not in DATA}
    assert not said, "\n".join(f"{route}: {words}" for route, words in sorted(said.items()))


@_READ_ONCE
def test_little_is_marked_as_not_translated(left):
    assert sum(bool(marked) for _, marked in left.values()) <= len(left) // 10, "run: baro english"
