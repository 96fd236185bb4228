"""`baro database roles|migrate|check`: a PostgreSQL database with an owner, an application that owns nothing, a back-up."""

from collections.abc import Sequence
from typing import TextIO

from baro.app.started import start_records
from baro.channels.shell.arguments import command_parser
from baro.channels.shell.exit_codes import ExitCode
from baro.channels.wording import sentence
from baro.rules.prescribed.refusals import Refused

_WORKS = ("roles", "migrate", "check")


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Run the command; 3 says that the check found something. Raises `Refused("database.…")`."""
    parser = command_parser("database", "cơ sở dữ liệu PostgreSQL: vai trò, bảng, kiểm tra lớp bảo vệ")
    parser.add_argument(
        "work",
        choices=_WORKS,
        metavar="VIỆC",
        help="roles: in lệnh tạo vai trò; migrate: tạo bảng, cấp quyền; check: kiểm tra",
    )
    parser.add_argument("--app", default="baro_app", metavar="TÊN", help="vai trò của ứng dụng; mặc định baro_app")
    asked = parser.parse_args(list(words))
    start_records()
    from django.db import connection

    from baro.records.row_security.roles import DATABASE, ROLES

    if asked.work == "roles":
        out.write(ROLES + DATABASE)
        return ExitCode.DONE
    if connection.vendor != "postgresql":
        raise Refused("database.not_postgresql")
    return _migrate(asked.app, out) if asked.work == "migrate" else _check(out)


def _migrate(role: str, out: TextIO) -> int:
    """Bring the tables up to date, with the policies and this home's key, and let the application work in them."""
    from django.db import connection, transaction

    from baro.app.migrating import migrate
    from baro.records.row_security.policies import keep_rows
    from baro.records.row_security.roles import grant

    migrate()
    if not _is_there(role):
        raise Refused("database.no_role", role=role)
    with transaction.atomic():
        keep_rows(connection)
        grant(connection, role)
    out.write(f"Các bảng đã sẵn sàng; {role} được làm việc trong các bảng, không sở hữu bảng nào.\n")
    return ExitCode.DONE


def _check(out: TextIO) -> int:
    from django.db import connection

    from baro.records.row_security.roles import weaknesses
    from baro.records.row_security.session import is_believed

    found = list(weaknesses(connection))
    if not found and not is_believed():
        found.append(Refused("database.other_home"))
    for weakness in found:
        out.write(sentence(weakness) + "\n")
    if not found:
        out.write("Lớp bảo vệ của cơ sở dữ liệu đang có hiệu lực với vai trò này.\n")
    return ExitCode.INPUT_REFUSED if found else ExitCode.DONE


def _is_there(role: str) -> bool:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        return cursor.fetchone() is not None
