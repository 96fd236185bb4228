"""`baro account`: open, close, reopen and unlock accounts, set passwords and addresses, take lost factors away, at the machine itself."""

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

_WORKS = ("open", "password", "close", "reopen", "unlock", "factors", "address")

_DONE = {
    "open": "Đã lập tài khoản {name}. Đặt mật khẩu: baro account password {name}",
    "password": "Đã đặt mật khẩu cho {name}; các phiên đang mở đã kết thúc. Người dùng phải đặt mật khẩu của mình ở lần đăng nhập tới.",
    "close": "Đã khóa tài khoản {name}; các phiên đang mở đã kết thúc.",
    "reopen": "Đã mở lại tài khoản {name}.",
    "unlock": "Đã bỏ tạm khóa: {name} đăng nhập lại được ngay.",
    "address": "Đã ghi địa chỉ nhận thông báo của {name}.",
    "factors": "Đã bỏ các lớp bảo vệ thứ hai của {name}; các phiên đang mở đã kết thúc. Vai trò phê duyệt phải đăng ký lại.",
}


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Do what is asked with one account. Raises `Refused("account.…")`."""
    asked = _arguments(words)
    start_records()
    from baro.desk import accounts
    from baro.desk.by import by_program

    by, at = by_program(f"os:{getpass.getuser()}"), datetime.now(UTC)  # noqa: TID251 the command line reads the clock
    work = asked.work
    if work == "open":
        accounts.open_account(asked.name, _person(asked.person), by, at)
    elif work == "password":
        accounts.give_password(asked.name, _typed(err), by, at)
    elif work == "close":
        accounts.close_account(asked.name, by, at)
    elif work == "reopen":
        accounts.reopen_account(asked.name, by, at)
    elif work == "unlock":
        accounts.unlock_account(asked.name, by, at)
    elif work == "address":
        accounts.give_address(asked.name, asked.address, by, at)
    else:
        accounts.remove_factors(asked.name, by, at)
    out.write(_DONE[work].format(name=asked.name) + "\n")
    return ExitCode.DONE


def _arguments(words: Sequence[str]) -> Namespace:
    parser = command_parser("account", "Lập, khóa, mở lại tài khoản; đặt mật khẩu; bỏ tạm khóa, bỏ lớp bảo vệ đã mất.")
    parser.add_argument(
        "work",
        choices=_WORKS,
        metavar="VIỆC",
        help="open (lập), password (đặt mật khẩu), close (khóa), reopen (mở lại), unlock (bỏ tạm khóa do nhập sai), "
        "factors (bỏ ứng dụng, khóa truy cập đã mất), address (địa chỉ nhận thông báo)",
    )
    parser.add_argument("name", metavar="TÊN", help="tên đăng nhập")
    parser.add_argument("--person", default="", metavar="MÃ", help="số hiệu cán bộ của người giữ tài khoản")
    parser.add_argument(
        "--address", default="", metavar="THƯ", help="với address: địa chỉ thư công vụ; bỏ trống thì thôi gửi"
    )
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
