"""Files kept by their content: `files/<SHA-256><ending>`; the same file is kept once."""

import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

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
    place = _folder() / kept.name
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_suffix(f".{os.getpid()}.part")
        shutil.copyfile(path, part)
        part.replace(place)
    return kept


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
