"""One after another: what two processes of a home must not do at once, one does while the other waits."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Hold the lock of a file, which is made if need be; threads and processes wait for each other. It ends with the
    process that holds it, however that ends."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


class Busy(Exception):
    """Another process holds the lock."""


@contextmanager
def alone_or_not(lock: Path) -> Iterator[None]:
    """As `alone`, but wait for nobody. Raises `Busy`."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        yield
