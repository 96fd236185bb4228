"""Which entries of the ledger tell a stream's story."""

from baro.records.ledger.bodies import entry_of
from baro.records.models.ledger import LedgerEntry
from baro.rules.observed.entries import Entry


def entries_of(stream: str) -> list[Entry]:
    """Give the entries of a stream, the oldest first, without what is personal."""
    rows = LedgerEntry.objects.filter(stream=stream).order_by("version").values_list("body", flat=True)
    return [entry_of(bytes(body), {}) for body in rows]
