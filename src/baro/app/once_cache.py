"""A cache in files whose `add` lets exactly one in: so that of two who bring the same code at once, one is refused."""

from pathlib import Path
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache

from baro.app.alone import alone


class OnceCache(FileBasedCache):
    """Django's, which looks and then writes, behind a lock that threads and processes share."""

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value unless there is one; say whether it was kept."""
        with alone(Path(self._dir) / "lock"):
            return bool(super().add(key, value, timeout, version))
