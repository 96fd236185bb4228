"""Discipline and other measures within a scope. What is no discipline is never counted as discipline."""

from collections.abc import Collection
from datetime import date

from baro.records.ledger.heads import hold
from baro.records.models.discipline import DisciplineRow, MeasureRow
from baro.rules.prescribed.discipline import Form, Measure, MeasureState
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.staff import StaffCategory


def count_disciplined(
    scope: Scope, units: Collection[str], first: date, last: date, *,
    category: StaffCategory | None = None, form: Form | None = None,
) -> int:  # fmt: skip
    """How many decisions the bodies made from day to day, of one category of staff or form if asked."""
    rows = DisciplineRow.objects.within(scope).filter(unit__in=units, counts_on__range=(first, last))
    if category is not None:
        rows = rows.filter(category=category.value)
    return (rows if form is None else rows.filter(form=form.value)).count()


def count_measures(scope: Scope, units: Collection[str], first: date, last: date, kind: Measure) -> int:
    """How many measures of a kind the bodies proposed or took from day to day."""
    rows = MeasureRow.objects.within(scope).filter(kind=kind.value)
    return rows.filter(unit__in=units, counts_on__range=(first, last)).count()


def measure_state(measure: str, scope: Scope, held: Collection[str] = ()) -> MeasureState | None:
    """How far a measure is; None if nobody knows of it here. On the streams that are `held` nobody else records anything
    from before it is read until this transaction ends."""
    rows, _ = MeasureRow.objects.each((measure,), scope, first=hold(held))
    return MeasureState(rows[measure].state) if measure in rows else None


def known_decisions(scope: Scope) -> frozenset[str]:
    """The ids of all decisions of discipline in a scope."""
    return frozenset(DisciplineRow.objects.within(scope).values_list("id", flat=True))
