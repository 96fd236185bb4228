"""The register of processes, from the acts that approve, publish and retire them."""

from datetime import date

from baro.records.models.processes import ProcessRow
from baro.records.projections.organisation import day
from baro.records.projections.registry import projects
from baro.rules.judged.late_entry import counts_on
from baro.rules.observed.entries import Entry

_AS_TOLD = ("unit", "kind", "code", "name", "decision")


@projects("process.approved")
def approved(entry: Entry) -> None:
    """A body approved a process."""
    data = entry.data
    approved_on = date.fromisoformat(data["approved_on"])
    ProcessRow.objects.create(
        id=data["process"],
        approved_on=approved_on,
        approved_counts_on=counts_on(approved_on, entry),
        published_on=day(data["published_on"]),
        **{name: data[name] for name in _AS_TOLD},
    )


@projects("process.published")
def published(entry: Entry) -> None:
    """An approved process was made public."""
    ProcessRow.objects.filter(pk=entry.data["process"]).update(published_on=day(entry.data["on"]))


@projects("process.retired")
def retired(entry: Entry) -> None:
    """A process holds no longer than to a day."""
    ProcessRow.objects.filter(pk=entry.data["process"]).update(last_on=day(entry.data["last"]))
