"""Files kept by their content: `files/<SHA-256><ending>`; the same file is kept once."""

import hashlib
import io
import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from baro.records.ledger.kept_files import sync_folder
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file by its hash (hex), its ending in lower case (".xlsx") and its size in bytes."""

    sha256: str
    ending: str
    size: int

    @property
    def name(self) -> str:
        """Under which name it is kept."""
        return self.sha256 + self.ending


def keep_file(path: Path) -> KeptFile:
    """Keep a copy of a file."""
    kept = KeptFile(sha256_of(path), path.suffix.lower(), path.stat().st_size)
    with path.open("rb") as stream:
        _keep(kept, stream)
    return kept


def keep_bytes(content: bytes, ending: str) -> KeptFile:
    """Keep a file of this content. Once this returns it outlives a power cut, before any entry names it."""
    kept = KeptFile(hashlib.sha256(content).hexdigest(), ending, len(content))
    _keep(kept, io.BytesIO(content))
    return kept


def _keep(kept: KeptFile, stream: BinaryIO) -> None:
    """Write it whole or not at all: a draft, synced, then renamed; the folder is synced too."""
    place = _folder() / kept.name
    if place.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_suffix(f".{os.getpid()}.{secrets.token_hex(4)}.part")
    with part.open("xb") as out:
        part.chmod(0o600)
        shutil.copyfileobj(stream, out)
        out.flush()
        os.fsync(out.fileno())
    part.replace(place)
    sync_folder(place.parent)


def kept_path(name: str) -> Path:
    """Where a kept file lies. Raises `Refused("import.file_lost")` if it lies there no more."""
    path = _folder() / name
    if not path.is_file():
        raise Refused("import.file_lost", file=name)
    return path


def every_kept_file() -> list[Path]:
    """Give all kept files, and no drafts of such."""
    return [path for path in _folder().glob("*") if path.is_file() and path.suffix != ".part"]


def sha256_of(path: Path) -> str:
    """The hash of a file's content, in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _folder() -> Path:
    return Path(settings.HOME) / "files"
