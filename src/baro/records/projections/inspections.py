"""Inspections and their runs, from the acts that record them."""

from baro.records.models.inspections import InspectionRow, InspectionRunRow
from baro.records.projections.organisation import day
from baro.records.projections.registry import projects
from baro.rules.observed.entries import Entry

_SHARED = ("kind", "unit", "compartment")


@projects("inspection.recorded")
def recorded(entry: Entry) -> None:
    """An inspection took place, with its runs."""
    data = entry.data
    shared = {name: data[name] for name in _SHARED}
    InspectionRow.objects.whole().create(
        id=data["inspection"], decision=data["decision"], is_planned=data["is_planned"], **shared
    )
    for run in data["runs"]:
        InspectionRunRow.objects.whole().create(
            id=run["id"],
            inspection=data["inspection"],
            object=run["object"],
            visited_on=day(run["visited_on"]),
            **shared,
        )
