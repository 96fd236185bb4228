"""Hold something while one works on it: the system lets go of it when the process ends, however it ends."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from baro.records.loading.segments import clear

RECEIVING = "receiving"  # the name held while a delivery moves into the store
HELD = ".held"


@contextmanager
def held(name: str) -> Iterator[None]:
    """Hold a name, waiting for whoever holds it now."""
    with _file(name).open("a") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield


@contextmanager
def held_if_free(name: str) -> Iterator[bool]:
    """Hold a name if nobody does; tells whether it is held now."""
    with _file(name).open("a") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


@contextmanager
def staged(ticket: str) -> Iterator[str]:
    """Hold a delivery that lives no longer than the work on it; nothing of it stays staged."""
    with held(ticket):
        try:
            yield ticket
        finally:
            clear(ticket)
            _file(ticket).unlink(missing_ok=True)


def _file(name: str) -> Path:
    folder = Path(settings.HOME) / "store" / "tmp"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}{HELD}"
