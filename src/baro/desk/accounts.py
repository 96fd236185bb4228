"""Accounts: opened for a person, given a password, closed, opened again, let in after failures. Their secrets, sessions
and counts of failures are no part of the ledger."""

from datetime import datetime
from enum import StrEnum

from baro.desk.by import By, act_of, by_person, require
from baro.desk.permission import Asker
from baro.desk.permission import require as require_permission
from baro.records.account_secrets import weaknesses, with_new_password, without_factors
from baro.records.failed_sign_ins import forget_failures
from baro.records.ids_made import new_id
from baro.records.open_sessions import end_sessions
from baro.records.queries.accounts import account_id_of
from baro.records.recording import record
from baro.rules.observed.acts import Act
from baro.rules.observed.mail_addresses import checked_address
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused


class Change(StrEnum):
    """What somebody may change about how they sign in."""

    PASSWORD = "password"
    APP_ADDED = "app_added"
    APP_REMOVED = "app_removed"
    PASSKEY_ADDED = "passkey_added"
    PASSKEY_REMOVED = "passkey_removed"
    CODES_MADE = "codes_made"
    IDENTITY_TIED = "identity_tied"
    IDENTITY_UNTIED = "identity_untied"


def open_account(username: str, person: str, by: By, at: datetime, *, unit: str = "") -> str:
    """Open an account in a name, for a person by id ("" for a program); give its id. Nobody can sign in to it yet. Raises
    `Refused("account.name_taken")`, `Refused("account.no_name")`."""
    require(by, "account.create", unit, at)
    name = _written(username)
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
    """Let nobody sign in to an account any more; its sessions end and stay ended. Raises `Refused("account.none")`."""
    require(by, "account.lock", unit, at)
    account = _account(username)
    record(act_of(by, "account.closed", _stream(account), at, {"account": account}), at=at)
    end_sessions(account)


def reopen_account(username: str, by: By, at: datetime, *, unit: str = "") -> None:
    """Open a closed account again, its failed attempts forgotten. Raises `Refused("account.none")`."""
    require(by, "account.create", unit, at)
    account = _account(username)
    record(act_of(by, "account.reopened", _stream(account), at, {"account": account}), at=at)
    forget_failures(_written(username))


def unlock_account(username: str, by: By, at: datetime, *, unit: str = "") -> None:
    """Let a name be tried again at once after too many failures. Raises `Refused("account.none")`."""
    require(by, "account.lock", unit, at)
    account = _account(username)
    record(act_of(by, "account.unlocked", _stream(account), at, {"account": account}), at=at)
    forget_failures(_written(username))


def remove_factors(username: str, by: By, at: datetime, *, unit: str = "") -> None:
    """Take away all second factors of somebody who lost theirs and came in person; their sessions end. A role that
    approves then asks for a new one at the next sign-in. Raises `Refused("account.none")`."""
    require(by, "account.create", unit, at)
    account = _account(username)
    with without_factors(account):
        record(act_of(by, "account.factors_removed", _stream(account), at, {"account": account}), at=at)
    end_sessions(account)


def note_own_change(account: str, change: Change, asker: Asker, at: datetime) -> None:
    """Record that somebody changed how they themselves sign in. Raises `Refused("access.…")`."""
    require_permission(asker, "account.own", Subject(id=account, holder=asker.person), at)
    by = by_person(asker)
    record(act_of(by, "account.sign_in_changed", _stream(account), at, {"account": account, "change": change}), at=at)


def tell_own_address(account: str, address: str, asker: Asker, at: datetime) -> None:
    """Record where somebody wants their notices mailed; "" nowhere. Raises `Refused("account.bad_address" | "access.…")`."""
    require_permission(asker, "account.own", Subject(id=account, holder=asker.person), at)
    record(_address_act(by_person(asker), "account.address_told", account, address, at), at=at)


def give_address(username: str, address: str, by: By, at: datetime, *, unit: str = "") -> None:
    """Record for somebody where their notices are mailed; "" nowhere. Raises `Refused("account.bad_address" |
    "account.none")`."""
    require(by, "account.create", unit, at)
    record(_address_act(by, "account.address_given", _account(username), address, at), at=at)


def _address_act(by: By, kind: str, account: str, address: str, at: datetime) -> Act:
    return act_of(by, kind, _stream(account), at, {"account": account}, {"address": checked_address(address)})


def _account(username: str) -> str:
    found = account_id_of(_written(username))
    if not found:
        raise Refused("account.none", name=username)
    return found


def _written(username: str) -> str:
    return username.strip().casefold()


def _stream(account: str) -> str:
    return f"account/{account}"
