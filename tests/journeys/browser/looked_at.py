"""What of the pages was looked at already: the marks (a tag in its parent, with class and type) that were seen at each kind of
address, kept in a folder, so that the journeys on the other database need not look at them again."""

import atexit
import fcntl
import os
import shutil
import tempfile
from collections.abc import Set as AbstractSet
from functools import cache
from hashlib import sha256
from pathlib import Path


def is_new(kind: str, marks: AbstractSet[str]) -> bool:
    """Say whether a page has a mark that no page of its kind had before; from now on all of them are known."""
    with (_folder() / _short(kind)).open("a+", encoding="ascii") as kept:
        fcntl.flock(kept, fcntl.LOCK_EX)
        kept.seek(0)
        fresh = {_short(mark) for mark in marks} - set(kept.read().split())
        kept.write("".join(f"{mark}\n" for mark in sorted(fresh)))
    return bool(fresh)


@cache
def _folder() -> Path:
    """One for all processes where the environment names it (BARO_LOOKED_AT)."""
    if told := os.environ.get("BARO_LOOKED_AT"):
        return Path(told)
    folder = tempfile.mkdtemp(prefix="baro-looked-at-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
