"""One row per case, for the signals that compare cases with each other: chunks are judged apart and then laid together."""

from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import Codes, Ints


@dataclass(frozen=True, slots=True)
class CaseTable:
    """Per case; codes as in `Cases`, moments in ms, days as local day numbers, -1 where not known.

    `ended_*` tell of the event that closed it: its kind (0 while open), person, local day, attachments, and whether
    its time of day is known (a source that keeps dates only says midnight of everything).
    """

    applicant: Ints
    procedure: Codes
    code_prefix: Codes
    code_day: Codes
    code_sequence: Codes
    received_at: Ints
    due_day: Codes
    ended_at: Ints
    ended_day: Codes
    ended_kind: npt.NDArray[np.int8]
    ended_actor: Codes
    ended_flags: npt.NDArray[np.uint8]
    ended_timed: npt.NDArray[np.bool_]
    present: frozenset[str] = frozenset()  # as in `EventLog`
    kinds: frozenset[Kind] = frozenset()  # those that the log can show

    def __len__(self) -> int:
        return len(self.received_at)

    def rows(self) -> "list[CaseRow]":
        """Give the table row by row, for the plain rules."""
        columns = [getattr(self, f.name).tolist() for f in fields(CaseRow)]
        return [CaseRow(*row) for row in zip(*columns, strict=True)]


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One row of a `CaseTable`."""

    applicant: int
    procedure: int
    code_prefix: int
    code_day: int
    code_sequence: int
    received_at: int
    due_day: int
    ended_at: int
    ended_day: int
    ended_kind: int
    ended_actor: int
    ended_flags: int
    ended_timed: bool
