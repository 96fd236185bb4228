"""Inspections within a scope: what an unannounced one holds is counted for nobody outside its compartment."""

from collections.abc import Collection
from datetime import date

from baro.records.models.inspections import InspectionRow, InspectionRunRow
from baro.rules.prescribed.policy.scopes import Scope


def count_runs(scope: Scope, units: Collection[str], first: date, last: date) -> int:
    """How many runs (lượt) the bodies made from day to day, both included, by the days that count."""
    return InspectionRunRow.objects.within(scope).filter(unit__in=units, counts_on__range=(first, last)).count()


def is_inspection(inspection: str, scope: Scope) -> bool:
    """Whether somebody may know of an inspection of this id."""
    return InspectionRow.objects.within(scope).filter(pk=inspection).exists()
