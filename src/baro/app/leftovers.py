"""Sweep what a killed process left behind: staged deliveries, segments that no entry names, half-written files.

Nothing is swept that a living process holds, nor what somebody may still come back to.
"""

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

from baro.records.loading.holding import HELD, RECEIVING, held_if_free
from baro.records.loading.segments import MOVED_TO, moved_to, segment_folder
from baro.records.queries.imports import received_among

ABANDONED = timedelta(minutes=1)  # work that no process does
UNASKED = timedelta(days=7)  # a delivery that waits for its person
_SEGMENT = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}")
_PARTS = ("*.part", "*.upload*")


def sweep(at: datetime) -> tuple[str, ...]:
    """Remove what is left over at this moment; gives the names of what was removed."""
    store, swept = Path(settings.HOME) / "store", []
    for ticket in sorted(_tickets(store / "tmp")):
        swept += _sweep_ticket(store / "tmp", ticket, at)
    with held_if_free(RECEIVING) as is_free:
        if is_free:
            swept += _sweep_segments(store, at)
    files = Path(settings.HOME) / "files"
    swept += _removed(
        file for pattern in _PARTS for file in files.glob(pattern) if _idle(file, at) > timedelta(hours=1)
    )
    return tuple(swept)


def _tickets(folder: Path) -> set[str]:
    return {path.name.partition(".")[0] for path in folder.glob("*")} - {RECEIVING}


def _sweep_ticket(folder: Path, ticket: str, at: datetime) -> list[str]:
    """A delivery with a page waits for its person for days; one without was of a command, which ended."""
    parts = [p for p in folder.glob(f"{ticket}*") if p.name.partition(".")[0] == ticket]
    patience = UNASKED if (folder / f"{ticket}.job").exists() else ABANDONED
    if any(_idle(part, at) < patience for part in parts):
        return []
    with held_if_free(ticket) as is_free:
        swept = _removed(p for p in parts if is_free and not p.name.endswith(HELD))
        if is_free:
            (folder / f"{ticket}{HELD}").unlink(missing_ok=True)
        return swept


def _sweep_segments(store: Path, at: datetime) -> list[str]:
    """Segments that no entry names and to which no delivery on its way may come back."""
    awaited = {moved_to(path.name.removesuffix(MOVED_TO)) for path in (store / "tmp").glob(f"*{MOVED_TO}")}
    found = {p.name for p in store.iterdir() if _SEGMENT.fullmatch(p.name) and _idle(p, at) > ABANDONED} - awaited
    return _removed(segment_folder(name) for name in sorted(found - received_among(found)))


def _removed(paths: Iterator[Path] | list[Path]) -> list[str]:
    names = []
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
        names.append(path.name)
    return names


def _idle(path: Path, at: datetime) -> timedelta:
    """How long nothing was written there."""
    try:
        last = max(p.stat().st_mtime for p in (path, *(path.iterdir() if path.is_dir() else ())))
    except FileNotFoundError:  # somebody finished just now
        return timedelta(0)
    return at - datetime.fromtimestamp(last, UTC)
