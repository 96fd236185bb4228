"""Somebody who signs in: their account, their password, their authenticator app, their words on the page."""

import json
import re
import time
from datetime import UTC, datetime

from allauth.mfa import app_settings
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

from baro.desk.accounts import give_password, open_account
from baro.desk.by import by_program
from baro.records.models import Account, LedgerEntry, RoleGrant

AT = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
KEEPER = by_program("os:quan-tri")
PASSWORD = "mua xuan tren ban lang 27"


def opened(name: str = "lan", role: str = "") -> Account:
    """An account with a password of its own, of a person who may hold a role."""
    id_ = open_account(name, f"p-{name}", KEEPER, AT)
    give_password(name, PASSWORD, KEEPER, AT)
    if role:
        RoleGrant.objects.create(
            id=f"g-{name}", person=f"p-{name}", role=role, unit="b-so", granted_by="p-goc", recorded_at=AT
        )
    Account.objects.filter(pk=id_).update(is_password_temporary=False)  # they have set their own since, alike by chance
    return Account.objects.get(pk=id_)


def sign_in(client, name: str = "lan", password: str = PASSWORD, **more):
    return client.post("/tai-khoan/dang-nhap", {"login": name, "password": password}, **more)


def is_in(client) -> bool:
    return client.get("/tai-khoan/").status_code == 200


def words(answer) -> str:
    """What a page says, without its marks."""
    text = re.sub(r"<(script|style).*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def code_of(secret: str) -> str:
    """What the app shows now for a secret."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def lasting_code_of(secret: str, seconds: int = 10) -> str:
    """What the app shows, with so much time left to type it; waits for the next code where there is less."""
    left = app_settings.TOTP_PERIOD - time.time() % app_settings.TOTP_PERIOD  # noqa: TID251 the clock that the app reads
    if left < seconds:
        time.sleep(left)
    return code_of(secret)


def enrol(client) -> str:
    """Set up the app as a person does: confirm, read the secret off the page, type the code; gives the secret."""
    confirm(client)
    page = client.get("/tai-khoan/lop-thu-hai/ung-dung").content.decode()
    secret = re.search(r'value="([A-Z2-7]{32})"', page)[1]
    client.post("/tai-khoan/lop-thu-hai/ung-dung", {"code": code_of(secret)})
    return secret


def confirm(client, password: str = PASSWORD):
    return client.post("/tai-khoan/xac-nhan", {"password": password})


def next_period(settings) -> None:
    """Let the app show another code."""
    settings.MFA_TOTP_PERIOD //= 2


def entries(kind: str) -> list[dict]:
    """The entries of a kind, in their order."""
    told = [json.loads(bytes(row.body)) for row in LedgerEntry.objects.order_by("place")]
    return [entry for entry in told if entry["act"] == kind]
