"""How many dossiers there are, within a scope."""

from datetime import datetime

from django.db.models import Max

from baro.records.models.dossiers import Dossier
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.zones import VIETNAM, local_time


def received_in_last_year(scope: Scope) -> int | None:
    """How many dossiers were received in the last calendar year of which any is held; None if none is."""
    rows = Dossier.objects.within(scope)
    last = rows.filter(received_at__isnull=False).order_by("-received_at").values_list("received_at", flat=True).first()
    if last is None:
        return None
    last = local_time(last, VIETNAM)
    begins = datetime(last.year, 1, 1, tzinfo=last.tzinfo)  # nothing is later than the last
    return rows.filter(received_at__gte=begins).count()


def by_time_class(scope: Scope) -> dict[int, int]:
    """How many dossiers of each `TimeClass` there are. Counted one by one: an index tells each, where a sum by group would
    sort them all."""
    rows = Dossier.objects.within(scope).order_by()
    counts = {int(kind): rows.filter(time_class=kind).count() for kind in TimeClass}
    return {kind: n for kind, n in counts.items() if n}


def judged_as_of(scope: Scope) -> datetime | None:
    """The latest moment as of which any was judged; None if there is none."""
    found: datetime | None = Dossier.objects.within(scope).aggregate(last=Max("as_of"))["last"]
    return found
