"""Entries of the ledger by their place in the tree: that order is the same for everybody, and what has a place is committed."""

from baro.records.ledger.bodies import entry_of
from baro.records.models.ledger import LedgerEntry, LedgerPlace
from baro.rules.observed.entries import Entry


def entries_from(index: int, most: int) -> list[tuple[int, Entry]]:
    """Give the next entries from a place on, without what is personal, each with its place."""
    places = dict(LedgerPlace.objects.filter(index__gte=index).order_by("index").values_list("place", "index")[:most])
    bodies = LedgerEntry.objects.filter(place__in=places).values_list("place", "body")
    return sorted(((places[place], entry_of(bytes(body), {})) for place, body in bodies), key=lambda told: told[0])
