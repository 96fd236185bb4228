"""Logs as XES (IEEE 1849), streamed: only the attributes that could matter are kept, as dictionaries.

Trace attributes become columns `case:<key>`, event attributes columns `<key>`; nested attributes are not read. Rows are
events, numbered from 1 as they stand in the file. DTDs are refused before anything in them is read.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

import numpy as np
import pyarrow as pa

from baro.channels.intake.archives import gunzip
from baro.channels.intake.columns import may_matter
from baro.channels.intake.mapping import Mapping
from baro.channels.intake.sources import Block, TableSource
from baro.channels.intake.whole_rows import WHOLE
from baro.rules.prescribed.refusals import Refused

_CHUNK = 256 * 1024
_LONGEST = 8 * 1024 * 1024  # bytes of one tag
_DEEPEST = 64
_MOST_KEYS = 2_000
_LONGEST_TRACE = 1_000_000
_BLOCK = 50_000


def open_xes(path: Path, mapping: Mapping) -> TableSource:
    """Read a `.xes` or `.xes.gz` file; raises `Refused("xml.…" | "archive.…" | "log.too_many_columns")`."""
    reader = _Reader(path.name, mapping)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.StartDoctypeDeclHandler = reader.doctype
    fed = 0
    try:
        for chunk in _chunks(path):
            parser.Parse(chunk, False)
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > _LONGEST:
                raise Refused("xml.tag_too_long", file=path.name)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refused("xml.broken", file=path.name, line=error.lineno) from None
    return reader.source()


def _chunks(path: Path) -> Iterator[bytes]:
    if path.suffix.lower() == ".gz":
        yield from gunzip(path)
        return
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


class _Reader:
    """Keeps the wanted attributes of traces and events, and cuts them into blocks."""

    def __init__(self, file: str, mapping: Mapping) -> None:
        self._file, self._mapping = file, mapping
        self._keys: dict[str, bool] = {}  # column -> whether it is kept
        self._depth = 0
        self._trace: dict[str, str] | None = None
        self._event: dict[str, str] | None = None
        self._inside = 0  # depth at which attributes of the open trace or event stand
        self._blocks: list[Block] = []
        self._done = 0
        self._begin_block()

    def _begin_block(self) -> None:
        self._traces: list[dict[str, str]] = []
        self._lengths: list[int] = []
        self._events: list[dict[str, str]] = []
        self._hashes: list[int] = []
        self._in_trace = 0

    def doctype(self, *_: object) -> None:
        """Refuse."""
        raise Refused("xml.dtd", file=self._file, part=self._file)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open a trace or an event, or note one of its attributes."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Refused("xml.too_deep", file=self._file, limit=_DEEPEST)
        if self._event is not None:
            if self._depth == self._inside + 2 and "key" in attributes:
                self._event[attributes["key"]] = attributes.get("value", "")
        elif self._trace is not None:
            if self._depth != self._inside + 1:
                return
            if tag == "event" or tag.endswith(":event"):
                self._event = {}
            elif "key" in attributes:
                self._trace["case:" + attributes["key"]] = attributes.get("value", "")
        elif self._depth == 2 and (tag == "trace" or tag.endswith(":trace")):
            self._trace, self._inside, self._in_trace = {}, self._depth, 0

    def end(self, _tag: str) -> None:
        """Close an event or a trace."""
        if self._event is not None and self._depth == self._inside + 1:
            self._hashes.append(hash(tuple(sorted(self._event.items()))))
            self._events.append(self._kept(self._event))
            self._event, self._in_trace = None, self._in_trace + 1
            if self._in_trace > _LONGEST_TRACE:
                raise Refused("xes.trace_too_long", file=self._file, limit=_LONGEST_TRACE)
        elif self._trace is not None and self._depth == self._inside:
            self._traces.append(self._kept(self._trace))
            self._lengths.append(self._in_trace)
            self._trace = None
            if len(self._events) >= _BLOCK:
                self._cut()
        self._depth -= 1

    def _kept(self, attributes: dict[str, str]) -> dict[str, str]:
        keys = self._keys
        if not keys.keys() >= attributes.keys():
            keys |= {key: may_matter(key, self._mapping.columns) for key in attributes if key not in keys}
            if len(keys) > _MOST_KEYS:
                raise Refused("log.too_many_columns", file=self._file, limit=_MOST_KEYS)
        return {key: value for key, value in attributes.items() if keys[key]}

    def _cut(self) -> None:
        count = len(self._events)
        owner = pa.array(np.repeat(np.arange(len(self._traces)), self._lengths))
        kept = [key for key, is_kept in self._keys.items() if is_kept]
        columns = {}
        for key in kept:
            of_traces = _coded([trace.get(key, "") for trace in self._traces]) if key.startswith("case:") else None
            of_events = _coded([event.get(key, "") for event in self._events]) if of_traces is None else None
            columns[key] = of_events if of_traces is None else of_traces.take(owner)
        columns[WHOLE] = pa.array(self._hashes, pa.int64())
        self._blocks.append(Block(np.arange(self._done + 1, self._done + 1 + count, dtype=np.int64), columns))
        self._done += count
        self._begin_block()

    def source(self) -> TableSource:
        """Give what was read; keys first met in a later block are filled in before it."""
        self._cut()
        kept = [key for key, is_kept in self._keys.items() if is_kept]
        for block in self._blocks:
            for key in kept:
                if key not in block.columns:
                    block.columns[key] = _coded([""] * len(block.rows))
        return TableSource(self._file, tuple(self._keys), self._blocks)


def _coded(values: list[str]) -> pa.DictionaryArray:
    return pa.array(values, pa.string()).dictionary_encode()
