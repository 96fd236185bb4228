"""What a change did: the dossiers received in the weeks before its day of force, and in as many weeks from that day on.

Whole weeks, so that both sides hold as many of each weekday. Two sides that differ may differ for other reasons too: the
season, the number of dossiers, other changes of the same time. Fewer than five dossiers tell nothing.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from baro.rules.counted.indicators.indicator import HIDDEN_BELOW

SPANS = (13, 26, 52)
"""Weeks that may be compared: a quarter, half a year, a year; the second unless somebody asks otherwise. A choice of Ba Rõ, for
no instrument sets it."""
USUAL = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectSide:
    """The dossiers received from a day on, before another: how many; of these ended in time, ended late, not ended; of those that
    ended, the median and the mean of the days from receipt to end (None: fewer than five ended)."""

    first: date
    end: date
    received: int
    ended: int
    in_time: int
    late: int
    open: int
    median: float | None
    mean: float | None

    @property
    def last(self) -> date:
        """Its last day."""
        return self.end - timedelta(days=1)

    @property
    def on_time(self) -> float | None:
        """The share, in percent, that ended in time of those that ended and whose due date is known; None of fewer than five."""
        timed = self.in_time + self.late
        return 100 * self.in_time / timed if timed >= HIDDEN_BELOW else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """Both sides; `until`: the last day of which dossiers are known, where the weeks after are not over by then (None: they are)."""

    before: EffectSide
    after: EffectSide
    until: date | None

    @property
    def median_change(self) -> float | None:
        """By how many days the median changed; None where one side has none."""
        return _change(self.before.median, self.after.median)

    @property
    def mean_change(self) -> float | None:
        """By how many days the mean changed."""
        return _change(self.before.mean, self.after.mean)

    @property
    def on_time_change(self) -> float | None:
        """By how many points of percent the share in time changed."""
        return _change(self.before.on_time, self.after.on_time)


def sides(force: date, weeks: int) -> tuple[tuple[date, date], tuple[date, date]]:
    """Give the days before and from a day of force on: each from a day on, before another."""
    span = timedelta(weeks=weeks)
    return (force - span, force), (force, force + span)


def _change(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else after - before
