"""What the sentences of a report are made from: the counts, the figures, the red flags and the doubts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from baro.rules.counted.reports.causes import late_minutes_by_step
from baro.rules.counted.reports.counted import Counted
from baro.rules.counted.reports.tables import DEVIATION_WORDS, form_sets
from baro.rules.counted.told import Figure, SignalTold
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.observed.quality import Doubt

_FORM = (
    "received", "new", "carried", "resolved", "early", "on_time", "late", "pending", "pending_on_time", "pending_late",
    "not_computable",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the sentences are made from."""

    counted: Counted
    period: tuple[date, date]
    figures: Sequence[Figure]
    signals: Sequence[SignalTold]
    doubts: dict[Doubt, int]

    def figure(self, key: str) -> Figure:
        """Find an indicator's figure."""
        return next(f for f in self.figures if f.key == key)

    @property
    def form(self) -> dict[str, int]:
        """The counts of the form for the whole log."""
        counts = [int(np.count_nonzero(s)) for s in form_sets(self.counted.cases)]
        return dict(zip(_FORM, counts, strict=True))

    @property
    def timed(self) -> bool:
        """Whether any dossier of the form has a due date to be measured against."""
        form = self.form
        return any(form[k] for k in ("early", "on_time", "late", "pending_on_time", "pending_late"))

    @property
    def late_minutes(self) -> int:
        """All late time, in working minutes."""
        return sum(self.counted.tallies.late.values())

    @property
    def deviations(self) -> dict[DeviationKind, int]:
        """How often each kind of deviation was found, under any process; kinds never found are left out."""
        sums = self.counted.tallies.step_deviations.sum(axis=(0, 1))
        return {kind: int(sums[kind]) for kind in DEVIATION_WORDS if sums[kind]}

    @property
    def without_decision(self) -> int:
        """Processes of which no approving decision is recorded."""
        return sum(not p.approval.decision_no for p in self.counted.processes)

    @property
    def late_steps(self) -> list[tuple[str, int]]:
        """Where the late time lies, heaviest first, in words that can follow "nằm ở", with working minutes."""
        unfinished = self.counted.activity(-1)
        return [
            ("đoạn chưa xong, sau bước cuối cùng ghi nhận" if step == unfinished else f"bước “{step}”", minutes)
            for step, minutes in late_minutes_by_step(self.counted)
        ]
