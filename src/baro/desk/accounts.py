"""Accounts: opened for a person, given a password, closed and opened again. The secrets are no part of the ledger."""

from datetime import datetime

from baro.desk.by import By, act_of, require
from baro.records.account_secrets import weaknesses, with_new_password
from baro.records.ids_made import new_id
from baro.records.queries.accounts import account_id_of
from baro.records.recording import record
from baro.rules.prescribed.refusals import Refused


def open_account(username: str, person: str, by: By, at: datetime, *, unit: str = "") -> str:
    """Open an account in a name, for a person by id ("" for a program); give its id. Nobody can sign in to it yet. Raises
    `Refused("account.name_taken")`, `Refused("account.no_name")`."""
    require(by, "account.create", unit, at)
    name = username.strip().casefold()
    if not name:
        raise Refused("account.no_name")
    if account_id_of(name):
        raise Refused("account.name_taken", name=name)
    made = new_id(at)
    record(act_of(by, "account.opened", _stream(made), at, {"account": made, "person": person}, {"name": name}), at=at)
    return made


def give_password(username: str, password: str, by: By, at: datetime, *, unit: str = "") -> None:
    """Set a password for somebody, who then changes it. Raises `Refused("account.none")`, `Refused("account.weak")`."""
    require(by, "account.create", unit, at)
    account = _account(username)
    if weak := weaknesses(account, password):
        raise Refused("account.weak", reasons=" ".join(weak))
    with with_new_password(account, password):
        record(act_of(by, "account.password_given", _stream(account), at, {"account": account}), at=at)


def close_account(username: str, by: By, at: datetime, *, unit: str = "") -> None:
    """Let nobody sign in to an account any more, from the next request on. Raises `Refused("account.none")`."""
    require(by, "account.lock", unit, at)
    account = _account(username)
    record(act_of(by, "account.closed", _stream(account), at, {"account": account}), at=at)


def reopen_account(username: str, by: By, at: datetime, *, unit: str = "") -> None:
    """Open a closed account again. Raises `Refused("account.none")`."""
    require(by, "account.create", unit, at)
    account = _account(username)
    record(act_of(by, "account.reopened", _stream(account), at, {"account": account}), at=at)


def _account(username: str) -> str:
    found = account_id_of(username.strip().casefold())
    if not found:
        raise Refused("account.none", name=username)
    return found


def _stream(account: str) -> str:
    return f"account/{account}"
