"""The catalogue of procedures. What is published is no secret, so it is read without a scope."""

from collections.abc import Collection
from datetime import date

from django.db.models import Count, Max, Q

from baro.records.models.procedures import ProcedureRow
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.procedures import Channel, ChannelTerms, Procedure, PublishedVersion


def procedures_on(day: date) -> tuple[PublishedVersion, ...]:
    """The versions in force on a day, by code."""
    held = Q(valid_from__lte=day) & (Q(last_on=None) | Q(last_on__gte=day))
    return tuple(map(_version, ProcedureRow.objects.filter(held).order_by("code")))


def latest_procedures() -> dict[str, PublishedVersion]:
    """The newest version of each procedure, by code."""
    return {row.code: _version(row) for row in ProcedureRow.objects.filter(last_on=None)}


def procedure_names(codes: Collection[str]) -> dict[str, str]:
    """How procedures are called now, by code; one that the catalogue does not hold is left out."""
    rows = ProcedureRow.objects.filter(code__in=codes, last_on=None) if codes else ProcedureRow.objects.none()
    return dict(rows.values_list("code", "name"))


def versions_of(code: str) -> tuple[PublishedVersion, ...]:
    """All versions of a procedure, the newest first."""
    return tuple(map(_version, ProcedureRow.objects.filter(code=code).order_by("-version")))


def stamp_of_procedures() -> tuple[int, date | None]:
    """What changes whenever the catalogue does: how many versions there are, and the newest day."""
    told = ProcedureRow.objects.aggregate(n=Count("id"), last=Max("valid_from"))
    return told["n"], told["last"]


def _version(row: ProcedureRow) -> PublishedVersion:
    return PublishedVersion(
        id=row.id, version=row.version, valid_from=row.valid_from, last=row.last_on,
        procedure=Procedure(
            code=row.code, name=row.name, decision=row.decision, field=row.field, levels=tuple(row.levels),
            channels=tuple(map(_terms, row.channels)), steps=row.steps, agencies=row.agencies, bases=tuple(row.bases),
        ),
    )  # fmt: skip


def _terms(told: list[str]) -> ChannelTerms:
    channel, written, value, unit, fee, more = told
    limit = Duration(int(value), Unit(unit)) if unit else None
    return ChannelTerms(channel=Channel(channel), written=written, limit=limit, fee=fee, more=more)
