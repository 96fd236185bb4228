"""Find the distinct traces of a log, exactly: hash each case's slice, group equal hashes, verify every event.

A hash alone never decides: a case whose events differ from its group's first case gets a trace of its own.
"""

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from baro.rules.observed.log import Codes, Ints, Traces

_BLOCK = 4_000_000  # events looked at together; bounds the memory, not the result


def distinct_traces(activities: Codes, offsets: Ints) -> tuple[Traces, Codes]:
    """Give the distinct traces, in order of first appearance, and the trace code of each case.

    `activities` has one code per event; case i is `activities[offsets[i]:offsets[i+1]]` and has at least one event.
    """
    if len(offsets) < 2:
        return Traces(np.zeros(1, np.int64), np.empty(0, np.int32)), np.empty(0, np.int32)
    hashes = _hash_cases(activities, offsets)
    _, first, group = np.unique(hashes, return_index=True, return_inverse=True)
    representative = first[group.reshape(-1)]
    _separate_collisions(activities, offsets, representative)
    first, trace = np.unique(representative, return_inverse=True)  # sorted: the order of first appearance
    return _cut(activities, offsets, first), trace.reshape(-1).astype(np.int32)


def _hash_cases(activities: Codes, offsets: Ints) -> npt.NDArray[np.uint64]:
    lengths = np.diff(offsets)
    of_activity = _scramble(int(activities.max()) + 1, 0x9E3779B97F4A7C15)
    of_position = _scramble(int(lengths.max()), 0xC2B2AE3D27D4EB4F)
    hashes = np.empty(len(lengths), np.uint64)
    for low, high in _case_blocks(offsets):
        start, end = int(offsets[low]), int(offsets[high])
        position = np.arange(start, end) - np.repeat(offsets[low:high], lengths[low:high])
        mixed = of_activity[activities[start:end]] * of_position[position]
        hashes[low:high] = np.add.reduceat(mixed, offsets[low:high] - start)
    hashes ^= lengths.astype(np.uint64)
    return hashes


def _scramble(count: int, seed: int) -> npt.NDArray[np.uint64]:
    """Give `count` odd, well spread 64-bit numbers (the finaliser of splitmix64)."""
    x = (np.arange(1, count + 1, dtype=np.uint64) * np.uint64(seed)) ^ np.uint64(seed >> 7)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (x ^ (x >> np.uint64(31))) | np.uint64(1)


def _separate_collisions(activities: Codes, offsets: Ints, representative: Ints) -> None:
    """Verify each case against its representative, event by event; regroup in place those that differ."""
    lengths = np.diff(offsets)
    differs = lengths != lengths[representative]
    for low, high in _case_blocks(offsets):
        same = np.flatnonzero(~differs[low:high]) + low
        shift = np.repeat(offsets[representative[same]] - offsets[same], lengths[same])
        own = _slots(offsets, lengths, same, whole=len(same) == high - low)
        unequal = np.flatnonzero(activities[own + shift] != activities[own])
        if len(unequal):
            differs[np.searchsorted(offsets, own[unequal], side="right") - 1] = True
    seen: dict[bytes, int] = {}
    for case in np.flatnonzero(differs).tolist():
        key = activities[offsets[case] : offsets[case + 1]].tobytes()
        representative[case] = seen.setdefault(key, case)


def _slots(offsets: Ints, lengths: Ints, cases: Ints, *, whole: bool) -> Ints:
    """The indices of all events of these cases, in order."""
    if not len(cases):
        return np.empty(0, np.int64)
    if whole:
        return np.arange(offsets[cases[0]], offsets[cases[-1] + 1])
    ends = np.cumsum(lengths[cases])
    slots: Ints = np.arange(ends[-1]) + np.repeat(offsets[cases] - (ends - lengths[cases]), lengths[cases])
    return slots


def _case_blocks(offsets: Ints) -> list[tuple[int, int]]:
    """Cut the cases into runs of about `_BLOCK` events, each of at least one case."""
    cuts = np.searchsorted(offsets, np.arange(_BLOCK, int(offsets[-1]), _BLOCK), side="left")
    edges = np.unique(np.concatenate([[0], cuts, [len(offsets) - 1]])).tolist()
    return list(pairwise(edges))


def _cut(activities: Codes, offsets: Ints, cases: Ints) -> Traces:
    lengths = np.diff(offsets)
    own = _slots(offsets, lengths, cases, whole=False)
    ends = np.concatenate([[0], np.cumsum(lengths[cases])]).astype(np.int64)
    return Traces(ends, np.ascontiguousarray(activities[own], dtype=np.int32))
