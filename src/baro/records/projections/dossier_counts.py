"""How a body stands and the months of its units, counted anew whenever a delivery touches them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime

import numpy as np
import pyarrow as pa
from django.db.models import Max, QuerySet

from baro.records.models.dossier_tables import TABLES, DossierTables
from baro.records.models.dossiers import DossierColumns
from baro.records.queries.dossier_counts import COLUMN_OF
from baro.records.queries.dossier_months import month_counts
from baro.rules.counted.periods import period_of
from baro.rules.prescribed.work_kinds import WorkKind
from baro.rules.prescribed.zones import FIXED_OFFSETS, VIETNAM, local_time

_AT_ONCE = 5_000
_MOMENTS = ("received_at", "ended_at")


def months_told(dossiers: pa.Table) -> set[date]:
    """Give the months, by their first days, in which dossiers of a delivery were received or ended."""
    shift = np.timedelta64(FIXED_OFFSETS[VIETNAM], "m")
    found: set[date] = set()
    for name in _MOMENTS if dossiers.num_rows else ():
        moments = dossiers[name].drop_null().to_numpy().astype("M8[s]") + shift
        found |= {month.astype("M8[D]").astype(date) for month in np.unique(moments.astype("M8[M]"))}
    return found


def months_held(tables: DossierTables, ids: Sequence[str]) -> set[date]:
    """Give the months in which dossiers, by id, were received or ended as far as the table tells until now."""
    return {period_of(local_time(at, VIETNAM).date()).first for at in _moments(tables, ids)}


def _moments(tables: DossierTables, ids: Sequence[str]) -> Iterator[datetime]:
    rows = tables.rows.objects.whole()
    for start in range(0, len(ids), _AT_ONCE):
        chosen = rows.filter(pk__in=ids[start : start + _AT_ONCE])
        for moments in chosen.values_list(*_MOMENTS):
            yield from (at for at in moments if at is not None)


def count_anew(body: str, months: Collection[date], tables: DossierTables = TABLES[WorkKind.PROCEDURE]) -> None:
    """Count a body anew from all its dossiers: as it stands, and in some months."""
    kept, rows = tables.months.objects.whole(), tables.rows.objects.whole().filter(body=body)
    _count_classes(tables, body, rows)
    kept.filter(body=body, month__in=months).delete()
    for month in sorted(months):
        period = period_of(month)
        counted = month_counts(rows, month, (period.begins, period.ends))
        kept.bulk_create(tables.months(id=f"{body}:{month:%Y-%m}:{one.unit}", **asdict(one)) for one in counted)


def _count_classes(tables: DossierTables, body: str, rows: QuerySet[DossierColumns]) -> None:
    """Each class by itself: an index tells each, where a sum by group would sort them all."""
    as_of = rows.aggregate(last=Max("as_of"))["last"]
    counts = {name: rows.filter(time_class=kind).count() for kind, name in COLUMN_OF.items()}
    kept = tables.counts.objects.whole()
    if as_of is None:
        kept.filter(pk=body).delete()
    else:
        kept.update_or_create(pk=body, defaults={"body": body, "as_of": as_of, **counts})
