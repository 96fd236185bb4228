"""How many dossiers there are, within a scope."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Q, QuerySet, Sum

from baro.records.models.dossier_tables import TABLES
from baro.records.models.dossiers import Dossier
from baro.records.queries.dossier_lists import Asked, count
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.work_kinds import WorkKind
from baro.rules.prescribed.zones import VIETNAM, local_time

COLUMN_OF = {kind: kind.name.lower() for kind in TimeClass}
"""In which column each class in time is counted."""


def received_in_last_year(scope: Scope) -> int | None:
    """How many dossiers were received in the last calendar year of which any is held; None if none is."""
    rows = Dossier.objects.within(scope)
    last = rows.filter(received_at__isnull=False).order_by("-received_at").values_list("received_at", flat=True).first()
    if last is None:
        return None
    last = local_time(last, VIETNAM)
    begins = datetime(last.year, 1, 1, tzinfo=last.tzinfo)  # nothing is later than the last
    return rows.filter(received_at__gte=begins).count()


def by_time_class(scope: Scope, work: WorkKind = WorkKind.PROCEDURE) -> dict[int, int]:
    """How many dossiers of each `TimeClass` there are: those of whole bodies as the deliveries counted them, the others, which
    are somebody's or a part's, counted now."""
    sums = TABLES[work].counts.objects.within(scope).aggregate(**{name: Sum(name) for name in COLUMN_OF.values()})
    found = {int(kind): n for kind, name in COLUMN_OF.items() if (n := sums[name])}
    rows = _besides(scope, work)
    if rows is not None:
        for kind, n in rows.order_by().values("time_class").annotate(_n=Count("*")).values_list("time_class", "_n"):
            found[kind] = found.get(kind, 0) + n
    return found


def judged_as_of(scope: Scope, work: WorkKind = WorkKind.PROCEDURE) -> datetime | None:
    """The latest moment as of which any was judged; None if there is none."""
    found: datetime | None = TABLES[work].counts.objects.within(scope).aggregate(last=Max("as_of"))["last"]
    rows = _besides(scope, work)
    besides = None if rows is None else rows.aggregate(last=Max("as_of"))["last"]
    return max((at for at in (found, besides) if at is not None), default=None)


def _besides(scope: Scope, work: WorkKind) -> QuerySet[Any] | None:
    """The dossiers within a scope of which no count of a body tells; None where there can be none."""
    if not any(part.parts or part.in_hands for part in scope.parts):
        return None
    rows: QuerySet[Any] = TABLES[work].rows.objects.within(scope.besides)
    for part in scope.parts:
        counted = Q(body__in=sorted(part.units))
        rows = rows.exclude(~counted if part.all_but else counted)
    return rows


def how_many(scope: Scope, asked: Asked, counts: Mapping[int, int]) -> int:
    """How many dossiers are asked for; `counts` as in `by_time_class`: where nothing but classes is asked, they tell it."""
    if asked != Asked(work=asked.work, classes=asked.classes):
        return count(scope, asked)
    return sum(counts.get(k, 0) for k in asked.classes) if asked.classes else sum(counts.values())
