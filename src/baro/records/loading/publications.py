"""A publication of procedures that somebody brings, read by the reader that the settings name."""

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from baro.rules.prescribed.procedures import Procedure

LARGEST = 50 * 1024 * 1024


def is_publication(name: str, size: int) -> bool:
    """Say whether a file may be one, by its name and its size."""
    return name.lower().endswith((".jsonl", ".jsonl.gz")) and size <= LARGEST


def read_publication(chunks: Iterable[bytes], name: str) -> tuple[list[Procedure], list[Any]]:
    """Give the procedures of a file that is called so, and the lines (`line`, `why`) that give none. Raises
    `Refused("portal.…")`."""
    read: Callable[[Path], Iterable[Any]] = import_string(settings.CATALOGUE_READER)
    with TemporaryDirectory(prefix="baro-thu-tuc-") as folder:
        path = Path(folder) / f"tep{'.gz' if name.lower().endswith('.gz') else '.jsonl'}"
        with path.open("wb") as stream:
            stream.writelines(chunks)
        found = list(read(path))
    good = [one for one in found if isinstance(one, Procedure)]
    return good, [one for one in found if not isinstance(one, Procedure)]
