"""Have the tree signed: read anew what was added, hold it against the stored tree, and only then ask the signer.

In 2021 one flipped bit in one stored hash killed a certificate log for good, because it was signed before it was read
again (Yeti 2022). So every new entry is hashed once more from the database, on a fresh connection.
"""

from collections.abc import Callable

from django.db import connection

from baro.records.ledger.appending import tree_size
from baro.records.ledger.checkpoint_text import Checkpoint
from baro.records.ledger.frontier import Frontier
from baro.records.ledger.heads import log_origin
from baro.records.ledger.runs import runs
from baro.records.ledger.tiles import WIDTH, stored_nodes
from baro.records.ledger.tree import consistency_proof, leaf_hash, root_of
from baro.rules.prescribed.refusals import Refused

Sign = Callable[[Checkpoint, list[bytes]], str]
_ADD = "INSERT INTO ledger_checkpoint (size, root, note) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"


def issue_checkpoint(sign: Sign, signed_size: int) -> str:
    """Have the present tree signed, keep the note, give it. `signed_size`: what the signer signed last.

    Raises `Refused("ledger.not_signed")` if the stored tree is not the tree of the entries, and what the signer refuses.
    """
    if not connection.in_atomic_block:
        connection.close()
    size, nodes = tree_size(), stored_nodes()
    kept = latest_note()
    if kept and kept[0] == size == signed_size:
        return kept[1]
    if signed_size > size:
        raise Refused("ledger.rolled_back", size=size, known=signed_size)
    checkpoint = Checkpoint(log_origin(), size, root_of(size, nodes))
    if _recomputed(signed_size, size) != checkpoint.root:
        raise Refused("ledger.not_signed", low=signed_size, high=size)
    note = sign(checkpoint, consistency_proof(signed_size, size, nodes))
    with connection.cursor() as cursor:
        cursor.execute(_ADD, [size, checkpoint.root, note])
    return note


def latest_note() -> tuple[int, str] | None:
    """Give size and note of the newest checkpoint kept."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT size, note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1")
        row = cursor.fetchone()
    return (int(row[0]), str(row[1])) if row else None


def _recomputed(low: int, size: int) -> bytes:
    """The root, the entries from `low` on hashed anew from their bytes."""
    frontier, nodes = Frontier(), stored_nodes()
    for number in range(low // WIDTH):
        frontier.add(WIDTH, nodes(8, number))
    for run in runs(size, low):
        for leaf in map(leaf_hash, run.bodies):
            frontier.add(1, leaf)
    return frontier.root
