"""The events of many delivered dossiers matched at once: the columnar twin of `event_matching`."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from baro.rules.observed.log import Codes, Ints

Digests = npt.NDArray[np.uint64]
Key = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class ToldColumns:
    """Events of many dossiers, sorted by case and moment: the case, the step, the digest (two 64-bit words, n × 2)."""

    case: Codes
    activity: Codes
    digest: Digests


@dataclass(frozen=True, slots=True)
class MatchedColumns:
    """Places in ours and theirs, ascending in ours (or theirs); see `event_matching.Matched`."""

    same: tuple[Ints, Ints]
    altered: tuple[Ints, Ints]
    gone: Ints
    appended: Ints


def match_columns(ours: ToldColumns, theirs: ToldColumns) -> MatchedColumns:
    """Match the events of many dossiers; cases and steps are numbered alike on both sides."""
    same = _pairs(
        [ours.digest[:, 1], ours.digest[:, 0], ours.case],
        [theirs.digest[:, 1], theirs.digest[:, 0], theirs.case],
    )
    our_rest, their_rest = _rest(len(ours.case), same[0]), _rest(len(theirs.case), same[1])
    o, t = _pairs(
        [ours.activity[our_rest], ours.case[our_rest]],
        [theirs.activity[their_rest], theirs.case[their_rest]],
    )
    altered = our_rest[o], their_rest[t]
    gone = np.setdiff1d(our_rest, altered[0], assume_unique=True)
    appended = np.setdiff1d(their_rest, altered[1], assume_unique=True)
    return MatchedColumns(same, altered, gone, appended)


def _pairs(ours: list[Key], theirs: list[Key]) -> tuple[Ints, Ints]:
    """Pair equal keys: the k-th of ours with the k-th of theirs."""
    count = len(ours[0])
    keys = [np.concatenate([o, t]) for o, t in zip(ours, theirs, strict=True)]
    side = np.repeat(np.array([0, 1], np.int8), [count, len(theirs[0])])
    rank = _ranks([side, *keys])
    order = np.lexsort(np.array([side, rank, *keys]))
    alike = np.ones(max(len(order) - 1, 0), np.bool_)
    for key in (rank, *keys):
        alike &= key[order[1:]] == key[order[:-1]]
    first = np.flatnonzero(alike)  # ours stands before its partner; three never stand together
    o, t = order[first], order[first + 1] - count
    by_ours = np.argsort(o, kind="stable")
    return o[by_ours].astype(np.int64), t[by_ours].astype(np.int64)


def _ranks(keys: list[Key]) -> Ints:
    """How many equal ones stand before each."""
    order = np.lexsort(keys)
    n = len(order)
    starts = np.ones(n, np.bool_)
    if n > 1:
        starts[1:] = False
        for key in keys:
            starts[1:] |= key[order[1:]] != key[order[:-1]]
    first = np.maximum.accumulate(np.where(starts, np.arange(n), 0)) if n else np.empty(0, np.int64)
    rank = np.empty(n, np.int64)
    rank[order] = np.arange(n) - first
    return rank


def _rest(count: int, used: Ints) -> Ints:
    free = np.ones(count, np.bool_)
    free[used] = False
    return np.flatnonzero(free)
