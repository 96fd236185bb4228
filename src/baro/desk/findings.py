"""The findings of a log as columns: every deviation and every red flag, one row each."""

from dataclasses import dataclass, fields
from typing import Self

import numpy as np
import numpy.typing as npt

from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.judged.deadlines.columns import SplitColumns
from baro.rules.judged.signals.raised import Raised
from baro.rules.judged.signals.registry import SIGNALS
from baro.rules.observed.log import NO_TIME, NONE, Codes, EventLog, Ints

FIRST_SIGNAL = len(DeviationKind)  # kinds from here on are places in SIGNALS
_SIGNAL_PLACE = {signal.code: k for k, signal in enumerate(SIGNALS)}


@dataclass(frozen=True, slots=True)
class FindingColumns:
    """One row per finding. `kind` is a `DeviationKind` or `FIRST_SIGNAL` + the place of a signal; `case` the index of
    the case; `row` the event's row in the source, 0 for a skipped step or a case as a whole; the others are codes of the
    log, -1 where unknown; `amount` is in working minutes for a step's limit, in the signal's own unit otherwise."""

    kind: npt.NDArray[np.int16]
    case: Ints
    row: Ints
    activity: Codes
    person: Codes
    unit: Codes
    process: Codes
    amount: Ints
    at: Ints
    cost: Codes

    def __len__(self) -> int:
        return len(self.kind)

    @classmethod
    def together(cls, parts: "list[FindingColumns]") -> Self:
        """Put parts one after the other."""
        names = [f.name for f in fields(cls)]
        return cls(**{name: np.concatenate([getattr(p, name) for p in parts]) for name in names})

    @classmethod
    def of_cases(cls, code: str, raised: Raised, unit: Codes, process: Codes) -> Self:
        """The rows of a signal over the whole log: they concern cases, not events."""
        n, nobody = len(raised.case), np.full(len(raised.case), NONE, np.int32)
        kind = np.full(n, FIRST_SIGNAL + _SIGNAL_PLACE[code], np.int16)
        none = np.zeros(n, np.int64)
        at = np.full(n, NO_TIME, np.int64)
        mine = raised.case
        return cls(
            kind, mine, none, nobody, nobody, unit[mine], process[mine], raised.amount, at, np.zeros(n, np.int32)
        )  # fmt: skip

    def with_inserted(self, places: Ints, more: "FindingColumns") -> "FindingColumns":
        """Put further rows in before these places."""
        if not len(more):
            return self
        return FindingColumns(
            **{f.name: np.insert(getattr(self, f.name), places, getattr(more, f.name)) for f in fields(self)}
        )

    def take(self, rows: Ints) -> "FindingColumns":
        """Keep some rows, in the order given."""
        return FindingColumns(**{f.name: getattr(self, f.name)[rows] for f in fields(self)})


def findings_at(
    log: EventLog, process: Codes, first_case: int, kind: int | npt.NDArray[np.integer], case: Ints, event: Ints,
    amount: Ints | int = 0, activity: Codes | None = None, cost: Codes | int = 0,
) -> FindingColumns:  # fmt: skip
    """Make rows from places in a log; `event` -1 stands for the case as a whole."""
    n, e = len(case), log.events
    known = event >= 0
    at = np.where(known, event, 0)

    def of(column: npt.NDArray[np.integer], absent: int) -> npt.NDArray[np.integer]:
        return np.where(known, column[at], absent) if n else np.empty(0, column.dtype)

    unit = of(e.unit, NONE)
    return FindingColumns(
        kind=np.broadcast_to(np.asarray(kind, np.int16), n),
        case=case.astype(np.int64) + first_case,
        row=of(e.row, 0).astype(np.int64),
        activity=of(e.activity, NONE).astype(np.int32) if activity is None else activity,
        person=of(e.actor, NONE).astype(np.int32),
        unit=np.where(unit == NONE, log.cases.unit[case], unit).astype(np.int32),
        process=process[case],
        amount=np.broadcast_to(np.asarray(amount, np.int64), n),
        at=of(e.at, NO_TIME).astype(np.int64),
        cost=np.broadcast_to(np.asarray(cost, np.int32), n),
    )


def over_limits(log: EventLog, process: Codes, first_case: int, split: SplitColumns, case: Codes) -> FindingColumns:
    """The steps that took longer than their limit."""
    event = np.flatnonzero(split.over_limit > 0)
    kind = int(DeviationKind.OVER_STEP_LIMIT)
    return findings_at(log, process, first_case, kind, case[event].astype(np.int64), event, split.over_limit[event])


def raised_findings(log: EventLog, process: Codes, first_case: int, code: str, raised: Raised) -> FindingColumns:
    """The rows of one signal."""
    kind = FIRST_SIGNAL + _SIGNAL_PLACE[code]
    return findings_at(log, process, first_case, kind, raised.case, raised.event, raised.amount)
