"""Behaviour of several logs of one work, compared exactly over their distinct traces: activities, orders, courses, durations.

The order of two activities in a log is told by direct succession (the footprint of van der Aalst, Process Mining, 2016, 6.2): a
before b, b before a, both ways, never one right behind the other; each with how many cases show it.
"""

from dataclasses import dataclass
from enum import IntEnum
from itertools import combinations

import numpy as np
import numpy.typing as npt

from baro.rules.judged.harmonising.observed import Pooled
from baro.rules.observed.log import Ints


class Order(IntEnum):
    """How two activities follow one another directly, in the cases of a log."""

    NEVER = 0
    FORWARD = 1
    BACKWARD = 2
    BOTH = 3


@dataclass(frozen=True, slots=True)
class Behaviour:
    """`with_activity[a, l]`: in how many cases of log l activity a occurs. `pairs[p]` are two activities (a <= b) of which one
    follows the other directly in some case; `forward[p, l]`, `backward[p, l]`: in how many cases of log l b follows a, a follows
    b (for a = b the same)."""

    pooled: Pooled
    with_activity: Ints
    pairs: Ints
    forward: Ints
    backward: Ints

    def order(self, pair: int, log: int) -> Order:
        """Tell the order of a pair in a log."""
        return Order(int(self.forward[pair, log] > 0) + 2 * int(self.backward[pair, log] > 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class LogTold:
    """A log in figures; durations in ms, None without cases."""

    name: str
    cases: int
    events: int
    activities: int
    traces: int
    most_common: int
    median: int | None
    ninetieth: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoLogs:
    """Two logs against each other: activities in both and in one alone; among those in both, pairs whose order is the same and
    is not (pairs that follow one another in neither are not counted); distinct traces in both, and how many cases of each took
    one of those."""

    first: int
    second: int
    both: int
    only_first: int
    only_second: int
    same_order: int
    other_order: int
    shared_traces: int
    shared_first: int
    shared_second: int


def behaviour_of(pooled: Pooled) -> Behaviour:
    """Count activities and direct successions over the distinct traces, once each."""
    n, logs = len(pooled.activities), len(pooled.logs)
    codes = pooled.traces.activities.astype(np.int64)
    owner = np.repeat(np.arange(len(pooled.traces)), np.diff(pooled.traces.offsets))
    seen = np.unique(owner * n + codes)
    with_activity = np.zeros((n, logs), np.int64)
    np.add.at(with_activity, seen % n, pooled.cases[seen // n])
    within = np.flatnonzero(owner[:-1] == owner[1:])
    follows = np.unique((owner[within] * n + codes[within]) * n + codes[within + 1])
    trace, a, b = follows // (n * n), follows // n % n, follows % n
    low, high = np.minimum(a, b), np.maximum(a, b)
    found, pair = np.unique(low * n + high, return_inverse=True)
    forward, backward = (np.zeros((len(found), logs), np.int64) for _ in range(2))
    np.add.at(forward, pair[a <= b], pooled.cases[trace[a <= b]])
    np.add.at(backward, pair[a >= b], pooled.cases[trace[a >= b]])
    return Behaviour(pooled, with_activity, np.column_stack([found // n, found % n]), forward, backward)


def told_of_logs(behaviour: Behaviour) -> tuple[LogTold, ...]:
    """Tell each log in figures."""
    pooled = behaviour.pooled
    lengths = np.diff(pooled.traces.offsets)
    return tuple(
        LogTold(
            name=log.name, cases=log.case_count, events=int((lengths * pooled.cases[:, k]).sum()),
            activities=int((behaviour.with_activity[:, k] > 0).sum()), traces=int((pooled.cases[:, k] > 0).sum()),
            most_common=int(pooled.cases[:, k].max(initial=0)), median=_rank(log.durations, 1, 2), ninetieth=_rank(log.durations, 9, 10),
        )
        for k, log in enumerate(pooled.logs)
    )  # fmt: skip


def two_by_two(behaviour: Behaviour) -> tuple[TwoLogs, ...]:
    """Hold each two logs against each other."""
    return tuple(_two(behaviour, i, k) for i, k in combinations(range(len(behaviour.pooled.logs)), 2))


def differing_orders(behaviour: Behaviour) -> Ints:
    """The pairs whose activities occur in every log, and whose order is not the same in all; those that most cases show first,
    of equals by the place of the pair."""
    known: npt.NDArray[np.bool_] = np.all(behaviour.with_activity > 0, axis=1)
    order = (behaviour.forward > 0) + 2 * (behaviour.backward > 0)
    differs = np.flatnonzero(known[behaviour.pairs].all(axis=1) & (order != order[:, :1]).any(axis=1))
    shown = np.maximum(behaviour.forward, behaviour.backward)[differs].sum(axis=1)
    ranked: Ints = differs[np.lexsort((differs, -shown))]
    return ranked


def _two(behaviour: Behaviour, i: int, k: int) -> TwoLogs:
    has = behaviour.with_activity > 0
    both = has[:, i] & has[:, k]
    order = (behaviour.forward > 0) + 2 * (behaviour.backward > 0)
    counted = both[behaviour.pairs].all(axis=1) & (order[:, [i, k]] > 0).any(axis=1)
    same = counted & (order[:, i] == order[:, k])
    cases = behaviour.pooled.cases
    shared = (cases[:, i] > 0) & (cases[:, k] > 0)
    return TwoLogs(
        first=i, second=k, both=int(both.sum()), only_first=int((has[:, i] & ~has[:, k]).sum()),
        only_second=int((has[:, k] & ~has[:, i]).sum()), same_order=int(same.sum()), other_order=int((counted & ~same).sum()),
        shared_traces=int(shared.sum()), shared_first=int(cases[shared, i].sum()), shared_second=int(cases[shared, k].sum()),
    )  # fmt: skip


def _rank(values: Ints, part: int, of: int) -> int | None:
    """The least value that at least `part`/`of` of the values do not exceed."""
    if not len(values):
        return None
    place = -(-len(values) * part // of) - 1
    return int(np.partition(values, place)[place])
