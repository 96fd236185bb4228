"""What the flow asks of a log: its dictionaries, its distinct traces, and its cases in runs that fit in memory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Protocol

import numpy as np

from baro.rules.observed.log import Cases, EventLog, Events, Names, Traces
from baro.rules.observed.traces import distinct_traces


class LogSource(Protocol):
    """A log, wherever it is kept."""

    @property
    def names(self) -> Names: ...
    @property
    def traces(self) -> Traces: ...
    @property
    def present(self) -> frozenset[str]: ...
    @property
    def case_count(self) -> int: ...
    @property
    def event_count(self) -> int: ...
    @property
    def span(self) -> tuple[int, int] | None: ...
    @property
    def ids(self) -> Sequence[str]: ...
    def chunks(self, max_events: int = ...) -> Iterator[EventLog]: ...
    def runs_of(self, cases: Sequence[int]) -> Iterator[tuple[EventLog, list[tuple[int, int]]]]: ...


@dataclass(frozen=True)
class LogInMemory:
    """A log that is held whole."""

    log: EventLog

    @property
    def names(self) -> Names:
        return self.log.names

    @property
    def traces(self) -> Traces:
        return self.log.traces

    @property
    def present(self) -> frozenset[str]:
        return self.log.present

    @property
    def case_count(self) -> int:
        return self.log.case_count

    @property
    def event_count(self) -> int:
        return self.log.event_count

    @property
    def span(self) -> tuple[int, int] | None:
        at = self.log.events.at
        return (int(at.min()), int(at.max())) if len(at) else None

    @property
    def ids(self) -> Sequence[str]:
        return self.log.cases.ids

    def chunks(self, max_events: int = 500_000) -> Iterator[EventLog]:
        """Give the cases in runs of at most `max_events` events, or one case if that is more."""
        low, offsets = 0, self.log.offsets
        while low < self.log.case_count:
            high = int(np.searchsorted(offsets, offsets[low] + max_events, side="right")) - 1
            high = min(max(high, low + 1), self.log.case_count)
            yield _run(self.log, low, high)
            low = high

    def runs_of(self, cases: Sequence[int]) -> Iterator[tuple[EventLog, list[tuple[int, int]]]]:
        """Give the log with the cases asked for; see `Store.runs_of`."""
        yield self.log, [(k, k) for k in sorted(set(cases))]


def known_at(source: LogSource, as_of: int) -> LogSource:
    """The log as it stood at a moment (ms): later events are not there yet, and cases without any event neither."""
    if source.span is None or source.span[1] <= as_of:
        return source
    parts = [_until(chunk, as_of) for chunk in source.chunks()]
    activity = np.concatenate([p.events.activity for p in parts])
    lengths = np.concatenate([np.diff(p.offsets) for p in parts])
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    traces, trace = distinct_traces(activity, offsets)
    cases = {name: np.concatenate([getattr(p.cases, name) for p in parts]) for name in _fields(Cases) if name != "ids"}
    events = {name: np.concatenate([getattr(p.events, name) for p in parts]) for name in _fields(Events)}
    ids = tuple(code for p in parts for code in p.cases.ids)
    whole = Cases(ids=ids, **(cases | {"trace": trace}))
    return LogInMemory(EventLog(source.names, traces, whole, Events(**events), offsets, source.present))


def _until(log: EventLog, as_of: int) -> EventLog:
    kept = log.events.at <= as_of
    lengths = np.add.reduceat(kept, log.offsets[:-1], dtype=np.int64) if log.case_count else np.empty(0, np.int64)
    live = np.flatnonzero(lengths)
    offsets = np.concatenate([[0], np.cumsum(lengths[live])]).astype(np.int64)
    cases = {name: getattr(log.cases, name)[live] for name in _fields(Cases) if name != "ids"}
    ids = list(log.cases.ids)
    events = {name: getattr(log.events, name)[kept] for name in _fields(Events)}
    return replace(
        log, cases=Cases(ids=[ids[i] for i in live.tolist()], **cases), events=Events(**events), offsets=offsets
    )


def _run(log: EventLog, low: int, high: int) -> EventLog:
    span = slice(int(log.offsets[low]), int(log.offsets[high]))
    cases = {name: getattr(log.cases, name)[low:high] for name in _fields(Cases)}
    events = {name: getattr(log.events, name)[span] for name in _fields(Events)}
    return replace(
        log, cases=Cases(**cases), events=Events(**events), offsets=log.offsets[low : high + 1] - log.offsets[low]
    )


def _fields(kind: type[Cases] | type[Events]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))
