"""What a witness does with a request (C2SP tlog-witness, add-checkpoint): check, keep on disk, cosign. It needs no database."""

import base64
import binascii
import re
from dataclasses import dataclass

from baro.records.ledger.checkpoint_text import read_checkpoint
from baro.records.ledger.last_seen import LastSeen, hashes_told
from baro.records.ledger.notes import COSIGNATURE, Verifier, cosign, is_signed, public_key, read_note
from baro.rules.prescribed.refusals import Refused

_MOST_HASHES = 63


@dataclass(frozen=True, slots=True)
class Witness:
    """`log`: the key of the log it watches; `last`: the newest state it saw."""

    name: str
    private: bytes
    log: Verifier
    last: LastSeen

    @property
    def verifier(self) -> Verifier:
        """The key by which its cosignatures are checked."""
        return Verifier(self.name, COSIGNATURE, public_key(self.private))

    def add(self, request: str, seconds: int) -> str:
        """Give the cosignature line of a checkpoint that continues the last one; `seconds`: the witness's own time.

        Raises `Refused("witness.proof" | "witness.signature" | "witness.stale" | "ledger.rolled_back" |
        "ledger.rewritten")`; then the last state stays.
        """
        old, proof, note = _read(request)
        text, lines = read_note(note)
        checkpoint = read_checkpoint(text)
        if checkpoint.origin != self.log.name or not is_signed(text, lines, self.log):
            raise Refused("witness.signature")
        kept = self.last.read(checkpoint.origin)
        if checkpoint.size < kept.size:
            raise Refused("ledger.rolled_back", size=checkpoint.size, known=kept.size)
        if old != kept.size:
            raise Refused("witness.stale", known=kept.size, told=old)
        self.last.follow(checkpoint, proof)
        return cosign(text, self.name, self.private, seconds).told()


def request_of(old: int, proof: list[bytes], note: str) -> str:
    """Give the text that a log sends its witness, by network or by file."""
    return "\n".join([f"old {old}", *hashes_told(proof)]) + "\n\n" + note


def _read(request: str) -> tuple[int, list[bytes], str]:
    above, blank, note = request.partition("\n\n")
    first, *coded = above.split("\n")
    old = re.fullmatch(r"old (0|[1-9][0-9]{0,18})", first)
    if not blank or old is None or len(coded) > _MOST_HASHES:
        raise Refused("witness.proof")
    try:
        return int(old[1]), [base64.b64decode(line, validate=True) for line in coded], note
    except (binascii.Error, ValueError):
        raise Refused("witness.proof") from None
