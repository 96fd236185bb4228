"""Which deliveries, and which taking over of a source's telling, a dossier's content comes of."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from baro.records.models.dossier_tables import TABLES
from baro.records.models.imports import ImportAdoption, ImportBatch
from baro.records.row_security.session import reading
from baro.rules.prescribed.policy.scopes import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldBy:
    """A delivery, or (`number` is None) an adoption, with its entry of the ledger."""

    id: str
    entry: str
    number: int | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierDeliveries:
    """`held`: what made the content that is held; `first`: the first delivery that told the dossier; `last`: the last
    that told anything new of it."""

    source: str
    code: str
    held: str
    first: str
    last: str
    told_by: dict[str, ToldBy]

    @property
    def is_of_one(self) -> bool:
        """Say whether one delivery told all that is held, so that the numbers of rows are those of its file."""
        return self.held == self.first


def deliveries_of(scope: Scope, dossier_id: str) -> DossierDeliveries | None:
    """Give what a dossier's content comes of; None also where it lies outside the scope."""
    if "\0" in dossier_id:
        return None
    with reading():
        found = None
        for tables in TABLES.values():
            rows = tables.rows.objects.within(scope).filter(pk=dossier_id)
            found = found or rows.values("source", "code", "segment", "first_batch", "last_batch").first()
    if found is None:
        return None
    held, first, last = found["segment"], found["first_batch"], found["last_batch"]
    return DossierDeliveries(
        source=found["source"], code=found["code"], held=held, first=first, last=last,
        told_by=_told_by({held, first, last}),
    )  # fmt: skip


def _told_by(names: Collection[str]) -> dict[str, ToldBy]:
    batches = ImportBatch.objects.filter(pk__in=names).values_list("id", "entry", "number", "received_at")
    adopted = ImportAdoption.objects.filter(pk__in=names).values_list("id", "entry", "adopted_at")
    told = [ToldBy(id=pk, entry=entry, number=number, at=at) for pk, entry, number, at in batches]
    told += [ToldBy(id=pk, entry=entry, number=None, at=at) for pk, entry, at in adopted]
    return {one.id: one for one in told}
