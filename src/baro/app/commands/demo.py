"""`baro demo`: build the synthetic authority in this home, once."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TextIO

from baro.app.started import start_records
from baro.channels.shell.arguments import command_parser
from baro.channels.shell.exit_codes import ExitCode
from baro.channels.shell.progress import Progress


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Run the command; a second time it records nothing."""
    parser = command_parser("demo", "dựng cơ quan mẫu bằng dữ liệu tổng hợp (không có thật)")
    parser.add_argument("--size", choices=("small", "year"), default="small", help="small: 3.000 hồ sơ; year: 450.000")
    asked = parser.parse_args(list(words))
    start_records()
    from baro.app.demo_authority import build_demo
    from baro.app.migrating import migrate

    migrate()
    now = datetime.now(UTC)  # noqa: TID251 the command reads the clock for all below it
    build_demo(asked.size, now, out, Progress(err))
    out.write("Cơ quan mẫu đã sẵn sàng. DỮ LIỆU TỔNG HỢP (không có thật).\n")
    return ExitCode.DONE
