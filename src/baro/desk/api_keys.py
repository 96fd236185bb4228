"""Keys for programs: issued once and shown once, revoked at any time."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from baro.records.ids_made import new_id
from baro.records.queries.api_keys import account_named, key_exists
from baro.records.recording import record
from baro.rules.observed.acts import Act
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True)
class IssuedKey:
    """The id of a key, and the key itself, which nobody can show again."""

    id: str
    key: str


def issue_key(username: str, actor: str, at: datetime) -> IssuedKey:
    """Issue a key to an account. Raises `Refused("api.no_account")`."""
    account = account_named(username)
    if not account:
        raise Refused("api.no_account", name=username)
    issued = IssuedKey(new_id(at), secrets.token_urlsafe(32))
    digest = hashlib.sha256(issued.key.encode()).hexdigest()
    data = {"key": issued.id, "account": account, "key_sha256": digest}
    record(_act("api_key.issued", issued.id, actor, at, data), at=at)
    return issued


def revoke_key(key_id: str, actor: str, at: datetime) -> None:
    """Revoke a key. Raises `Refused("api.no_key")`."""
    if not key_exists(key_id):
        raise Refused("api.no_key", key=key_id)
    record(_act("api_key.revoked", key_id, actor, at, {"key": key_id}), at=at)


def _act(kind: str, key_id: str, actor: str, at: datetime, data: dict[str, str]) -> Act:
    return Act(type=kind, stream=f"api_key/{key_id}", actor=actor, occurred_at=at, data=data, source="command")
