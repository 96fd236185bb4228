"""How many dossiers there are, within a scope."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Max, Sum

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
    """How many dossiers of each `TimeClass` there are, as the deliveries counted them."""
    sums = TABLES[work].counts.objects.within(scope).aggregate(**{name: Sum(name) for name in COLUMN_OF.values()})
    return {int(kind): n for kind, name in COLUMN_OF.items() if (n := sums[name])}


def judged_as_of(scope: Scope, work: WorkKind = WorkKind.PROCEDURE) -> datetime | None:
    """The latest moment as of which any was judged; None if there is none."""
    found: datetime | None = TABLES[work].counts.objects.within(scope).aggregate(last=Max("as_of"))["last"]
    return found


def how_many(scope: Scope, asked: Asked, counts: Mapping[int, int]) -> int:
    """How many dossiers are asked for; `counts` as in `by_time_class`: where nothing but classes is asked, they tell it."""
    if asked != Asked(work=asked.work, classes=asked.classes):
        return count(scope, asked)
    return sum(counts.get(k, 0) for k in asked.classes) if asked.classes else sum(counts.values())
