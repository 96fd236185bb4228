"""Logs of one work as they are compared: how many cases took which distinct trace, how long they took; made run by run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from baro.rules.observed.log import Codes, EventLog, Ints, Traces
from baro.rules.observed.traces import distinct_traces
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.zones import MS_A_MINUTE, VIETNAM, ZoneOffsets

_MINUTES_A_DAY = 1440
_MS_A_YEAR = 365 * _MINUTES_A_DAY * MS_A_MINUTE


@dataclass(frozen=True, slots=True)
class _Seen:
    """By case: its trace, how long it took (ms), the year in which it began."""

    trace: Codes
    took: Ints
    year: Ints


@dataclass(frozen=True, slots=True)
class ObservedLog:
    """A log, or the part of one: `cases[t]` cases took trace t (codes of `activities`); `durations` has one value per case, from
    its first event to its last (ms)."""

    name: str
    activities: tuple[str, ...]
    traces: Traces
    cases: Ints
    durations: Ints

    @property
    def case_count(self) -> int:
        """How many cases."""
        return int(self.cases.sum())


@dataclass(frozen=True, slots=True)
class Pooled:
    """Logs over one dictionary: `cases[t, l]` cases of log l took trace t. Activities are one where they read the same without
    diacritics, and are called as the first log calls them."""

    logs: tuple[ObservedLog, ...]
    activities: tuple[str, ...]
    traces: Traces
    cases: Ints


def observed_log(name: str, activities: tuple[str, ...], traces: Traces, runs: Iterable[EventLog]) -> ObservedLog:
    """Take up a log, run of cases by run."""
    seen = _seen(runs, None)
    return _part(name, activities, traces, np.bincount(seen.trace, minlength=len(traces)), seen.took)


def observed_years(
    name: str, activities: tuple[str, ...], traces: Traces, runs: Iterable[EventLog], zone: str = VIETNAM
) -> tuple[ObservedLog, ...]:
    """Take up a log by the year in which its cases begin, in a zone; the years in order, named "name year"."""
    seen = _seen(runs, zone)
    years = np.unique(seen.year)
    cases = np.zeros((len(years), len(traces)), np.int64)
    np.add.at(cases, (np.searchsorted(years, seen.year), seen.trace), 1)
    return tuple(
        _part(f"{name} {year}", activities, traces, cases[k], seen.took[seen.year == year])
        for k, year in enumerate(years.tolist())
    )


def pooled(logs: Sequence[ObservedLog]) -> Pooled:
    """Put logs over one dictionary of activities and one of traces, exactly."""
    known: dict[str, int] = {}
    called: list[str] = []
    parts, lengths = [], []
    for log in logs:
        codes = np.array([_code(name, known, called) for name in log.activities], np.int32)
        parts.append(codes[log.traces.activities])
        lengths.append(np.diff(log.traces.offsets))
    offsets = np.concatenate([[0], np.cumsum(np.concatenate(lengths))]).astype(np.int64)
    traces, trace = distinct_traces(np.concatenate(parts), offsets)
    cases = np.zeros((len(traces), len(logs)), np.int64)
    ends = np.cumsum([len(one) for one in lengths])
    for k, log in enumerate(logs):
        np.add.at(cases[:, k], trace[ends[k] - len(lengths[k]) : ends[k]], log.cases)
    return Pooled(tuple(logs), tuple(called), traces, cases)


def _code(name: str, known: dict[str, int], called: list[str]) -> int:
    words = fold(name)
    if words not in known:
        known[words] = len(called)
        called.append(name)
    return known[words]


def _seen(runs: Iterable[EventLog], zone: str | None) -> _Seen:
    """What is kept of each case; without a zone no year."""
    trace, took, year = [np.empty(0, np.int32)], [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for run in runs:
        first, last = run.events.at[run.offsets[:-1]], run.events.at[run.offsets[1:] - 1]
        trace.append(run.cases.trace)
        took.append(last - first)
        if zone is not None and len(first):
            year.append(_years(first, zone))
    return _Seen(np.concatenate(trace), np.concatenate(took), np.concatenate(year))


def _years(moments: Ints, zone: str) -> Ints:
    """The year of each moment, as the calendar of the zone has it."""
    span = [int(at // _MS_A_YEAR) + 1970 for at in (moments.min(), moments.max())]
    local = ZoneOffsets(zone, span[0] - 1, span[1] + 1).local_minutes(moments)
    years: Ints = (local // _MINUTES_A_DAY).astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    return years


def _part(name: str, activities: tuple[str, ...], traces: Traces, cases: Ints, took: Ints) -> ObservedLog:
    """Leave out the traces that nobody took."""
    taken = np.flatnonzero(cases)
    lengths = np.diff(traces.offsets)[taken]
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    slots = np.arange(offsets[-1]) + np.repeat(traces.offsets[taken] - offsets[:-1], lengths)
    return ObservedLog(name, activities, Traces(offsets, traces.activities[slots]), cases[taken], took)
