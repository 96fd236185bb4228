"""The judged state of each dossier of a delivery, for lists: when due, which class, who holds it, what deviates.

Only what a dossier shows by itself is judged here, so that its state does not depend on which others came with it. The
red flags across dossiers (R14, R27, R28, R31) need the whole log: the report raises them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from baro.desk.court import Court, convene
from baro.desk.findings import FIRST_SIGNAL
from baro.desk.flow import Run, judge_runs
from baro.desk.log_source import LogSource, known_at
from baro.desk.prescription import Prescription
from baro.records.ids import Ids
from baro.records.loading.known import places_in
from baro.rules.judged.deadlines.by_pause import in_time_by_pause
from baro.rules.judged.deadlines.classes import TimeClass, WhyNot
from baro.rules.judged.deadlines.columns import ClockColumns
from baro.rules.judged.dossier_states import DossierStates
from baro.rules.judged.signals.registry import SIGNALS
from baro.rules.observed.log import NO_TIME, NONE, Codes, Ints, Names
from baro.rules.prescribed.zones import MS_A_MINUTE, ZoneOffsets

Progress = Callable[[int, int], None]
Column = npt.NDArray[Any]
_SIGNAL_BITS = np.array([1 << int(signal.code[1:]) for signal in SIGNALS], np.int64)
_DAY_MINUTES = 1440


@dataclass(frozen=True, slots=True)
class JudgedDossiers:
    """The states, and what their codes stand for."""

    states: DossierStates
    names: Names
    processes: tuple[str, ...]


def judge_dossiers(
    source: LogSource, prescription: Prescription, as_of: int, progress: Progress | None = None
) -> JudgedDossiers:
    """Judge every dossier of a log as of a moment (ms). Raises `Refused` for a process that cannot end."""
    known = known_at(source, as_of)
    court = convene(known, prescription, as_of)
    runs = [_of_run(run, court) for run in judge_runs(known, court, progress)]
    states = _whole(runs)
    if known is not source:
        states = _with_untold(states, known, source)
    return JudgedDossiers(states, court.names, tuple(p.code for p in court.processes))


def _of_run(run: Run, court: Court) -> DossierStates:
    clock, split, log = run.clock, run.split, run.log
    is_open = clock.ended_at == NO_TIME
    deviations, signals = _bits(run)
    return DossierStates(
        process=run.process,
        unit=run.unit,
        due_at=_instants(clock.due_minute, court.setting.processing.calendar.zone),
        holder_kind=np.where(is_open, split.tail_holder, np.int8(NONE)).astype(np.int8),
        holder_unit=np.where(is_open, split.tail_unit, NONE).astype(np.int32),
        holder_person=np.where(is_open, split.tail_person, NONE).astype(np.int32),
        last_event_at=log.events.at[log.offsets[1:] - 1],
        event_count=np.diff(log.offsets).astype(np.int32),
        deviation_kinds=deviations[0].astype(np.int32),
        deviation_count=deviations[1],
        signals=signals[0],
        signal_count=signals[1],
        in_time_by_pause=_by_pause(clock, court),
        digitised=run.digitised,
        **{name: getattr(clock, name) for name in _OF_CLOCK},
    )


def _by_pause(clock: ClockColumns, court: Court) -> npt.NDArray[np.bool_]:
    minutes = court.setting.processing.local_minutes(np.maximum(clock.ended_at, 0))
    return in_time_by_pause(clock, np.where(clock.ended_at == NO_TIME, -1, minutes // _DAY_MINUTES))


_OF_CLOCK = (
    "received_at", "due_day", "ended_at", "ended_kind", "time_class", "due_source", "why_not", "late_days",
    "late_minutes", "suspended", "reopened", "pauses", "supplements", "extensions",
)  # fmt: skip


def _bits(run: Run) -> tuple[tuple[Ints, Codes], tuple[Ints, Codes]]:
    """Per case, for deviations and for signals: the kinds found as bits, and how many findings."""
    found = run.findings
    case = found.case - run.first_case
    is_signal = found.kind >= FIRST_SIGNAL
    of_deviation = np.left_shift(np.int64(1), np.where(is_signal, 0, found.kind).astype(np.int64))
    of_signal = _SIGNAL_BITS[np.where(is_signal, found.kind - FIRST_SIGNAL, 0)]
    return (
        _gathered(case, of_deviation, ~is_signal, run.log.case_count),
        _gathered(case, of_signal, is_signal, run.log.case_count),
    )


def _gathered(case: Ints, bits: Ints, which: Column, count: int) -> tuple[Ints, Codes]:
    case, bits = case[which], bits[which]
    together = np.zeros(count, np.int64)
    if len(case):
        starts = np.flatnonzero(np.diff(case, prepend=-1))
        together[case[starts]] = np.bitwise_or.reduceat(bits, starts)
    return together, np.bincount(case, minlength=count).astype(np.int32)


def _instants(minutes: Ints, zone: str) -> Ints:
    """Local minutes since 1970 as instants in ms; `NO_TIME` for -1."""
    known = minutes >= 0
    if not known.any():
        return np.full(len(minutes), NO_TIME, np.int64)
    local = np.where(known, minutes, minutes[known][0])
    years = (1970 + int(local.min()) // (_DAY_MINUTES * 366), 1971 + int(local.max()) // (_DAY_MINUTES * 365))
    offsets = ZoneOffsets(zone, *years)
    instant = local * MS_A_MINUTE
    for _ in range(2):  # the offset is a matter of the instant: the second look is right but within a change of clocks
        instant -= (offsets.local_minutes(instant) - local) * MS_A_MINUTE
    return np.where(known, instant, NO_TIME)


def _whole(runs: Iterable[DossierStates]) -> DossierStates:
    held = list(runs)
    return DossierStates(**{f.name: np.concatenate([getattr(r, f.name) for r in held]) for f in fields(DossierStates)})


def _with_untold(states: DossierStates, known: LogSource, source: LogSource) -> DossierStates:
    """Add the dossiers of which nothing had happened yet as of the moment (not counted, nothing known), and count all
    events, those said to be still to come among them."""
    place = places_in(Ids.of_texts(known.ids), Ids.of_texts(source.ids))
    missing = place < 0
    columns = {f.name: getattr(states, f.name)[place] for f in fields(DossierStates)}
    for name, column in columns.items():
        column[missing] = _UNTOLD.get(name, 0)
    columns["event_count"] = np.concatenate([np.diff(run.offsets) for run in source.chunks()]).astype(np.int32)
    return DossierStates(**columns)


_UNTOLD = {
    **dict.fromkeys(("process", "unit", "due_day", "holder_kind", "holder_unit", "holder_person"), NONE),
    **dict.fromkeys(("received_at", "due_at", "ended_at", "last_event_at"), NO_TIME),
    "time_class": int(TimeClass.NOT_COUNTED),
    "why_not": int(WhyNot.NOT_RECEIVED),
}
