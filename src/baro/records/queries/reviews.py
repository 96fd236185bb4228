"""Campaigns of review. Inside the authority they are no secret, so they are read without a scope."""

from collections.abc import Collection

from django.db.models import QuerySet

from baro.records.ledger.heads import hold
from baro.records.models.reviews import ReviewCampaignRow, ReviewResultRow
from baro.records.queries.by_key import by_key
from baro.records.round_trips import ask
from baro.rules.observed.reviews import Campaign, Found, ReviewResult


def campaigns() -> tuple[Campaign, ...]:
    """All campaigns, the last begun first."""
    return _read(ReviewCampaignRow.objects.order_by("-begins_on", "id"))


def campaign(campaign_id: str, held: Collection[str] = ()) -> Campaign | None:
    """One campaign. On the streams that are `held` nobody else records anything until this transaction ends."""
    if locks := hold(held):
        ask(*locks)
    return next(iter(_read(by_key(ReviewCampaignRow.objects, campaign_id))), None)


def _read(rows: QuerySet[ReviewCampaignRow]) -> tuple[Campaign, ...]:
    found = list(rows)
    results: dict[str, list[ReviewResult]] = {}
    for row in ReviewResultRow.objects.filter(campaign__in=[one.id for one in found]).order_by("number"):
        told = ReviewResult(
            process=row.process, found=Found(row.found), words=row.words, on=row.found_on, recorded_by=row.recorded_by
        )
        results.setdefault(row.campaign, []).append(told)
    return tuple(
        Campaign(
            id=row.id, unit=row.unit, name=row.name, document=row.document, begins_on=row.begins_on, due_on=row.due_on,
            processes=tuple(row.processes), recorded_at=row.recorded_at, recorded_by=row.recorded_by,
            results=tuple(results.get(row.id, ())),
        )
        for row in found
    )  # fmt: skip
