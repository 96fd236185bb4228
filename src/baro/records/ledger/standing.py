"""Where entries stand in the log: at which place, under which checkpoint, and which witnesses signed a tree that holds them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection

from baro.records.ledger.bodies import entry_of
from baro.records.ledger.checkpoint_text import Checkpoint, read_checkpoint
from baro.records.ledger.checkpoints import latest_note
from baro.records.ledger.heads import log_origin
from baro.records.ledger.notes import read_note

_FIND = (
    'SELECT e.entry_id, i."index", e.leaf, e.body FROM ledger_entry e LEFT JOIN ledger_index i ON i.place = e.place '
    "WHERE e.entry_id IN ({})"
)
_SIGNED = (
    "SELECT s.witness, s.size, max(s.seconds) FROM ledger_cosignature s "
    "JOIN (SELECT witness, max(size) AS size FROM ledger_cosignature GROUP BY witness) newest "
    "ON newest.witness = s.witness AND newest.size = s.size GROUP BY s.witness, s.size ORDER BY s.witness"
)


@dataclass(frozen=True, slots=True)
class Witnessed:
    """The largest tree that a witness signed, and when by its own clock."""

    witness: str
    size: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """An entry at its place; `index` is None until it has one, `checkpoint` until one holds it. `witnesses`: those whose
    newest signed tree holds it."""

    entry: str
    log: str
    leaf: bytes
    recorded_at: datetime
    index: int | None
    checkpoint: Checkpoint | None
    witnesses: tuple[Witnessed, ...]


def standing(entries: Collection[str]) -> dict[str, Stands]:
    """Say of entries where they stand, by id; of those that are there."""
    if not entries:
        return {}
    newest = latest_note()
    checkpoint = read_checkpoint(read_note(newest[1])[0]) if newest else None
    log = log_origin()
    with connection.cursor() as cursor:
        cursor.execute(_SIGNED)
        signed = [Witnessed(name, size, datetime.fromtimestamp(at, UTC)) for name, size, at in cursor.fetchall()]
        cursor.execute(_FIND.format(", ".join(["%s"] * len(entries))), list(entries))
        rows = cursor.fetchall()
    return {
        entry: Stands(
            entry=entry, log=log, leaf=bytes(leaf), recorded_at=entry_of(bytes(body), {}).recorded_at, index=index,
            checkpoint=checkpoint if checkpoint and _holds(checkpoint.size, index) else None,
            witnesses=tuple(one for one in signed if _holds(one.size, index)),
        )
        for entry, index, leaf, body in rows
    }  # fmt: skip


def _holds(size: int, index: int | None) -> bool:
    return index is not None and index < size
