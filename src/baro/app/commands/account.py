"""`baro account`: open, close and reopen accounts, and set their passwords, at the machine itself."""

import getpass
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TextIO

from baro.app.started import start_records
from baro.channels.shell.arguments import command_parser
from baro.channels.shell.exit_codes import ExitCode
from baro.rules.prescribed.refusals import Refused

_WORKS = ("open", "password", "close", "reopen")


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Do what is asked with one account. Raises `Refused("account.…")`."""
    asked = _arguments(words)
    start_records()
    from baro.desk import accounts
    from baro.desk.by import by_program

    by, at = by_program(f"os:{getpass.getuser()}"), datetime.now(UTC)  # noqa: TID251 the command line reads the clock
    if asked.work == "open":
        accounts.open_account(asked.name, _person(asked.person), by, at)
        out.write(f"Đã lập tài khoản {asked.name}. Đặt mật khẩu: baro account password {asked.name}\n")
    elif asked.work == "password":
        accounts.give_password(asked.name, _typed(err), by, at)
        out.write(f"Đã đặt mật khẩu cho {asked.name}; người dùng nên đổi ngay khi đăng nhập.\n")
    elif asked.work == "close":
        accounts.close_account(asked.name, by, at)
        out.write(f"Đã khóa tài khoản {asked.name}.\n")
    else:
        accounts.reopen_account(asked.name, by, at)
        out.write(f"Đã mở lại tài khoản {asked.name}.\n")
    return ExitCode.DONE


def _arguments(words: Sequence[str]) -> Namespace:
    parser = command_parser("account", "Lập, khóa, mở lại tài khoản; đặt mật khẩu.")
    parser.add_argument(
        "work", choices=_WORKS, metavar="VIỆC", help="open (lập), password (đặt mật khẩu), close, reopen"
    )
    parser.add_argument("name", metavar="TÊN", help="tên đăng nhập")
    parser.add_argument("--person", default="", metavar="MÃ", help="số hiệu cán bộ của người giữ tài khoản")
    return parser.parse_args(list(words))


def _person(code: str) -> str:
    from baro.records.queries.people import person_with_code

    if not code:
        return ""
    person = person_with_code(code)
    if person is None:
        raise Refused("account.no_person", code=code)
    return person.id


def _typed(err: TextIO) -> str:
    """Ask twice at a terminal; read one line where the words come from another program."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first, again = getpass.getpass("Mật khẩu: ", err), getpass.getpass("Nhập lại: ", err)
    if first != again:
        raise Refused("account.not_same")
    return first
