"""Who comes to the pages of the organisation, and how a page is read."""

import re
from datetime import UTC, datetime

from baro.desk.adopting import adopt
from baro.desk.by import by_program
from baro.desk.people import register_person
from baro.records.replay import differences
from baro.rules.prescribed.places.hanoi import HANOI
from baro.rules.prescribed.refusals import Refused
from channels.web.imports.people import person

BY = by_program("thu-nghiem")
AT = datetime(2024, 4, 25, 2, tzinfo=UTC)


def hanoi():
    """The shipped bodies are recorded."""
    adopt(HANOI, BY, AT)


def sign_in(client, role="business_admin", unit="hn", name="lan"):
    """Somebody with a role comes in."""
    client.force_login(person(name, role, unit))
    return client


def a_person(code="CB1", name="Nguyễn Thị Lan"):
    """Register somebody."""
    return register_person(code, name, BY, AT)


def replayed_otherwise() -> list[Refused]:
    """The rows that replaying the ledger would make otherwise; roles, accounts and dossiers are put there by the tests themselves."""
    return [row for row in differences() if row.facts["table"] not in ("role_grant", "account", "dossier")]


def text_of(answer) -> str:
    """What a page says, without its marks."""
    page = re.sub(r"<(datalist|script|style)\b.*?</\1>", " ", answer.content.decode(), flags=re.S)
    page = re.sub(r"</?(a|b|span)\b[^>]*>", "", page)
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def see(client, address: str) -> str:
    """Open a page and give what it says."""
    answer = client.get(address)
    assert answer.status_code == 200, (answer.status_code, address)
    return text_of(answer)


def wrong_fields(answer) -> dict[str, str]:
    """The fields of a form that came back, with the first sentence that stands beside each."""
    assert answer.status_code == 422, answer.status_code
    found = re.findall(
        r'field-wrong">\s*<label[^>]*for="id_(\w+)".*?role="alert"><p[^>]*>(.*?)</p>',
        answer.content.decode(),
        flags=re.S,
    )
    return dict(found)
