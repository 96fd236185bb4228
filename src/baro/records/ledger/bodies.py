"""From an act to the bytes of its entry, and back.

`stream` and `version` come last in the order of keys, so that whoever reads millions of entries knows by the end of the
bytes alone whether a row stands under its own name. What is empty is left out.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from baro.records.ledger.canonical import canonical
from baro.rules.observed.acts import Act
from baro.rules.observed.entries import Entry
from baro.rules.prescribed.refusals import Refused

FORMAT = 1
_STREAM = re.compile(r"[^\x00-\x20\"\\\x7f]{1,200}")
_TYPE = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The last entry of a stream: its version (0: none), leaf in hex, and when it was recorded."""

    version: int = 0
    leaf: str = ""
    recorded_at: datetime | None = None


def body_of(act: Act, *, entry_id: str, log: str, head: Head, at: datetime, commitments: Mapping[str, str]) -> bytes:
    """Give an act's entry as bytes. Raises `Refused("ledger.act" | "ledger.not_canonical" | "ledger.too_long")`."""
    if not _STREAM.fullmatch(act.stream) or not _TYPE.fullmatch(act.type):
        raise Refused("ledger.act", type=act.type, stream=act.stream)
    papers = [{"kind": a.kind, "sha256": a.sha256, "size": a.size} for a in act.attachments]
    told = {
        "act": act.type, "actor": act.actor, "as": act.capacity, "att": papers, "body": act.unit, "data": act.data,
        "format": FORMAT, "id": entry_id, "log": log, "occurred_at": moment(act.occurred_at), "prev": head.leaf,
        "recorded_at": moment(at), "request": act.request, "rules": act.rules, "sd": commitments, "second": act.second,
        "source": act.source, "stream": act.stream, "version": head.version + 1,
    }  # fmt: skip
    return canonical({name: value for name, value in told.items() if value not in ("", [], {}, ())})


def entry_of(body: bytes, personal: Mapping[str, str | None]) -> Entry:
    """Read an entry back."""
    told = json.loads(body.decode())
    return Entry(
        id=told["id"],
        type=told["act"],
        stream=told["stream"],
        version=told["version"],
        actor=told.get("actor", ""),
        occurred_at=read_moment(told["occurred_at"]),
        recorded_at=read_moment(told["recorded_at"]),
        data=told.get("data", {}),
        personal={field: personal.get(field) for field in told.get("sd", ())},
        attachments=tuple(told.get("att", ())),
        capacity=told.get("as", ""),
        unit=told.get("body", ""),
        second=told.get("second", ""),
        source=told.get("source", ""),
        request=told.get("request", ""),
        rules=told.get("rules", ""),
    )


def moment(at: datetime) -> str:
    """Write a moment as the ledger does: UTC, microseconds. A moment without a zone is a bug: `ValueError`."""
    if at.tzinfo is None:
        raise ValueError("a moment of the ledger has a zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")[:26] + "Z"


def read_moment(text: str) -> datetime:
    """Read a moment that the ledger wrote."""
    return datetime.fromisoformat(text)
