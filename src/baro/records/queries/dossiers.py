"""The dossiers held, for comparing with what is delivered next."""

import numpy as np
import pyarrow as pa
from django.db import connection

from baro.records.ids import Ids
from baro.records.loading.digests import from_texts
from baro.records.loading.known import Known
from baro.records.row_security.session import system

_HELD = "SELECT code, digest, segment, place, missing_since FROM dossier WHERE source = %s ORDER BY code"


def known_dossiers(source: str) -> Known:
    """The dossiers held of a source, by code; the access policy has no say: a source is compared with all of its own."""
    with system(), connection.cursor() as cursor:
        cursor.execute(_HELD, [source])
        rows = cursor.fetchall()
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
