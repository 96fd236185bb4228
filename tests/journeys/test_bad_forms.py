"""Every form that the people of the demo can come to, sent empty and with nonsense: it says in Vietnamese what is wrong, keeps
what was typed, and what is refused leaves no trace in the ledger."""

import html
import io
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
from django.db import connection
from django.test import Client

from baro.app.demo_authority import build_demo
from baro.channels.demo.authority.accounts import ACCOUNTS
from baro.channels.shell.progress import Progress
from baro.records.models import Account, LedgerEntry
from baro.rules.prescribed.policy.doors import ROUTES
from channels.test_every_route import _POSTED, is_account
from channels.web.organisation.office import text_of
from journeys.addresses import address_of, route_of

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="forms answer alike on both databases: asked on SQLite"),
]
AT = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
ADDRESSES = 3
"""So many addresses of a route each person opens: the first may be one where they may do nothing."""
NONSENSE = ("", "32/13/2026", "a\0b", "9" * 300, "<b>“ỷ”</b> 😀 " * 400)
_ENGLISH = re.compile(
    r"\b(the|this|that|not|allowed|ensure|enter|valid|value|field|required|characters|null|error)\b", re.I
)
_TYPED = {"text", "search", "number", "email", "tel", "textarea", "date"}
_KEPT = 20
"""So much of what was typed is looked for: a page may cut what is longer than its field."""
_ANSWERS = {200, 302, 400, 403, 404, 409, 413, 422, 429}


@dataclass(slots=True)
class Form:
    """A form as it stands on a page: where it is sent, the kind of each field."""

    action: str
    kinds: dict[str, str] = field(default_factory=dict)


class Reader(HTMLParser):
    """The links and the forms of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Form] = []
        self._form: Form | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(told.get("href", ""))
        elif tag == "form":
            self._form = Form(told.get("action", "")) if told.get("method", "").lower() == "post" else None
            self.forms += [self._form] if self._form else []
        elif self._form and tag in ("input", "textarea", "select") and told.get("name"):
            name, kind = told["name"], told.get("type", "text") if tag == "input" else tag
            self._form.kinds[name] = kind

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None


@pytest.fixture
def demo(settings, tmp_path):
    settings.HOME = tmp_path
    settings.IMPORT_JOBS = "by-hand"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    for folder in ("store", "files", "keys", "log"):
        (tmp_path / folder).mkdir()
    build_demo("small", AT, Progress(io.StringIO(), quiet=True))


def test_every_form_answers_nonsense_with_a_sentence_and_loses_nothing(demo):
    sent: set[str] = set()
    faults: list[str] = []
    for account in ACCOUNTS:
        client = Client(raise_request_exception=False)
        client.force_login(Account.objects.get(username=account.username))
        for where, form in forms_for(client):
            shape = f"{route_of(where)} {sorted(form.kinds)}"
            if shape not in sent:
                sent.add(shape)
                faults += [fault for told in NONSENSE for fault in faults_of(client, where, form, told)]
    assert not faults, "\n".join(dict.fromkeys(faults))
    assert len(sent) > 60, sorted(sent)


def forms_for(client: Client) -> list[tuple[str, Form]]:
    """The forms that somebody comes to by links, and by addresses without parts."""
    waiting = ["/", *(address for route in sorted(ROUTES) if route not in _POSTED and (address := address_of(route)))]
    opened: dict[str, int] = {}
    seen, found = set(waiting), []
    while waiting:
        address = waiting.pop(0)
        route = route_of(address)
        if not route or is_account(route) or route.startswith("api:") or opened.get(route, 0) >= ADDRESSES:
            continue
        answer = client.get(address)
        if answer.status_code != 200 or answer.streaming or "html" not in answer["Content-Type"]:
            continue
        opened[route] = opened.get(route, 0) + 1
        page = Reader()
        page.feed(answer.content.decode())
        found += [(urljoin(address, form.action) if form.action else address, form) for form in page.forms]
        links = {urljoin(address, link).partition("#")[0] for link in page.links}
        fresh = [link for link in sorted(links) if link.startswith("/") and link not in seen]
        seen.update(fresh)
        waiting += fresh
    return [(where, form) for where, form in found if not is_account(route_of(where)) and form.kinds]


def faults_of(client: Client, where: str, form: Form, nonsense: str) -> list[str]:
    """What is wrong with how a form answers nonsense in every field."""
    said = {name: nonsense for name, kind in form.kinds.items() if kind != "file" and name != "csrfmiddlewaretoken"}
    before = LedgerEntry.objects.count()
    answer = client.post(where, said)
    about = f"{where} {nonsense[:12]!r}: {answer.status_code}"
    if answer.status_code not in _ANSWERS:
        return [about]
    if answer.status_code not in (400, 422):
        return []
    found = [f"{about} recorded something"] if LedgerEntry.objects.count() != before else []
    told = html.unescape(answer.content.decode())
    if 'role="alert"' not in told:
        found.append(f"{about} does not say what is wrong")
    if foreign := _ENGLISH.search(text_of(answer)):
        found.append(f"{about} says {foreign.string[max(0, foreign.start() - 40) : foreign.end() + 30]!r}")
    typed = nonsense.strip()[:_KEPT]
    lost = [name for name, kind in form.kinds.items() if kind in _TYPED and typed and typed not in told]
    return found + ([f"{about} loses {', '.join(lost)}"] if lost else [])
