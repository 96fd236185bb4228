"""What a dossier's row and its months tell of its papers, counted anew by every act on one of them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import F

from baro.records.models.dossier_tables import DossierTables
from baro.records.models.papers import PaperRow
from baro.records.paper_rows import paper_of
from baro.records.queries.dossier_months import result_counts
from baro.records.queries.imports import tables_of
from baro.rules.counted.periods import period_of
from baro.rules.judged.digitised import Copies, Copy, copies_of
from baro.rules.prescribed.zones import VIETNAM, local_time

COPIES = ("result_copy", "result_pushed", "components", "components_copied", "components_reused")
"""The columns of a dossier that its papers give."""
_PLACE = ("body", "unit", "received_at", "ended_at", "ended_kind", "is_digitised")


def count_papers(dossier: str, source: str) -> None:
    """Count a dossier's papers anew, and move the counts of its months on by what changed."""
    tables = tables_of(source)
    held = tables.rows.objects.whole().filter(pk=dossier)
    was = held.values(*_PLACE, *COPIES).first()
    if was is None:
        return
    before, now = _copies(was), copies_of(map(paper_of, PaperRow.objects.whole().filter(dossier=dossier)))
    held.update(**_columns(now))
    _move(tables, was, was["received_at"], _components(before), _components(now))
    told = was["ended_kind"], was["is_digitised"]
    _move(tables, was, was["ended_at"], result_counts(*told, before), result_counts(*told, now))


def _move(
    tables: DossierTables, of: Mapping[str, Any], at: datetime | None, before: Mapping[str, int], now: Mapping[str, int]
) -> None:
    """Move the counts of the unit's month in which a moment lies."""
    by = {name: F(name) + int(now[name]) - int(before[name]) for name in now if now[name] != before[name]}
    if at is not None and by:
        month = period_of(local_time(at, VIETNAM).date()).first
        tables.months.objects.whole().filter(pk=f"{of['body']}:{month:%Y-%m}:{of['unit']}").update(**by)


def _copies(told: Mapping[str, Any]) -> Copies:
    return Copies(
        result_copy=Copy(told["result_copy"]),
        is_pushed=told["result_pushed"],
        **{name: told[name] for name in COPIES[2:]},
    )


def _columns(copies: Copies) -> dict[str, int | bool]:
    return {"result_copy": int(copies.result_copy), "result_pushed": copies.is_pushed, **_components(copies)}


def _components(copies: Copies) -> dict[str, int]:
    return {name: getattr(copies, name) for name in COPIES[2:]}
