"""Stretches in which a dossier waits for an answer: a request, and the first matching answer after it.

Asked again while still waiting is the same wait. A wait that the first receipt or an undone closing cuts off was never
answered, and is over. Only what happened until the end of the dossier (or the as-of moment) is looked at.
"""

from dataclasses import dataclass
from datetime import datetime

import numpy as np
import numpy.typing as npt

from baro.rules.judged.deadlines.kinds_in_log import KindIndex
from baro.rules.observed.kinds import CLOSING, Kind
from baro.rules.observed.log import NONE, Codes, Ints, ObservedCase


@dataclass(frozen=True, slots=True)
class Wait:
    """From event `start` to event `stop` of a case (-1: still waiting); `answered` False where it was cut off."""

    start: int
    stop: int
    answered: bool


@dataclass(frozen=True, slots=True)
class Waits:
    """Columnar twin: one entry per wait, by case and time; event indices of the log."""

    case: Codes
    start: Ints
    stop: Ints
    answered: npt.NDArray[np.bool_]


def waits_of(case: ObservedCase, until: datetime, asked: Kind, answer: Kind) -> tuple[Wait, ...]:
    """Find the waits of one case for one kind of request; `until` is the end of the dossier, or the as-of moment."""
    lived = [e for e in case.events if e.at <= until]
    receipt = next((k for k, e in enumerate(lived) if e.kind is Kind.RECEIVED), NONE)
    reopening = max((k for k, e in enumerate(lived) if e.kind is Kind.REOPENED), default=NONE)
    found: list[Wait] = []
    start = NONE
    for k, event in enumerate(lived):
        cut = k == receipt or (event.kind in CLOSING and k < reopening)
        if event.kind is asked and start == NONE:
            start = k
        elif start != NONE and (event.kind is answer or cut):
            found.append(Wait(start, k, event.kind is answer))
            start = NONE
    return tuple(found) if start == NONE else (*found, Wait(start, NONE, answered=False))


def waits(index: KindIndex, until: Ints, asked: Kind, answer: Kind) -> Waits:
    """Find the waits of all cases for one kind of request; `until` in ms per case."""
    requests = _within(index, until, index.of(asked))
    if not len(requests):
        return Waits(np.empty(0, np.int32), requests, requests, np.empty(0, np.bool_))
    marks = np.concatenate([requests, _within(index, until, index.of(answer)), _cuts(index, until, requests)])
    marks.sort(kind="stable")  # runs in order: laid together, not sorted
    case, kind = index.case_of(marks), index.kinds[marks]
    asks = kind == asked
    goes_on = np.zeros(len(marks), np.bool_)
    goes_on[1:] = asks[:-1] & (case[1:] == case[:-1])
    opens = np.flatnonzero(asks & ~goes_on)
    stops = np.append(np.flatnonzero(~asks), len(marks))
    stop = stops[np.searchsorted(stops, opens)]
    over = stop < len(marks)
    over[over] = case[stop[over]] == case[opens[over]]
    stop = np.where(over, stop, 0)
    return Waits(case[opens], marks[opens], np.where(over, marks[stop], NONE), over & (kind[stop] == answer))


def _within(index: KindIndex, until: Ints, events: Ints) -> Ints:
    return events[index.log.events.at[events] <= until[index.case_of(events)]]


def _cuts(index: KindIndex, until: Ints, requests: Ints) -> Ints:
    """Of the cases with requests: the first receipts, and the closings that were undone."""
    asks = np.zeros(index.log.case_count, np.bool_)
    asks[index.case_of(requests)] = True
    receipts = index.first_of(Kind.RECEIVED)
    reopening = index.last(_within(index, until, index.of(Kind.REOPENED)))
    closings = index.of(*CLOSING) if (reopening >= 0).any() else receipts[:0]
    undone = closings[closings < reopening[index.case_of(closings)]]
    cuts = np.concatenate([receipts[asks & (receipts >= 0)], undone[asks[index.case_of(undone)]]])
    return _within(index, until, cuts)
