"""A proof that one entry stands in the log, as a text file that is checked without the log (C2SP tlog-proof)."""

import base64
import re
from dataclasses import dataclass

from baro.records.ledger.checkpoint_text import Checkpoint, read_checkpoint
from baro.records.ledger.notes import Verifier, is_signed, read_note
from baro.records.ledger.tree import is_included, leaf_hash
from baro.rules.prescribed.refusals import Refused

_HEADER = "c2sp.org/tlog-proof@v1"
_MOST_HASHES = 63


@dataclass(frozen=True, slots=True)
class Proof:
    """Where the entry stands, the hashes that lead to the root, and the signed note that tells the root."""

    index: int
    hashes: tuple[bytes, ...]
    note: str

    def told(self) -> str:
        """Give the file's text."""
        lines = [_HEADER, f"index {self.index}", *(base64.b64encode(h).decode() for h in self.hashes)]
        return "\n".join(lines) + "\n\n" + self.note


def read_proof(told: str) -> Proof:
    """Read a proof file. Raises `Refused("ledger.proof_form")`."""
    above, blank, note = told.partition("\n\n")
    header, index, *coded = [*above.split("\n"), ""][: max(2, above.count("\n") + 1)]
    place = re.fullmatch(r"index (0|[1-9][0-9]{0,18})", index)
    if not blank or header != _HEADER or place is None or len(coded) > _MOST_HASHES:
        raise Refused("ledger.proof_form")
    return Proof(int(place[1]), tuple(_hash(line) for line in coded), note)


def checked(told: str, body: bytes, log: Verifier) -> Checkpoint:
    """Give the checkpoint that a proof file shows an entry's bytes to be in. Raises `Refused("ledger.proof_form" |
    "ledger.note" | "ledger.proof_false")`."""
    proof = read_proof(told)
    text, lines = read_note(proof.note)
    checkpoint = read_checkpoint(text)
    if checkpoint.origin != log.name or not is_signed(text, lines, log):
        raise Refused("ledger.proof_false")
    if not is_included(leaf_hash(body), proof.index, checkpoint.size, proof.hashes, checkpoint.root):
        raise Refused("ledger.proof_false")
    return checkpoint


def _hash(line: str) -> bytes:
    if not re.fullmatch(r"[A-Za-z0-9+/]{43}=", line):
        raise Refused("ledger.proof_form")
    found = base64.b64decode(line)
    if base64.b64encode(found).decode() != line:
        raise Refused("ledger.proof_form")
    return found
