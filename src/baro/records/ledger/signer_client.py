"""Ask the signer. It is found at a socket in the home; `baro ledger signer` runs it."""

import json
import socket
from base64 import b64decode
from pathlib import Path
from typing import Any

from baro.records.ledger.checkpoint_text import Checkpoint
from baro.records.ledger.last_seen import hashes_told
from baro.records.ledger.notes import Verifier, read_verifier
from baro.rules.prescribed.refusals import Refused

_PATIENCE = 15  # seconds


def signer_key(place: Path) -> Verifier:
    """Give the key by which the signer's notes are checked. Raises `Refused("ledger.no_signer")`."""
    return read_verifier(_ask(place, {"ask": "key"})["key"])


def signer_state(place: Path) -> Checkpoint:
    """Give what the signer signed last. Raises `Refused("ledger.no_signer" | "ledger.state_file")`."""
    told = _ask(place, {"ask": "state"})
    return Checkpoint(told["origin"], int(told["size"]), b64decode(told["root"]))


def signed(place: Path, checkpoint: Checkpoint, proof: list[bytes]) -> str:
    """Have a checkpoint signed; give the note. Raises what the signer refuses, and `Refused("ledger.no_signer")`."""
    root, *hashes = hashes_told([checkpoint.root, *proof])
    answer = _ask(place, {"ask": "sign", "size": checkpoint.size, "root": root, "proof": hashes})
    return str(answer["note"])


def _ask(place: Path, question: dict[str, Any]) -> dict[str, Any]:
    try:
        with socket.socket(socket.AF_UNIX) as line, line.makefile("rw", encoding="utf-8") as words:
            line.settimeout(_PATIENCE)
            line.connect(str(place))
            words.write(json.dumps(question) + "\n")
            words.flush()
            answer: dict[str, Any] = json.loads(words.readline())
    except (OSError, ValueError):
        raise Refused("ledger.no_signer", place=str(place)) from None
    match answer.get("refused"):
        case "ledger.rolled_back":
            raise Refused("ledger.rolled_back", size=answer["facts"]["size"], known=answer["facts"]["known"])
        case "ledger.rewritten":
            raise Refused("ledger.rewritten", size=answer["facts"]["size"], known=answer["facts"]["known"])
        case "ledger.other_log":
            raise Refused("ledger.other_log", asked=answer["facts"]["asked"], known=answer["facts"]["known"])
        case "ledger.state_file":
            raise Refused("ledger.state_file", place=answer["facts"]["place"])
        case None:
            return answer
    raise Refused("ledger.signer_question")
