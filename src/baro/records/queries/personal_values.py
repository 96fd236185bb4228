"""What is kept of personal values: of which fields, never the values themselves; and whether their stream still holds."""

import json
from dataclasses import dataclass
from hashlib import sha256

from django.db.models import Count

from baro.records.models.ledger import LedgerEntry, PersonalValue


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamHeld:
    """A stream held against itself: how many entries, how many personal values are kept and gone; `holds`: every entry
    has its hash, and each names the one before it."""

    entries: int
    kept: int
    gone: int
    holds: bool


def fields_kept(stream: str) -> dict[str, int]:
    """Give the fields of which a stream keeps personal values, each with how many."""
    rows = PersonalValue.objects.filter(stream=stream).values("field").annotate(n=Count("name")).order_by("field")
    return {row["field"]: row["n"] for row in rows}


def stream_held(stream: str) -> StreamHeld:
    """Hold the entries of a stream against their hashes."""
    rows = list(LedgerEntry.objects.filter(stream=stream).order_by("version"))
    told = [json.loads(bytes(row.body)) for row in rows]
    leaves = [bytes(row.leaf) for row in rows]
    befores = ["", *(leaf.hex() for leaf in leaves)]
    holds = all(
        sha256(b"\0" + bytes(row.body)).digest() == leaf and entry.get("prev", "") == before
        for row, entry, leaf, before in zip(rows, told, leaves, befores, strict=False)
    )
    kept = PersonalValue.objects.filter(stream=stream).count()
    committed = sum(len(entry.get("sd", {})) for entry in told)
    return StreamHeld(entries=len(rows), kept=kept, gone=committed - kept, holds=holds)
