"""`baro witness serve|add`: watch a log from outside. Needs no database; keeps its key and state in a folder."""

import time
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from baro.app.home import furnished_home
from baro.channels.shell.arguments import command_parser
from baro.channels.witness.server import witness_server
from baro.channels.witness.witness import Witness
from baro.records.ledger.key_files import key_file
from baro.records.ledger.last_seen import LastSeen
from baro.records.ledger.notes import read_verifier


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Run the command. Raises `Refused("ledger.…" | "witness.…")`."""
    asked = _parser().parse_args(list(words))
    witness = _witness(asked)
    if asked.do == "add":
        out.write(witness.add(asked.file.read_text("utf-8"), int(time.time())))  # noqa: TID251 - its own clock is the point
        return 0
    server = witness_server(witness, ("127.0.0.1", asked.port), lambda: int(time.time()))  # noqa: TID251
    out.write(f"Người làm chứng {witness.verifier.told()}\nhttp://127.0.0.1:{server.server_port}/add-checkpoint\n")
    out.flush()
    server.serve_forever()
    return 0


def _witness(asked: Namespace) -> Witness:
    folder = asked.dir or furnished_home() / "keys"
    folder.mkdir(parents=True, exist_ok=True)
    log = read_verifier(asked.log)
    return Witness(asked.name, key_file(folder / "witness.key"), log, LastSeen(folder / "witness.seen"))


def _parser():  # type: ignore[no-untyped-def]
    parser = command_parser(
        "witness", "người làm chứng: giữ điểm chốt mới nhất, từ chối sổ cái bị viết lại hoặc quay lui"
    )
    parser.add_argument("do", choices=("serve", "add"), metavar="serve|add")
    parser.add_argument("file", nargs="?", type=Path, metavar="TỆP", help="tệp yêu cầu, khi gọi add")
    parser.add_argument("--log", required=True, metavar="KHÓA", help="khóa kiểm chữ ký của sổ cái («baro ledger key»)")
    parser.add_argument("--name", default="baro.local/nguoi-lam-chung", metavar="TÊN", help="tên người làm chứng")
    parser.add_argument("--dir", type=Path, metavar="THƯ_MỤC", help="nơi giữ khóa và trạng thái")
    parser.add_argument("--port", type=int, default=8791, metavar="CỔNG")
    return parser
