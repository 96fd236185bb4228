"""Discipline and other measures, from the acts that record them."""

from baro.records.models.discipline import DisciplineRow, MeasureRow
from baro.records.projections.organisation import day
from baro.records.projections.registry import projects
from baro.rules.observed.entries import Entry

_DECIDED = ("unit", "person", "person_unit", "category", "form", "decision", "origin")
_TAKEN = ("unit", "kind", "state", "object", "person", "origin")


@projects("discipline.decided")
def decided(entry: Entry) -> None:
    """A person was disciplined."""
    data = entry.data
    DisciplineRow.objects.whole().create(
        id=data["discipline"], decided_on=day(data["decided_on"]), **{name: data[name] for name in _DECIDED}
    )


@projects("measure.recorded")
def measure_recorded(entry: Entry) -> None:
    """A measure that is no discipline was proposed or taken."""
    data = entry.data
    MeasureRow.objects.whole().create(
        id=data["measure"], taken_on=day(data["taken_on"]), **{name: data[name] for name in _TAKEN}
    )


@projects("measure.carried_out")
def carried_out(entry: Entry) -> None:
    """A measure that was proposed has been carried out."""
    MeasureRow.objects.whole().filter(pk=entry.data["measure"]).update(
        state="done", taken_on=day(entry.data["taken_on"])
    )
