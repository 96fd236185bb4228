"""What a red flag is: a question to a unit with its ground, never a finding about a person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from baro.rules.judged.deadlines.columns import ClockColumns
from baro.rules.observed.log import EventLog, Ints
from baro.rules.prescribed.workdays import Calendar, CalendarTables


class Severity(StrEnum):
    """How grave the question is; an ordering aid, not a sanction."""

    NOTE = "note"
    MINOR = "minor"
    MAJOR = "major"
    SERIOUS = "serious"


@dataclass(frozen=True, slots=True)
class FactColumns:
    """All that a signal may look at: the log, its clock, its calendar, and the as-of moment (ms).

    Case-level signals may be given any run of consecutive cases; log-level ones (`whole_log`) need all of them.
    `same_day_slots`: other shared columns may be added here when two signals need them.
    """

    log: EventLog
    clock: ClockColumns
    tables: CalendarTables
    as_of: int
    competent: npt.NDArray[np.bool_] | None = None  # per event; None where competence was not checked
    leg_due_days: int = 5  # working days an asked agency has, where the log names no limit (unverified default)


@dataclass(frozen=True, slots=True)
class Raised:
    """Where a signal rose: case index, event index (-1 if it concerns the case as a whole), an amount in the signal's
    own unit (days, minutes, count; 0 if none). Sorted by case, then event."""

    case: Ints
    event: Ints
    amount: Ints


@dataclass(frozen=True, slots=True)
class Signal:
    """A red flag: its rule and everything a reader must know to judge it fairly. Texts are Vietnamese.

    `question` is a format string over `case`, `amount` and the parameters, worded as a question to the unit.
    `needs`: names of `EventLog.present` and of `Kind`s without which it is told as "not checked".
    """

    code: str
    name: str
    question: str
    severity: Severity
    duty: str
    article: str
    false_positives: str
    parameters: Mapping[str, int]
    needs: frozenset[str]
    raise_in: Callable[[FactColumns, Mapping[str, int]], Raised]
    whole_log: bool = False


__all__ = ["Calendar", "FactColumns", "Raised", "Severity", "Signal"]
