"""The secret that signs cookies: made once in the home, readable by its owner alone."""

import os
import secrets
from pathlib import Path


def secret_key(keys: Path) -> str:
    """Give the secret kept in `keys`, making it the first time; two processes that start at once agree on one."""
    place = keys / "secret-key"
    if not place.exists():
        _keep(place, secrets.token_urlsafe(64))
    return place.read_text("ascii")


def _keep(place: Path, secret: str) -> None:
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
        stream.write(secret)
    try:
        os.link(draft, place)  # fails, rather than replaces, where another process was first
    except FileExistsError:
        pass
    finally:
        draft.unlink()
