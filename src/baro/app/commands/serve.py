"""`baro serve`: the pages, for this machine or behind a web server that keeps the certificate."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from baro.app.alone import alone
from baro.app.home import furnished_home
from baro.app.home_settings import read_home_settings
from baro.app.migrating import migrate
from baro.app.ports import asked_port, free_port
from baro.app.started import start_records
from baro.app.statics import gather_statics
from baro.channels.shell.arguments import command_parser
from baro.channels.shell.progress import Progress

_MOST = 4  # processes: each takes some 170 MB


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Prepare, tell the address, and become the server; comes back only where it refuses. Raises `Refused`."""
    asked = _arguments(words)
    home = furnished_home()
    wanted = asked_port(asked.port)
    port = free_port(asked.host, wanted, or_another=asked.demo)
    gather_statics(home)
    start_records()
    migrate()
    _sweep()
    if asked.demo:
        with alone(home / "log" / "demo.lock"):  # of two that start at once, the second finds a demo that is whole
            _demo_if_new(out, err)
    if port != wanted:
        out.write(f"Cổng {wanted} đang có chương trình khác dùng, nên dùng cổng {port}.\n")
    out.write(f"\nBa Rõ đang mở tại {_address(asked.host, port, home)}/\nDữ liệu: {home}\nDừng: Ctrl+C\n")
    out.flush()
    os.environ["DJANGO_SETTINGS_MODULE"] = "baro.app.settings"
    os.execv(sys.executable, [sys.executable, *_granian(asked.host, port, home)])


def _sweep() -> None:
    """Remove what an import left behind that was killed."""
    from baro.app.leftovers import sweep

    sweep(datetime.now(UTC))  # noqa: TID251 the command reads the clock for all below it


def _arguments(words: Sequence[str]) -> Namespace:
    parser = command_parser("serve", "Mở trang web của Ba Rõ trên máy này.")
    parser.add_argument("--host", default="127.0.0.1", metavar="MÁY", help="địa chỉ mạng để nghe; mặc định chỉ máy này")
    parser.add_argument("--port", metavar="CỔNG", help="cổng; mặc định theo biến môi trường PORT, không có thì 8000")
    parser.add_argument(
        "--demo", action="store_true", help="nơi giữ dữ liệu còn mới thì dựng cơ quan mẫu; cổng bận thì chọn cổng khác"
    )
    return parser.parse_args(list(words))


def _demo_if_new(out: TextIO, err: TextIO) -> None:
    """Build the small demo in a home where nothing was recorded, or finish one that was broken off; tell who can sign
    in. A home with real records is served as it is."""
    from baro.app.demo_accounts import tell_doors
    from baro.app.demo_authority import build_demo, is_built
    from baro.records.queries.demo_mark import demo_size, is_empty

    size = demo_size()
    if (size or is_empty()) and not is_built():
        out.write("Dựng cơ quan mẫu (chỉ lần đầu, khoảng nửa phút).\n")
        out.flush()
        now = datetime.now(UTC)  # noqa: TID251 the command reads the clock for all below it
        build_demo(size or "small", now, Progress(err))
    if is_built():
        tell_doors(out)


def _address(host: str, port: int, home: Path) -> str:
    typed = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::", "::1") else host
    return read_home_settings(home).origin or f"http://{typed}:{port}"


def _granian(host: str, port: int, home: Path) -> list[str]:
    """A process for each processor, of several threads: one alone leaves the others idle, for Python works on one at a time. What
    they share lies in the database, and in files behind locks."""
    return [
        *("-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", str(min(_MOST, os.cpu_count() or 1)), "--blocking-threads", "4"),
        *("--no-ws", "--log-level", "warning"),
        *("--workers-kill-timeout", "3"),  # Ctrl+C reaches the worker twice, and it may then wait for itself for ever
        *("--working-dir", str(home), "baro.app.wsgi:application"),
    ]
