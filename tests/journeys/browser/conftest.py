"""The ground of the journeys: a house, the browser of this machine, a browser context per person."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from journeys.browser.a_house import Built, House, a_built, a_house
from journeys.browser.a_person import PATIENCE, Person

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Read the pages in English last, whatever the order of the others: what they recorded is to be read too."""
    items.sort(key=lambda item: item.path.name == "test_in_english.py")


@pytest.fixture(scope="session")
def built() -> Iterator[Built]:
    """The demo, built once on the database that `BARO_TEST_DATABASE` asks for: every house is a copy of it."""
    with _folder() as folder, a_built(folder, os.environ.get("BARO_TEST_DATABASE", "sqlite")) as built:
        yield built


@pytest.fixture(scope="session")
def house(built: Built) -> Iterator[House]:
    """The demo, served, for journeys that leave the dossiers as they found them: these come in any order."""
    with _folder() as folder, a_house(folder, built) as house:
        yield house


@pytest.fixture(scope="module")
def own_house(built: Built) -> Iterator[House]:
    """Another one, for a file of journeys that bring dossiers in: lists, notices and weeks of the others stay as they are."""
    with _folder() as folder, a_house(folder, built) as house:
        yield house


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder with a short name: a socket's name has room for a hundred letters."""
    folder = Path(tempfile.mkdtemp(prefix="baro-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Without it these tests fail: a page that nobody looked at is not tested."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.fail("Chromium is missing: apt-get install chromium")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=found, args=_QUIET)
        yield started
        started.close()


@pytest.fixture
def somebody(house: House, browser: Browser) -> Iterator[Callable[..., Person]]:
    """Let people come, signed in where a name is told; at the end none of their browsers may have complained."""
    came: list[Person] = []

    def comes(name: str = "") -> Person:
        came.append(Person(browser, house))
        if name:
            came[-1].sign_in(name)
        return came[-1]

    yield comes
    for person in came:
        person.leave()
