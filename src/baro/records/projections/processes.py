"""The register of processes, from the acts that approve, publish and retire them."""

from collections.abc import Iterator

from baro.records.models.processes import ProcessRow
from baro.records.projections.organisation import day
from baro.records.projections.registry import gives_rows
from baro.records.projections.row_statements import change, row
from baro.records.round_trips import Sql
from baro.rules.observed.entries import Entry

_AS_TOLD = ("unit", "kind", "code", "name", "decision")


@gives_rows("process.approved")
def approved(entry: Entry) -> Iterator[Sql]:
    """A body approved a process."""
    data = entry.data
    yield row(
        ProcessRow,
        id=data["process"],
        approved_on=day(data["approved_on"]),
        published_on=day(data["published_on"]),
        **{name: data[name] for name in _AS_TOLD},
    )


@gives_rows("process.published")
def published(entry: Entry) -> Iterator[Sql]:
    """An approved process was made public."""
    yield change(ProcessRow, entry.data["process"], published_on=day(entry.data["on"]))


@gives_rows("process.retired")
def retired(entry: Entry) -> Iterator[Sql]:
    """A process holds no longer than to a day."""
    yield change(ProcessRow, entry.data["process"], last_on=day(entry.data["last"]))
