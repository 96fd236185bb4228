"""What differs between two variants: facts, each with what it adds to the distance."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from baro.rules.judged.harmonising.aligning import ALONE, Place, StepAlignment, StepTold, align_steps
from baro.rules.judged.harmonising.flows import flow_of, is_plain
from baro.rules.judged.harmonising.variants import Variant


class DifferenceKind(IntEnum):
    """How the second differs from the first. A step that stands elsewhere is one missing and one added, told as one."""

    MISSING = 0
    ADDED = 1
    MOVED = 2
    OTHER_NAME = 3
    OTHER_ROLE = 4
    OTHER_LIMIT = 5
    OTHER_FLOW = 6  # the steps are the same, the orders allowed are not (branches, work side by side)
    OTHER_TOTAL = 7


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference: the places of the step in the first and in the second, None where it has none or none is meant. `cost` sums
    to the distance: what differs within a step that was moved adds nothing."""

    kind: DifferenceKind
    first: int | None
    second: int | None
    cost: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Two variants held against each other. `flow_checked` is False where the orders could not be compared."""

    alignment: StepAlignment
    differences: tuple[Difference, ...]
    flow_checked: bool

    @property
    def distance(self) -> int:
        """How far apart they are; 0 for equal step tables only."""
        return sum(one.cost for one in self.differences)


def compare(first: Variant, second: Variant) -> Compared:
    """Hold two variants against each other."""
    alignment = align_steps(first.steps, second.steps)
    moved = _moved(alignment, first.steps, second.steps)
    found = list(_of_steps(alignment, moved, first, second))
    same_flow = True if moved else _same_flow(alignment, first, second)
    if same_flow is False:
        found.append(Difference(DifferenceKind.OTHER_FLOW, None, None, 1))
    if first.total != second.total:
        found.append(Difference(DifferenceKind.OTHER_TOTAL, None, None, 1))
    return Compared(alignment, tuple(found), same_flow is not None)


def apart(one: Variant, other: Variant) -> int:
    """How far apart two variants are, the same both ways: where several alignments cost the same, which steps are told to be one may
    depend on which table is read first, and with it whether the orders differ; then the nearer reading counts."""
    return min(compare(one, other).distance, compare(other, one).distance)


def _of_steps(alignment: StepAlignment, moved: dict[int, int], first: Variant, second: Variant) -> Iterator[Difference]:
    """In the order of the alignment; a moved step stands where the first has it."""
    landed = set(moved.values())
    for place in alignment.places:
        i, k = place.first, place.second
        if i is not None and k is not None:
            yield from _within(i, k, first.steps[i], second.steps[k], 1)
        elif i is not None and i in moved:
            yield Difference(DifferenceKind.MOVED, i, moved[i], 2 * ALONE)
            yield from _within(i, moved[i], first.steps[i], second.steps[moved[i]], 0)
        elif i is not None:
            yield Difference(DifferenceKind.MISSING, i, None, ALONE)
        elif k not in landed:
            yield Difference(DifferenceKind.ADDED, None, k, ALONE)


def _within(i: int, k: int, one: StepTold, other: StepTold, cost: int) -> Iterator[Difference]:
    if one.activity != other.activity:
        yield Difference(DifferenceKind.OTHER_NAME, i, k, cost)
    if one.role != other.role:
        yield Difference(DifferenceKind.OTHER_ROLE, i, k, cost)
    if one.limit != other.limit:
        yield Difference(DifferenceKind.OTHER_LIMIT, i, k, cost)


def _moved(alignment: StepAlignment, first: tuple[StepTold, ...], second: tuple[StepTold, ...]) -> dict[int, int]:
    """Steps left alone in both tables under the same name: the first with the first, the second with the second."""
    added: dict[str, list[int]] = {}
    for k in _alone(place.second for place in alignment.places if place.first is None):
        added.setdefault(second[k].activity, []).append(k)
    found = {}
    for i in _alone(place.first for place in alignment.places if place.second is None):
        if same := added.get(first[i].activity):
            found[i] = same.pop(0)
    return found


def _alone(places: Iterable[int | None]) -> list[int]:
    return [place for place in places if place is not None]


def _same_flow(alignment: StepAlignment, first: Variant, second: Variant) -> bool | None:
    """Whether both allow the same orders of the steps that both have; None where that cannot be said."""
    if is_plain(first.process) and is_plain(second.process):
        return True
    renamed = {second.steps[k].activity: first.steps[i].activity for i, k in _pairs(alignment.places)}
    kept = set(renamed.values())
    flows = flow_of(first.process, kept, {}), flow_of(second.process, kept, renamed)
    return None if None in flows else flows[0] == flows[1]


def _pairs(places: tuple[Place, ...]) -> Iterator[tuple[int, int]]:
    for place in places:
        if place.first is not None and place.second is not None:
            yield place.first, place.second
