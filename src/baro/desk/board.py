"""The three clarities of the bodies whose figures somebody may read, for a period and as of a moment: how dossiers ended, where
the open ones stand and who holds them, what was asked, concluded and promised. Rows are never handed out, only counts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import reduce
from operator import add, attrgetter
from typing import TypeVar

from baro.desk import permission
from baro.desk.board_structure import UnitLine, by_bodies
from baro.desk.counted_dossiers import counted_by
from baro.desk.permission import Asker
from baro.records.queries.briefings import open_conclusions, promised_in
from baro.records.queries.dossier_lists import Asked, dossiers_by_id
from baro.records.queries.dossier_months import COUNTS, UnitMonth, counted_months, counted_span
from baro.records.queries.signal_questions import count_questions
from baro.records.queries.standing import HeldByUnit, UnitStanding, asked_at, held_by_unit, standing
from baro.records.queries.structures import structure
from baro.rules.counted.days import begin_of, local_day
from baro.rules.counted.digitisation import RESULTS
from baro.rules.counted.indicators.registry import HEADLINE
from baro.rules.counted.periods import Period, period_of
from baro.rules.counted.told import Figure
from baro.rules.counted.weeks import week_of
from baro.rules.observed.signal_questions import Stage
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.work_kinds import WorkKind
from baro.rules.prescribed.zones import VIETNAM, local_time

MONTHS = 12
_Counts = TypeVar("_Counts")
_INSTANT, _DAY = timedelta(microseconds=1), timedelta(days=1)


class Told(StrEnum):
    """How units are told: as sources write them; by the structure of the day looked from; by that of today."""

    WRITTEN = ""
    OF_DAY = "ngay"
    OF_TODAY = "nay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """What was asked, concluded and promised; None where the asker may not read of it. Questions: waiting for the unit, of
    these past their day, waiting to be judged. Conclusions of briefings: open, past their day. Promises of the week before:
    kept, all whose day is over."""

    questions: tuple[int, int, int] | None
    conclusions: tuple[int, int] | None
    promises: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What the three clarities are told from. `as_of`: the latest moment that the dossiers tell of; `at`: the moment looked
    from; `together` and `before`: all units in the period and in the one before; `bodies`: those that deliver; `later`: the
    day to whose structure the bodies of the day are carried forward; `base`: what was counted of what was asked for."""

    as_of: datetime
    at: datetime
    period: Period
    months: tuple[Period, ...]
    together: UnitMonth
    before: UnitMonth
    by_month: tuple[UnitMonth, ...]
    standing: UnitStanding
    units: tuple[UnitLine, ...]
    held: tuple[HeldByUnit, ...]
    bodies: tuple[str, ...]
    checks: Checks
    base: Asked
    later: date | None = None

    @property
    def is_latest(self) -> bool:
        """Say whether it looks from the latest moment."""
        return self.at > self.as_of

    @property
    def day(self) -> date:
        """The day looked from."""
        return _day(self.at)


def board(
    who: Asker, period: Period | None, until: date | None, base: Asked, *, by: Told = Told.WRITTEN
) -> Board | None:
    """Count the board for a period (None: the month of the moment), as of the end of a day (None: the latest moment), of the
    body or unit of `base` or of all, its units told by a structure. None for whoever may read no figure, or where there are no dossiers."""
    theirs = counted_by(who, base.work, base.under)
    if theirs is None:
        return None
    figures, counted, as_of, base = theirs.figures, theirs.dossiers, theirs.as_of, replace(base, under=theirs.under)
    at = as_of + _INSTANT  # what happened just then is known
    at = at if until is None else min(at, begin_of(until + _DAY))
    is_latest = at > as_of
    period = period or period_of(_day(at))
    months = _months(period, at)
    first, end = min(months[0].first, period.before().first), max(months[-1].end, period.end)
    told = counted_months(figures, first, end, base.work)
    told = told if is_latest else _cut(told, counted, base.work, first, end, at)
    structures = structure() if base.under or by is not Told.WRITTEN else None
    under = structures.units_of(base.under) if structures and base.under else None
    rows = [row for row in told if _is_asked(row, base) and (under is None or under.hold(row.body, row.unit))]
    stands = standing(counted, at, base)
    units = _lines(rows, stands, months, period)
    delivering = tuple(sorted({line.body for line in units}))
    later = who.on if by is Told.OF_TODAY else None
    if structures and by is not Told.WRITTEN:
        units = by_bodies(units, structures, _day(at), later)
    late = asked_at(at, base)["pending_late"]
    return Board(
        as_of=as_of, at=at, period=period,
        months=months, together=_sum(rows, period), before=_sum(rows, period.before()),
        by_month=tuple(_sum(rows, month) for month in months), standing=reduce(add, stands, UnitStanding()),
        units=units, held=tuple(held_by_unit(counted, late)) if is_latest else (),
        bodies=delivering, checks=_checks(who, counted, at), base=base, later=later,
    )  # fmt: skip


_COUNTS_OF = attrgetter(*COUNTS)


def headline(counts: UnitMonth) -> tuple[Figure, ...]:
    """The on-time rate and its companions, of counts."""
    timed = counts.in_time + counts.late
    parts = (
        (counts.in_time, timed),
        (counts.by_pause, timed),
        (counts.without_result, counts.ended),
        (counts.reopened, counts.ended),
    )
    return tuple(indicator.told(*told) for indicator, told in zip(HEADLINE, parts, strict=True))


def digitised(counts: UnitMonth) -> Figure:
    """The share of results that were digitised, of counts."""
    return RESULTS.told(counts.digitised, counts.with_result)


def _cut(
    rows: Sequence[UnitMonth], counted: Scope, work: WorkKind, first: date, end: date, at: datetime
) -> list[UnitMonth]:
    """The counts of months from one on, before another, up to a moment: the month that it cuts is counted anew."""
    cut = period_of(_day(at))
    before = [row for row in rows if row.month < cut.first]
    return before + counted_span(counted, cut.first, (cut.begins, at), work) if first <= cut.first < end else before


def _months(period: Period, at: datetime) -> tuple[Period, ...]:
    """The months shown: a year that ends with the period, or with the month looked from if the period goes on."""
    last = min(period_of(period.end - _DAY), period_of(_day(at)), key=lambda month: month.first)
    months = [last]
    while len(months) < MONTHS:
        months.append(months[-1].before())
    return tuple(reversed(months))


def _day(at: datetime) -> date:
    """The day that a moment belongs to; the end of a day to that day."""
    return local_time(at - _INSTANT, VIETNAM).date()


def _is_asked(row: UnitMonth, base: Asked) -> bool:
    of_unit = not row.unit if base.without_unit else base.unit in ("", row.unit)
    return of_unit and base.body in ("", row.body)


def _sum(rows: Iterable[UnitMonth], period: Period) -> UnitMonth:
    """All rows of a period together, of no unit in particular."""
    first, end = period.first, period.end
    told = [_COUNTS_OF(row) for row in rows if first <= row.month < end]
    sums = (sum(column) for column in zip(*told, strict=True))
    return UnitMonth(body="", unit="", month=first, **dict(zip(COUNTS, sums, strict=False)))


def _lines(
    rows: Sequence[UnitMonth], stands: Sequence[UnitStanding], months: Sequence[Period], period: Period
) -> tuple[UnitLine, ...]:
    """A line for each unit that has anything in the months shown or an open dossier."""
    by_unit: dict[tuple[str, str], dict[date, UnitMonth]] = {(one.body, one.unit): {} for one in stands}
    for row in rows:
        by_unit.setdefault((row.body, row.unit), {})[row.month] = row
    stand = {(one.body, one.unit): one for one in stands}
    return tuple(
        UnitLine(
            body=body, unit=unit,
            months=tuple(mine.get(m.first) or UnitMonth(body=body, unit=unit, month=m.first) for m in months),
            period=replace(_sum(mine.values(), period), body=body, unit=unit),
            standing=stand.get((body, unit), UnitStanding(body=body, unit=unit)),
        )
        for (body, unit), mine in by_unit.items()
    )  # fmt: skip


def _checks(who: Asker, counted: Scope, at: datetime) -> Checks:
    return Checks(
        questions=_of(who, "signal.read", lambda scope: _questions(scope, who.on)),
        conclusions=_of(who, "briefing.read", lambda scope: open_conclusions(scope, who.on)),
        promises=_of(who, "briefing.read", lambda scope: _promises(scope, counted, at, who.on)),
    )


def _of(who: Asker, operation: str, count: Callable[[Scope], _Counts]) -> _Counts | None:
    scope = permission.scope(who, operation)
    return None if scope.is_empty else count(scope)


def _questions(scope: Scope, today: date) -> tuple[int, int, int]:
    counts, overdue = count_questions(scope, today)
    return counts[Stage.ASKED], overdue, counts[Stage.ANSWERED]


def _promises(scope: Scope, counted: Scope, at: datetime, today: date) -> tuple[int, int]:
    last = {one.dossier: one for one in promised_in(scope, week_of(_day(at)).before())}
    ended = {line.id: line.ended_at for line in dossiers_by_id(counted, last).values()}
    kept = [one.is_kept(local_day(ended.get(one.dossier)), today) for one in last.values()]
    return kept.count(True), kept.count(True) + kept.count(False)
