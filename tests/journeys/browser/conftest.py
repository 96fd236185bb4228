"""The ground of the journeys: a house on each database, the browser of this machine, a browser context per person."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from journeys.browser.a_house import House, a_house
from journeys.browser.a_person import Person

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
DATABASES = ("sqlite", "postgresql")


@pytest.hookimpl(tryfirst=True)  # xdist reads the groups in the same hook
def pytest_collection_modifyitems(items) -> None:
    """Keep the journeys of a house in one process: each database's are a group."""
    for item in items:
        if database := getattr(item, "callspec", None) and item.callspec.params.get("house"):
            item.add_marker(pytest.mark.xdist_group(database))


@pytest.fixture(scope="session", params=DATABASES)
def house(request) -> Iterator[House]:
    """The demo, served."""
    folder = Path(tempfile.mkdtemp(prefix="baro-"))  # short: a socket's name has room for a hundred letters
    try:
        with a_house(folder, request.param) as opened:
            yield opened
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Without it these tests fail: a page that nobody looked at is not tested."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.fail("Chromium is missing: apt-get install chromium")
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
