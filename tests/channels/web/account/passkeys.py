"""A device that holds one passkey: signs as WebAuthn says, and checks a fingerprint first, or was not built to."""

import json
import os
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import sha256
from fido2.webauthn import AttestedCredentialData

ORIGIN = "http://testserver"
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


class Device:
    """`verifies`: it asks for a fingerprint before it signs."""

    def __init__(self, *, verifies: bool = True, origin: str = ORIGIN) -> None:
        self.verifies, self.origin, self.sign_count = verifies, origin, 0
        self.key, self.credential_id, self.holder = ec.generate_private_key(ec.SECP256R1()), os.urandom(32), b""

    @property
    def flags(self) -> int:
        return PRESENT | (VERIFIED if self.verifies else 0)

    def registered(self, options: dict) -> str:
        """Tell the key as a page asks; gives the field `credential`."""
        asked = options["publicKey"]
        self.holder = _plain(asked["user"]["id"])
        public = ES256.from_cryptography_key(self.key.public_key())
        attested = AttestedCredentialData.create(b"\0" * 16, self.credential_id, public)
        told = self._told(asked["rp"]["id"], self.flags | ATTESTED) + attested
        said = self._said("webauthn.create", asked["challenge"])
        response = {
            "clientDataJSON": said,
            "attestationObject": cbor.encode({"fmt": "none", "attStmt": {}, "authData": told}),
        }
        return self._sent(response, {"credProps": {"rk": self.verifies}})

    def answered(self, options: dict) -> str:
        """Sign a page's challenge; gives the field `credential`."""
        asked = options["publicKey"]
        self.sign_count += 1
        told, said = self._told(asked["rpId"], self.flags), self._said("webauthn.get", asked["challenge"])
        signature = self.key.sign(told + sha256(said), ec.ECDSA(hashes.SHA256()))
        response = {
            "authenticatorData": told, "clientDataJSON": said, "signature": signature, "userHandle": self.holder,
        }  # fmt: skip
        return self._sent(response, {})

    def _told(self, party: str, flags: int) -> bytes:
        return sha256(party.encode()) + bytes([flags]) + struct.pack(">I", self.sign_count)

    def _said(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _sent(self, response: dict, extensions: dict) -> str:
        coded = {name: _coded(value) for name, value in response.items()}
        named = dict.fromkeys(("id", "rawId"), _coded(self.credential_id))
        return json.dumps({**named, "type": "public-key", "response": coded, "clientExtensionResults": extensions})


def _coded(value: bytes) -> str:
    return urlsafe_b64encode(value).decode().rstrip("=")


def _plain(text: str) -> bytes:
    return urlsafe_b64decode(text + "==")
