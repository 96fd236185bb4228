"""The optimal alignment of two step tables: which step of one is which step of the other.

Two steps may be the same if their activities read the same without diacritics, or if both record the same kind of event (then
one has another name). What differs between them costs 1 each: name, role, limit. A step without its like costs 2. The least
sum is the distance; of all alignments with it the one is told that, read from the start, prefers a pair, then a step that the
second lacks, then one that the first lacks: answers do not depend on the order of search.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from baro.rules.prescribed.durations import amount_of
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.processes import Step

ALONE = 2
"""What a step without its like costs; a pair costs at most 3, less than two steps left alone."""


@dataclass(frozen=True, slots=True, order=True)
class StepTold:
    """What is compared of a step: its words without diacritics, how long it may take (() where not told), its kind of event."""

    activity: str
    role: str
    limit: tuple[()] | tuple[str, int]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of an alignment: the place of a step in the first table and in the second, None where it has none."""

    first: int | None
    second: int | None


@dataclass(frozen=True, slots=True)
class StepAlignment:
    """The alignment that is told, and what it costs."""

    cost: int
    places: tuple[Place, ...]


def told_of(step: Step) -> StepTold:
    """Give what is compared of a step."""
    limit = () if step.limit is None else amount_of(step.limit)
    return StepTold(fold(step.activity), fold(step.role), limit, step.kind)


def cost_of_pair(one: StepTold, other: StepTold) -> int | None:
    """What differs between two steps; None where they cannot be the same step."""
    renamed = one.activity != other.activity
    if renamed and (not one.kind or one.kind != other.kind):
        return None
    return renamed + (one.role != other.role) + (one.limit != other.limit)


def align_steps(first: Sequence[StepTold], second: Sequence[StepTold]) -> StepAlignment:
    """Align two step tables, in time and memory of the product of their lengths."""
    left = _left_to_go(first, second)
    places, i, k = [], 0, 0
    while i < len(first) or k < len(second):
        here = left[i][k]
        pair = cost_of_pair(first[i], second[k]) if i < len(first) and k < len(second) else None
        if pair is not None and pair + left[i + 1][k + 1] == here:
            places.append(Place(i, k))
            i, k = i + 1, k + 1
        elif i < len(first) and ALONE + left[i + 1][k] == here:
            places.append(Place(i, None))
            i += 1
        else:
            places.append(Place(None, k))
            k += 1
    return StepAlignment(left[0][0], tuple(places))


def _left_to_go(first: Sequence[StepTold], second: Sequence[StepTold]) -> list[list[int]]:
    """The least cost from each pair of places to the ends, worked out from the ends."""
    rows = [[ALONE * (len(second) - k) for k in range(len(second) + 1)]]
    for one in reversed(first):
        below, row = rows[-1], [0] * len(second) + [rows[-1][-1] + ALONE]
        for k in range(len(second) - 1, -1, -1):
            pair = cost_of_pair(one, second[k])
            alone = ALONE + min(below[k], row[k + 1])
            row[k] = alone if pair is None else min(alone, pair + below[k + 1])
        rows.append(row)
    return rows[::-1]
