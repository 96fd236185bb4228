"""Variants beside each other: a line per step of the one in the middle, and between them the steps that only others have."""

from collections.abc import Sequence
from dataclasses import dataclass

from baro.rules.judged.harmonising.aligning import StepTold, align_steps
from baro.rules.judged.harmonising.differences import Compared, Difference, DifferenceKind
from baro.rules.judged.harmonising.variants import Variant


@dataclass(frozen=True, slots=True)
class Line:
    """A line: the step of the middle variant (None: it has none), and by variant the step and what differs."""

    middle: int | None
    cells: tuple["Cell", ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a variant has in a line: the place of its step, None where it has none; what differs from the middle there; and for a
    step of the middle that stands elsewhere in the variant, its place."""

    step: int | None
    marks: tuple[DifferenceKind, ...] = ()
    elsewhere: int | None = None


def lines_of(variants: Sequence[Variant], middle: int, compared: Sequence[Compared]) -> tuple[Line, ...]:
    """Put variants beside each other. `compared[v]`: the middle one held against variant v (itself too)."""
    count = len(variants[middle].steps)
    gaps: list[list[dict[int, int]]] = [[] for _ in range(count + 1)]
    for v, one in enumerate(compared):
        for gap, steps in _inserted(one, count):
            gaps[gap] = _merged(gaps[gap], steps, v, variants)
    found: list[Line] = []
    for i in range(count + 1):
        found += [_gap_line(steps, variants, compared) for steps in gaps[i]]
        if i < count:
            found.append(Line(i, tuple(_cell(i, one) for one in compared)))
    return tuple(found)


def _inserted(one: Compared, count: int) -> list[tuple[int, list[int]]]:
    """The steps that the middle has not, by the step of the middle that they stand before."""
    gaps: list[list[int]] = [[] for _ in range(count + 1)]
    here = 0
    for place in one.alignment.places:
        if place.first is not None:
            here = place.first + 1
        elif place.second is not None:
            gaps[here].append(place.second)
    return [(gap, steps) for gap, steps in enumerate(gaps) if steps]


def _merged(
    lines: list[dict[int, int]], steps: Sequence[int], v: int, variants: Sequence[Variant]
) -> list[dict[int, int]]:
    """Take the inserted steps of a variant into the lines of a gap: like steps share a line."""
    known = [_first_told(line, variants) for line in lines]
    told = [variants[v].steps[k] for k in steps]
    merged: list[dict[int, int]] = []
    for place in align_steps(known, told).places:
        line = dict(lines[place.first]) if place.first is not None else {}
        if place.second is not None:
            line[v] = steps[place.second]
        merged.append(line)
    return merged


def _first_told(line: dict[int, int], variants: Sequence[Variant]) -> StepTold:
    v, k = next(iter(line.items()))
    return variants[v].steps[k]


def _gap_line(steps: dict[int, int], variants: Sequence[Variant], compared: Sequence[Compared]) -> Line:
    cells = []
    for v, one in enumerate(compared):
        step = steps.get(v)
        marks = () if step is None else tuple(d.kind for d in one.differences if d.second == step and _is_new(d))
        cells.append(Cell(step, marks))
    return Line(None, tuple(cells))


def _is_new(one: Difference) -> bool:
    return one.kind in (DifferenceKind.ADDED, DifferenceKind.MOVED) or not one.cost


def _cell(i: int, one: Compared) -> Cell:
    """A step of the middle as a variant has it; one that stands elsewhere there is marked in both lines."""
    step = next((place.second for place in one.alignment.places if place.first == i), None)
    here = [d for d in one.differences if d.first == i and (d.cost or step is not None)]
    moved = next((d.second for d in here if d.kind is DifferenceKind.MOVED), None)
    return Cell(step, tuple(d.kind for d in here), moved)
