"""Campaigns of review, from the acts that tell of them."""

from collections.abc import Iterator
from datetime import date

from baro.records.models.reviews import ReviewCampaignRow, ReviewResultRow
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.registry import gives_rows, projects
from baro.records.projections.row_statements import RowChange, row
from baro.rules.observed.entries import Entry

_CAMPAIGN = ("unit", "name", "document", "processes")


@gives_rows("review.begun")
def begun(entry: Entry) -> Iterator[RowChange]:
    """A campaign was laid down."""
    data = entry.data
    days = {name: date.fromisoformat(data[name]) for name in ("begins_on", "due_on")}
    told = {name: data[name] for name in _CAMPAIGN}
    yield row(
        ReviewCampaignRow, id=data["campaign"], **told, **days, recorded_at=entry.recorded_at, recorded_by=entry.actor
    )


@gives_rows("review.found")
def found(entry: Entry) -> Iterator[RowChange]:
    """Processes were looked at, and the same was found of all of them."""
    data = entry.data
    for number, process in enumerate(data["processes"], data["number"]):
        yield row(
            ReviewResultRow, id=f"{data['campaign']}:{number}", campaign=data["campaign"], number=number, process=process,
            found=data["found"], words=entry.personal.get("words") or "", found_on=date.fromisoformat(data["on"]),
            recorded_by=entry.actor,
        )  # fmt: skip


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """What was said was erased."""
    kind, key = erased_stream(entry)
    if kind == "review":
        project_again(entry, ReviewCampaignRow.objects.filter(pk=key), ReviewResultRow.objects.filter(campaign=key))
