"""`baro serve`: the pages, for this machine or behind a web server that keeps the certificate."""

import os
import socket
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from baro.app.home import furnished_home
from baro.app.home_settings import read_home_settings
from baro.app.migrating import migrate
from baro.app.started import start_records
from baro.app.statics import gather_statics
from baro.channels.shell.arguments import command_parser
from baro.rules.prescribed.refusals import Refused


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Prepare, tell the address, and become the server; comes back only where it refuses. Raises `Refused`."""
    asked = _arguments(words)
    home = furnished_home()
    _check_free(asked.host, asked.port)
    gather_statics(home)
    start_records()
    migrate()
    _sweep()
    out.write(_told(asked, home))
    out.flush()
    os.environ["DJANGO_SETTINGS_MODULE"] = "baro.app.settings"
    os.execv(sys.executable, [sys.executable, *_granian(asked, home)])


def _sweep() -> None:
    """Remove what an import left behind that was killed."""
    from baro.app.leftovers import sweep

    sweep(datetime.now(UTC))  # noqa: TID251 the command reads the clock for all below it


def _arguments(words: Sequence[str]) -> Namespace:
    parser = command_parser("serve", "Mở trang web của Ba Rõ trên máy này.")
    parser.add_argument("--host", default="127.0.0.1", metavar="MÁY", help="địa chỉ mạng để nghe; mặc định chỉ máy này")
    parser.add_argument("--port", type=int, default=8000, metavar="CỔNG", help="cổng; mặc định 8000")
    return parser.parse_args(list(words))


def _check_free(host: str, port: int) -> None:
    """Say it in a sentence, before any work, where another program already listens."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError):
            raise Refused("home.port_taken", port=port) from None


def _told(asked: Namespace, home: Path) -> str:
    origin = read_home_settings(home).origin or f"http://{_as_typed(asked.host)}:{asked.port}"
    return f"Ba Rõ đang mở tại {origin}/\nDữ liệu: {home}\nDừng: Ctrl+C\n"


def _as_typed(host: str) -> str:
    return "localhost" if host in ("127.0.0.1", "0.0.0.0", "::", "::1") else host


def _granian(asked: Namespace, home: Path) -> list[str]:
    """One process of several threads: SQLite has one writer anyway, and counts of failed codes stay in one place."""
    return [
        *("-m", "granian", "--interface", "wsgi", "--host", asked.host, "--port", str(asked.port)),
        *("--workers", "1", "--blocking-threads", "4", "--no-ws", "--log-level", "warning"),
        *("--working-dir", str(home), "baro.app.wsgi:application"),
    ]
