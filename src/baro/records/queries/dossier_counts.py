"""How many dossiers there are, within a scope."""

from zoneinfo import ZoneInfo

from django.db.models import Max
from django.db.models.functions import ExtractYear

from baro.records.models.dossiers import Dossier
from baro.rules.prescribed.policy.scopes import Scope

_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def received_in_last_year(scope: Scope) -> int | None:
    """How many dossiers were received in the last calendar year of which any is held; None if none is."""
    rows = Dossier.objects.within(scope).annotate(year=ExtractYear("received_at", tzinfo=_ZONE))
    last = rows.aggregate(last=Max("year"))["last"]
    return None if last is None else rows.filter(year=last).count()
