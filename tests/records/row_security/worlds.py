"""Small worlds of scoped rows, whatever the table: each subject becomes a row where its `Scoping` says."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.apps import apps
from django.db import models

from baro.records.models import CaseConflict, DossierReachRow
from baro.rules.prescribed.policy.standing import Subject

AT = datetime(2026, 3, 2, tzinfo=UTC)
SCOPED = [model for model in apps.get_models() if hasattr(model, "SCOPING")]
_PLAIN = {
    models.CharField: "x",
    models.DateField: date(2026, 3, 2),
    models.DateTimeField: AT,
    models.BooleanField: False,
}


def fill(model: type[models.Model], subjects: Sequence[Subject]) -> list[models.Model]:
    """Put these rows in the table, and no others, with those whom they accuse."""
    model.objects.whole().delete()
    CaseConflict.objects.all().delete()
    rows = [_row(model, place, told) for place, told in enumerate(subjects)]
    accused = [
        CaseConflict(id=f"c{n}-{k}", subject=row.pk, person=a.person, unit=a.unit, is_head=a.is_head, declared_at=AT)
        for n, (row, told) in enumerate(zip(rows, subjects, strict=True))
        for k, a in enumerate(told.accused)
    ]
    CaseConflict.objects.bulk_create(accused)
    DossierReachRow.objects.all().delete()
    if model.SCOPING.reach:
        DossierReachRow.objects.bulk_create(_reach(rows, subjects, model.SCOPING.reach))
    return model.objects.whole().bulk_create(rows)


def _reach(rows: Sequence[models.Model], subjects: Sequence[Subject], column: str) -> list[DossierReachRow]:
    told = (
        (getattr(row, column), kind, who)
        for row, subject in zip(rows, subjects, strict=True)
        for kind, several in (("body", subject.parts), ("person", subject.holders))
        for who in several
    )
    return [DossierReachRow(id=f"{d}|{kind}|{who}", kind=kind, who=who, dossier=d) for d, kind, who in told]


def _row(model: type[models.Model], place: int, told: Subject) -> models.Model:
    scoping = model.SCOPING
    values: dict[str, Any] = {f.attname: _value(f) for f in model._meta.concrete_fields if not f.has_default()}
    values |= dict.fromkeys(_told_apart_by(model), place)
    values |= {scoping.unit: told.unit, "id": told.id if place == 0 else f"{told.id}-{place}"}
    if scoping.reach:
        values[scoping.reach] = values["id"]
    if scoping.holder:
        values[scoping.holder] = told.holder
    if scoping.kind and told.matter in scoping.apart:
        values[scoping.kind] = told.matter
    if scoping.compartment:
        values[scoping.compartment] = told.compartment
    return model(**values)


def _told_apart_by(model: type[models.Model]) -> set[str]:
    """The numbers of which no two rows have the same."""
    named = {name for one in model._meta.constraints if isinstance(one, models.UniqueConstraint) for name in one.fields}
    return {name for name in named if isinstance(model._meta.get_field(name), models.IntegerField)}


def _value(field: models.Field) -> Any:
    return None if field.null else next((v for kind, v in _PLAIN.items() if type(field) is kind), 0)
