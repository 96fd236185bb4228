"""The seal on what the database is told: without this home's key nobody can name a scope, whatever SQL they run.

HMAC-SHA256 over the JSON. The database checks it with `sha256` alone, from the two padded blocks of the key, which lie
in a table that only its owner reads.
"""

import hmac
import json
from hashlib import sha256

from django.conf import settings

from baro.records.row_security.told import Told

_BLOCK = 64


def sealed(told: Told) -> str:
    """Write what is told, behind its seal."""
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"{_seal(text)} {text}"


def unsealed(written: str | None) -> Told:
    """Read what was told; nothing where the seal is not ours."""
    seal, _, text = (written or "").partition(" ")
    if not text or not hmac.compare_digest(seal, _seal(text)):
        return {}
    told: Told = json.loads(text)
    return told


def padded_key() -> tuple[bytes, bytes]:
    """Give the inner and the outer block of the key (RFC 2104)."""
    key = settings.ROWS_KEY.ljust(_BLOCK, b"\0")
    return bytes(b ^ 0x36 for b in key), bytes(b ^ 0x5C for b in key)


def _seal(text: str) -> str:
    return hmac.new(settings.ROWS_KEY, text.encode(), sha256).hexdigest()
