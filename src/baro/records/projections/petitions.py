"""Complaints and denunciations, from the acts that receive and conclude them."""

from collections.abc import Iterator, Mapping
from datetime import date

from baro.records.models.petitions import PetitionRow
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.organisation import day
from baro.records.projections.registry import gives_rows, projects
from baro.records.projections.row_statements import RowChange, change, row
from baro.rules.judged.late_entry import counts_on
from baro.rules.observed.entries import Entry

_AS_TOLD = ("unit", "code", "kind", "handler", "compartment")
_ERASED = {"kind": "denunciation", "compartment": "-"}  # still sealed: of a compartment that nobody is in


@gives_rows("petition.received")
def received(entry: Entry) -> Iterator[RowChange]:
    """A body received a matter."""
    yield _row(entry, date.fromisoformat(entry.data["received_on"]), {name: entry.data[name] for name in _AS_TOLD})


@gives_rows("denunciation.received")
def denunciation_received(entry: Entry) -> Iterator[RowChange]:
    """A body received a denunciation: all that the row tells lies aside, sealed; what was erased of it is "" here."""
    told = entry.personal
    received_on = day(told.get("received_on")) or entry.occurred_at.date()
    yield _row(entry, received_on, {name: told.get(name) or _ERASED.get(name, "") for name in _AS_TOLD})


@gives_rows("petition.concluded", "denunciation.concluded")
def concluded(entry: Entry) -> Iterator[RowChange]:
    """A matter was verified, concluded, and what follows proposed."""
    on = date.fromisoformat(entry.data["on"])
    yield change(PetitionRow, entry.data["petition"], concluded_on=on, concluded_counts_on=counts_on(on, entry))


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """What a denunciation tells was erased."""
    kind, key = erased_stream(entry)
    if kind in ("denunciation", "petition"):
        project_again(entry, PetitionRow.objects.whole().filter(pk=key))


def _row(entry: Entry, on: date, told: Mapping[str, str]) -> RowChange:
    return row(PetitionRow, id=entry.data["petition"], received_on=on, received_counts_on=counts_on(on, entry), **told)
