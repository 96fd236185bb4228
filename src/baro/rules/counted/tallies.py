"""Sums over segments and events of a log: who held how long, which steps carry the late time, what followed what.

All sums are integers of working minutes or counts, so that parts add up to the whole whatever the order.
"""

from dataclasses import dataclass, fields
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.judged.deadlines.classes import HolderKind
from baro.rules.judged.deadlines.columns import SplitColumns
from baro.rules.observed.log import Codes, EventLog, Ints, Traces


class LateGround(IntEnum):
    """On what ground a stretch of late time is charged (docs/rules/late-charge.md)."""

    OVER_STEP_LIMIT = 0  # quá thời hạn của bước
    EXTRA_STEP = 1  # bước thêm, lặp hoặc sai thứ tự
    OTHER_AGENCY = 2  # cơ quan khác đang giữ
    AFTER_DUE = 3  # giữ hồ sơ sau khi hết hạn, trong hạn của bước hoặc bước không có hạn
    STILL_HELD = 4  # hồ sơ chưa xong, đang giữ


_EXTRA = (DeviationKind.INSERTED, DeviationKind.REPEATED, DeviationKind.OUT_OF_ORDER)


@dataclass(slots=True)
class Tallies:
    """Shapes: P processes (last row: none), A activities (last column: start/end or tail), U units, N persons
    (last row of each: unknown)."""

    step_count: Ints  # [P+1, A+1]
    step_over: Ints
    step_held: Ints
    step_late: Ints
    step_deviations: Ints  # [P+1, A+1, kinds]
    follows: Ints  # [P+1, A+1, A+1]
    person_events: Ints  # [N+1]
    person_over: Ints
    person_held: Ints
    person_late: Ints
    person_unit: Codes  # the unit they acted for last, as far as told
    unit_held: Ints  # [U+1, holder kinds]
    unit_late: Ints
    late: dict[tuple[int, int, int], int]  # (unit, activity, ground) -> working minutes


def no_tallies(log: EventLog, processes: int) -> Tallies:
    """Start from zero for a log's dictionaries."""
    p, a = processes + 1, len(log.names.activities) + 1
    u, n = len(log.names.units) + 1, len(log.names.persons) + 1

    def zeros(*shape: int) -> Ints:
        return np.zeros(shape, dtype=np.int64)

    return Tallies(
        step_count=zeros(p, a),
        step_over=zeros(p, a),
        step_held=zeros(p, a),
        step_late=zeros(p, a),
        step_deviations=zeros(p, a, len(DeviationKind)),
        follows=zeros(p, a, a),
        person_events=zeros(n),
        person_over=zeros(n),
        person_held=zeros(n),
        person_late=zeros(n),
        person_unit=np.full(n, -1, dtype=np.int32),
        unit_held=zeros(u, len(HolderKind)),
        unit_late=zeros(u, len(HolderKind)),
        late={},
    )


def add_tallies(tallies: Tallies, more: Tallies) -> None:
    """Add the tallies of a later run of the same log."""
    for f in fields(Tallies):
        mine, theirs = getattr(tallies, f.name), getattr(more, f.name)
        if f.name == "late":
            for key, minutes in theirs.items():
                mine[key] = mine.get(key, 0) + minutes
        elif f.name == "person_unit":
            mine[theirs >= 0] = theirs[theirs >= 0]
        else:
            mine += theirs


def add_segments(tallies: Tallies, log: EventLog, step: Codes, split: SplitColumns, kind_of_event: Codes) -> None:
    """Add a run's segments. `step` are the places of the events' steps (`step_places`), `kind_of_event` their
    DeviationKind, -1 if none."""
    over, charged = np.flatnonzero(split.over_limit > 0), np.flatnonzero(split.late > 0)
    _into_steps(tallies.step_count, step, None)
    _into_steps(tallies.step_held, step, split.minutes)
    _into_steps(tallies.step_over, step[over], None)
    _into_steps(tallies.step_late, step[charged], split.late[charged])
    _into(tallies.person_events, log.events.actor, None)
    _into(tallies.person_held, split.person, split.minutes)
    _into(tallies.person_over, split.person[over], None)
    _into(tallies.person_late, split.person[charged], split.late[charged])
    told = np.flatnonzero(log.events.unit >= 0)
    tallies.person_unit[log.events.actor[told]] = log.events.unit[told]
    _into(tallies.unit_held, _by_holder(split.unit, split.holder), split.minutes)
    _into(tallies.unit_late, _by_holder(split.unit[charged], split.holder[charged]), split.late[charged])
    _add_tails(tallies, split)
    _add_late(tallies, log, split, kind_of_event, charged)


def _add_tails(tallies: Tallies, split: SplitColumns) -> None:
    held = split.tail_minutes > 0
    late = split.tail_late > 0
    _into(tallies.person_held, split.tail_person[held], split.tail_minutes[held])
    _into(tallies.person_late, split.tail_person[late], split.tail_late[late])
    _into(tallies.unit_held, _by_holder(split.tail_unit[held], split.tail_holder[held]), split.tail_minutes[held])
    _into(tallies.unit_late, _by_holder(split.tail_unit[late], split.tail_holder[late]), split.tail_late[late])


def _add_late(
    tallies: Tallies,
    log: EventLog,
    split: SplitColumns,
    kind_of_event: Codes,
    k: Ints,
) -> None:
    ground = np.full(len(k), LateGround.AFTER_DUE, dtype=np.int64)
    ground[np.isin(kind_of_event[k], _EXTRA)] = LateGround.EXTRA_STEP
    ground[split.holder[k] == HolderKind.OTHER_AGENCY] = LateGround.OTHER_AGENCY
    ground[split.over_limit[k] > 0] = LateGround.OVER_STEP_LIMIT
    _sum_into(tallies.late, split.unit[k], log.events.activity[k], ground, split.late[k])
    t = np.flatnonzero(split.tail_late > 0)
    waits = np.where(split.tail_holder[t] == HolderKind.OTHER_AGENCY, LateGround.OTHER_AGENCY, LateGround.STILL_HELD)
    _sum_into(tallies.late, split.tail_unit[t], np.full(len(t), -1), waits, split.tail_late[t])


def _sum_into(
    sums: dict[tuple[int, int, int], int], unit: npt.NDArray[np.integer], activity: npt.NDArray[np.integer],
    ground: npt.NDArray[np.integer], minutes: Ints,
) -> None:  # fmt: skip
    # One whole number per (unit, activity, ground), -1 allowed in the first two: far faster to sort than rows of three.
    activities, grounds = int(activity.max(initial=0)) + 2, int(ground.max(initial=0)) + 1
    key = ((unit.astype(np.int64) + 1) * activities + activity + 1) * grounds + ground
    keys, where = np.unique(key, return_inverse=True)
    totals = np.bincount(where, weights=minutes, minlength=len(keys)).astype(np.int64)
    places = zip(
        (keys // (activities * grounds) - 1).tolist(),
        (keys // grounds % activities - 1).tolist(),
        (keys % grounds).tolist(),
        strict=True,
    )
    for place, total in zip(places, totals.tolist(), strict=True):
        sums[place] = sums.get(place, 0) + total


def add_follows(tallies: Tallies, traces: Traces, process: Codes, trace: Codes) -> None:
    """Count successions once per distinct (process, trace), weighted by cases; `process` and `trace` per case."""
    p, a = tallies.follows.shape[0], tallies.follows.shape[1]
    pair = (process.astype(np.int64) + p) % p * len(traces) + trace
    pairs, count = np.unique(pair, return_counts=True)
    for code, n in zip(pairs.tolist(), count.tolist(), strict=True):
        ends = (-1, *traces.trace(code % len(traces)), -1)
        np.add.at(tallies.follows[code // len(traces)], (np.array(ends[:-1]) % a, np.array(ends[1:]) % a), n)


def _by_holder(unit: npt.NDArray[np.integer], holder: npt.NDArray[np.integer]) -> Codes:
    places: Codes = unit.astype(np.int32) * np.int32(len(HolderKind)) + holder
    return places


def _into_steps(sums: Ints, step: Codes, amount: Ints | None) -> None:
    """Add amounts (1 if None) at places of steps, all but the last column of `sums`."""
    rows, width = sums.shape[0], sums.shape[1] - 1
    found = np.bincount(step, weights=amount, minlength=rows * width)
    sums[:, :width] += found.astype(np.int64).reshape(rows, width)


def _into(sums: Ints, index: npt.NDArray[np.integer], amount: Ints | None) -> None:
    """Add amounts (1 if None) at flat indexes; a negative index counts from the end, the "unknown" row.

    `bincount` sums in floating point: exact below 2**53 minutes, which no archive reaches.
    """
    flat, unknown = sums.reshape(-1), sums[-1].size
    if len(index):
        found = np.bincount(index + unknown, weights=amount, minlength=flat.size + unknown)[: flat.size + unknown]
        whole = found.astype(np.int64)
        flat += whole[unknown:]
        flat[-unknown:] += whole[:unknown]
