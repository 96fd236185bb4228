"""Prove that one entry stands in the log, against the newest checkpoint."""

from django.db import connection

from baro.records.ledger.checkpoint_text import read_checkpoint
from baro.records.ledger.checkpoints import latest_note
from baro.records.ledger.notes import read_note
from baro.records.ledger.proof_file import Proof
from baro.records.ledger.tiles import stored_nodes
from baro.records.ledger.tree import inclusion_proof
from baro.rules.prescribed.refusals import Refused

_FIND = (
    'SELECT i."index", e.body FROM ledger_entry e LEFT JOIN ledger_index i ON i.place = e.place WHERE e.entry_id = %s'
)
_LINES = "SELECT line FROM ledger_cosignature WHERE size = %s ORDER BY name"


def proof_of(entry: str) -> tuple[str, bytes]:
    """Give the text of the proof file and the entry's bytes. Raises `Refused("ledger.no_entry" | "ledger.not_yet")`."""
    with connection.cursor() as cursor:
        cursor.execute(_FIND, [entry])
        row = cursor.fetchone()
        newest = latest_note()
        if row is None:
            raise Refused("ledger.no_entry", entry=entry)
        if newest is None or row[0] is None or row[0] >= newest[0]:
            raise Refused("ledger.not_yet", entry=entry)
        cursor.execute(_LINES, [newest[0]])
        note = newest[1] + "".join(line for (line,) in cursor.fetchall())
    size = read_checkpoint(read_note(note)[0]).size
    return Proof(row[0], tuple(inclusion_proof(row[0], size, stored_nodes())), note).told(), bytes(row[1])
