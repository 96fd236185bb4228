"""The register of processes. Inside the authority it is no secret, so it is read without a scope."""

from collections.abc import Collection
from datetime import date

from django.db.models import Count, Q

from baro.records.models.processes import ProcessRow
from baro.rules.prescribed.work_processes import Approval, RegisterKind


def approval(process: str) -> Approval | None:
    """The process of this id."""
    row = ProcessRow.objects.filter(pk=process).first()
    return None if row is None else _approval(row)


def approvals(unit: str, kind: RegisterKind = RegisterKind.INTERNAL) -> tuple[Approval, ...]:
    """The processes that a body approved, by code."""
    rows = ProcessRow.objects.filter(unit=unit, kind=kind.value).order_by("code", "id")
    return tuple(map(_approval, rows))


def count_in_force(units: Collection[str], kind: RegisterKind, on: date) -> dict[str, int]:
    """How many processes of a kind each of the bodies has in force on a day, by the days that count; bodies without any are left out."""
    held = Q(approved_counts_on__lte=on) & (Q(last_on=None) | Q(last_on__gte=on))
    rows = ProcessRow.objects.filter(held, unit__in=units, kind=kind.value)
    return dict(rows.order_by("unit").values_list("unit").annotate(Count("id")))


def linked_approvals() -> tuple[Approval, ...]:
    """The procedures that several bodies handle, by code."""
    rows = ProcessRow.objects.filter(kind=RegisterKind.LINKED.value).order_by("code", "id")
    return tuple(map(_approval, rows))


def names_of_processes() -> dict[str, str]:
    """How the procedures that several bodies handle are called, by id."""
    return {one.id: one.name for one in linked_approvals()}


def known_processes() -> frozenset[str]:
    """The ids of all processes in the register."""
    return frozenset(ProcessRow.objects.values_list("id", flat=True))


def _approval(row: ProcessRow) -> Approval:
    return Approval(
        id=row.id, unit=row.unit, kind=RegisterKind(row.kind), code=row.code, name=row.name, decision=row.decision,
        approved_on=row.approved_on, published_on=row.published_on,
    )  # fmt: skip
