"""The signer: a process of its own that holds the log's key, and signs no tree that contradicts one it signed before.

It speaks one line of JSON each way over a Unix socket: {"ask": "key"}, {"ask": "state"} or {"ask": "sign", "size", "root", "proof"}. Run
it as another user of the machine, and even who owns the web server and the database cannot have a rewritten log signed.
"""

import json
import socketserver
from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from baro.records.ledger.checkpoint_text import Checkpoint
from baro.records.ledger.last_seen import LastSeen
from baro.records.ledger.notes import ED25519, Verifier, public_key, sign
from baro.rules.prescribed.refusals import Refused

_LONGEST = 16_384


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: the log's name, its private key, what it signed last."""

    origin: str
    private: bytes
    last: LastSeen

    @property
    def verifier(self) -> Verifier:
        """The key by which the signer's notes are checked."""
        return Verifier(self.origin, ED25519, public_key(self.private))

    def sign(self, checkpoint: Checkpoint, proof: list[bytes]) -> str:
        """Give the signed note of a tree that continues the last one. Raises as `LastSeen.follow` does."""
        self.last.follow(checkpoint, proof)
        return checkpoint.told() + "\n" + sign(checkpoint.told(), self.origin, self.private).told()

    def answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Answer one question; a refusal is an answer too."""
        try:
            if asked["ask"] == "key":
                return {"key": self.verifier.told()}
            if asked["ask"] == "state":
                last = self.last.read(self.origin)
                return {"origin": self.origin, "size": last.size, "root": b64encode(last.root).decode()}
            checkpoint = Checkpoint(self.origin, int(asked["size"]), b64decode(asked["root"]))
            return {"note": self.sign(checkpoint, [b64decode(h) for h in asked["proof"]])}
        except Refused as refusal:
            return {"refused": refusal.code, "facts": refusal.facts}
        except (KeyError, TypeError, ValueError):
            return {"refused": "ledger.signer_question", "facts": {}}


def serve(signer: Signer, socket: Path) -> None:
    """Answer until the process ends. One question at a time: two trees are never signed side by side."""
    with signer_server(signer, socket) as server:
        server.serve_forever()


def signer_server(signer: Signer, socket: Path) -> socketserver.UnixStreamServer:
    """Make the server; its socket is for this user (and root) alone."""

    class Handler(socketserver.StreamRequestHandler):
        timeout = 10

        def handle(self) -> None:
            try:
                asked = json.loads(self.rfile.readline(_LONGEST))
            except (ValueError, TimeoutError):
                asked = {}
            answer = signer.answer(asked if isinstance(asked, dict) else {})
            self.wfile.write(json.dumps(answer).encode() + b"\n")

    socket.unlink(missing_ok=True)
    server = socketserver.UnixStreamServer(str(socket), Handler)
    socket.chmod(0o600)
    return server
