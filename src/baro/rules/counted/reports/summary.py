"""The summary as plain values: stable keys for programs (docs/reference/summary.md)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from baro.rules.counted.cases import CountedCases
from baro.rules.counted.reports.counted import Counted
from baro.rules.counted.reports.tables import by_group
from baro.rules.counted.told import Figure, SignalTold, Source
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.observed.log import NO_TIME
from baro.rules.observed.quality import Doubt

VERSION = "1"
_UNIT_KEYS = (
    "received", "new", "carried", "resolved", "early", "on_time", "late", "pending", "pending_on_time", "pending_late",
    "not_computable",
)  # fmt: skip
Value = str | int | float | bool | None | Sequence["Value"] | Mapping[str, "Value"]


@dataclass(frozen=True, slots=True)
class LogSize:
    """How large the log is."""

    cases: int
    events: int
    distinct_traces: int


def summary_of(
    size: LogSize,
    counted: Counted,
    period: tuple[date, date],
    figures: Sequence[Figure],
    signals: Sequence[SignalTold],
    doubts: Mapping[Doubt, int],
    sources: Sequence[Source],
    recorded_present: bool,
) -> dict[str, Value]:
    """Put the summary together; nothing in it depends on when or where it was made."""
    return {
        "version": VERSION,
        "as_of": counted.as_of.isoformat(),
        "period": {"first": period[0].isoformat(), "last": period[1].isoformat()},
        "sources": [{"role": s.role, "name": s.name, "sha256": s.sha256} for s in sources],
        "log": {"cases": size.cases, "events": size.events, "distinct_traces": size.distinct_traces},
        "conformance": _conformance(counted.cases),
        "time": _time(counted.cases, recorded_present=recorded_present),
        "signals": {s.code: {"cases": s.cases, "times": s.times, "checked": s.checked} for s in signals},
        "indicators": {
            f.key: {"value": f.value, "numerator": f.numerator, "denominator": f.denominator, "version": f.version}
            for f in figures
        },
        "late_minutes": sum(counted.tallies.late.values()),
        "units": _units(counted),
        "quality": {doubt.value: n for doubt, n in doubts.items() if n},
    }


def recorded_late(cases: CountedCases) -> tuple[int, int]:
    """Cases whose source recorded both a due date and an end, and those of them that ended after it (as instants)."""
    both = (cases.recorded_due != NO_TIME) & (cases.recorded_ended != NO_TIME)
    late = both & (cases.recorded_ended > cases.recorded_due)
    return int(np.count_nonzero(both)), int(np.count_nonzero(late))


def _conformance(cases: CountedCases) -> dict[str, Value]:
    judged = cases.cost >= 0
    fitness = cases.fitness[judged]
    return {
        "judged_cases": int(np.count_nonzero(judged)),
        "not_judged": int(np.count_nonzero(~judged)),
        "fitting_cases": int(np.count_nonzero(cases.cost == 0)),
        "total_cost": int(cases.cost[judged].sum()),
        "undone_cost_of_open_cases": int((cases.cost - cases.told_cost)[judged].sum()),
        "conforming_cases": int(np.count_nonzero(cases.conforms)),
        "mean_fitness": round(float(fitness.mean()), 9) if len(fitness) else None,
    }


def _time(cases: CountedCases, *, recorded_present: bool) -> dict[str, Value]:
    """Every case of the log by its class at the as-of moment, whatever the period."""
    counts = np.bincount(cases.clock.time_class, minlength=len(TimeClass))
    time: dict[str, Value] = {c.name.lower(): int(counts[c]) for c in TimeClass}
    if recorded_present:
        both, late = recorded_late(cases)
        time["recorded_due"] = {"cases": both, "late": late}
    return time


def _units(counted: Counted) -> list[Value]:
    counts = by_group(counted, counted.cases.unit, len(counted.names.units))
    names = [*counted.names.units, ""]
    rows = [(n, row) for n, row in zip(names, counts.tolist(), strict=True) if row[0]]
    return [{"unit": name, **dict(zip(_UNIT_KEYS, row, strict=True))} for name, row in sorted(rows)]
