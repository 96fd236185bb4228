"""Read a segment of the store: the traces alone, one case, or all of it in runs that fit in memory."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from baro.records.ids import Ids
from baro.records.layout import CASE_COLUMNS, CASES, EVENT_COLUMNS, EVENTS, META, NAME_TABLES, SCHEMA, TRACES, Layout
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import Cases, Codes, EventLog, Events, Ints, Names, ObservedCase, Traces
from baro.rules.prescribed.refusals import Refused


def open_store(path: str | Path, kinds: Mapping[str, Kind] | None = None) -> "Store":
    """Open the segment at `path`. `kinds` (activity label -> kind) overrides what intake recognised.

    Raises `Refused("store.missing" | "store.version")`.
    """
    path = Path(path)
    try:
        meta = json.loads((path / META).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Refused("store.missing", path=str(path)) from None
    if meta["schema"] != SCHEMA:
        raise Refused("store.version", path=str(path), found=meta["schema"], expected=SCHEMA)
    return Store(path, meta, kinds or {})


class Store:
    """One segment, open for reading; nothing but `meta.json` is read before it is asked for."""

    def __init__(self, path: Path, meta: dict[str, Any], kinds: Mapping[str, Kind]) -> None:
        self._path = path
        self._meta = meta
        self.names = _with_kinds(_names(meta["names"]), kinds)
        self.present: frozenset[str] = frozenset(meta["present"])
        self.case_count: int = meta["cases"]
        self.event_count: int = meta["events"]

    @cached_property
    def traces(self) -> Traces:
        """The distinct traces."""
        table = pq.read_table(self._path / TRACES, partitioning=None)
        owner = _numpy(table["trace"], np.int32)
        count = int(owner[-1]) + 1 if len(owner) else 0
        offsets = np.searchsorted(owner, np.arange(count + 1)).astype(np.int64)
        return Traces(offsets, _numpy(table["activity"], np.int32))

    def trace_of_cases(self) -> Codes:
        """The trace code of each case, without reading any event."""
        if not self.case_count:
            return np.empty(0, np.int32)
        return _numpy(self._cases.read(columns=["trace"], use_threads=False)["trace"], np.int32)

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """The first and the last moment of any event (ms), from the file's statistics; None for an empty log."""
        if not self.event_count:
            return None
        file = self._events.metadata
        column = self._events.schema_arrow.names.index("at")
        found = [file.row_group(g).column(column).statistics for g in range(file.num_row_groups)]
        return min(s.min for s in found), max(s.max for s in found)

    @property
    def ids(self) -> Ids:
        """The codes of all cases."""
        return Ids(self.case_count, partial(self._read_ids, list(range(len(self._meta["group_cases"])))))

    def chunks(self, max_events: int = 5_000_000) -> Iterator[EventLog]:
        """Give the log as runs of consecutive cases of at most `max_events` events, or one row group if that is more."""
        groups: list[int] = []
        held = 0
        for group, count in enumerate(self._meta["group_events"]):
            if groups and held + count > max_events:
                yield self._run(groups)
                groups, held = [], 0
            groups.append(group)
            held += count
        if groups:
            yield self._run(groups)

    def whole(self) -> EventLog:
        """Give the whole log at once."""
        return self._run(list(range(len(self._meta["group_events"]))))

    def case(self, code: str) -> ObservedCase:
        """Give one case by its code; raises `Refused("store.no_case")`."""
        for group in range(len(self._meta["group_cases"])):
            index = pc.index(self._read_ids([group]), code).as_py()
            if index >= 0:
                return self._run([group]).case(index)
        raise Refused("store.no_case", case=code)

    def runs_of(self, cases: Sequence[int]) -> Iterator[tuple[EventLog, list[tuple[int, int]]]]:
        """Give the runs that hold some cases (indices over the whole log), each with pairs of its own index of a case and
        the case's index over the whole log. Each row group is read once."""
        firsts = np.concatenate([[0], np.cumsum(self._meta["group_cases"])])
        wanted = np.unique(np.asarray(cases, np.int64))
        groups = np.searchsorted(firsts, wanted, side="right") - 1
        for group in np.unique(groups).tolist():
            mine = wanted[groups == group]
            yield self._run([group]), [(int(k - firsts[group]), int(k)) for k in mine]

    @cached_property
    def _cases(self) -> pq.ParquetFile:
        return pq.ParquetFile(self._path / CASES)

    @cached_property
    def _events(self) -> pq.ParquetFile:
        return pq.ParquetFile(self._path / EVENTS)

    def _read_ids(self, groups: list[int]) -> pa.Array:
        ids = self._cases.read_row_groups(groups, columns=["id"])["id"]
        return pa.concat_arrays(ids.chunks) if ids.num_chunks else pa.array([], pa.string())

    def _run(self, groups: list[int]) -> EventLog:
        case_count = sum(self._meta["group_cases"][g] for g in groups)
        event_count = sum(self._meta["group_events"][g] for g in groups)
        case = _columns(self._cases, CASE_COLUMNS, groups, case_count)
        event = _columns(self._events, EVENT_COLUMNS, groups, event_count)
        if self._meta["first_row"] is not None and groups:
            start = self._meta["first_row"] + sum(self._meta["group_events"][: groups[0]])
            event["row"] = np.arange(start, start + event_count)
        return EventLog(
            names=self.names,
            traces=self.traces,
            cases=Cases(ids=Ids(case_count, partial(self._read_ids, groups)), **case),
            events=Events(**event),
            offsets=self._offsets(groups, case_count),
            present=self.present,
        )

    def _offsets(self, groups: list[int], case_count: int) -> Ints:
        offsets = np.zeros(case_count + 1, np.int64)
        if groups:
            lengths = self._cases.read_row_groups(groups, columns=["events"])["events"]
            np.cumsum(_numpy(lengths, np.int32), out=offsets[1:])
        return offsets


def _columns(
    file: pq.ParquetFile, layouts: Mapping[str, Layout], groups: list[int], count: int
) -> dict[str, npt.NDArray[Any]]:
    held = [name for name in file.schema_arrow.names if name in layouts]
    table = file.read_row_groups(groups, columns=held) if groups else file.schema_arrow.empty_table()
    return {
        name: _numpy(table[name], layout.dtype)
        if name in held
        else np.broadcast_to(np.array(layout.absent, layout.dtype), (count,))
        for name, layout in layouts.items()
    }


def _numpy(column: pa.ChunkedArray, dtype: npt.DTypeLike) -> npt.NDArray[Any]:
    values: npt.NDArray[Any] = column.to_numpy()
    return values.astype(dtype, copy=False)


def _names(tables: Mapping[str, list[Any]]) -> Names:
    texts: dict[str, tuple[str, ...]] = {table: tuple(tables[table]) for table in NAME_TABLES}
    return Names(kinds=np.array(tables["kinds"], np.int8), **texts)


def _with_kinds(names: Names, kinds: Mapping[str, Kind]) -> Names:
    if not kinds:
        return names
    known = [int(kinds.get(label, kind)) for label, kind in zip(names.activities, names.kinds, strict=True)]
    return replace(names, kinds=np.array(known, np.int8))
