"""The register of processes, from the acts that approve, publish and retire them."""

from collections.abc import Iterator
from datetime import date

from baro.records.models.processes import ProcessAcknowledgedRow, ProcessRow
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.organisation import day
from baro.records.projections.registry import gives_rows, projects
from baro.records.projections.row_statements import RowChange, change, row
from baro.rules.judged.late_entry import counts_on
from baro.rules.observed.entries import Entry

_AS_TOLD = ("unit", "kind", "code", "name", "decision", "version", "annex", "bases", "table", "replaces")


@gives_rows("process.approved")
def approved(entry: Entry) -> Iterator[RowChange]:
    """A body approved a process."""
    data = entry.data
    approved_on = date.fromisoformat(data["approved_on"])
    yield row(
        ProcessRow,
        id=data["process"],
        approved_on=approved_on,
        approved_counts_on=counts_on(approved_on, entry),
        published_on=day(data["published_on"]),
        review_by=day(data["review_by"]),
        signer=entry.personal.get("signer") or "",
        **{name: data[name] for name in _AS_TOLD},
    )


@gives_rows("process.published")
def published(entry: Entry) -> Iterator[RowChange]:
    """An approved process was made public."""
    yield change(
        ProcessRow,
        entry.data["process"],
        published_on=day(entry.data["on"]),
        channel=entry.data["channel"],
        proof=entry.data["proof"],
    )


@gives_rows("process.acknowledged")
def acknowledged(entry: Entry) -> Iterator[RowChange]:
    """Somebody said that they know a process."""
    yield row(
        ProcessAcknowledgedRow,
        id=entry.id,
        process=entry.data["process"],
        person=entry.actor,
        said_at=entry.recorded_at,
    )


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """Who signed an approval was erased."""
    kind, key = erased_stream(entry)
    if kind == "process":
        project_again(entry, ProcessRow.objects.filter(pk=key))


@gives_rows("process.retired")
def retired(entry: Entry) -> Iterator[RowChange]:
    """A process holds no longer than to a day."""
    yield change(ProcessRow, entry.data["process"], last_on=day(entry.data["last"]))
