"""`baro ledger verify|checkpoint|prove|sequence|signer|key|rebuild|cosign`: the ledger of evidence by the command line."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import TextIO

from baro.app.cosigning import cosign_command
from baro.app.home import furnished_home
from baro.app.signing import signer_running
from baro.app.started import start_records
from baro.app.verifying import verify_command
from baro.channels.shell.arguments import command_parser


def main(words: Sequence[str], out: TextIO, err: TextIO) -> int:
    """Run one of the ledger's commands; 5 says that something was touched. Raises `Refused("ledger.…")`."""
    asked = _parser().parse_args(list(words))
    if not (asked.do == "signer" and asked.log):  # a signer that is told its log needs no records
        start_records(with_pages=False)
    return {
        "verify": verify_command, "checkpoint": _checkpoint, "prove": _prove, "sequence": _sequence, "signer": _signer,
        "key": _key, "rebuild": _rebuild, "cosign": cosign_command,
    }[asked.do](asked, out)  # fmt: skip


def _checkpoint(asked: Namespace, out: TextIO) -> int:
    from baro.channels.witness.witness import request_of
    from baro.records.ledger.checkpoints import issue_checkpoint, latest_note
    from baro.records.ledger.sequencer import sequence_pending
    from baro.records.ledger.signer_client import signed, signer_state
    from baro.records.ledger.tiles import stored_nodes
    from baro.records.ledger.tree import consistency_proof

    sequence_pending()
    with signer_running() as socket:
        last = signer_state(socket).size
        note = issue_checkpoint(lambda checkpoint, proof: signed(socket, checkpoint, proof), last)
    size = (latest_note() or (0, ""))[0]
    if asked.since is not None:
        note = request_of(asked.since, consistency_proof(asked.since, size, stored_nodes()), note)
    if asked.out:
        asked.out.write_text(note, "utf-8")
    else:
        out.write(note)
    return 0


def _prove(asked: Namespace, out: TextIO) -> int:
    from baro.records.ledger.proving import proof_of

    told, body = proof_of(asked.entry or "")
    if asked.out:
        asked.out.write_text(told, "utf-8")
        asked.out.with_suffix(asked.out.suffix + ".json").write_bytes(body)
    else:
        out.write(told)
    return 0


def _sequence(asked: Namespace, out: TextIO) -> int:
    from baro.records.ledger.sequencer import sequence_until

    sequence_until(Event())
    return 0


def _signer(asked: Namespace, out: TextIO) -> int:
    from baro.records.ledger.key_files import key_file
    from baro.records.ledger.last_seen import LastSeen
    from baro.records.ledger.signer import Signer, serve

    keys = asked.dir or furnished_home() / "keys"
    serve(
        Signer(asked.log or _origin(), key_file(keys / "log.key"), LastSeen(keys / "signer.seen")),
        keys / "signer.socket",
    )
    return 0


def _origin() -> str:
    from baro.records.ledger.heads import log_origin

    return log_origin()


def _key(asked: Namespace, out: TextIO) -> int:
    from baro.records.ledger.signer_client import signer_key

    with signer_running() as socket:
        out.write(signer_key(socket).told() + "\n")
    return 0


def _rebuild(asked: Namespace, out: TextIO) -> int:
    from baro.records.replay import rebuild

    out.write(f"Đã dựng lại các bảng từ {rebuild()} bút toán.\n")
    return 0


def _parser() -> ArgumentParser:
    parser = command_parser("ledger", "sổ cái bằng chứng: kiểm, chốt, chứng minh")
    does = ("verify", "checkpoint", "prove", "sequence", "signer", "key", "rebuild", "cosign")
    parser.add_argument("do", choices=does, metavar="|".join(does))
    parser.add_argument("entry", nargs="?", metavar="BÚT_TOÁN", help="mã bút toán, khi gọi prove")
    parser.add_argument("--out", type=Path, metavar="TỆP", help="nơi ghi điểm chốt hoặc chứng minh")
    parser.add_argument(
        "--since", type=int, metavar="CỠ", help="kèm chứng minh nối tiếp từ cỡ này, để gửi người làm chứng"
    )
    parser.add_argument("--against", type=Path, nargs="+", default=[], metavar="TỆP", help="điểm chốt giữ ở nơi khác")
    parser.add_argument("--witness", metavar="URL", help="địa chỉ người làm chứng, khi gọi cosign qua mạng")
    parser.add_argument("--line", type=Path, metavar="TỆP", help="tệp chữ ký người làm chứng đã trả, khi gọi cosign")
    parser.add_argument("--key", nargs="+", default=[], metavar="KHÓA", help="khóa kiểm chữ ký của người làm chứng")
    parser.add_argument("--no-rows", action="store_true", help="chỉ kiểm sổ cái, không dựng lại các bảng")
    parser.add_argument("--dir", type=Path, metavar="THƯ_MỤC", help="nơi giữ khóa của chương trình ký")
    parser.add_argument(
        "--log", metavar="TÊN", help="tên sổ cái, khi gọi signer: chương trình ký khỏi mở cơ sở dữ liệu"
    )
    return parser
