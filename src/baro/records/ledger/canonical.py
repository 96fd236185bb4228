"""Canonical JSON of an entry (RFC 8785): one value, one sequence of bytes.

The profile: NFC text, objects with ASCII keys, arrays, booleans, null, and whole numbers that every reader of JSON holds
exactly (|n| <= 2^53 - 1); no fractions. Within it Python's own encoder gives what RFC 8785 asks, four times faster than
the package `rfc8785`; a test holds the two equal.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from baro.rules.prescribed.refusals import Refused

LONGEST = 65_535  # bytes; C2SP tlog-tiles counts an entry in 16 bits
LARGEST = 2**53 - 1
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def canonical(value: object) -> bytes:
    """Give the bytes to be hashed. Raises `Refused("ledger.not_canonical" | "ledger.too_long")`."""
    try:
        encoded = _encode(plain(value)).encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        raise Refused("ledger.not_canonical", what="ký tự hỏng") from None
    if len(encoded) > LONGEST:
        raise Refused("ledger.too_long", size=len(encoded), most=LONGEST)
    return encoded


def plain(value: object) -> Any:
    """Give a value of the profile as plain Python, its text NFC. Raises `Refused("ledger.not_canonical")`."""
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", str(value))
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int) and abs(value) <= LARGEST:
        return int(value)
    if isinstance(value, Mapping):
        return {_key(name): plain(inner) for name, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [plain(inner) for inner in value]
    raise Refused("ledger.not_canonical", what=type(value).__name__)


def _key(name: object) -> str:
    if not isinstance(name, str) or not name.isascii():
        raise Refused("ledger.not_canonical", what=str(name))
    return name
