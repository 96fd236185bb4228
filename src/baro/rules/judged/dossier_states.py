"""The judged state of dossiers as columns: what a list shows and sorts by."""

from dataclasses import dataclass
from typing import Any

import numpy.typing as npt

from baro.rules.observed.log import Codes, Ints

Column = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class DossierStates:
    """One value per dossier; moments in ms since 1970, `NO_TIME` where there is none; codes of the log's names, -1 where
    there is none. `process` is a place in the processes judged by. Bit k of `signals` is the red flag Rk.
    `in_time_by_pause`: ended in time, and would not have without a pause or a restart of the clock. `digitised`: an
    event says that the result was."""

    process: Codes
    unit: Codes
    received_at: Ints
    due_at: Ints
    due_day: Codes
    ended_at: Ints
    ended_kind: Column
    time_class: Column
    due_source: Column
    why_not: Column
    late_days: Codes
    late_minutes: Ints
    suspended: Column
    reopened: Column
    in_time_by_pause: Column
    digitised: Column
    pauses: Codes
    supplements: Codes
    extensions: Codes
    holder_kind: Column
    holder_unit: Codes
    holder_person: Codes
    last_event_at: Ints
    event_count: Codes
    deviation_kinds: Codes
    deviation_count: Codes
    signals: Ints
    signal_count: Codes
