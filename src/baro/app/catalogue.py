"""Vietnamese for what the libraries say in English: the .po file is the source, made into what gettext reads at start.

Written with the standard library alone: the machine need not have the gettext tools.
"""

import ast
import os
import struct
from collections.abc import Iterator
from pathlib import Path

from baro.app.home import home

SOURCE = Path(__file__).resolve().parents[3] / "locale" / "vi" / "LC_MESSAGES" / "django.po"
_MAGIC = 0x950412DE
_HEADER = 7 * 4


def catalogue_folder() -> Path:
    """Give the folder Django looks in for catalogues, its files made anew where the source has changed."""
    folder = home() / "web" / "locale"
    made = folder / "vi" / "LC_MESSAGES" / "django.mo"
    if not made.exists() or made.stat().st_mtime_ns < SOURCE.stat().st_mtime_ns:
        made.parent.mkdir(parents=True, exist_ok=True)
        draft = made.with_name(f"django.mo.{os.getpid()}")
        draft.write_bytes(compiled(SOURCE.read_text("utf-8")))
        draft.replace(made)
    return folder


def compiled(source: str) -> bytes:
    """Turn the text of a .po file into a .mo file. Entries not translated or marked fuzzy are left out."""
    said = sorted((key.encode(), value.encode()) for key, value in entries(source) if value)
    ids, strings = [_ended(key) for key, _ in said], [_ended(value) for _, value in said]
    tables = _HEADER + len(said) * 16
    head = struct.pack("<7I", _MAGIC, 0, len(said), _HEADER, _HEADER + len(said) * 8, 0, tables)
    places = [*_places(ids, tables), *_places(strings, tables + sum(map(len, ids)))]
    return head + struct.pack(f"<{len(places)}I", *places) + b"".join(ids) + b"".join(strings)


def entries(source: str) -> Iterator[tuple[str, str]]:
    """Read the entries of a .po file as gettext keys them: context and plural joined to the message."""
    for block in source.replace("\r\n", "\n").split("\n\n"):
        lines = [line for line in block.splitlines() if line.strip()]
        if any(line.startswith("#,") and "fuzzy" in line for line in lines):
            continue
        parts = _parts(line for line in lines if not line.startswith("#"))
        if "msgid" in parts:
            yield _key(parts), "\0".join(text for name, text in parts.items() if name.startswith("msgstr"))


def _parts(lines: Iterator[str]) -> dict[str, str]:
    parts: dict[str, str] = {}
    name = ""
    for line in lines:
        if not line.startswith('"'):
            name, line = line.split(" ", 1)
        parts[name] = parts.get(name, "") + ast.literal_eval(line)
    return parts


def _key(parts: dict[str, str]) -> str:
    key = "\0".join(parts[name] for name in ("msgid", "msgid_plural") if name in parts)
    return f"{parts['msgctxt']}\4{key}" if "msgctxt" in parts else key


def _ended(text: bytes) -> bytes:
    return text + b"\0"


def _places(texts: list[bytes], start: int) -> Iterator[int]:
    for text in texts:
        yield len(text) - 1
        yield start
        start += len(text)
