"""Complaints and denunciations within a scope."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from baro.records.ledger.heads import hold
from baro.records.models.petitions import PetitionRow
from baro.records.scoped import accused_found, accused_of, asking_accused
from baro.rules.observed.petitions import Petition, PetitionClock, PetitionCounts, PetitionKind
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.policy.standing import Accused


def count_petitions(scope: Scope, units: Collection[str], first: date, last: date) -> PetitionCounts:
    """How many matters the bodies received from day to day, and how they stood on the last, by the days that count."""
    rows = PetitionRow.objects.within(scope).filter(unit__in=units, received_counts_on__range=(first, last))
    concluded = Count("id", filter=Q(concluded_counts_on__lte=last))
    told = rows.aggregate(total=Count("id"), concluded=concluded)
    return PetitionCounts(told["total"], told["concluded"], told["total"] - told["concluded"])


def petition_clocks(scope: Scope, units: Collection[str]) -> list[PetitionClock]:
    """When the matters of the bodies were received and concluded, by the days that count."""
    rows = PetitionRow.objects.within(scope).filter(unit__in=units).order_by("id")
    told = rows.values_list("kind", "received_counts_on", "concluded_counts_on")
    return [PetitionClock(PetitionKind(kind), received, concluded) for kind, received, concluded in told]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPetition:
    """A matter as it is known: the day on which it was concluded, and whom it accuses."""

    told: Petition
    concluded_on: date | None
    accused: tuple[Accused, ...]


def petition(petition_id: str, scope: Scope) -> KnownPetition | None:
    """A matter; None if nobody may know of it here."""
    return petitions((petition_id,), scope).get(petition_id)


def petitions(ids: Sequence[str], scope: Scope, held: Collection[str] = ()) -> dict[str, KnownPetition]:
    """Matters by id; one of which nobody may know here is left out. On the streams that are `held` nobody else records
    anything from before they are read until this transaction ends. One round trip."""
    also = [asking_accused(petition_id) for petition_id in ids]
    rows, accused = PetitionRow.objects.each(ids, scope, first=hold(held), also=also)
    return {
        petition_id: KnownPetition(
            told=_petition(rows[petition_id]),
            concluded_on=rows[petition_id].concluded_on,
            accused=accused_found(found),
        )
        for petition_id, found in zip(ids, accused, strict=True)
        if petition_id in rows
    }


def accused_in(petition_id: str) -> tuple[Accused, ...]:
    """Those whom a matter accuses."""
    return accused_of(petition_id)


def _petition(row: PetitionRow) -> Petition:
    return Petition(
        id=row.id, unit=row.unit, code=row.code, kind=PetitionKind(row.kind), received_on=row.received_on,
        handler=row.handler, compartment=row.compartment,
    )  # fmt: skip
