"""Write a segment of the store, run by run, so that a log larger than memory can be written."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from baro.records.ids import Ids
from baro.records.layout import (
    CASE_COLUMNS,
    CASES,
    EVENT_COLUMNS,
    EVENTS,
    GROUP_EVENTS,
    META,
    NAME_TABLES,
    SCHEMA,
    TRACES,
    Layout,
)
from baro.rules.observed.log import EventLog, Ints, Names, Traces

Array = npt.NDArray[Any]


def write_store(path: str | Path, log: EventLog | Iterable[EventLog]) -> None:
    """Write a log, or its runs of consecutive cases one after the other, as one segment at `path`.

    All runs share the names, the traces and the columns present of the first. An older segment there is replaced.
    """
    path = Path(path)
    path.mkdir(parents=True, exist_ok=True)
    (path / META).unlink(missing_ok=True)
    runs = iter([log] if isinstance(log, EventLog) else log)
    writer = _Writer(path, next(runs), is_whole=isinstance(log, EventLog))
    for run in runs:
        writer.add(run)
    writer.close()


@dataclass(slots=True)
class _Groups:
    cases: list[int] = field(default_factory=list)
    events: list[int] = field(default_factory=list)


class _Writer:
    """Holds the two open files; each group of cases is a row group in both."""

    def __init__(self, path: Path, first: EventLog, *, is_whole: bool) -> None:
        self._path, self._first, self._groups = path, first, _Groups()
        self._row_is_sequence = is_whole and _is_sequence(first.events.row)
        self._case_columns = _stored(CASE_COLUMNS, first.cases, is_whole=is_whole)
        self._event_columns = _stored(EVENT_COLUMNS, first.events, is_whole=is_whole)
        if self._row_is_sequence:
            self._event_columns = [c for c in self._event_columns if c != "row"]
        self._cases = _open(path / CASES, self._case_schema(), CASE_COLUMNS)
        self._events = _open(path / EVENTS, _schema(EVENT_COLUMNS, self._event_columns), EVENT_COLUMNS)
        self.add(first)

    def _case_schema(self) -> pa.Schema:
        return (
            _schema(CASE_COLUMNS, self._case_columns)
            .append(pa.field("events", pa.int32()))
            .append(pa.field("id", pa.string()))
        )

    def add(self, log: EventLog) -> None:
        """Write one run of cases."""
        ids = _id_array(log)
        for low, high in _groups(log.offsets):
            span = slice(int(log.offsets[low]), int(log.offsets[high]))
            arrays = [pa.array(_column(log.cases, name)[low:high]) for name in self._case_columns]
            lengths = np.diff(log.offsets[low : high + 1]).astype(np.int32)
            arrays += [pa.array(lengths), ids.slice(low, high - low)]
            self._cases.write_table(pa.Table.from_arrays(arrays, schema=self._cases.schema), high - low)
            events = [pa.array(_column(log.events, name)[span]) for name in self._event_columns]
            table = pa.Table.from_arrays(events, schema=self._events.schema)
            self._events.write_table(table, max(1, span.stop - span.start))
            self._groups.cases.append(high - low)
            self._groups.events.append(span.stop - span.start)

    def close(self) -> None:
        """Close both files, write the traces, and last the meta file that makes the directory a segment."""
        self._cases.close()
        self._events.close()
        _write_traces(self._path / TRACES, self._first.traces)
        first_row = int(self._first.events.row[0]) if self._row_is_sequence and self._first.event_count else None
        meta = {
            "schema": SCHEMA,
            "cases": sum(self._groups.cases),
            "events": sum(self._groups.events),
            "group_cases": self._groups.cases,
            "group_events": self._groups.events,
            "first_row": first_row,
            "present": sorted(self._first.present),
            "names": _names(self._first.names),
        }
        text = json.dumps(meta, ensure_ascii=False, sort_keys=True)
        (self._path / META).write_text(text, encoding="utf-8")


def _is_sequence(rows: Ints) -> bool:
    return len(rows) > 0 and rows.strides[0] != 0 and bool((np.diff(rows) == 1).all())


def _column(part: object, name: str) -> Array:
    column: Array = getattr(part, name)
    return column


def _stored(layouts: Mapping[str, Layout], part: object, *, is_whole: bool) -> list[str]:
    """The columns worth writing: those that are not one absent value throughout.

    When more runs follow, only a broadcast constant is known to be absent from them as well.
    """
    return [n for n, layout in layouts.items() if not _is_absent(_column(part, n), layout.absent, is_whole=is_whole)]


def _is_absent(column: Array, absent: int, *, is_whole: bool) -> bool:
    if column.strides[0] == 0:
        return len(column) == 0 or bool(column[0] == absent)
    return is_whole and bool((column == absent).all())


def _schema(layouts: Mapping[str, Layout], names: list[str]) -> pa.Schema:
    return pa.schema([pa.field(n, pa.from_numpy_dtype(np.dtype(layouts[n].dtype)), nullable=False) for n in names])


def _open(path: Path, schema: pa.Schema, layouts: Mapping[str, Layout]) -> pq.ParquetWriter:
    coded = [n for n in schema.names if n in layouts and layouts[n].is_code]
    delta = {n: "DELTA_BINARY_PACKED" for n in schema.names if n in layouts and not layouts[n].is_code}
    return pq.ParquetWriter(
        path,
        schema,
        compression="zstd",
        compression_level=1,
        use_dictionary=coded,
        column_encoding=delta,
        write_statistics=["at"],
        store_schema=False,
    )


def _id_array(log: EventLog) -> pa.Array:
    ids = log.cases.ids
    return ids.array if isinstance(ids, Ids) else pa.array(list(ids), pa.string())


def _groups(offsets: Ints) -> Iterator[tuple[int, int]]:
    low, count = 0, len(offsets) - 1
    while low < count:
        high = int(np.searchsorted(offsets, offsets[low] + GROUP_EVENTS, side="right")) - 1
        high = min(count, max(low + 1, high))
        yield low, high
        low = high


def _write_traces(path: Path, traces: Traces) -> None:
    lengths = np.diff(traces.offsets)
    table = pa.table({"trace": pa.array(np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)),
                      "activity": pa.array(traces.activities)})  # fmt: skip
    pq.write_table(table, path, compression="zstd", store_schema=False)


def _names(names: Names) -> dict[str, list[Any]]:
    texts: dict[str, list[Any]] = {table: list(getattr(names, table)) for table in NAME_TABLES}
    return texts | {"kinds": names.kinds.tolist()}
