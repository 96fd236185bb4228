"""The red flags over a log as lines of the report: how often each rose, on what duty, and what was not checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from baro.rules.counted.told import SignalTold
from baro.rules.judged.signals.signal import Signal
from baro.rules.judged.signals.told import need_told, rule_told


@dataclass(frozen=True, slots=True)
class Rises:
    """How often a signal rose: distinct cases, times in all, and the codes of a few cases."""

    cases: int
    times: int
    examples: tuple[str, ...]


def signal_lines(
    signals: Sequence[Signal], rises: Mapping[str, Rises], missing: Mapping[str, Sequence[str]]
) -> tuple[SignalTold, ...]:
    """One line per signal, in order of its code; `missing[code]` names what the log lacks for it."""
    none = Rises(0, 0, ())
    return tuple(_line(s, rises.get(s.code, none), missing.get(s.code, ())) for s in signals)


def _line(signal: Signal, rises: Rises, missing: Sequence[str]) -> SignalTold:
    why_not = "Nhật ký không có: " + ", ".join(map(need_told, missing)) if missing else ""
    return SignalTold(
        code=signal.code,
        name=signal.name,
        severity=signal.severity.value,
        cases=rises.cases,
        times=rises.times,
        duty=signal.duty,
        article=signal.article,
        false_positives=signal.false_positives,
        parameters=rule_told(signal),
        checked=not missing,
        why_not=why_not,
        examples=rises.examples,
    )
