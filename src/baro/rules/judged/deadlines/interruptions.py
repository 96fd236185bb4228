"""Which events interrupt the time limit of a dossier (NĐ 61/2018 art. 19.4; domain 2.5).

Papers asked for after receipt restart the count; a payment due and a stop pause it. A consultation does not interrupt:
it runs at the cost of the agency that was asked. A wait cut off without an answer never happened for the count.
"""

from dataclasses import dataclass
from datetime import datetime

import numpy as np
import numpy.typing as npt

from baro.rules.judged.deadlines.derivation import Interruption, InterruptionKind
from baro.rules.judged.deadlines.kinds_in_log import KindIndex
from baro.rules.judged.deadlines.waits import waits, waits_of
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import NONE, Codes, Ints, ObservedCase
from baro.rules.prescribed.law.packs import row_on
from baro.rules.prescribed.zones import local_time

WAITING = int(np.iinfo(np.int64).max)

_TABLE = (
    (Kind.SUPPLEMENT_REQUESTED, Kind.SUPPLEMENT_RECEIVED, InterruptionKind.RESTART, "chờ bổ sung hồ sơ"),
    (Kind.PAYMENT_REQUESTED, Kind.PAID, InterruptionKind.PAUSE, "chờ thực hiện nghĩa vụ tài chính"),
    (Kind.PAUSED, Kind.RESUMED, InterruptionKind.PAUSE, "tạm dừng giải quyết"),
)


@dataclass(frozen=True, slots=True)
class Interruptions:
    """Per interruption, by case, then start, then end: case index, moments in ms (`ends` is `WAITING` while waiting),
    whether it restarts the count, and its place within its case (0, 1, ...)."""

    case: Codes
    starts: Ints
    ends: Ints
    restarts: npt.NDArray[np.bool_]
    place: Ints


def interruptions_of(case: ObservedCase, until: datetime, zone: str) -> tuple[Interruption, ...]:
    """Find the interruptions of one case; `until` is the end of the dossier, or the as-of moment."""
    return tuple(
        Interruption(
            kind,
            starts := case.events[wait.start].at,
            case.events[wait.stop].at if wait.answered else None,
            ground,
            row_on("tthc.supplement.effect", local_time(starts, zone).date())
            if kind is InterruptionKind.RESTART
            else None,
        )
        for asked, answer, kind, ground in _TABLE
        for wait in waits_of(case, until, asked, answer)
        if wait.answered or wait.stop == NONE
    )


def interruptions(index: KindIndex, until: Ints) -> Interruptions:
    """Columnar twin for all cases; `until` in ms per case."""
    at = index.log.events.at
    found = [(waits(index, until, asked, answer), kind) for asked, answer, kind, _ in _TABLE if index.knows(asked)]
    kept = [(w, np.flatnonzero(w.answered | (w.stop == NONE)), kind) for w, kind in found]
    no_times, no_flags = np.empty(0, np.int64), np.empty(0, np.bool_)
    case = np.concatenate([np.empty(0, np.int32), *(w.case[k] for w, k, _ in kept)])
    starts = np.concatenate([no_times, *(at[w.start[k]] for w, k, _ in kept)])
    ends = np.concatenate([no_times, *(np.where(w.answered[k], at[w.stop[k]], WAITING) for w, k, _ in kept)])
    restarts = np.concatenate([no_flags, *(np.full(len(k), kind is InterruptionKind.RESTART) for _, k, kind in kept)])
    order = np.lexsort((ends, starts, case))
    case = case[order]
    place = np.arange(len(case)) - np.searchsorted(case, case)
    return Interruptions(case, starts[order], ends[order], restarts[order], place)
