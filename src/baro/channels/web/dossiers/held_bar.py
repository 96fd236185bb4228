"""Who held a dossier for how long, as a bar drawn to scale and as words."""

from collections.abc import Sequence
from dataclasses import dataclass

from baro.rules.counted.reports.counted import MINUTES_A_WORKING_DAY
from baro.rules.counted.reports.words import count, decimal
from baro.rules.counted.told import SplitPart

WHOLE = 1000
_KINDS = {"office": "", "other_agency": "cơ quan phối hợp", "applicant": "người nộp hồ sơ"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPart:
    """One holder: where its stretch begins on the bar and how long it is, in thousandths; the late part at its end."""

    holder: str
    kind: str
    word: str
    begins: str
    width: str
    late_begins: str
    late_width: str
    time: str
    late: str


def bar_of(parts: Sequence[SplitPart]) -> list[HeldPart]:
    """Lay the holders one after the other."""
    whole = sum(part.minutes for part in parts) or 1
    at, drawn = 0.0, []
    for part in parts:
        width = WHOLE * part.minutes / whole
        late = WHOLE * min(part.late_minutes, part.minutes) / whole
        drawn.append(
            HeldPart(
                holder=part.holder, kind=part.kind, word=_KINDS.get(part.kind, ""), begins=f"{at:.1f}",
                width=f"{max(width - 2, 0.5):.1f}", late_begins=f"{at + width - late:.1f}", late_width=f"{late:.1f}",
                time=time_told(part.minutes), late=time_told(part.late_minutes) if part.late_minutes else "",
            )
        )  # fmt: skip
        at += width
    return drawn


def time_told(minutes: int) -> str:
    """Working time in words: working days, or minutes where a tenth of a day says too little."""
    if minutes and minutes < MINUTES_A_WORKING_DAY / 10:
        return f"{count(minutes)} phút"
    return f"{decimal(minutes / MINUTES_A_WORKING_DAY)} ngày"
