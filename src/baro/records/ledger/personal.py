"""Personal values beside the ledger: the entry holds a salted commitment, the value lies here, encrypted, until erased.

Each value has its own salt of 32 random bytes, so that a number of twelve digits cannot be guessed from its commitment.
Value and salt are sealed (AES-256-GCM) under a key of their stream, which the key file of the home wraps. To erase is to
delete both; what the ledger keeps then says nothing about anybody.
"""

import hmac
import secrets
from collections.abc import Iterable, Mapping
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import connection

from baro.records.ledger.canonical import plain
from baro.records.ledger.key_files import master_key
from baro.rules.prescribed.refusals import Refused

SALT = 32
_NONCE = 12
_ADD_KEY = "INSERT INTO personal_key (stream, wrapped) VALUES (%s, %s)"
_ADD_VALUE = "INSERT INTO personal_value (name, entry_id, field, stream, sealed) VALUES (%s, %s, %s, %s, %s)"


def commitment(field: str, value: str, salt: bytes) -> str:
    """Give what the ledger keeps of a personal value (hex). Who is given value and salt can recompute it."""
    return hmac.new(salt, field.encode() + b"\0" + value.encode(), sha256).hexdigest()


def keep_values(stream: str, entry_id: str, values: Mapping[str, str]) -> dict[str, str]:
    """Seal an entry's personal values; give the commitment of each field."""
    key = AESGCM(_key_of(stream))
    commitments, rows = {}, []
    for field, told in values.items():
        value, salt = plain(told), secrets.token_bytes(SALT)
        commitments[field] = commitment(field, value, salt)
        sealed = _seal(key, salt + value.encode(), f"{entry_id}/{field}")
        rows.append((f"{entry_id}/{field}", entry_id, field, stream, sealed))
    with connection.cursor() as cursor:
        cursor.executemany(_ADD_VALUE, rows)
    return commitments


def open_values(rows: Iterable[tuple[str, str, str, bytes]]) -> dict[str, dict[str, tuple[str, bytes]]]:
    """Open rows of (entry id, field, stream, sealed): entry id -> field -> (value, salt). Raises
    `Refused("ledger.personal_touched")` for a value that was altered or lies under another name."""
    opened: dict[str, dict[str, tuple[str, bytes]]] = {}
    keys: dict[str, AESGCM] = {}
    for entry_id, field, stream, sealed in rows:
        if stream not in keys:
            keys[stream] = AESGCM(_key_of(stream))
        inside = _open(keys[stream], bytes(sealed), f"{entry_id}/{field}")
        opened.setdefault(entry_id, {})[field] = (inside[SALT:].decode(), inside[:SALT])
    return opened


def erase_values(stream: str, fields: Iterable[str] | None) -> int:
    """Delete the values of a stream, of some fields or all; with the last value goes the key. Give how many went."""
    with connection.cursor() as cursor:
        if fields is None:
            cursor.execute("DELETE FROM personal_value WHERE stream = %s", [stream])
            gone = cursor.rowcount
        else:
            gone = 0
            for field in fields:
                cursor.execute("DELETE FROM personal_value WHERE stream = %s AND field = %s", [stream, field])
                gone += cursor.rowcount
        cursor.execute(
            "DELETE FROM personal_key WHERE stream = %s AND NOT EXISTS (SELECT 1 FROM personal_value WHERE stream = %s)",
            [stream, stream],
        )
    return gone


def _key_of(stream: str) -> bytes:
    """The stream's key, made at the first need."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT wrapped FROM personal_key WHERE stream = %s", [stream])
        row = cursor.fetchone()
        wrapping = AESGCM(master_key())
        if row:
            return _open(wrapping, bytes(row[0]), stream)
        key = AESGCM.generate_key(256)
        cursor.execute(_ADD_KEY, [stream, _seal(wrapping, key, stream)])
    return key


def _seal(key: AESGCM, plain: bytes, name: str) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    return nonce + key.encrypt(nonce, plain, name.encode())


def _open(key: AESGCM, sealed: bytes, name: str) -> bytes:
    try:
        return key.decrypt(sealed[:_NONCE], sealed[_NONCE:], name.encode())
    except InvalidTag:
        raise Refused("ledger.personal_touched", name=name) from None
