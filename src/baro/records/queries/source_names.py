"""What was said of names that sources write, and which names a source writes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from django.db import connection

from baro.records.loading.hands import read_hands
from baro.records.loading.segments import segment_folder
from baro.records.models.source_names import NameMatchRow
from baro.records.queries.imports import tables_of
from baro.records.row_security.session import system
from baro.rules.prescribed.name_matches import NameKind, NameMatch, NameMatches, Outcome, SourceName

_UNITS = "SELECT unit, count(*) FROM {} WHERE source = %s GROUP BY unit"
_PLACES = "SELECT segment, place FROM {} WHERE source = %s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said of a name, by whom and when, and why it was changed."""

    match: NameMatch
    by: str
    at: datetime
    reason: str


def matches_of(*sources: str) -> NameMatches:
    """All that was said of the names of some sources, or of all."""
    return NameMatches(tuple(map(_match, _rows(*sources))))


def said_of(source: str) -> tuple[Said, ...]:
    """All that was said of the names of a source, the last first."""
    rows = reversed(_rows(source))
    return tuple(Said(match=_match(row), by=row.said_by, at=row.said_at, reason=row.reason) for row in rows)


@lru_cache(maxsize=16)
def names_written(source: str, last_batch: str) -> tuple[tuple[SourceName, int], ...]:
    """The names that a source writes, and how many of its dossiers stand under each; found once for a delivery. A unit in which
    somebody only worked on dossiers of others is among them."""
    if not last_batch:
        return ()
    table = tables_of(source).name
    with system(), connection.cursor() as cursor:
        cursor.execute(_UNITS.format(table), [source])
        units = cursor.fetchall()
        cursor.execute(_PLACES.format(table), [source])
        places: dict[str, list[int]] = {}
        for segment, place in cursor.fetchall():
            places.setdefault(segment, []).append(place)
    found: Counter[SourceName] = Counter()
    worked: Counter[SourceName] = Counter()
    for name, count in units:
        found[SourceName(source=source, kind=NameKind.UNIT, name=name)] += count
    for segment, live in places.items():
        hands = _hands(segment, live)
        for unit, count in _counted(hands.group_by(["place", "unit"]).aggregate([]), "unit"):
            worked[SourceName(source=source, kind=NameKind.UNIT, name=unit)] += count
        for unit, person, count in _counted(hands, "unit", "person"):
            found[SourceName(source=source, kind=NameKind.PERFORMER, name=person, unit=unit)] += count
    return tuple((one, count) for one, count in {**worked, **found}.items() if one.name)


def _hands(segment: str, live: list[int]) -> pa.Table:
    hands = read_hands(segment_folder(segment))
    hands = hands.filter(pc.is_in(hands["place"], pa.array(np.array(live, np.int32))))
    texts = {name: hands[name].cast(pa.string()) for name in ("unit", "person")}
    return pa.table({"place": hands["place"], **texts})


def _counted(rows: pa.Table, *by: str) -> Iterator[tuple[Any, ...]]:
    """How many rows there are of each."""
    counted = rows.group_by(list(by)).aggregate([("place", "count")])
    return zip(*(counted[name].to_pylist() for name in (*by, "place_count")), strict=True)


def _rows(*sources: str) -> list[NameMatchRow]:
    rows = NameMatchRow.objects.exclude(name="").order_by("source", "id")
    return list(rows.filter(source__in=sources) if sources else rows)


def _match(row: NameMatchRow) -> NameMatch:
    return NameMatch(
        written=SourceName(source=row.source, kind=NameKind(row.kind), name=row.name, unit=row.unit),
        outcome=Outcome(row.outcome), target=row.target, valid_from=row.valid_from, inside=row.inside,
    )  # fmt: skip
