"""The clock's answers as columns, one value per case (or per event for the holder split)."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from baro.rules.observed.log import Codes, Ints


@dataclass(frozen=True, slots=True)
class ClockColumns:
    """Per case. Days are day numbers since 1970-01-01 in the calendar's zone, minutes are local minutes since
    1970-01-01T00:00 in that zone; -1 where not computable. Working minutes and days are of the processing calendar.

    `due_minute` is the minute at which the limit runs out (exclusive: ended at or before it is not late);
    with date granularity it is the end (24:00) of `due_day`.
    """

    received_at: Ints  # start of the clock (first receipt), ms; NO_TIME if never received
    key_day: Codes  # local day of receipt: chooses process version and rule pack
    limit_value: Codes
    limit_unit: npt.NDArray[np.int8]
    due_source: npt.NDArray[np.int8]
    why_not: npt.NDArray[np.int8]
    due_day: Codes  # the original due date, after pauses and restarts, before any extension
    due_minute: Ints
    extended_due_day: Codes  # -1 if never extended
    plain_due_day: Codes  # the due date had there been no pause and no restart
    ended_at: Ints  # ms; NO_TIME while open at the as-of moment
    ended_kind: npt.NDArray[np.int8]  # Kind, 0 while open (or if the log has no closing kinds)
    returned_at: Ints
    suspended: npt.NDArray[np.bool_]  # open and waiting for the applicant, payment or a stop
    reopened: npt.NDArray[np.bool_]
    pauses: Codes  # how many pauses counted
    restarts: Codes
    supplements: Codes  # supplement requests after receipt
    extensions: Codes
    time_class: npt.NDArray[np.int8]
    late_days: Codes  # working days past due at the end or the as-of moment, 0 if not late
    late_minutes: Ints  # working minutes past due, 0 if not late


@dataclass(frozen=True, slots=True)
class SplitColumns:
    """Per segment. A case of n events has n segments: segment k (at event index k) is the time between the event
    before it and event k, so the first of a case is 0 long; the time between the last event and the end or as-of
    moment of an open case is in `tail_*` (per case). `minutes` of a case, plus its tail, sum exactly to `total`.

    `late` is the late time charged to each segment; it sums with `tail_late` to `late_minutes` of the case.
    `holder` is a `HolderKind`; `person` and `unit` are dictionary codes, -1 unknown.
    """

    minutes: Ints
    holder: npt.NDArray[np.int8]
    person: Codes
    unit: Codes
    late: Ints
    over_limit: Ints  # working minutes over the step's limit, 0 if within or no limit
    tail_minutes: Ints
    tail_holder: npt.NDArray[np.int8]
    tail_person: Codes
    tail_unit: Codes
    tail_late: Ints
    total: Ints
