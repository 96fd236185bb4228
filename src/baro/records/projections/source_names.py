"""What was said of names that sources write, from the acts that say it; and whose the dossiers are then."""

from datetime import date
from typing import Any

from baro.records.models.imports import ImportSource
from baro.records.models.source_names import NameMatchRow
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.dossier_reach import reach_of_names
from baro.records.projections.organisation import stamp
from baro.records.projections.registry import projects
from baro.rules.observed.entries import Entry
from baro.rules.prescribed.name_matches import NameKind, SourceName


@projects("name.matched")
def matched(entry: Entry) -> None:
    """Names were said to be a body's, a person's, nobody's, or open again."""
    data: dict[str, Any] = entry.data
    rows = [_row(entry, place, told) for place, told in enumerate(data["names"])]
    NameMatchRow.objects.bulk_create(rows)
    _reach(data["source"], rows)
    stamp("organisation", entry)  # with the bodies is kept whose dossiers lie in deliveries of others


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """Names, or why something was said of them, were erased: what was said of a name that is gone holds no more."""
    kind, source = erased_stream(entry)
    if kind != "name_match":
        return
    rows = NameMatchRow.objects.filter(source=source)
    before = list(rows)
    project_again(entry, rows)
    _reach(source, before)


def _row(entry: Entry, place: int, told: dict[str, Any]) -> NameMatchRow:
    source, personal = entry.data["source"], entry.personal
    return NameMatchRow(
        id=f"{source}.{entry.version:06}.{place:04}", source=source, deliverer=entry.data["deliverer"],
        kind=told["kind"], name=personal.get(f"name_{place}") or "", unit=personal.get(f"unit_{place}") or "",
        outcome=told["outcome"], target=told["target"], inside=told["inside"],
        valid_from=date.fromisoformat(told["valid_from"]) if told["valid_from"] else None,
        said_at=entry.recorded_at, said_by=entry.actor, reason=personal.get("reason") or "",
    )  # fmt: skip


def _reach(source: str, rows: list[NameMatchRow]) -> None:
    deliverer = ImportSource.objects.filter(pk=source).values_list("unit", flat=True).first()
    names = [SourceName(source=r.source, kind=NameKind(r.kind), name=r.name, unit=r.unit) for r in rows if r.name]
    if deliverer is not None:
        reach_of_names(source, deliverer, names)
