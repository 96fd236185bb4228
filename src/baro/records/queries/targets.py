"""Targets with their plans and reports. They are given in the open, so they are read without a scope."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import QuerySet

from baro.records.ledger.heads import hold
from baro.records.models.targets import TargetActualRow, TargetPlanRow, TargetRow
from baro.records.queries.by_key import by_key
from baro.records.round_trips import ask
from baro.rules.observed.targets import Actual, Direction, Revision, Target
from baro.rules.prescribed.amounts import of_plain
from baro.rules.prescribed.zones import VIETNAM, local_time


def targets_between(first: date, last: date) -> tuple[Target, ...]:
    """The targets whose period meets these days, by body, code and name; those withdrawn are left out."""
    rows = TargetRow.objects.filter(first_on__lte=last, last_on__gte=first, withdrawn_at=None)
    return _read(rows.order_by("body", "code", "name", "id"))


def target(target_id: str, held: Collection[str] = ()) -> Target | None:
    """One target. On the streams that are `held` nobody else records anything until this transaction ends."""
    if locks := hold(held):
        ask(*locks)
    return next(iter(_read(by_key(TargetRow.objects, target_id))), None)


def _read(rows: QuerySet[TargetRow]) -> tuple[Target, ...]:
    found = list(rows)
    ids = [row.id for row in found]
    plans: dict[str, list[Revision]] = {}
    for plan in TargetPlanRow.objects.filter(target__in=ids).order_by("number"):
        told = Revision(
            plan=of_plain(plan.plan), document=plan.document, recorded_on=_day(plan.recorded_at),
            recorded_by=plan.recorded_by,
        )  # fmt: skip
        plans.setdefault(plan.target, []).append(told)
    actuals: dict[str, list[Actual]] = {}
    for one in TargetActualRow.objects.filter(target__in=ids).order_by("number"):
        reached = Actual(
            upto=one.upto, value=of_plain(one.value), source=one.source, recorded_on=_day(one.recorded_at),
            recorded_by=one.recorded_by,
        )  # fmt: skip
        actuals.setdefault(one.target, []).append(reached)
    return tuple(_target(row, tuple(plans.get(row.id, ())), tuple(actuals.get(row.id, ()))) for row in found)


def _target(row: TargetRow, revisions: tuple[Revision, ...], actuals: tuple[Actual, ...]) -> Target:
    return Target(
        id=row.id, body=row.body, assigner=row.assigner, directive=row.directive, code=row.code, name=row.name, unit=row.unit,
        first=row.first_on, last=row.last_on, baseline=of_plain(row.baseline) if row.baseline else None,
        plan=of_plain(row.plan), direction=Direction(row.direction), source=row.source, recorded_at=row.recorded_at,
        recorded_by=row.recorded_by, revisions=revisions, actuals=actuals, withdrawn_at=row.withdrawn_at,
    )  # fmt: skip


def _day(at: datetime) -> date:
    return local_time(at, VIETNAM).date()
