"""Complaints and denunciations, from the acts that receive and conclude them."""

from baro.records.models.petitions import PetitionRow
from baro.records.projections.organisation import day
from baro.records.projections.registry import projects
from baro.rules.observed.entries import Entry

_AS_TOLD = ("unit", "code", "kind", "handler", "compartment")
_ERASED = {"kind": "denunciation", "compartment": "-"}  # still sealed: of a compartment that nobody is in


@projects("petition.received")
def received(entry: Entry) -> None:
    """A body received a matter."""
    data = entry.data
    PetitionRow.objects.whole().create(
        id=data["petition"], received_on=day(data["received_on"]), **{name: data[name] for name in _AS_TOLD}
    )


@projects("denunciation.received")
def denunciation_received(entry: Entry) -> None:
    """A body received a denunciation: all that the row tells lies aside, sealed; what was erased of it is "" here."""
    told = entry.personal
    PetitionRow.objects.whole().create(
        id=entry.data["petition"],
        received_on=day(told.get("received_on")) or entry.occurred_at.date(),
        **{name: told.get(name) or _ERASED.get(name, "") for name in _AS_TOLD},
    )


@projects("petition.concluded", "denunciation.concluded")
def concluded(entry: Entry) -> None:
    """A matter was verified, concluded, and what follows proposed."""
    PetitionRow.objects.whole().filter(pk=entry.data["petition"]).update(concluded_on=day(entry.data["on"]))
