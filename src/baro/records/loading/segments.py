"""Where deliveries lie in the store: staged while they are checked, then in a folder of their own that never changes.

`store/tmp/<ticket>` is a delivery on its way; whatever lies there may be thrown away. `store/<batch>` is a delivery that
an entry of the ledger names, with the hash of its files; a folder that no entry names is left over from an act that did
not happen.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from baro.records.store import Store, open_store

MOVED_TO = ".moved-to"  # beside a staged delivery: under which name it went into the store
READ = "read"  # the subfolder with the log as it was read
_NOT_SEALED = frozenset({"rows.parquet", "rows.json"})  # under a root of their own, and may be erased one day


def staging_folder(ticket: str) -> Path:
    """The folder of a delivery on its way; it need not exist yet."""
    return _store() / "tmp" / ticket


def job_folder(ticket: str) -> Path:
    """The folder of the work on a delivery: the file as it came, what was asked, how far it is."""
    return _store() / "tmp" / f"{ticket}.job"


def segment_folder(batch: str) -> Path:
    """The folder of a received delivery."""
    return _store() / batch


def open_segment(batch: str) -> Store:
    """The events of the dossiers that a delivery touched. Raises `Refused("store.missing")`."""
    return open_store(segment_folder(batch))


def keep_segment(folder: Path, *, as_read: bool) -> None:
    """Clear away the log as it was read; where all of it is to be held, it becomes the segment."""
    read = folder / READ
    if as_read:
        for file in list(read.iterdir()):
            file.rename(folder / file.name)
    shutil.rmtree(read, ignore_errors=True)


def seal(folder: Path) -> str:
    """Force the files of a folder to the disk and give one hash over them: that of the list which `sha256sum` writes,
    by name. The rows are under a root and a seal of their own."""
    for file in (*_files(folder), folder):
        _to_disk(file)
    return seal_of(folder)


def seal_of(folder: Path) -> str:
    """Give the hash over the files of a folder."""
    return _listed(file for file in _files(folder) if file.name not in _NOT_SEALED)


def rows_seal_of(folder: Path) -> str:
    """Give the hash over the rows and the tree over them; "" if one is gone. The key of the salts among them lets nobody
    guess the rows from it."""
    files = [file for file in _files(folder) if file.name in _NOT_SEALED]
    return _listed(files) if len(files) == len(_NOT_SEALED) else ""


def move_in(ticket: str, batch: str) -> Path:
    """Put a staged delivery into the store under its name, which is noted first: whoever is killed now finds it again."""
    _note(ticket).write_text(batch, encoding="ascii")
    _to_disk(_note(ticket))
    place = segment_folder(batch)
    staging_folder(ticket).rename(place)
    _to_disk(place.parent)
    return place


def move_back(batch: str, ticket: str) -> None:
    """Put a delivery that was not received back where it was staged."""
    segment_folder(batch).rename(staging_folder(ticket))
    _note(ticket).unlink(missing_ok=True)


def moved_to(ticket: str) -> str:
    """The name under which a delivery went into the store, "" if it did not."""
    try:
        return _note(ticket).read_text(encoding="ascii")
    except FileNotFoundError:
        return ""


def clear(ticket: str) -> None:
    """Remove what is staged of a delivery."""
    throw_away(staging_folder(ticket))
    _note(ticket).unlink(missing_ok=True)


def throw_away(folder: Path) -> None:
    """Remove a folder that no entry names."""
    shutil.rmtree(folder, ignore_errors=True)


def _note(ticket: str) -> Path:
    return _store() / "tmp" / f"{ticket}{MOVED_TO}"


def _store() -> Path:
    return Path(settings.HOME) / "store"


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file())


def _listed(files: Iterable[Path]) -> str:
    lines = []
    for file in files:
        with file.open("rb") as stream:
            lines.append(f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {file.name}\n")
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
