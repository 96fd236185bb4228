"""`baro api-key`: issue a key to a program's account, or revoke one."""

import getpass
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TextIO

from baro.app.started import start_records
from baro.channels.shell.arguments import command_parser
from baro.channels.shell.exit_codes import ExitCode


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Run the command. Raises `Refused("api.no_account" | "api.no_key")`."""
    parser = command_parser("api-key", "cấp hoặc thu hồi khóa cho hệ thống gửi, đọc dữ liệu qua API")
    parser.add_argument("act", choices=("issue", "revoke"), metavar="VIỆC", help="issue: cấp; revoke: thu hồi")
    parser.add_argument("name", metavar="TÊN", help="tên tài khoản (issue) hoặc mã khóa (revoke)")
    asked = parser.parse_args(list(words))
    start_records()
    from baro.desk.api_keys import issue_key, revoke_key
    from baro.desk.by import by_program

    now, by = datetime.now(UTC), by_program(f"os-{getpass.getuser()}")  # noqa: TID251 the command reads the clock
    if asked.act == "revoke":
        revoke_key(asked.name, by, now)
        out.write(f"Đã thu hồi khóa {asked.name}.\n")
        return ExitCode.DONE
    issued = issue_key(asked.name, by, now)
    out.write(f"Mã khóa: {issued.id}\nKhóa (chỉ hiện một lần): {issued.key}\n")
    return ExitCode.DONE
