"""The lines of a board told by bodies: units whose names mean the same body are one line; a unit whose name means none stays
as the source writes it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from baro.records.queries.dossier_months import COUNTS, UnitMonth
from baro.records.queries.standing import UnitStanding
from baro.rules.prescribed.structures import Structure


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """A unit of a body, as the source writes it, or a body (`place`) with all the units that it stands for: its counts in each
    month shown and in the period, and how it stands."""

    body: str
    unit: str
    months: tuple[UnitMonth, ...]
    period: UnitMonth
    standing: UnitStanding
    place: str = ""


def by_bodies(lines: Sequence[UnitLine], told: Structure, on: date, later: date | None) -> tuple[UnitLine, ...]:
    """Put the lines together by the body that each is told by on a day, or by its heir on a later day."""
    found: dict[str, UnitLine] = {}
    apart = []
    for line in lines:
        place = told.place_of(line.body, line.unit, on, later)
        if not place:
            apart.append(line)
        elif place in found:
            found[place] = _together(found[place], line)
        else:
            found[place] = replace(line, body=place, unit="", place=place)
    return (*found.values(), *apart)


def _together(one: UnitLine, other: UnitLine) -> UnitLine:
    return replace(
        one,
        months=tuple(_sum(mine, theirs) for mine, theirs in zip(one.months, other.months, strict=True)),
        period=_sum(one.period, other.period),
        standing=one.standing + other.standing,
    )


def _sum(one: UnitMonth, other: UnitMonth) -> UnitMonth:
    return replace(one, **{name: getattr(one, name) + getattr(other, name) for name in COUNTS})
