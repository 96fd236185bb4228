"""What makes an incoming fact doubtful: findings on the data, told before anything is judged."""

from dataclasses import dataclass
from enum import StrEnum


class Doubt(StrEnum):
    """Why a row or cell is doubtful."""

    BAD_CELL = "bad_cell"  # could not be read; the row is left out
    DUPLICATE = "duplicate"  # the same event twice; the later row is left out
    IMPOSSIBLE_DATE = "impossible_date"  # read, but outside what can be (year 1900, after the as-of moment)
    BEFORE_RECEIPT = "before_receipt"  # an event earlier than the receipt of its dossier
    UNKNOWN_STEP = "unknown_step"  # an activity that no process in force knows
    INCONSISTENT = "inconsistent"  # a case attribute that differs between rows of one case


@dataclass(frozen=True, slots=True)
class QualityFinding:
    """One doubtful cell: file, sheet ("" if none), 1-based row, column as named in the source, the value, the reason
    (a Vietnamese sentence)."""

    doubt: Doubt
    file: str
    sheet: str
    row: int
    column: str
    value: str
    reason: str
    case: str = ""


@dataclass(frozen=True, slots=True)
class QualityReport:
    """All doubts counted by kind, and the first ones of each listed in full (the bound is the reader's)."""

    counts: dict[Doubt, int]
    findings: tuple[QualityFinding, ...]
