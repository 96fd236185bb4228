"""Cut dossiers out of logs and lay logs together under one set of names."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from baro.rules.observed.log import Cases, Codes, EventLog, Events, Ints, Names
from baro.rules.observed.traces import distinct_traces

Array = npt.NDArray[Any]
_TABLES = ("persons", "units", "roles", "procedures", "channels", "code_prefixes")
_EVENT_CODES = {"activity": "activities", "actor": "persons", "unit": "units", "role": "roles"}
_CASE_CODES = {"procedure": "procedures", "unit": "units", "channel": "channels", "code_prefix": "code_prefixes"}
EVENT_FIELDS = tuple(f.name for f in fields(Events))
CASE_FIELDS = tuple(f.name for f in fields(Cases) if f.name not in ("ids", "trace"))


def chosen(log: EventLog, cases: Ints) -> EventLog:
    """Cut out some dossiers, in the order given; their traces are numbered as in the whole."""
    lengths = np.diff(log.offsets)[cases]
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    slots = np.arange(offsets[-1]) + np.repeat(log.offsets[cases] - offsets[:-1], lengths)
    events = {name: getattr(log.events, name)[slots] for name in EVENT_FIELDS}
    columns = {name: getattr(log.cases, name)[cases] for name in (*CASE_FIELDS, "trace")}
    ids = log.cases.ids
    return replace(
        log, cases=Cases(ids=[ids[k] for k in cases.tolist()], **columns), events=Events(**events), offsets=offsets
    )


def under_one_set_of_names(logs: Sequence[EventLog]) -> list[EventLog]:
    """Give the logs with codes of common dictionaries; where two logs name a kind of a step, the first one counts."""
    names = _common([log.names for log in logs])
    return [_renamed(log, names) for log in logs]


def joined(logs: Sequence[EventLog], case_of_event: Ints, cases: EventLog) -> EventLog:
    """Lay the events of logs with common names together as the dossiers of `cases`, whose own events are not looked at.

    `case_of_event` says for all events, log after log, the dossier that each belongs to, -1 for none. Events of a
    dossier stand by moment, those of earlier logs first.
    """
    at = np.concatenate([log.events.at for log in logs])
    kept = np.flatnonzero(case_of_event >= 0)
    order = kept[np.lexsort((at[kept], case_of_event[kept]))]
    events = {name: np.concatenate([getattr(log.events, name) for log in logs])[order] for name in EVENT_FIELDS}
    counts = np.bincount(case_of_event[order], minlength=cases.case_count)
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    traces, trace = distinct_traces(events["activity"], offsets)
    present = frozenset().union(*(log.present for log in logs), cases.present)
    return replace(
        cases, traces=traces, cases=replace(cases.cases, trace=trace), events=Events(**events), offsets=offsets,
        present=present,
    )  # fmt: skip


def _common(all_names: Sequence[Names]) -> Names:
    kinds: dict[str, int] = {}
    for names in all_names:
        for label, kind in zip(names.activities, names.kinds.tolist(), strict=True):
            kinds.setdefault(label, kind)
    texts = {t: tuple(dict.fromkeys(name for names in all_names for name in getattr(names, t))) for t in _TABLES}
    return Names(activities=tuple(kinds), kinds=np.array(list(kinds.values()), np.int8), **texts)


def _renamed(log: EventLog, names: Names) -> EventLog:
    def codes(part: object, tables: dict[str, str]) -> dict[str, Codes]:
        return {name: _moved(log.names, names, table)[getattr(part, name)] for name, table in tables.items()}

    traces = replace(log.traces, activities=_moved(log.names, names, "activities")[log.traces.activities])
    cases, events = codes(log.cases, _CASE_CODES), codes(log.events, _EVENT_CODES)
    return replace(
        log, names=names, traces=traces, cases=replace(log.cases, **cases), events=replace(log.events, **events)
    )


def _moved(old: Names, new: Names, table: str) -> Codes:
    """Old code -> new code; -1 stays -1."""
    place = {name: k for k, name in enumerate(getattr(new, table))}
    return np.array([*(place[name] for name in getattr(old, table)), -1], np.int32)
