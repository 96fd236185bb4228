"""What units did in a month or a part of one, counted from the dossiers; and the months that were counted before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from baro.records.models.dossier_tables import TABLES
from baro.records.models.dossiers import DossierColumns
from baro.records.queries.dossier_lists import Asked, Kept, Span, in_span
from baro.records.row_security.session import reading
from baro.rules.counted.ended import WITH_RESULT, WITHOUT_RESULT
from baro.rules.judged.deadlines.classes import IN_TIME, TimeClass
from baro.rules.judged.digitised import Copies, Copy, is_digitised
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.work_kinds import WorkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMonth:
    """A unit of a body, as the source writes it, and its counts in the month that begins with a day; as in `DossierMonth`."""

    body: str
    unit: str
    month: date
    received: int = 0
    ended: int = 0
    in_time: int = 0
    late: int = 0
    by_pause: int = 0
    without_result: int = 0
    with_result: int = 0
    digitised: int = 0
    reopened: int = 0
    signed: int = 0
    pushed: int = 0
    components: int = 0
    components_copied: int = 0
    components_reused: int = 0


COUNTS = tuple(f.name for f in fields(UnitMonth) if f.name not in ("body", "unit", "month"))
_COLUMNS = tuple(f.name for f in fields(UnitMonth))
_COMPONENTS = ("components", "components_copied", "components_reused")
_RECEIVED = {"_n": Count("*"), **{f"_{name}": Sum(name) for name in _COMPONENTS}}
_OF_RESULT = ("is_digitised", "result_copy", "result_pushed")


def asked_in(span: Span) -> Mapping[str, Asked]:
    """Say which dossiers each count of a span counts, by its name; `undigitised`: with a result and not digitised; those of
    components count papers, and say of which dossiers."""
    return {
        "received": Asked(received=span),
        "ended": Asked(ended=span),
        "in_time": Asked(ended=span, classes=tuple(map(int, IN_TIME))),
        "late": Asked(ended=span, classes=(int(TimeClass.LATE),)),
        "by_pause": Asked(ended=span, by_pause=True),
        "without_result": Asked(ended=span, ended_kinds=WITHOUT_RESULT),
        "with_result": Asked(ended=span, ended_kinds=WITH_RESULT),
        "digitised": Asked(ended=span, ended_kinds=WITH_RESULT, digitised=True),
        "undigitised": Asked(ended=span, ended_kinds=WITH_RESULT, digitised=False),
        "reopened": Asked(ended=span, reopened=True),
        "signed": Asked(ended=span, ended_kinds=WITH_RESULT, kept=Kept.SIGNED),
        "pushed": Asked(ended=span, ended_kinds=WITH_RESULT, kept=Kept.PUSHED),
        "components": Asked(received=span, kept=Kept.COMPONENTS),
        "components_copied": Asked(received=span, kept=Kept.COPIED),
        "components_uncopied": Asked(received=span, kept=Kept.UNCOPIED),
        "components_reused": Asked(received=span, kept=Kept.REUSED),
    }


def counted_months(scope: Scope, first: date, end: date, work: WorkKind = WorkKind.PROCEDURE) -> list[UnitMonth]:
    """Give the counts of whole months from one on, before another, within a scope of figures."""
    with reading():
        rows = TABLES[work].months.objects.within(scope).filter(month__gte=first, month__lt=end)
        return [UnitMonth(**row) for row in rows.values(*_COLUMNS)]


def counted_span(scope: Scope, month: date, span: Span, work: WorkKind = WorkKind.PROCEDURE) -> list[UnitMonth]:
    """Count a part of a month anew, within a scope of dossiers."""
    with reading():
        return month_counts(TABLES[work].rows.objects.within(scope), month, span)


def month_counts(rows: QuerySet[DossierColumns], month: date, span: Span) -> list[UnitMonth]:
    """Count what rows tell of a span: two walks, each along an index of moments that holds all that is asked for."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    by_unit = rows.order_by().annotate(_unit=Coalesce("unit", Value("")))
    received: QuerySet[Any, Any] = by_unit.filter(in_span("received_at", span)).values("body", "_unit")
    for body, unit, *counts in received.annotate(**_RECEIVED).values_list("body", "_unit", *_RECEIVED):
        _add(found, (body, unit), dict(zip(("received", *_COMPONENTS), counts, strict=True)))
    kinds = ("body", "_unit", "time_class", "ended_kind", "is_reopened", "in_time_by_pause", *_OF_RESULT)
    for body, unit, *told, n in _counted(by_unit.filter(in_span("ended_at", span)), *kinds):
        _add(found, (body, unit), _ended(*told, n))
    return [UnitMonth(body=body, unit=unit, month=month, **counts) for (body, unit), counts in found.items()]


def _counted(rows: QuerySet[Any], *by: str) -> Iterable[tuple[Any, ...]]:
    counted: QuerySet[Any, Any] = rows.values(*by).annotate(_n=Count("*")).values_list(*by, "_n")
    return counted


def _ended(
    time_class: int,
    ended_kind: int,
    is_reopened: bool,
    by_pause: bool,
    is_told: bool,
    result_copy: int,
    is_pushed: bool,
    n: int,
) -> dict[str, int]:
    copies = Copies(result_copy=Copy(result_copy), is_pushed=is_pushed)
    return {
        "ended": n,
        "in_time": n if time_class in IN_TIME else 0,
        "late": n if time_class == TimeClass.LATE else 0,
        "by_pause": n if by_pause else 0,
        "without_result": n if ended_kind in WITHOUT_RESULT else 0,
        "with_result": n if ended_kind in WITH_RESULT else 0,
        "reopened": n if is_reopened else 0,
        **{name: n for name, counts in result_counts(ended_kind, is_told, copies).items() if counts},
    }


def result_counts(ended_kind: int, is_told: bool, copies: Copies) -> dict[str, bool]:
    """Say among which counts of its month the result of an ended dossier is."""
    has = ended_kind in WITH_RESULT
    return {
        "digitised": has and is_digitised(is_told, copies),
        "signed": has and copies.result_copy is Copy.SIGNED,
        "pushed": has and copies.is_pushed,
    }


def _add(found: dict[tuple[str, str], dict[str, int]], key: tuple[str, str], counts: dict[str, int]) -> None:
    mine = found.setdefault(key, {})
    for name, n in counts.items():
        mine[name] = mine.get(name, 0) + n
