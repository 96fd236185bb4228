"""Which cases the report opens up: a few of each kind that a reader will ask about, never a ranking of persons."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from baro.desk.findings import FIRST_SIGNAL
from baro.desk.judged import JudgedLog
from baro.rules.counted.reports.tables import DEVIATION_WORDS
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.judged.signals.registry import SIGNALS

MOST_CASES = 60
_LATEST, _DEAREST, _OF_EACH = 20, 10, 2


@dataclass(frozen=True, slots=True)
class Chosen:
    """A case by its index, and why it is shown."""

    case: int
    reason: str


def chosen_cases(judged: JudgedLog) -> tuple[Chosen, ...]:
    """Choose at most `MOST_CASES`, each once, for the first reason that applies."""
    found: dict[int, str] = {}
    for chosen in _candidates(judged):
        found.setdefault(chosen.case, chosen.reason)
        if len(found) >= MOST_CASES and len(found) >= len(judged.asked):
            break
    return tuple(Chosen(case, reason) for case, reason in found.items())


def _candidates(judged: JudgedLog) -> Iterator[Chosen]:
    cases = judged.counted.cases
    late = cases.clock.late_minutes
    for case in judged.asked:
        yield Chosen(case, "được hỏi")
    for case in _largest(late, _LATEST):
        yield Chosen(case, "trễ nhiều nhất")
    findings = judged.findings
    for kind in np.unique(findings.kind).tolist():
        for case in np.unique(findings.case[findings.kind == kind])[:_OF_EACH].tolist():
            yield Chosen(case, _reason(kind))
    for case in _largest(cases.cost, _DEAREST):
        yield Chosen(case, "lệch quy trình nhiều nhất")
    for case in range(min(3, judged.source.case_count)):
        yield Chosen(case, "ví dụ")


def _largest(values: np.ndarray, most: int) -> list[int]:
    """Indexes of the largest positive values, largest first, ties by index."""
    order = np.argsort(-values.astype(np.int64), kind="stable")[:most]
    return [int(k) for k in order if values[k] > 0]


def _reason(kind: int) -> str:
    if kind >= FIRST_SIGNAL:
        signal = SIGNALS[kind - FIRST_SIGNAL]
        return f"{signal.code} {signal.name}"
    return DEVIATION_WORDS[DeviationKind(kind)].lower()
