"""How far a dossier has come at the as-of moment: ended, reopened, returned.

A dossier ends with its first closing event (result released, refused, withdrawn, stopped) after it was received and
after it was last reopened. A log that knows no closing events is read by the end it records, or else by its last event.
What happened after the as-of moment is not looked at.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import numpy.typing as npt

from baro.rules.judged.deadlines.kinds_in_log import KindIndex
from baro.rules.observed.kinds import CLOSING, Kind
from baro.rules.observed.log import NO_TIME, NONE, Event, Ints, ObservedCase


@dataclass(frozen=True, slots=True)
class Life:
    """`receipt` and `reopening` are event indices (first receipt, last reopening), -1 if there is none; `until` is the
    end, or the as-of moment while open."""

    receipt: int
    reopening: int
    ended_at: datetime | None
    ended_kind: int
    returned_at: datetime | None
    until: datetime


@dataclass(frozen=True, slots=True)
class Lives:
    """Columnar twin: per case; moments in ms, `NO_TIME` if there is none, event indices of the log."""

    receipt: Ints
    reopening: Ints
    ended_at: Ints
    ended_kind: npt.NDArray[np.int8]
    returned_at: Ints
    until: Ints


def life_of(case: ObservedCase, as_of: datetime, *, has_closing_kind: bool, has_recorded_ended: bool) -> Life:
    """Read one case up to the as-of moment (aware)."""
    seen = [e for e in case.events if e.at <= as_of]
    receipt = next((k for k, e in enumerate(seen) if e.kind is Kind.RECEIVED), NONE)
    reopening = max((k for k, e in enumerate(seen) if e.kind is Kind.REOPENED), default=NONE)
    returned = _first(seen[reopening + 1 :], (Kind.RETURNED,))
    ended_at, kind = None, 0
    if has_closing_kind:
        closing = _first(seen[max(receipt, reopening) + 1 :], CLOSING)
        ended_at, kind = (closing.at, int(closing.kind)) if closing else (None, 0)
    else:
        told = case.recorded_ended if has_recorded_ended else case.events[-1].at
        ended_at = told if told is not None and told <= as_of else None
    return Life(receipt, reopening, ended_at, kind, returned.at if returned else None, ended_at or as_of)


def lives(index: KindIndex, as_of: int) -> Lives:
    """Read all cases up to the as-of moment (ms)."""
    log, at = index.log, index.log.events.at
    receipt = index.first_of(Kind.RECEIVED)
    receipt = np.where(_moments(at, receipt) <= as_of, receipt, NONE)
    reopening = index.last(_seen(index, as_of, Kind.REOPENED))
    returned = _first_after(index, _seen(index, as_of, Kind.RETURNED), reopening)
    kind = np.zeros(log.case_count, np.int8)
    if index.knows(*CLOSING):
        closing = _first_after(index, _seen(index, as_of, *CLOSING), np.maximum(receipt, reopening))
        ended_at = _moments(at, closing)
        kind[closing >= 0] = index.kinds[closing[closing >= 0]]
    elif "recorded_ended" in log.present:
        ended_at = np.where(log.cases.recorded_ended <= as_of, log.cases.recorded_ended, NO_TIME)
    else:
        last = at[log.offsets[1:] - 1]
        ended_at = np.where(last <= as_of, last, NO_TIME)
    until = np.where(ended_at != NO_TIME, ended_at, as_of)
    return Lives(receipt, reopening, ended_at, kind, _moments(at, returned), until)


def _first(events: Iterable[Event], kinds: Iterable[Kind]) -> Event | None:
    return next((e for e in events if e.kind in kinds), None)


def _seen(index: KindIndex, as_of: int, *kinds: Kind) -> Ints:
    events = index.of(*kinds)
    return events[index.log.events.at[events] <= as_of]


def _first_after(index: KindIndex, events: Ints, after: Ints) -> Ints:
    """Per case the first of these events that comes later than another one; -1."""
    return index.first(events[events > after[index.case_of(events)]])


def _moments(at: Ints, events: Ints) -> Ints:
    """The moment of each event, `NO_TIME` for -1."""
    found = np.full(len(events), NO_TIME, np.int64)
    found[events >= 0] = at[events[events >= 0]]
    return found
