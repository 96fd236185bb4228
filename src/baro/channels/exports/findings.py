"""findings.parquet: every deviation and every raised signal, one row each, in a schema that does not change."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

_WORDS = pa.dictionary(pa.int32(), pa.string())
FINDINGS_SCHEMA = pa.schema(
    [
        ("kind", _WORDS),  # kind of deviation, or code of a signal
        ("case", _WORDS),
        ("event_row", pa.int64()),  # row of the source, 0 where the finding is about no single event
        ("activity", _WORDS),
        ("person", _WORDS),
        ("unit", _WORDS),
        ("process", _WORDS),
        ("step_no", _WORDS),
        ("clause", _WORDS),
        ("amount", pa.int64()),
        ("unit_of_amount", _WORDS),
        ("at", pa.timestamp("ms", tz="UTC")),
        ("cost", pa.int32()),
        ("question", _WORDS),
    ]
)

Column = Any  # a pyarrow array (dictionary-encoded or not), a numpy array, or a list


def write_findings(path: Path, columns: Mapping[str, Column]) -> None:
    """Write the columns of the schema; a missing column is null throughout, an unknown one a ValueError.

    Moments may be given as milliseconds since 1970 (UTC). Columns of texts may come as dictionary arrays with codes of
    any width; they are written as they are.
    """
    unknown = sorted(set(columns) - set(FINDINGS_SCHEMA.names))
    if unknown:
        raise ValueError(f"columns outside the schema: {', '.join(unknown)}")
    length = max((len(column) for column in columns.values()), default=0)
    arrays = [_column(columns.get(field.name), field.type, length) for field in FINDINGS_SCHEMA]
    table = pa.Table.from_arrays(arrays, schema=FINDINGS_SCHEMA)
    pq.write_table(table, path, compression="zstd", compression_level=1, write_statistics=["case", "kind", "at"])


def _column(given: Column | None, wanted: Any, length: int) -> Any:
    if given is None:
        return pa.nulls(length, wanted)
    array = given.combine_chunks() if isinstance(given, pa.ChunkedArray) else _array(given, wanted)
    if array.type == wanted:
        return array
    if pa.types.is_dictionary(wanted):
        return _encoded(array, wanted)
    return array.cast(wanted)


def _array(given: Column, wanted: Any) -> Any:
    if isinstance(given, pa.Array):
        return given
    if isinstance(given, np.ndarray) and given.dtype != object:
        return pa.array(given)
    return pa.array(_texts(given), pa.string()) if pa.types.is_dictionary(wanted) else pa.array(given, wanted)


def _texts(given: Sequence[object]) -> list[str | None]:
    return [None if value is None else str(value) for value in given]


def _encoded(array: Any, wanted: Any) -> Any:
    """As a dictionary with int32 codes and plain strings."""
    if not pa.types.is_dictionary(array.type):
        array = array.cast(pa.string()).dictionary_encode()
    indices, words = array.indices.cast(pa.int32()), array.dictionary.cast(pa.string())
    return pa.DictionaryArray.from_arrays(indices, words).cast(wanted)
