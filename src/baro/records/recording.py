"""The one door to the records: an act becomes an entry of the ledger, and the rows that come of it, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError

from baro.records.ledger.appending import Appended, append
from baro.records.ledger.bodies import entry_of
from baro.records.ledger.canonical import plain
from baro.records.projections.registry import project
from baro.records.projections.row_statements import Statements
from baro.records.round_trips import Trip
from baro.records.row_security.session import recording, system
from baro.rules.observed.acts import Act
from baro.rules.prescribed.refusals import Refused

# Another writer was first on one of the streams: what the desk checked is out of date. As PostgreSQL and SQLite name it.
_STREAM_VERSION = ("ledger_stream_version", "ledger_entry.stream, ledger_entry.version")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An act that was recorded: its entry, the entry's leaf hash, the version of its stream, and when.

    `index` is its place in the tree; None on PostgreSQL until the sequencer has given it one, within a second.
    """

    entry_id: str
    index: int | None
    leaf: bytes
    stream: str
    version: int
    recorded_at: datetime


def record(act: Act, *, at: datetime) -> Recorded:
    """Record one act at this moment (aware). Once it returns outside a larger transaction, the act outlives a power cut.

    Raises `Refused("ledger.act" | "ledger.not_canonical" | "ledger.too_long" | "ledger.stream_moved")`, and what the
    projection refuses; then nothing is recorded. Nothing is recorded twice.
    """
    return record_all((act,), at=at)[0]


def record_all(acts: Sequence[Act], *, at: datetime) -> list[Recorded]:
    """Record several acts, all or none, in their order."""
    if not acts:
        return []
    trip = Trip()
    try:
        with recording():
            made = append(acts, at, trip)
            with system(trip.add):
                for act, written in zip(acts, made, strict=True):
                    personal = {field: plain(value) for field, value in act.personal.items()}
                    project(entry_of(written.body, personal), Statements(trip))
            trip.send()
    except IntegrityError as error:
        if any(name in str(error) for name in _STREAM_VERSION):
            raise Refused("ledger.stream_moved") from None
        raise
    return [_recorded(written) for written in made]


def _recorded(written: Appended) -> Recorded:
    return Recorded(
        entry_id=written.entry_id,
        index=written.index,
        leaf=written.leaf,
        stream=written.stream,
        version=written.version,
        recorded_at=written.recorded_at,
    )
