"""Through whose hands the dossiers of a delivery went, as a file of their segment: who did something, in which unit, as the
source writes both."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from baro.rules.observed.log import EventLog, Names

HANDS = "hands.parquet"
_WRITTEN = pa.dictionary(pa.int32(), pa.string())
SCHEMA = pa.schema([("place", pa.int32()), ("unit", _WRITTEN), ("person", _WRITTEN)])


def write_hands(folder: Path, runs: Iterable[EventLog]) -> None:
    """Write each pair of unit and person once for each dossier; `place` is that of the dossier in the segment. Events
    that name nobody are nobody's."""
    first = 0
    with pq.ParquetWriter(folder / HANDS, SCHEMA, compression="zstd", compression_level=1) as out:
        for run in runs:
            out.write_table(_hands(run, first))
            first += run.case_count


def read_hands(folder: Path) -> pa.Table:
    """The hands of a segment; none if the delivery touched no dossier."""
    file = folder / HANDS
    return pq.read_table(file, partitioning=None).unify_dictionaries() if file.exists() else SCHEMA.empty_table()


def _hands(run: EventLog, first: int) -> pa.Table:
    named = np.flatnonzero(run.events.actor >= 0)
    case = np.repeat(np.arange(run.case_count, dtype=np.int64), np.diff(run.offsets))[named]
    persons, units = len(run.names.persons) + 1, len(run.names.units) + 1
    whole = np.unique((case * units + run.events.unit[named] + 1) * persons + run.events.actor[named])
    rest, person = np.divmod(whole, persons)
    place, unit = np.divmod(rest, units)
    columns = [pa.array((place + first).astype(np.int32)), *_named(run.names, unit, person)]
    return pa.table(columns, schema=SCHEMA)


def _named(names: Names, unit: np.ndarray, person: np.ndarray) -> list[pa.Array]:  # type: ignore[type-arg]
    tables = ((unit, ["", *names.units]), (person, list(names.persons)))
    return [
        pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32)), pa.array(table, pa.string()))
        for codes, table in tables
    ]
