"""How far results and components are digitised, by unit and month: counted from the months of units, within what the asker may
read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from baro.desk.board import MONTHS
from baro.desk.counted_dossiers import counted_by
from baro.desk.permission import Asker
from baro.records.queries.dossier_months import UnitMonth, counted_months
from baro.records.queries.structures import structure
from baro.rules.counted.digitisation import COUNTS, Digitisation, backlogs, together
from baro.rules.counted.periods import Period, period_of
from baro.rules.prescribed.zones import VIETNAM, local_time

_EARLIEST = date(1900, 1, 1)
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitDigitisation:
    """A unit of a body, as the source writes it: its counts in each month shown; the backlog at the end of each, with what is
    left of earlier months (`before`)."""

    body: str
    unit: str
    months: tuple[Digitisation, ...]
    before: int

    @property
    def backlogs(self) -> tuple[int, ...]:
        """The backlog at the end of each month, as it stands now."""
        return backlogs(self.months, self.before)

    @property
    def left(self) -> int:
        """What is left of all months to the last shown."""
        return self.backlogs[-1]

    @property
    def in_all(self) -> Digitisation:
        """All months shown together."""
        return together(self.months)


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitisationBoard:
    """The units and all of them together, in twelve months; as of the latest moment that dossiers tell of.
    `of_part`: the body of whose units alone it tells, where its dossiers lie among those of another ("": of all)."""

    as_of: datetime
    months: tuple[Period, ...]
    units: tuple[UnitDigitisation, ...]
    together: UnitDigitisation
    bodies: tuple[str, ...]
    of_part: str


def digitisation(who: Asker, last: Period | None = None, body: str = "") -> DigitisationBoard | None:
    """Count twelve months to the `last` (None: to the month of the latest moment), of one body or of all. None for whoever may
    read no figure, or where there are no dossiers."""
    theirs = counted_by(who)
    if theirs is None:
        return None
    as_of = theirs.as_of
    months = _twelve(last or period_of(local_time(as_of - _INSTANT, VIETNAM).date()))
    told = counted_months(theirs.figures, _EARLIEST, months[-1].end)
    under = structure().units_of(theirs.under) if theirs.under else None
    rows = [row for row in told if under is None or under.hold(row.body, row.unit)]
    bodies = tuple(sorted({row.body for row in rows}))
    units = _units([row for row in rows if body in ("", row.body)], months)
    return DigitisationBoard(
        as_of=as_of,
        months=months,
        units=units,
        together=_whole(units, len(months)),
        bodies=bodies,
        of_part=theirs.under.body if theirs.under else "",
    )


def _twelve(last: Period) -> tuple[Period, ...]:
    months = [last]
    while len(months) < MONTHS:
        months.append(months[-1].before())
    return tuple(reversed(months))


def _units(rows: Sequence[UnitMonth], months: tuple[Period, ...]) -> tuple[UnitDigitisation, ...]:
    """A line for each unit that has anything in the months shown, or anything left of earlier ones."""
    by_unit: dict[tuple[str, str], dict[date, Digitisation]] = {}
    for row in rows:
        by_unit.setdefault((row.body, row.unit), {})[row.month] = _counts(row)
    lines = (_line(body, unit, mine, months) for (body, unit), mine in by_unit.items())
    return tuple(line for line in lines if line.left or line.in_all != Digitisation())


def _line(body: str, unit: str, mine: Mapping[date, Digitisation], months: tuple[Period, ...]) -> UnitDigitisation:
    shown = tuple(mine.get(month.first, Digitisation()) for month in months)
    before = sum(counts.backlog for month, counts in mine.items() if month < months[0].first)
    return UnitDigitisation(body=body, unit=unit, months=shown, before=before)


def _whole(units: Sequence[UnitDigitisation], months: int) -> UnitDigitisation:
    summed = tuple(together(unit.months[k] for unit in units) for k in range(months))
    return UnitDigitisation(body="", unit="", months=summed, before=sum(unit.before for unit in units))


def _counts(row: UnitMonth) -> Digitisation:
    return Digitisation(**{name: getattr(row, name) for name in COUNTS})
