"""Collects what is doubtful: everything counted, the first of each kind listed."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from baro.rules.observed.quality import Doubt, QualityFinding, QualityReport

LISTED = 1_000  # findings of one kind told in full
_LONGEST_VALUE = 200


@dataclass(slots=True)
class Doubts:
    """The doubts of one file; `tell` is asked for details only while there is room in the list."""

    file: str
    _counts: dict[Doubt, int] = field(default_factory=dict)
    _listed: dict[Doubt, list[QualityFinding]] = field(default_factory=dict)

    def add(self, doubt: Doubt, rows: npt.NDArray[np.int64], tell: Callable[[int], "Cell"], reason: str) -> None:
        """Count one doubt for each of `rows` (positions, handed to `tell`)."""
        if not len(rows):
            return
        self._counts[doubt] = self._counts.get(doubt, 0) + len(rows)
        listed = self._listed.setdefault(doubt, [])
        for position in rows[: LISTED - len(listed)].tolist():
            cell = tell(position)
            listed.append(
                QualityFinding(
                    doubt, self.file, cell.sheet, cell.row, cell.column, cell.value[:_LONGEST_VALUE], reason, cell.case
                )
            )

    def report(self) -> QualityReport:
        """Give all of it."""
        return QualityReport(self._counts, tuple(f for doubt in Doubt for f in self._listed.get(doubt, ())))


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a doubtful value stands."""

    row: int
    column: str = ""
    value: str = ""
    case: str = ""
    sheet: str = ""
