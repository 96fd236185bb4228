"""Directives with who took note of them. Inside the authority they are no secret, so they are read without a scope."""

from collections.abc import Iterable
from datetime import datetime

from baro.records.models.tasks import AcknowledgementRow, DirectiveRow
from baro.rules.observed.directives import Acknowledgement, Directive, Source


def directives() -> dict[str, Directive]:
    """All directives by id, the last signed first; those entered by mistake too."""
    return _read(DirectiveRow.objects.order_by("-signed_on", "-recorded_at", "id"), AcknowledgementRow.objects.all())


def directives_since(at: datetime) -> tuple[Directive, ...]:
    """The directives that were recorded at a moment or later, the last signed first; those entered by mistake too."""
    rows = list(DirectiveRow.objects.filter(recorded_at__gte=at).order_by("-signed_on", "-recorded_at", "id"))
    told = AcknowledgementRow.objects.filter(directive__in=[row.id for row in rows])
    return tuple(_read(rows, told).values())


def directive(directive_id: str) -> Directive | None:
    """One directive."""
    if "\0" in directive_id:
        return None
    told = AcknowledgementRow.objects.filter(directive=directive_id)
    return _read(DirectiveRow.objects.filter(id=directive_id), told).get(directive_id)


def _read(rows: Iterable[DirectiveRow], acknowledged: Iterable[AcknowledgementRow]) -> dict[str, Directive]:
    by_directive: dict[str, list[Acknowledgement]] = {}
    for one in acknowledged:
        told = Acknowledgement(
            unit=one.unit, on=one.acknowledged_on, recorded_at=one.recorded_at, recorded_by=one.recorded_by
        )
        by_directive.setdefault(one.directive, []).append(told)
    return {row.id: _directive(row, by_directive.get(row.id, [])) for row in rows}


def _directive(row: DirectiveRow, acknowledged: list[Acknowledgement]) -> Directive:
    return Directive(
        id=row.id, body=row.body, source=Source(row.source), number=row.number, signed_on=row.signed_on, issuer=row.issuer,
        subject=row.subject, implements=row.implements, addressees=tuple(row.addressees),
        acknowledge_by=row.acknowledge_by, recorded_at=row.recorded_at, recorded_by=row.recorded_by,
        acknowledged=tuple(sorted(acknowledged, key=lambda one: (one.on, one.unit))), withdrawn_at=row.withdrawn_at,
        withdrawn_for=row.withdrawn_for,
    )  # fmt: skip
