"""The register of processes, from the acts that approve, publish and retire them."""

from collections.abc import Iterator
from datetime import date

from baro.records.models.processes import ProcessRow
from baro.records.projections.organisation import day
from baro.records.projections.registry import gives_rows
from baro.records.projections.row_statements import RowChange, change, row
from baro.rules.judged.late_entry import counts_on
from baro.rules.observed.entries import Entry

_AS_TOLD = ("unit", "kind", "code", "name", "decision")


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
        **{name: data[name] for name in _AS_TOLD},
    )


@gives_rows("process.published")
def published(entry: Entry) -> Iterator[RowChange]:
    """An approved process was made public."""
    yield change(ProcessRow, entry.data["process"], published_on=day(entry.data["on"]))


@gives_rows("process.retired")
def retired(entry: Entry) -> Iterator[RowChange]:
    """A process holds no longer than to a day."""
    yield change(ProcessRow, entry.data["process"], last_on=day(entry.data["last"]))
