"""A checkpoint: origin, size and root of a log in three lines (C2SP tlog-checkpoint)."""

import base64
import binascii
import re
from dataclasses import dataclass

from baro.rules.prescribed.refusals import Refused

LARGEST_SIZE = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The state of a log: how many entries, under which root."""

    origin: str
    size: int
    root: bytes

    def told(self) -> str:
        """Give the text that is signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def read_checkpoint(text: str) -> Checkpoint:
    """Read the three lines; what is not exactly them is refused: `Refused("ledger.note")`."""
    origin, size, coded, *_rest = [*text.split("\n"), "", "", ""][: max(4, text.count("\n") + 1)]
    try:
        root = base64.b64decode(coded, validate=True)
    except (binascii.Error, ValueError):
        raise Refused("ledger.note") from None
    found = Checkpoint(origin, int(size) if re.fullmatch(r"0|[1-9][0-9]{0,18}", size) else -1, root)
    if not origin or len(root) != 32 or not 0 <= found.size <= LARGEST_SIZE or found.told() != text:
        raise Refused("ledger.note")
    return found
