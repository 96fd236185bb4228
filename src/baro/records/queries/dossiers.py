"""The dossiers held, for comparing with what is delivered next."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from django.db import connection

from baro.records.ids import Ids
from baro.records.loading.digests import from_texts
from baro.records.loading.known import Known
from baro.records.models.dossier_tables import TABLES
from baro.records.row_security.session import system

_HELD = "SELECT code, digest, segment, place, missing_since FROM {} WHERE source = %s {} ORDER BY code"
_AT_ONCE = 500


def known_dossiers(source: str, codes: Sequence[str] | None = None) -> Known:
    """The dossiers held of a source, or some of them, by code; the access policy has no say: a source is compared with all
    of its own, which lie in one table all."""
    tables = (tables.name for tables in TABLES.values())
    with system():
        rows = next(filter(None, (_held_in(table, source, codes) for table in tables)), [])
    codes, digests, segments, places, missing = zip(*rows, strict=True) if rows else ((), (), (), (), ())
    known = tuple(dict.fromkeys(segments))
    number = {segment: k for k, segment in enumerate(known)}
    return Known(
        codes=Ids.of(pa.array(codes, pa.string())),
        digests=from_texts(digests),
        segments=known,
        segment=np.array([number[s] for s in segments], np.int32),
        place=np.array(places, np.int32),
        is_missing=np.array([m != "" for m in missing], np.bool_),
    )


def _held_in(table: str, source: str, codes: Sequence[str] | None) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    with connection.cursor() as cursor:
        if codes is None:
            cursor.execute(_HELD.format(table, ""), [source])
            rows = cursor.fetchall()
        for start in range(0, len(codes or ()), _AT_ONCE):
            ids = [f"{source}:{code}" for code in (codes or ())[start : start + _AT_ONCE]]
            marks = ", ".join(["%s"] * len(ids))
            cursor.execute(_HELD.format(table, f"AND id IN ({marks})"), [source, *ids])
            rows += cursor.fetchall()
    return rows
