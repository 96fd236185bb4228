"""Complaints and denunciations, from the acts that receive and conclude them."""

from baro.records.models.petitions import PetitionRow
from baro.records.projections.organisation import day
from baro.records.projections.registry import projects
from baro.rules.observed.entries import Entry

_AS_TOLD = ("unit", "code", "kind", "handler", "compartment")


@projects("petition.received")
def received(entry: Entry) -> None:
    """A body received a matter."""
    data = entry.data
    PetitionRow.objects.whole().create(
        id=data["petition"], received_on=day(data["received_on"]), **{name: data[name] for name in _AS_TOLD}
    )


@projects("petition.concluded")
def concluded(entry: Entry) -> None:
    """A matter was verified, concluded, and what follows proposed."""
    PetitionRow.objects.whole().filter(pk=entry.data["petition"]).update(concluded_on=day(entry.data["on"]))
