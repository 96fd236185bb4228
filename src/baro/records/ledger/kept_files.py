"""Write a small file so that after a power cut it is the old one or the new one, never half of either."""

import os
import secrets
from pathlib import Path


def write_durably(place: Path, text: str, mode: int = 0o600) -> None:
    """Write, sync, rename, sync the folder."""
    draft = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(place)
    sync_folder(place.parent)


def sync_folder(place: Path) -> None:
    """Let what was renamed in a folder outlive a power cut."""
    folder = os.open(place, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
