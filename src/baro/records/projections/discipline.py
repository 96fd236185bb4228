"""Discipline and other measures, from the acts that record them."""

from datetime import date

from baro.records.models.discipline import DisciplineRow, MeasureRow
from baro.records.projections.registry import projects
from baro.rules.judged.late_entry import counts_on
from baro.rules.observed.entries import Entry

_DECIDED = ("unit", "person", "person_unit", "category", "form", "decision", "origin")
_TAKEN = ("unit", "kind", "state", "object", "person", "origin")


@projects("discipline.decided")
def decided(entry: Entry) -> None:
    """A person was disciplined."""
    data = entry.data
    DisciplineRow.objects.whole().create(
        id=data["discipline"], **_days("decided_on", entry), **{name: data[name] for name in _DECIDED}
    )


@projects("measure.recorded")
def measure_recorded(entry: Entry) -> None:
    """A measure that is no discipline was proposed or taken."""
    data = entry.data
    MeasureRow.objects.whole().create(
        id=data["measure"], **_days("taken_on", entry), **{name: data[name] for name in _TAKEN}
    )


@projects("measure.carried_out")
def carried_out(entry: Entry) -> None:
    """A measure that was proposed has been carried out."""
    MeasureRow.objects.whole().filter(pk=entry.data["measure"]).update(state="done", **_days("taken_on", entry))


def _days(name: str, entry: Entry) -> dict[str, date]:
    """The day as told, and the day that counts."""
    on = date.fromisoformat(entry.data[name])
    return {name: on, "counts_on": counts_on(on, entry)}
