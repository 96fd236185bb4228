"""Each time an obligation of a coordination rule is owed: since when, until when, and whether it was kept.

What is asked for is owed within the limit from the day after the asking. What is owed for a period is owed for each period
that lies wholly within the days on which the obligation holds, within the limit from the day after the period's last, and
may be done before. A breach is something done or declined after it was due, or due and neither: no law makes it more.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import takewhile

from baro.rules.judged.deadlines.derivation import Granularity
from baro.rules.judged.deadlines.rulers import day_of, number_of, ruler_for
from baro.rules.observed.followed import Followed, FollowedKind, standing
from baro.rules.prescribed.calendars import Calendar
from baro.rules.prescribed.joint import CoordinationRule
from baro.rules.prescribed.obligations import Obligation, Rhythm
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.workdays import working_days_between

_DAY = timedelta(days=1)
_ENDS = frozenset({FollowedKind.DONE, FollowedKind.DECLINED})
_MONTHS = {Rhythm.MONTH: 1, Rhythm.QUARTER: 3, Rhythm.YEAR: 12}


class OwedState(StrEnum):
    """Not due yet; due and nothing told; done in time; done or declined late; declined in time."""

    WAITING = "waiting"
    MISSING = "missing"
    IN_TIME = "in_time"
    LATE = "late"
    DECLINED = "declined"


BREACHES = frozenset({OwedState.MISSING, OwedState.LATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One time that an obligation is owed: `key` is the number of the asking, or the first day of the period in ISO; `since`
    the day asked, or the last of the period; `due` its last day; `until` the day it ended, or the
    day looked at; `asked` and `ended` what was told."""

    key: str
    since: date
    due: date
    until: date
    asked: Followed | None
    ended: Followed | None
    state: OwedState

    @property
    def is_breach(self) -> bool:
        """Say whether it is counted as a breach."""
        return self.state in BREACHES


def owed_times(
    told: Obligation, rule: CoordinationRule, followed: Iterable[Followed], as_of: date, calendar: Calendar
) -> tuple[Owed, ...]:
    """Give each time that an obligation is owed until a day, the first first."""
    stands = standing(followed, as_of)
    begun = _asked(stands) if told.rhythm is Rhythm.ASKED else _periods(told, rule, as_of)
    return tuple(_owed(told, key, since, asked, stands, as_of, calendar) for key, since, asked in begun)


def days_late(one: Owed, calendar: Calendar) -> int:
    """How many working days lie between the day it was due and the day it ended, or the day looked at."""
    return working_days_between(calendar, one.due, one.until)


def check_asked(told: Obligation, rule: CoordinationRule, on: date) -> None:
    """Refuse an asking for what is owed by the period, or on a day on which the obligation does not hold. Raises
    `Refused("obligation.by_period" | "obligation.not_in_force")`."""
    if told.rhythm is not Rhythm.ASKED:
        raise Refused("obligation.by_period")
    if not told.holds(rule, on):
        raise Refused("obligation.not_in_force", day=f"{on:%d/%m/%Y}")


def check_ended(times: Sequence[Owed], key: str, on: date) -> None:
    """Refuse to end what is not owed, has ended, or before it was asked for. Raises `Refused("access.not_found" |
    "obligation.ended_already" | "obligation.before_asked")`."""
    found = next((one for one in times if one.key == key), None)
    if found is None:
        raise Refused("access.not_found")
    if found.ended is not None:
        raise Refused("obligation.ended_already")
    if found.asked is not None and on < found.asked.told_on:
        raise Refused("obligation.before_asked", day=f"{found.asked.told_on:%d/%m/%Y}")


def due_day(since: date, told: Obligation, calendar: Calendar) -> date:
    """The last day on which what is owed since a day is in time, as `due_on` has it, without its derivation; the day itself where
    the calendar ends before."""
    ruler = ruler_for(told.limit, calendar, Granularity.DATE)
    end = ruler.end(number_of(since), told.limit)
    due = None if end is None else ruler.due(end)
    return since if due is None else day_of(due)


def periods_over(first: date, last: date, months: int) -> Iterator[tuple[date, date]]:
    """Give the first and last day of each month (1), quarter (3) or year (12) that lies wholly within two days."""
    begins = date(first.year, (first.month - 1) // months * months + 1, 1)
    while begins.year < date.max.year:
        year, month = divmod(begins.year * 12 + begins.month - 1 + months, 12)
        after = date(year, month + 1, 1)
        if after - _DAY > last:
            return
        if begins >= first:
            yield begins, after - _DAY
        begins = after


def _asked(stands: Sequence[Followed]) -> Iterator[tuple[str, date, Followed | None]]:
    return ((str(one.number), one.counts_on, one) for one in stands if one.kind is FollowedKind.ASKED)


def _periods(told: Obligation, rule: CoordinationRule, as_of: date) -> Iterator[tuple[str, date, Followed | None]]:
    """Those that began by the day: what is owed for one may be done before it is over."""
    spans = periods_over(told.valid_from, told.last_day(rule) or date.max, _MONTHS[told.rhythm])
    for first, last in takewhile(lambda span: span[0] <= as_of, spans):
        yield first.isoformat(), last, None


def _owed(
    told: Obligation, key: str, since: date, asked: Followed | None, stands: Sequence[Followed], as_of: date,
    calendar: Calendar,
) -> Owed:  # fmt: skip
    due = due_day(since, told, calendar)
    ended = next((one for one in stands if one.kind in _ENDS and one.about == key), None)
    until = ended.counts_on if ended else as_of
    is_late = until > due
    if ended is None:
        state = OwedState.MISSING if is_late else OwedState.WAITING
    elif is_late:
        state = OwedState.LATE
    else:
        state = OwedState.DECLINED if ended.kind is FollowedKind.DECLINED else OwedState.IN_TIME
    return Owed(key=key, since=since, due=due, until=until, asked=asked, ended=ended, state=state)
