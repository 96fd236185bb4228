"""Keys for programs: issued once and shown once, revoked at any time."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from baro.desk.by import By, act_of, require
from baro.records.ids_made import new_id
from baro.records.queries.api_keys import account_named, key_exists
from baro.records.recording import record
from baro.rules.prescribed.policy.acts import OPERATION_OF
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True)
class IssuedKey:
    """The id of a key, and the key itself, which nobody can show again."""

    id: str
    key: str


def issue_key(username: str, by: By, at: datetime, *, unit: str = "") -> IssuedKey:
    """Issue a key to an account. Raises `Refused("access.…" | "api.no_account")`."""
    require(by, OPERATION_OF["api_key.issued"], unit, at)
    account = account_named(username)
    if not account:
        raise Refused("api.no_account", name=username)
    issued = IssuedKey(new_id(at), secrets.token_urlsafe(32))
    digest = hashlib.sha256(issued.key.encode()).hexdigest()
    data = {"key": issued.id, "account": account, "key_sha256": digest}
    record(act_of(by, "api_key.issued", _stream(issued.id), at, data), at=at)
    return issued


def revoke_key(key_id: str, by: By, at: datetime, *, unit: str = "") -> None:
    """Revoke a key. Raises `Refused("access.…" | "api.no_key")`."""
    require(by, OPERATION_OF["api_key.revoked"], unit, at)
    if not key_exists(key_id):
        raise Refused("api.no_key", key=key_id)
    record(act_of(by, "api_key.revoked", _stream(key_id), at, {"key": key_id}), at=at)


def _stream(key_id: str) -> str:
    return f"api_key/{key_id}"
