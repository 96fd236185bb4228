"""Whose the dossiers are besides the body that delivers them: of the body below it whose unit they name, and of the persons
who hold or held them. Made anew for the dossiers that a delivery touches, and for those under a name of which something
was said."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from django.db import connection

from baro.records.loading.dossier_file import read_dossiers
from baro.records.loading.hands import read_hands
from baro.records.loading.segments import segment_folder
from baro.records.loading.upsert import put_rows
from baro.records.models.imports import ImportAdoption, ImportBatch
from baro.records.models.source_names import DossierReachRow
from baro.records.queries.imports import tables_of
from baro.records.queries.source_names import matches_of
from baro.rules.prescribed.name_matches import NameKind, NameMatches, Outcome, SourceName
from baro.rules.prescribed.zones import FIXED_OFFSETS, VIETNAM

BODY, PERSON = "body", "person"
_AT_ONCE = 5_000
_SHIFT = np.timedelta64(FIXED_OFFSETS[VIETNAM], "m")
_NOT_SAID = date.max


def reach_of_delivery(source: str, body: str, dossiers: pa.Table, segment: str) -> None:
    """Make it anew for the dossiers (id, place, unit, received_at) that a segment holds."""
    matches = matches_of(source)
    if not matches.told or not dossiers.num_rows:
        return
    _forget(dossiers["id"].to_pylist())
    _put_bodies(source, body, dossiers, matches)
    _put_persons(source, body, _with_hands(dossiers, segment), matches)


def reach_of_names(source: str, body: str, names: Sequence[SourceName]) -> None:
    """Make it anew for the dossiers under some names of a source."""
    matches = matches_of(source)
    units = sorted({one.name for one in names if one.kind is NameKind.UNIT})
    if units:
        dossiers = _rows_of(tables_of(source).rows.objects.whole().filter(source=source, unit__in=units))
        _forget(dossiers["id"].to_pylist(), BODY)
        _put_bodies(source, body, dossiers, matches)
    pairs = {(one.unit, one.name) for one in names if one.kind is NameKind.PERFORMER}
    for segment in _segments(source) if pairs else ():
        dossiers = _in_hands(source, segment, pairs)
        if dossiers.num_rows:
            _forget(dossiers["id"].to_pylist(), PERSON)
            _put_persons(source, body, _with_hands(dossiers, segment), matches)


def _segments(source: str) -> Iterator[str]:
    yield from ImportBatch.objects.filter(source=source).values_list("pk", flat=True)
    yield from ImportAdoption.objects.filter(source=source).values_list("pk", flat=True)


def _in_hands(source: str, segment: str, pairs: set[tuple[str, str]]) -> pa.Table:
    """The dossiers of a segment, as far as they still lie there, that went through some hands."""
    hands = read_hands(segment_folder(segment))
    unit, person = (hands[name].cast(pa.string()) for name in ("unit", "person"))
    among = pc.and_(
        pc.is_in(person, pa.array(sorted({p for _, p in pairs}))),
        pc.is_in(unit, pa.array(sorted({u for u, _ in pairs}))),
    )
    places = pc.unique(hands.filter(among)["place"])
    codes = pc.take(read_dossiers(segment_folder(segment))["code"], places).to_pylist()
    ids = [f"{source}:{code}" for code in codes]
    rows = tables_of(source).rows.objects.whole().filter(segment=segment)
    parts = [_rows_of(rows.filter(pk__in=ids[k : k + _AT_ONCE])) for k in range(0, len(ids), _AT_ONCE)]
    return pa.concat_tables(parts) if parts else _table(())


def _rows_of(rows: Any) -> pa.Table:
    return _table(rows.order_by().values_list("id", "place", "unit", "received_at"))


def _table(rows: Iterable[tuple[Any, ...]]) -> pa.Table:
    ids, places, units, received = zip(*rows, strict=True) if (rows := list(rows)) else ((), (), (), ())
    plain = [None if at is None else at.replace(tzinfo=None) for at in received]
    return pa.table(
        {
            "id": pa.array(ids, pa.string()), "place": pa.array(places, pa.int32()),
            "unit": pa.array(units, pa.string()), "received_at": pa.array(plain, pa.timestamp("ms")),
        }
    )  # fmt: skip


def _with_hands(dossiers: pa.Table, segment: str) -> pa.Table:
    """A row for each pair of a dossier and hands through which it went."""
    hands = read_hands(segment_folder(segment))
    plain = pa.table({name: hands[name].cast(pa.string()) for name in ("unit", "person")} | {"place": hands["place"]})
    return dossiers.select(["id", "place", "received_at"]).join(plain, "place", join_type="inner")


def _forget(ids: Sequence[str], *kinds: str) -> None:
    for start in range(0, len(ids), _AT_ONCE):
        rows = DossierReachRow.objects.filter(dossier__in=ids[start : start + _AT_ONCE])
        (rows.filter(kind__in=kinds) if kinds else rows)._raw_delete(connection.alias)


def _put_bodies(source: str, body: str, dossiers: pa.Table, matches: NameMatches) -> None:
    units = dossiers["unit"].cast(pa.string()).combine_chunks().dictionary_encode()
    names = [SourceName(source=source, kind=NameKind.UNIT, name=name) for name in units.dictionary.to_pylist()]
    targets = _targets(units.indices.to_numpy(), names, dossiers["received_at"], matches, but=body)
    _put(BODY, body, dossiers["id"], targets)


def _put_persons(source: str, body: str, hands: pa.Table, matches: NameMatches) -> None:
    if not hands.num_rows:
        return
    unit, person = (hands[name].cast(pa.string()).combine_chunks().dictionary_encode() for name in ("unit", "person"))
    pairs, code = np.unique(
        unit.indices.to_numpy().astype(np.int64) * len(person.dictionary) + person.indices.to_numpy(),
        return_inverse=True,
    )
    units, persons = unit.dictionary.to_pylist(), person.dictionary.to_pylist()
    names = [
        SourceName(
            source=source, kind=NameKind.PERFORMER, name=persons[p % len(persons)], unit=units[p // len(persons)]
        )
        for p in pairs.tolist()
    ]
    _put(PERSON, body, hands["id"], _targets(code, names, hands["received_at"], matches, but=""))


def _targets(
    codes: npt.NDArray[Any], names: Sequence[SourceName], received: pa.ChunkedArray, matches: NameMatches, *, but: str
) -> list[str]:
    """Whose each row is by its name on the day of receipt; "" for nobody's. What is said later overlays what was earlier."""
    days = _days(received)
    targets = np.full(len(codes), "", object)
    for layer in matches.layers(names):
        since = np.array([(m.valid_from or date.min) if m else _NOT_SAID for m in layer], "M8[D]")
        whose = np.array([_whose(m, but) if m else "" for m in layer], object)
        holds = days >= since[codes]
        targets[holds] = whose[codes[holds]]
    found: list[str] = targets.tolist()
    return found


def _whose(match: Any, but: str) -> str:
    is_theirs = match.outcome is Outcome.OURS and (match.inside or match.written.kind is NameKind.PERFORMER)
    return match.target if is_theirs and match.target != but else ""


def _days(received: pa.ChunkedArray) -> npt.NDArray[np.datetime64]:
    """The days of moments in Vietnam; none counts as the last of all."""
    moments = received.cast(pa.timestamp("ms")).to_numpy().astype("M8[ms]")
    days: npt.NDArray[np.datetime64] = (moments + _SHIFT).astype("M8[D]")
    return np.where(np.isnat(moments), np.datetime64(_NOT_SAID) - 1, days)


def _put(kind: str, body: str, dossiers: pa.ChunkedArray, targets: list[str]) -> None:
    who = pa.array(targets, pa.string())
    rows = pa.table({"dossier": dossiers.combine_chunks(), "who": who}).filter(pc.not_equal(who, ""))
    if rows.num_rows:
        ids = pc.binary_join_element_wise(rows["dossier"], pa.scalar(kind), rows["who"], "|")
        rows = rows.append_column("id", ids).append_column("kind", pa.repeat(kind, rows.num_rows))
        rows = rows.append_column("body", pa.repeat(body, rows.num_rows))
        put_rows("dossier_reach", rows, key="id", kept=rows.column_names)
