"""Discipline and other measures, from the acts that record them."""

from collections.abc import Iterator
from datetime import date

from baro.records.models.discipline import DisciplineRow, MeasureRow
from baro.records.projections.registry import gives_rows
from baro.records.projections.row_statements import RowChange, change, row
from baro.rules.judged.late_entry import counts_on
from baro.rules.observed.entries import Entry

_DECIDED = ("unit", "person", "person_unit", "category", "form", "decision", "origin")
_TAKEN = ("unit", "kind", "state", "object", "person", "origin")


@gives_rows("discipline.decided")
def decided(entry: Entry) -> Iterator[RowChange]:
    """A person was disciplined."""
    data = entry.data
    yield row(
        DisciplineRow, id=data["discipline"], **_days("decided_on", entry), **{name: data[name] for name in _DECIDED}
    )


@gives_rows("measure.recorded")
def measure_recorded(entry: Entry) -> Iterator[RowChange]:
    """A measure that is no discipline was proposed or taken."""
    data = entry.data
    yield row(MeasureRow, id=data["measure"], **_days("taken_on", entry), **{name: data[name] for name in _TAKEN})


@gives_rows("measure.carried_out")
def carried_out(entry: Entry) -> Iterator[RowChange]:
    """A measure that was proposed has been carried out."""
    yield change(MeasureRow, entry.data["measure"], state="done", **_days("taken_on", entry))


def _days(name: str, entry: Entry) -> dict[str, date]:
    """The day as told, and the day that counts."""
    on = date.fromisoformat(entry.data[name])
    return {name: on, "counts_on": counts_on(on, entry)}
