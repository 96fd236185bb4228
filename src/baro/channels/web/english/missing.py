"""What the catalogues lack, and what they have in vain."""

import json
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from baro.channels.web.english.found import found_in_python, found_in_templates

JOINED = "joined.po"
"""The catalogue of sentences that the software puts together: the source says none of them whole."""


def found() -> dict[str, str]:
    """Give every message of the pages, with the file it was first found in."""
    return found_in_python() | found_in_templates()


def catalogued(*, is_joined: bool = False) -> dict[str, str]:
    """Give the messages of the catalogues with their English: of those of the source, or of those put together."""
    entries = import_string(settings.MESSAGES_READER)
    files = [f for f in sorted(Path(settings.ENGLISH_MESSAGES).glob("*.po")) if (f.name == JOINED) == is_joined]
    return {message: said for file in files for message, said in entries(file.read_text("utf-8")) if message}


def missing() -> dict[str, str]:
    """Give the messages without English, with their files."""
    known = catalogued()
    return {message: file for message, file in found().items() if not known.get(message)}


def needless() -> list[str]:
    """Give the messages of the catalogues that no source says."""
    said = found()
    return [message for message in catalogued() if message not in said]


def entry(message: str, file: str) -> str:
    """Write an entry to be filled in."""
    return f'#: {file}\nmsgid {json.dumps(message, ensure_ascii=False)}\nmsgstr ""\n\n'
