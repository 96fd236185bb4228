"""Inspections and their runs, from the acts that record them."""

from collections.abc import Iterator
from datetime import date

from baro.records.models.inspections import InspectionRow, InspectionRunRow
from baro.records.projections.registry import gives_rows
from baro.records.projections.row_statements import RowChange, row
from baro.rules.judged.late_entry import counts_on
from baro.rules.observed.entries import Entry

_SHARED = ("kind", "unit", "compartment")


@gives_rows("inspection.recorded")
def recorded(entry: Entry) -> Iterator[RowChange]:
    """An inspection took place, with its runs."""
    data = entry.data
    shared = {name: data[name] for name in _SHARED}
    yield row(InspectionRow, id=data["inspection"], decision=data["decision"], is_planned=data["is_planned"], **shared)
    for run in data["runs"]:
        visited_on = date.fromisoformat(run["visited_on"])
        yield row(
            InspectionRunRow,
            id=run["id"],
            inspection=data["inspection"],
            object=run["object"],
            visited_on=visited_on,
            counts_on=counts_on(visited_on, entry),
            **shared,
        )
