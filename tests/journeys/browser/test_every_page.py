"""Every page that a role can come to, by the table of doors and by the links: each answers, and each is looked at (once, on SQLite).

A page added later is covered by itself where it has no parts in its address, or where another page links to it.
"""

import os
import re
from collections import Counter

import pytest
from playwright.sync_api import Browser

from baro.channels.demo.authority.accounts import ACCOUNTS
from baro.rules.prescribed.policy.doors import ROUTES
from channels.test_every_route import _POSTED
from journeys.addresses import address_of, route_of
from journeys.browser.a_house import House
from journeys.browser.a_person import Person
from journeys.browser.looked_at import is_new

WEB = sorted(route for route in ROUTES if not route.startswith("api:") and route not in _POSTED)
AWAY = {"account_logout", "account_login", "openid_connect_login", "openid_connect_callback"}
"""Leave the house, or are the door itself: the other journeys go there."""
BY_A_JOURNEY = {
    "import_ticket", "import_progress", "import_findings", "import_batch_findings", "import_proof", "import_workbook",
    "body_handover", "proposal", "procedure",
    "book", "book_receive", "book_export", "recorded", "recorded_step", "recorded_take_back", "recorded_form",
    "saved_view_rename", "saved_view_delete", "dossier_proof", "dossier_entry",
    "paper_check", "signal_answer", "signal_judge", "briefing_freeze", "briefing_frozen", "briefing_document", "briefing_conclude", "conclusion_done",
    "obligation_take_back", "upward_take_back", "simplification_take_back",
    "mfa_edit_webauthn", "mfa_remove_webauthn", "mfa_deactivate_totp", "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes", "mfa_download_recovery_codes",
}  # fmt: skip
"""Not linked to in a new demo: the other journeys make what they are about."""


LOOKS = os.environ.get("BARO_TEST_DATABASE", "sqlite") == "sqlite"
"""The same demo gives the same marks on both databases: on PostgreSQL each page is asked for here, and the journeys look."""
MOST = 6 if LOOKS else 2
"""So many addresses of a route each person tries: the first body of the tree may be one where they may do nothing. On PostgreSQL
fewer: there it is asked whether each answers, not whether somebody comes everywhere."""
_MARK = re.compile(r'<\w+(?: class="[^"]*"| type="[^"]*"| role="[^"]*")*')


class Walk:
    """One person's way through the house."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.statuses: dict[str, int] = {}
        self._tries: Counter[str] = Counter()
        self._waiting = [plain for route in WEB if route not in AWAY and (plain := address_of(route))]

    def go(self) -> dict[str, int]:
        """Open each route by itself, or by the first links to it; gives the first statuses."""
        tried: set[str] = set()
        while self._waiting:
            address = self._waiting.pop(0)
            route = route_of(address)
            if route and route not in AWAY | _POSTED and address not in tried and self._tries[route] < MOST:
                tried.add(address)
                self._tries[route] += 1
                self._visit(route, address)
        return self.statuses

    def _visit(self, route: str, address: str) -> None:
        """Ask first, show then: a file is not for showing, nor a page that another role saw with the same marks."""
        answer = self.person.context.request.get(address)
        self.statuses[route] = min(answer.status, self.statuses.get(route, answer.status))
        if not answer.headers["content-type"].startswith("text/html"):
            return
        text = answer.text()
        self._waiting += re.findall(r'href="(/[^"#]*)', text.replace("&amp;", "&"))
        if LOOKS and is_new(f"met {route} {answer.status}", set(_MARK.findall(text))):
            self.person.open(address)


@pytest.fixture(scope="module")
def walks(house: House, browser: Browser) -> dict[str, dict[str, int]]:
    """What each account of the demo met, route by route."""
    met = {}
    for account in ACCOUNTS:
        person = Person(browser, house)
        person.sign_in(account.username)
        met[account.username] = Walk(person).go()
        person.leave()
    return met


def test_every_page_answers_in_words_and_none_breaks(walks):
    met = {(route, status) for statuses in walks.values() for route, status in statuses.items()}
    assert {(route, status) for route, status in met if status not in (200, 401, 403, 404, 409)} == set()


@pytest.mark.skipif(not LOOKS, reason="who comes where is the same on both databases: it is asked on SQLite")
def test_every_page_is_met_by_somebody(walks):
    met = {route for statuses in walks.values() for route, status in statuses.items() if status in (200, 401)}
    assert set(WEB) - AWAY - BY_A_JOURNEY - met == set()


@pytest.mark.parametrize("name", ["mau-dai-bieu", "mau-so-cai", "mau-ky-thuat"])
def test_who_has_no_business_with_dossiers_meets_no_import(walks, name):
    assert {walks[name][route] for route in ("imports", "import_conflicts")} == {403}
