"""Which variants are near to each other, and which stands in the middle; by distances alone, the same whatever the order of work."""

from collections.abc import Sequence

Distances = Sequence[Sequence[int]]
NEAR = 3
"""Variants that differ by no more (a step and a value, or three values) are near: a default of Ba Rõ, no number of the law."""


def medoid(distances: Distances, weights: Sequence[int], among: Sequence[int]) -> int:
    """The variant from which all the bodies of these are least far, summed up; of equals the one with most bodies, then the
    first."""
    return min(among, key=lambda i: (sum(weights[k] * distances[i][k] for k in among), -weights[i], i))


def clusters(distances: Distances, most: int = NEAR) -> tuple[tuple[int, ...], ...]:
    """Group variants so that any two in a group are no further apart than `most`: the two nearest groups become one as long as
    that holds (complete linkage); of equals those that begin first. Groups by their first member."""
    groups: list[tuple[int, ...]] = [(i,) for i in range(len(distances))]
    while True:
        pairs = [
            (_apart(distances, one, other), i, k)
            for i, one in enumerate(groups)
            for k, other in enumerate(groups[i + 1 :], start=i + 1)
        ]
        nearest = min(pairs, default=(most + 1, 0, 0))
        if nearest[0] > most:
            return tuple(groups)
        _, i, k = nearest
        groups[i] = tuple(sorted((*groups[i], *groups.pop(k))))


def _apart(distances: Distances, one: Sequence[int], other: Sequence[int]) -> int:
    return max(distances[i][k] for i in one for k in other)
