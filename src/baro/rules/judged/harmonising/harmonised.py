"""One work harmonised: its variants, how far apart they are, which are near, what differs from the middle, a common version."""

from dataclasses import dataclass

from baro.rules.judged.harmonising.clusters import clusters, medoid
from baro.rules.judged.harmonising.differences import Compared, apart, compare
from baro.rules.judged.harmonising.proposing import CommonVersion, common_version
from baro.rules.judged.harmonising.side_by_side import Line, lines_of
from baro.rules.judged.harmonising.variants import Variant, Work, variants_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmonised:
    """`middle` is the variant in the middle of all bodies; `compared[v]` holds it against variant v; `groups` are places of
    variants that are near to each other."""

    work: Work
    variants: tuple[Variant, ...]
    middle: int
    distances: tuple[tuple[int, ...], ...]
    compared: tuple[Compared, ...]
    groups: tuple[tuple[int, ...], ...]
    lines: tuple[Line, ...]
    common: CommonVersion


def harmonise(work: Work) -> Harmonised:
    """Harmonise a work that at least one body told the steps of."""
    variants = variants_of(work.held)
    distances = _distances(variants)
    middle = medoid(distances, [one.bodies for one in variants], range(len(variants)))
    compared = tuple(compare(variants[middle], one) for one in variants)
    lines = lines_of(variants, middle, compared)
    return Harmonised(
        work=work, variants=variants, middle=middle, distances=distances, compared=compared, groups=clusters(distances),
        lines=lines, common=common_version(variants, middle, lines),
    )  # fmt: skip


def _distances(variants: tuple[Variant, ...]) -> tuple[tuple[int, ...], ...]:
    """Each pair is held against each other once: the distance is the same both ways."""
    found = [[0] * len(variants) for _ in variants]
    for i, one in enumerate(variants):
        for k in range(i + 1, len(variants)):
            found[i][k] = found[k][i] = apart(one, variants[k])
    return tuple(map(tuple, found))
