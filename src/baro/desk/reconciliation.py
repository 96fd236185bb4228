"""Compare a delivery with what is held of its source, and compose what will be held afterwards.

Nothing held is ever rewritten: a dossier that is told again keeps its events and cells, gains those that are new, and
what contradicts them is listed for a person.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from baro.desk.log_source import LogInMemory, LogSource
from baro.records.ids import Ids
from baro.records.loading.composing import CASE_FIELDS, chosen, joined, under_one_set_of_names
from baro.records.loading.digests import Digests, case_digests, event_digests
from baro.records.loading.known import Known
from baro.rules.observed.event_matching_bulk import ToldColumns, match_columns
from baro.rules.observed.log import NO_TIME, NONE, Cases, EventLog, Ints

OpenSegment = Callable[[str], LogSource]
Mask = npt.NDArray[np.bool_]
_RUN_EVENTS = 500_000
_ABSENT = {"applicant": 0, "recorded_received": NO_TIME, "recorded_due": NO_TIME, "recorded_ended": NO_TIME}
_CODE_PARTS = ("code_prefix", "code_day", "code_sequence")  # of the code itself: they cannot differ


@dataclass(frozen=True, slots=True)
class Contradictions:
    """Where the told contradict the held, dossier by dossier of both logs. `altered` are pairs of events (held, told),
    `gone` events held; `cells` name a column and the dossiers in which it differs."""

    held: EventLog
    told: EventLog
    altered: tuple[Ints, Ints]
    gone: Ints
    cells: dict[str, Ints]

    @property
    def altered_cells(self) -> int:
        """How many cells differ."""
        return sum(len(cases) for cases in self.cells.values())

    @property
    def total(self) -> int:
        """All of them."""
        return len(self.altered[0]) + len(self.gone) + self.altered_cells


@dataclass(frozen=True, slots=True)
class Reconciled:
    """`touched` are the dossiers to be held anew, new ones first, with their digests. `changed` counts those told
    otherwise than held; `vanished` and `returned` are places among the dossiers held."""

    touched: LogSource
    digests: Digests
    new: int
    changed: int
    same: int
    appended: int
    contradictions: Contradictions | None
    vanished: Ints
    returned: Ints


def reconcile(source: LogSource, known: Known, open_segment: OpenSegment, key: bytes, *, is_whole: bool) -> Reconciled:
    """Compare a log with what is held. `key` keys the digests; `is_whole`: what is not in the log has vanished."""
    digests = digests_of(source, key)
    place = known.places_of(Ids.of_texts(source.ids))
    held = place >= 0
    new, differing = np.flatnonzero(~held), _differing(digests, known, place, held)
    told_places = np.zeros(len(known.place), np.bool_)
    told_places[place[held]] = True
    vanished = np.flatnonzero(~told_places & ~known.is_missing) if is_whole else np.empty(0, np.int64)
    touched, appended, contradictions = _compose(source, new, differing, place, known, open_segment, key)
    return Reconciled(
        touched=touched,
        digests=digests if touched is source else digests_of(touched, key),
        new=len(new),
        changed=len(differing),
        same=source.case_count - len(new) - len(differing),
        appended=appended,
        contradictions=contradictions,
        vanished=vanished,
        returned=np.flatnonzero(told_places & known.is_missing),
    )


def digests_of(source: LogSource, key: bytes) -> Digests:
    """The digest of each dossier."""
    parts = [case_digests(run, event_digests(run, key), key) for run in source.chunks(_RUN_EVENTS)]
    return np.concatenate(parts) if parts else np.empty((0, 2), np.uint64)


def _cut(source: LogSource, cases: Ints) -> EventLog:
    """Some dossiers of a log, ascending."""
    first, parts = 0, []
    for run in source.chunks(_RUN_EVENTS):
        low, high = np.searchsorted(cases, [first, first + run.case_count])
        parts.append(chosen(run, cases[low:high] - first))
        first += run.case_count
    return _laid(parts)


def _differing(digests: Digests, known: Known, place: Ints, held: Mask) -> Ints:
    mine = np.flatnonzero(held)
    differs: Mask = (digests[mine] != known.digests[place[mine]]).any(axis=1)
    return mine[differs]


def _compose(
    source: LogSource, new: Ints, differing: Ints, place: Ints, known: Known, open_segment: OpenSegment, key: bytes
) -> tuple[LogSource, int, Contradictions | None]:
    """What will be held anew: the new dossiers as told, the changed ones with what they gained."""
    if len(new) == source.case_count:
        return source, 0, None
    fresh = _cut(source, new)
    if not len(differing):
        return LogInMemory(fresh), 0, None
    fresh, told, held = under_one_set_of_names(
        [fresh, _cut(source, differing), held_dossiers(known, place[differing], open_segment)]
    )
    gained, appended, contradictions = _gained(held, told, key)
    return LogInMemory(_laid([fresh, gained])), appended, contradictions


def held_dossiers(known: Known, places: Ints, open_segment: OpenSegment) -> EventLog:
    """The dossiers as held, in the order of `places`, whichever segments they lie in."""
    parts: list[EventLog] = []
    order: list[Ints] = []
    for code in np.unique(known.segment[places]).tolist():
        mine = np.flatnonzero(known.segment[places] == code)
        of_case = {int(known.place[places[k]]): int(k) for k in mine}
        for run, pairs in open_segment(known.segments[code]).runs_of(list(of_case)):
            parts.append(chosen(run, np.array([own for own, _ in pairs], np.int64)))
            order.append(np.array([of_case[whole] for _, whole in pairs], np.int64))
    laid = _laid(under_one_set_of_names(parts))
    back = np.argsort(np.concatenate(order))
    return chosen(laid, back)


def _laid(parts: list[EventLog]) -> EventLog:
    """Logs with common names one after the other."""
    counts = np.cumsum([0, *(p.case_count for p in parts)])
    case = [np.repeat(np.arange(p.case_count), np.diff(p.offsets)) + c for p, c in zip(parts, counts, strict=False)]
    columns = {name: np.concatenate([getattr(p.cases, name) for p in parts]) for name in (*CASE_FIELDS, "trace")}
    ids = [code for p in parts for code in p.cases.ids]
    empty = replace(parts[0], cases=Cases(ids=ids, **columns), offsets=np.zeros(len(ids) + 1, np.int64))
    return joined(parts, np.concatenate(case), empty)


def _gained(held: EventLog, told: EventLog, key: bytes) -> tuple[EventLog, int, Contradictions]:
    """The held dossiers with the events and cells that they gain; only those that gain anything."""
    matched = match_columns(_told(held, key), _told(told, key))
    columns, filled, cells = _cells(held.cases, told.cases)
    extra = np.full(told.event_count, -1, np.int64)
    extra[matched.appended] = _case_of_event(told)[matched.appended]
    cases = replace(held, cases=replace(held.cases, **columns))
    merged = joined([held, told], np.concatenate([_case_of_event(held), extra]), cases)
    gains = filled | (np.bincount(extra[matched.appended], minlength=held.case_count) > 0)
    contradictions = Contradictions(held, told, matched.altered, matched.gone, cells)
    return chosen(merged, np.flatnonzero(gains)), len(matched.appended), contradictions


def _cells(held: Cases, told: Cases) -> tuple[dict[str, Any], Mask, dict[str, Ints]]:
    """The cells afterwards, which dossiers gained one, and where the two differ. A limit is a number and its unit."""
    columns: dict[str, Any] = {}
    filled, differing = np.zeros(len(held.trace), np.bool_), {}
    for name in CASE_FIELDS:
        if name in _CODE_PARTS or name == "limit_unit":
            continue
        ours, theirs, absent = getattr(held, name), getattr(told, name), _ABSENT.get(name, NONE)
        gains, differs = (ours == absent) & (theirs != absent), (ours != absent) & (theirs != absent) & (ours != theirs)
        columns[name] = np.where(gains, theirs, ours)
        if name == "limit_value":
            differs |= (ours != NONE) & (theirs != NONE) & (held.limit_unit != told.limit_unit)
            columns["limit_unit"] = np.where(gains, told.limit_unit, held.limit_unit)
        filled |= gains
        if differs.any():
            differing[name] = np.flatnonzero(differs)
    return columns, filled, differing


def _told(log: EventLog, key: bytes) -> ToldColumns:
    return ToldColumns(_case_of_event(log).astype(np.int32), log.events.activity, event_digests(log, key))


def _case_of_event(log: EventLog) -> Ints:
    return np.repeat(np.arange(log.case_count), np.diff(log.offsets))
