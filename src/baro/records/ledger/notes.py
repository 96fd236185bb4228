"""Signed notes (C2SP signed-note) with Ed25519: a text, a blank line, and one line per signature.

A key has a name and a short id; a verifier is told as one line, `name+id+base64`. Unknown signatures are passed over;
a known key's wrong signature makes the whole note false.
"""

import base64
import binascii
import re
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from baro.rules.prescribed.refusals import Refused

ED25519, COSIGNATURE = 1, 4
_LINE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})")
_MOST_LINES = 100


@dataclass(frozen=True, slots=True)
class Verifier:
    """Who may have signed: `kind` is 1 for a log's signature, 4 for a witness's cosignature/v1."""

    name: str
    kind: int
    public: bytes

    @property
    def id(self) -> bytes:
        """The four bytes that a signature line begins with."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    def told(self) -> str:
        """Give the one line that tells the key."""
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(bytes([self.kind]) + self.public).decode()}"

    def has_signed(self, message: bytes, signature: bytes) -> bool:
        """Say whether the signature over these bytes is this key's."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A signature as it stands under a note, its four bytes of key id apart."""

    name: str
    id: bytes
    rest: bytes

    def told(self) -> str:
        """Give the line."""
        return f"— {self.name} {base64.b64encode(self.id + self.rest).decode()}\n"


def read_verifier(line: str) -> Verifier:
    """Read a key's line. Raises `Refused("ledger.verifier")`."""
    name, _, rest = line.strip().partition("+")
    id_text, _, coded = rest.partition("+")
    raw = _decoded(coded)
    if raw is None or len(raw) != 33 or raw[0] not in (ED25519, COSIGNATURE) or not name or re.search(r"\s", name):
        raise Refused("ledger.verifier", line=line.strip()[:200])
    verifier = Verifier(name, raw[0], raw[1:])
    if verifier.id.hex() != id_text:
        raise Refused("ledger.verifier", line=line.strip()[:200])
    return verifier


def public_key(private: bytes) -> bytes:
    """Give the public half of 32 secret bytes."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(text: str, name: str, private: bytes) -> SignatureLine:
    """Sign a note's text as a log does."""
    signature = Ed25519PrivateKey.from_private_bytes(private).sign(text.encode())
    return SignatureLine(name, Verifier(name, ED25519, public_key(private)).id, signature)


def cosign(text: str, name: str, private: bytes, seconds: int) -> SignatureLine:
    """Sign a checkpoint's text as a witness does at this time (seconds since 1970; cosignature/v1)."""
    signature = Ed25519PrivateKey.from_private_bytes(private).sign(_cosigned(text, seconds))
    id_ = Verifier(name, COSIGNATURE, public_key(private)).id
    return SignatureLine(name, id_, seconds.to_bytes(8, "big") + signature)


def read_note(note: str) -> tuple[str, list[SignatureLine]]:
    """Give a note's text and its signature lines. Raises `Refused("ledger.note")`."""
    text, blank, below = note.rpartition("\n\n")
    lines = below.split("\n")
    if not blank or len(note) > 1_000_000 or lines[-1] or not 2 <= len(lines) <= _MOST_LINES:
        raise Refused("ledger.note")
    return text + "\n", [_signature_line(line) for line in lines[:-1]]


def is_signed(text: str, lines: Collection[SignatureLine], verifier: Verifier) -> bool:
    """Say whether the key's own line is there and true; one false line of this key makes it false."""
    own = [line for line in lines if (line.name, line.id) == (verifier.name, verifier.id)]
    return len(own) == 1 and _is_true(text, own[0], verifier)


def seconds_of(line: SignatureLine) -> int:
    """Give the time that a cosignature states."""
    return int.from_bytes(line.rest[:8], "big")


def _is_true(text: str, line: SignatureLine, verifier: Verifier) -> bool:
    if verifier.kind == ED25519:
        return verifier.has_signed(text.encode(), line.rest)
    return len(line.rest) == 72 and verifier.has_signed(_cosigned(text, seconds_of(line)), line.rest[8:])


def _cosigned(text: str, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()


def _signature_line(line: str) -> SignatureLine:
    found = _LINE.fullmatch(line)
    raw = _decoded(found[2]) if found else None
    if found is None or raw is None or len(raw) < 5:
        raise Refused("ledger.note")
    return SignatureLine(found[1], raw[:4], raw[4:])


def _decoded(coded: str) -> bytes | None:
    """Decode base64 of the one canonical form."""
    try:
        raw = base64.b64decode(coded, validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if base64.b64encode(raw).decode() == coded else None
