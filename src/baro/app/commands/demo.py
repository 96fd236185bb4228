"""`baro demo`: build the synthetic authority in this home, once."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TextIO

from baro.app.started import start_records
from baro.channels.shell.arguments import command_parser
from baro.channels.shell.exit_codes import ExitCode
from baro.channels.shell.progress import Progress


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Run the command; a second time it records nothing. Raises `Refused("demo.…")`."""
    parser = command_parser("demo", "dựng cơ quan mẫu bằng dữ liệu tổng hợp (không có thật)")
    parser.add_argument("--size", choices=("small", "year"), default="small", help="small: 3.000 hồ sơ; year: 450.000")
    asked = parser.parse_args(list(words))
    start_records()
    from baro.app.demo_accounts import tell_doors
    from baro.app.demo_authority import SIZES, build_demo
    from baro.app.migrating import migrate

    migrate()
    now = datetime.now(UTC)  # noqa: TID251 the command reads the clock for all below it
    is_new = build_demo(asked.size, now, Progress(err))
    count = f"{SIZES[asked.size]:,}".replace(",", ".")
    told = "Đã dựng cơ quan mẫu" if is_new else "Ở đây đã có cơ quan mẫu từ trước, không ghi thêm hồ sơ nào; cỡ"
    out.write(f"{told}: {count} hồ sơ. DỮ LIỆU TỔNG HỢP (không có thật).\n")
    tell_doors(out)
    return ExitCode.DONE
