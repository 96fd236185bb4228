"""Refusals by the policy, as rows."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count

from baro.records.models.denials import DenialRow
from baro.rules.counted.days import begin_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """Who was refused what operation, when; `unit` is a body in which they serve."""

    at: datetime
    person: str
    unit: str
    operation: str


def denials(units: Collection[str], first: date, last: date, most: int) -> list[Denial]:
    """Give the refusals of people of these bodies over some days, the latest first."""
    rows = DenialRow.objects.filter(unit__in=units, at__gte=begin_of(first), at__lt=begin_of(last + timedelta(days=1)))
    found = rows.order_by("-at", "-id")[:most]
    return [Denial(at=row.at, person=row.person, unit=row.unit, operation=row.operation) for row in found]


def count_denials(units: Collection[str], first: date, last: date) -> int:
    """Count them."""
    rows = DenialRow.objects.filter(unit__in=units, at__gte=begin_of(first), at__lt=begin_of(last + timedelta(days=1)))
    return rows.count()


def units_of_denials() -> frozenset[str]:
    """Give the bodies of which refusals are kept."""
    return frozenset(DenialRow.objects.values_list("unit").annotate(Count("id")).values_list("unit", flat=True))
