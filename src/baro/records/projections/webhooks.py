"""Rows of subscriptions, from the acts of adding and ending them."""

from collections.abc import Iterator

from baro.records.models.webhooks import WebhookRow
from baro.records.projections.registry import gives_rows
from baro.records.projections.row_statements import RowChange, change, row
from baro.rules.observed.entries import Entry


@gives_rows("webhook.added")
def added(entry: Entry) -> Iterator[RowChange]:
    """A program is told of what happens from now on."""
    data = entry.data
    yield row(
        WebhookRow, id=data["webhook"], account=data["account"], url=data["url"], kinds=" ".join(data["kinds"]),
        entry=entry.id, added_at=entry.occurred_at,
    )  # fmt: skip


@gives_rows("webhook.ended")
def ended(entry: Entry) -> Iterator[RowChange]:
    """A program is told no more."""
    yield change(WebhookRow, entry.data["webhook"], ended_at=entry.occurred_at)
