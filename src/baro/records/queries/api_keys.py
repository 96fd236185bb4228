"""Whose a key is."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from baro.records.models.account import Account
from baro.records.models.api_keys import ApiKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """The account that asks by a key; `person` is "" for a program's."""

    id: str
    person: str


def caller_of(key: str) -> Caller | None:
    """The account whose key this is; None for a key that is not, or no more, good. The key is random: its hash finds it."""
    row = ApiKey.objects.filter(key_sha256=hashlib.sha256(key.encode()).hexdigest(), revoked_at=None).first()
    account = Account.objects.filter(pk=row.account, is_active=True).first() if row else None
    return Caller(id=account.id, person=account.person) if account else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldKey:
    """A key with the account whose it is; the key itself nobody can show."""

    id: str
    account: str
    holder: str
    username: str
    issued_at: datetime
    revoked_at: datetime | None


def keys_told() -> tuple[ToldKey, ...]:
    """Give all keys, the latest first; `holder` is the id under which the account's roles are granted."""
    accounts = {a.id: a for a in Account.objects.filter(pk__in=ApiKey.objects.values("account"))}
    return tuple(
        ToldKey(
            id=row.id, account=row.account, holder=accounts[row.account].person or row.account,
            username=accounts[row.account].username, issued_at=row.issued_at, revoked_at=row.revoked_at,
        )
        for row in ApiKey.objects.order_by("-issued_at", "-id")
        if row.account in accounts
    )  # fmt: skip


def account_named(username: str) -> str:
    """The id of an account by its name, "" if there is none."""
    return Account.objects.filter(username=username, is_active=True).values_list("id", flat=True).first() or ""


def key_exists(key_id: str) -> bool:
    """Whether a key of this id is good."""
    return ApiKey.objects.filter(pk=key_id, revoked_at=None).exists()
