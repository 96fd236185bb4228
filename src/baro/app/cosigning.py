"""`baro ledger cosign`: have witnesses sign the newest checkpoint, by network or by the file they gave, and keep it."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TextIO

from baro.rules.prescribed.refusals import Refused

if TYPE_CHECKING:
    from baro.records.ledger.cosignatures import Cosigned
    from baro.records.ledger.notes import Verifier


def cosign_command(asked: Namespace, out: TextIO) -> int:
    """Keep the signature of the witness whose key is told. Raises `Refused("ledger.…" | "witness.…")`."""
    from baro.records.ledger.checkpoints import latest_note
    from baro.records.ledger.cosignatures import keep_cosignatures
    from baro.records.ledger.notes import read_verifier

    witness = read_verifier(asked.key[0] if asked.key else "")
    newest = latest_note()
    if newest is None:
        raise Refused("ledger.no_checkpoint", size=0)
    lines = asked.line.read_text("utf-8") if asked.line else fetched(asked.witness or "", newest, witness)
    tell_witnesses([keep_cosignatures(newest[0], lines, witness)], out)
    return 0


def fetched(url: str, newest: tuple[int, str], witness: "Verifier") -> str:
    """Ask a witness to sign the newest checkpoint (size, note); where it holds another size, once more from there."""
    from baro.channels.witness.asking import ask_witness
    from baro.channels.witness.witness import request_of
    from baro.records.ledger.cosignatures import cosigned_size
    from baro.records.ledger.tiles import stored_nodes
    from baro.records.ledger.tree import consistency_proof

    size, note = newest
    old = min(cosigned_size(witness.name), size)
    for _ in range(2):
        lines, held = ask_witness(url, request_of(old, consistency_proof(old, size, stored_nodes()), note))
        if held is None:
            return lines
        if held > size:
            raise Refused("ledger.rolled_back", size=size, known=held)
        old = held
    raise Refused("witness.stale", known=old, told=size)


def tell_witnesses(witnessed: Sequence["Cosigned"], out: TextIO) -> None:
    """Tell who has signed which size, and when by that witness's clock."""
    for one in witnessed:
        when = datetime.fromtimestamp(one.seconds, UTC).strftime("%d/%m/%Y %H:%M:%S UTC")
        checked = "chữ ký đúng" if one.is_checked else "chưa kiểm chữ ký vì không có khóa (--key)"
        out.write(f"Người làm chứng {one.witness} đã ký cỡ {one.size} lúc {when}: {checked}.\n")
    if not witnessed:
        out.write("Chưa có người làm chứng nào ký.\n")
