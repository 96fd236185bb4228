"""How dossiers of a procedure received in a span went on: counted from their judged states, within a scope."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from django.db.models import Avg, Count, DurationField, ExpressionWrapper, F, QuerySet

from baro.records.models.dossiers import DossierColumns
from baro.records.queries.dossier_lists import Asked, Span, matching
from baro.records.row_security.session import reading
from baro.rules.counted.days import begin_of
from baro.rules.counted.effects import EffectSide
from baro.rules.counted.indicators.indicator import HIDDEN_BELOW
from baro.rules.judged.deadlines.classes import IN_TIME, TimeClass
from baro.rules.prescribed.policy.scopes import Scope

_DAY = timedelta(days=1)
_OPEN = (TimeClass.PENDING_ON_TIME, TimeClass.PENDING_LATE)


def asked_received(span: Span) -> Mapping[str, Asked]:
    """Say which dossiers received in a span each count counts, by its name."""
    return {
        "received": Asked(received=span),
        "in_time": Asked(received=span, classes=tuple(map(int, IN_TIME))),
        "late": Asked(received=span, classes=(int(TimeClass.LATE),)),
        "open": Asked(received=span, classes=tuple(map(int, _OPEN))),
    }


def received_side(scope: Scope, base: Asked, first: date, end: date) -> EffectSide:
    """Count the dossiers asked for (of a procedure) received from a day on, before another."""
    span = (begin_of(first), begin_of(end))
    asked = {
        name: replace(base, received=one.received, classes=one.classes) for name, one in asked_received(span).items()
    }
    with reading():
        rows = matching(scope, asked["received"]).order_by()
        by_class = dict(rows.values_list("time_class").annotate(Count("id")))
        lasted = rows.filter(ended_at__isnull=False).annotate(_took=_TOOK)
        told = lasted.aggregate(n=Count("id"), mean=Avg("_took"))
        is_enough = told["n"] >= HIDDEN_BELOW
        median = _median(lasted, told["n"]) if is_enough else None
    counts = {name: sum(by_class.get(k, 0) for k in one.classes) for name, one in asked.items() if one.classes}
    return EffectSide(
        first=first, end=end, received=sum(by_class.values()), ended=told["n"], median=median,
        mean=told["mean"] / _DAY if is_enough else None, **counts,
    )  # fmt: skip


_TOOK = ExpressionWrapper(F("ended_at") - F("received_at"), output_field=DurationField())


def _median(rows: QuerySet[DossierColumns], count: int) -> float:
    middle: list[timedelta] = list(
        rows.order_by("_took").values_list("_took", flat=True)[(count - 1) // 2 : count // 2 + 1]
    )
    return sum(middle, timedelta()) / len(middle) / _DAY
