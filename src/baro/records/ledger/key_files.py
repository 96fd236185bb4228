"""Key files of the home: made once, for this user alone, never in the database that they protect."""

import os
import secrets
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from baro.rules.prescribed.refusals import Refused

KEY = 32


def keys_folder() -> Path:
    """Give the folder of this authority's keys."""
    return Path(settings.HOME) / "keys"


def master_key() -> bytes:
    """Give the key that wraps the keys of personal values, made at the first need. Raises `Refused("ledger.key_file")`."""
    return key_file(keys_folder() / "personal.key")


@lru_cache(maxsize=16)
def key_file(place: Path) -> bytes:
    """Read 32 secret bytes, or make them: written whole under another name first, so that no half key is ever read."""
    if not place.exists():
        _make(place)
    key = place.read_bytes()
    if len(key) != KEY:
        raise Refused("ledger.key_file", place=str(place))
    return key


def _make(place: Path) -> None:
    draft = place.with_name(f"{place.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(secrets.token_bytes(KEY))
        out.flush()
        os.fsync(out.fileno())
    with suppress(FileExistsError):  # another process was first: its key counts
        place.hardlink_to(draft)
    draft.unlink()
