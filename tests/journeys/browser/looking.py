"""What is asked of every page that a person sees: nothing that shuts somebody out, nothing wider than the screen, no
complaint of the browser, nothing fetched from elsewhere."""

import os
import re
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request, Response

from journeys.addresses import route_of
from journeys.browser.looked_at import is_new

HEIGHT, WIDTHS = 900, (1366, 768, 390)  # an office's screen, a tablet, a telephone
_GRAVE = {"serious", "critical"}
_OPTIONS = {"resultTypes": ["violations"]}
_MARKS = """() => [document.documentElement.lang, ...new Set([...document.querySelectorAll('*')].map(
    (e) => e.parentElement?.tagName + '>' + e.tagName + '.' + e.className + '.' + e.getAttribute('type')))]"""
_DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"  # what watches sizes has run
_TOO_WIDE = """() => document.documentElement.scrollWidth > document.documentElement.clientWidth
    ? [...document.querySelectorAll('body *')].filter(
        (e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.scroll'))
        .slice(-1).map((e) => e.outerHTML.slice(0, 160)).concat('?')[0] : ''"""
_WORDS = """() => { const seen = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), words = [];
    while (seen.nextNode())
        if (!seen.currentNode.parentElement.closest('script, style, table, code, select, datalist, .code'))
            words.push(seen.currentNode.data);
    return words.join(' ').replace(/“[^”]*”/g, ' ') }"""
_FOREIGN = re.compile(r"\b(the|and|your|please|name|submit|save|file|error|none|true|false|null|undefined)\b", re.I)
_CELLS = "() => [...document.querySelectorAll('td, th, dd, li')].map((cell) => cell.textContent.trim())"
_NO_VALUE = {"None", "True", "False", "null", "undefined", "NaN", "nan"}
_WATCH = "document.addEventListener('securitypolicyviolation', (e) => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI))"
_pictures = count(1)


class Watch:
    """Listens to a page from its first request on, and keeps what it should not have done."""

    def __init__(self, page: Page, house: str) -> None:
        self.faults: list[str] = []
        self._page, self._house = page, house
        page.add_init_script(_WATCH)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        page.on("request", self._ask)
        page.on("response", self._answer)

    def look(self) -> None:
        """Look at the page as it stands now, at each width where it has a mark that was not looked at before at the same kind of
        address."""
        where = urlsplit(self._page.url).path
        is_ours = self._page.evaluate("document.documentElement.lang") == "vi"
        if is_ours and (foreign := _FOREIGN.search(self._page.evaluate(_WORDS))):
            self.faults.append(
                f"{where}: not Vietnamese: {foreign.string[max(0, foreign.start() - 40) : foreign.end() + 40]}"
            )
        if bare := _NO_VALUE & set(self._page.evaluate(_CELLS)):
            self.faults.append(f"{where}: a value of the program's own shows: {', '.join(sorted(bare))}")
        if not is_new(f"looked {route_of(where)}", set(self._page.evaluate(_MARKS))):
            return
        for width in reversed(WIDTHS):
            self._page.set_viewport_size({"width": width, "height": HEIGHT})
            self._page.evaluate(_DRAWN)
            if too_wide := self._page.evaluate(_TOO_WIDE):
                self.faults.append(f"{where}: wider than {width}: {too_wide}")
            self._picture(where, width)
            if width != WIDTHS[1]:
                self.faults += [f"{where} at {width}: {violation}" for violation in violations(self._page)]

    def _picture(self, where: str, width: int) -> None:
        """Keep a picture of the page where the environment asks for it: to look at with the eye of an official."""
        if folder := os.environ.get("BARO_PICTURES"):
            name = re.sub(r"\W+", "-", where).strip("-") or "tong-quan"
            self._page.screenshot(path=Path(folder) / f"{next(_pictures):03}-{name[:60]}-{width}.png", full_page=True)

    def _is_ours(self, address: str) -> bool:
        return address.startswith((self._house, "about:"))

    def _hear(self, said: ConsoleMessage) -> None:
        # that a page answered 404 is told by the browser too; what it asked for besides is watched by its answers
        is_told = said.type in ("error", "warning") and not said.text.startswith("Failed to load resource")
        if is_told and self._is_ours(self._page.url):
            self.faults.append(f"{self._page.url}: {said.text}")

    def _ask(self, request: Request) -> None:
        if not is_near(request.url) and self._is_ours(request.frame.url):
            self.faults.append(f"{self._page.url} asks elsewhere: {request.url}")

    def _answer(self, response: Response) -> None:
        is_document = response.request.resource_type == "document"
        if response.status >= 500 or (response.status >= 400 and not is_document):
            self.faults.append(f"{response.url}: {response.status}")


def is_near(address: str) -> bool:
    """Say whether an address is of this machine, or is no address."""
    parts = urlsplit(address)
    return parts.scheme in ("data", "blob", "about") or parts.hostname == "localhost"


def violations(page: Page) -> list[str]:
    """What axe holds against the page as it is seen now, if it is serious: the rule, and the first place."""
    found = Axe().run(page, options=_OPTIONS).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found if v["impact"] in _GRAVE]
