"""A file that somebody brings, looked through before it is kept: by the reader that the settings name, against the roots that lie
in the home."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from baro.rules.observed.papers import ReadPaper

ROOTS = "signature-roots"
"""The folder of the home with the certificates that the authority trusts signatures by."""


def looked_through(content: bytes, name: str) -> ReadPaper:
    """Read a file that is called so. Raises `Refused("paper.…")`."""
    read: Callable[[bytes, str, Path], ReadPaper] = import_string(settings.PAPER_READER)
    return read(content, name, Path(settings.HOME) / ROOTS)
