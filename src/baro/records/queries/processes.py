"""The register of processes. Inside the authority it is no secret, so it is read without a scope."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from baro.records.models.processes import ProcessAcknowledgedRow, ProcessRow
from baro.records.queries.by_key import by_key
from baro.rules.prescribed.work_processes import Approval, RegisterKind


def approval(process: str) -> Approval | None:
    """The process of this id."""
    row = by_key(ProcessRow.objects, process).first()
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """A version of a process as the register holds it; `last_on` its last day, `channel` and `proof` of its publication."""

    approval: Approval
    last_on: date | None
    channel: str
    proof: str

    def holds_on(self, on: date) -> bool:
        """Say whether it is in force on a day."""
        return self.approval.approved_on <= on and (self.last_on is None or on <= self.last_on)


def registered() -> tuple[Registered, ...]:
    """Every version of every process, by body, code and day of approval."""
    rows = ProcessRow.objects.order_by("unit", "code", "approved_on", "id")
    return tuple(map(_registered, rows))


def registered_one(process: str) -> Registered | None:
    """The version of this id."""
    row = by_key(ProcessRow.objects, process).first()
    return None if row is None else _registered(row)


def acknowledgements(process: str) -> frozenset[str]:
    """Who said that they know a version of a process."""
    return frozenset(ProcessAcknowledgedRow.objects.filter(process=process).values_list("person", flat=True))


def _registered(row: ProcessRow) -> Registered:
    return Registered(approval=_approval(row), last_on=row.last_on, channel=row.channel, proof=row.proof)


def known_processes() -> frozenset[str]:
    """The ids of all processes in the register."""
    return frozenset(ProcessRow.objects.values_list("id", flat=True))


def _approval(row: ProcessRow) -> Approval:
    return Approval(
        id=row.id, unit=row.unit, kind=RegisterKind(row.kind), code=row.code, name=row.name, decision=row.decision,
        approved_on=row.approved_on, published_on=row.published_on, version=row.version, signer=row.signer,
        annex=row.annex, bases=row.bases, table=row.table, replaces=row.replaces, review_by=row.review_by,
    )  # fmt: skip
