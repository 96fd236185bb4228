"""The newest state of a log that somebody has vouched for: a signer, a witness. It only ever grows, consistently."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from baro.records.ledger.checkpoint_text import Checkpoint, read_checkpoint
from baro.records.ledger.kept_files import write_durably
from baro.records.ledger.tree import EMPTY_ROOT, is_consistent
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True)
class LastSeen:
    """The state's file: the text of a checkpoint."""

    place: Path

    def read(self, origin: str) -> Checkpoint:
        """Give the last state; an empty log if there is none. Raises `Refused("ledger.state_file")` if it is spoilt."""
        if not self.place.exists():
            return Checkpoint(origin, 0, EMPTY_ROOT)
        try:
            kept = read_checkpoint(self.place.read_text("utf-8"))
        except (Refused, UnicodeDecodeError):
            raise Refused("ledger.state_file", place=str(self.place)) from None
        if kept.origin != origin:
            raise Refused("ledger.other_log", asked=origin, known=kept.origin)
        return kept

    def follow(self, new: Checkpoint, proof: Sequence[bytes]) -> None:
        """Take a later state, kept on disk before this returns. Raises `Refused("ledger.rolled_back" |
        "ledger.rewritten")` for one that is smaller or does not continue the last."""
        kept = self.read(new.origin)
        if new.size < kept.size:
            raise Refused("ledger.rolled_back", size=new.size, known=kept.size)
        if not is_consistent(kept.size, new.size, proof, kept.root, new.root):
            raise Refused("ledger.rewritten", size=new.size, known=kept.size)
        if new != kept:
            write_durably(self.place, new.told())


def hashes_told(hashes: Sequence[bytes]) -> list[str]:
    """Write hashes as text."""
    return [base64.b64encode(h).decode() for h in hashes]
