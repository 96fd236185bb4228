"""Raise every red flag that a log can show."""

from collections.abc import Callable, Iterable, Mapping

from baro.rules.judged.signals.case_table import CaseTable
from baro.rules.judged.signals.fact_columns import FactColumns
from baro.rules.judged.signals.raised import Raised
from baro.rules.judged.signals.registry import SIGNALS, missing
from baro.rules.judged.signals.signal import Parameters, Signal
from baro.rules.observed.kinds import Kind

Settings = Mapping[str, Parameters]  # by code of signal: parameters that differ from the default
Each = Callable[[Callable[[Signal], Raised], list[Signal]], Iterable[Raised]]
_DEFAULT: Settings = {}
COMPETENCE = "competence"  # stands among the present columns where competence was checked


def raise_all(
    facts: FactColumns, settings: Settings = _DEFAULT, foreseen: frozenset[Kind] = frozenset()
) -> dict[str, Raised]:
    """Raise the case-level signals by code, leaving out those that cannot be checked.

    `foreseen`: kinds of event that the approved processes know; where none of them happened, that is a finding too.
    """
    present = facts.log.present | ({COMPETENCE} if facts.competent is not None else set())
    return {
        s.code: s.raise_in(facts, {**s.parameters, **settings.get(s.code, {})})
        for s in SIGNALS
        if s.raise_in is not None and not missing(s, present, facts.kinds_shown | foreseen)
    }


def raise_whole(
    table: CaseTable, settings: Settings = _DEFAULT, foreseen: frozenset[Kind] = frozenset(), each: Each = map
) -> dict[str, Raised]:
    """Raise the signals that compare cases by code, leaving out those that cannot be checked; cases are table rows.
    `each` applies a function to signals, in their order: perhaps side by side."""
    asked = [s for s in SIGNALS if s.raise_over is not None and not missing(s, table.present, table.kinds | foreseen)]

    def raise_one(signal: Signal) -> Raised:
        assert signal.raise_over is not None  # only such were asked
        return signal.raise_over(table, {**signal.parameters, **settings.get(signal.code, {})})

    return dict(zip((s.code for s in asked), each(raise_one, asked), strict=True))
