"""The doors of the demo: an account for each role, with one password that this home made for itself.

The accounts are opened by `baro demo` alone, in a home that is marked as a demo; the password is in no source and no
package. It lies in the home, readable by this user alone.
"""

import os
import secrets
from datetime import datetime
from pathlib import Path
from typing import TextIO

from django.conf import settings

from baro.channels.demo.authority.accounts import ACCOUNTS
from baro.channels.wording.access import ROLES
from baro.desk.access import found_roles
from baro.desk.access_acts import NewRole
from baro.desk.accounts import give_password, open_account
from baro.desk.by import By
from baro.records.account_secrets import is_password_of
from baro.records.queries.access import has_any_grant
from baro.records.queries.accounts import account_id_of
from baro.rules.prescribed.refusals import Refused

FILE = "demo-password.txt"
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that looks like another


def open_doors(by: By, at: datetime) -> None:
    """Grant the roles, open the accounts, set the password where it is not set. Raises `Refused("demo.password_file")`."""
    if not has_any_grant():
        roles = [NewRole(person=a.person, grant=a.grant, decision="Mẫu/QĐ-UBND") for a in ACCOUNTS]
        found_roles(roles, by.actor, at)
    password = _password()
    for account in ACCOUNTS:
        known = account_id_of(account.username)
        if not known:
            known = open_account(account.username, account.person, by, at)
        if not is_password_of(known, password):
            give_password(account.username, password, by, at)


def doors_are_open() -> bool:
    """Say whether all of it is done; the last account comes last."""
    return password_file().exists() and bool(account_id_of(ACCOUNTS[-1].username))


def tell_doors(out: TextIO) -> None:
    """Tell who can sign in, and with what."""
    out.write("\nTài khoản mẫu (DỮ LIỆU TỔNG HỢP, không có thật):\n")
    for account in ACCOUNTS:
        out.write(f"  {account.username:<18} {ROLES[account.role]}\n")
    out.write(f"Mật khẩu chung:      {_read(password_file())}\n(giữ trong {password_file()})\n")


def password_file() -> Path:
    """Where this home keeps the password of its demo accounts."""
    return Path(settings.HOME) / FILE


def _password() -> str:
    place = password_file()
    if not place.exists():
        _write(place, "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(4)))
    return _read(place)


def _read(place: Path) -> str:
    try:
        found = place.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        found = ""
    if len(found) < 12:
        raise Refused("demo.password_file", place=str(place))
    return found


def _write(place: Path, password: str) -> None:
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(password + "\n")
