"""Whether this home holds a demo: its first act of all says so, and no later act can."""

from baro.records.ledger.bodies import entry_of
from baro.records.models.ledger import LedgerEntry

MARK = "authority/demo"
"""The stream of the act that marks a home as a demo."""


def demo_size() -> str:
    """Give the size of the demo that this home was made for ("small", "year"); "" for a home that is no demo."""
    first = LedgerEntry.objects.order_by("place").first()
    return str(entry_of(first.body, {}).data["size"]) if first is not None and first.stream == MARK else ""


def is_demo() -> bool:
    """Say whether everything in this home is synthetic. One statement, by primary key."""
    return LedgerEntry.objects.order_by("place").values_list("stream", flat=True).first() == MARK


def is_empty() -> bool:
    """Say whether nothing was ever recorded in this home."""
    return not LedgerEntry.objects.exists()
