"""The period that figures are told for: a month, a quarter, a year."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from baro.rules.counted.days import begin_of

MONTH, QUARTER, YEAR = 1, 3, 12
_FIRST, _LAST = 1900, 2200  # years that somebody may mean
_WRITTEN = re.compile(r"(\d{4})(?:-(?:(\d{2})|Q([1-4])))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """The `number`-th span (from 1) of `months` months (1, 3 or 12) of a year."""

    year: int
    months: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, (self.number - 1) * self.months + 1, 1)

    @property
    def end(self) -> date:
        """The day after its last."""
        return self.after().first

    @property
    def begins(self) -> datetime:
        """Its first moment in Vietnam."""
        return begin_of(self.first)

    @property
    def ends(self) -> datetime:
        """The first moment after it in Vietnam."""
        return begin_of(self.end)

    @property
    def written(self) -> str:
        """The period as an address has it: 2024-04, 2024-Q2, 2024."""
        if self.months == YEAR:
            return f"{self.year}"
        return f"{self.year}-Q{self.number}" if self.months == QUARTER else f"{self.year}-{self.number:02}"

    def before(self) -> "Period":
        """The period before, of the same length."""
        return self._moved(-1)

    def after(self) -> "Period":
        """The period after, of the same length."""
        return self._moved(1)

    def _moved(self, by: int) -> "Period":
        in_a_year = YEAR // self.months
        years, number = divmod(self.number - 1 + by, in_a_year)
        return Period(self.year + years, self.months, number + 1)


@dataclass(frozen=True, slots=True)
class Periods:
    """From the beginning of a period to the end of a later one."""

    first: Period
    last: Period

    @property
    def begins(self) -> datetime:
        """Its first moment in Vietnam."""
        return self.first.begins

    @property
    def ends(self) -> datetime:
        """The first moment after it in Vietnam."""
        return self.last.ends

    @property
    def written(self) -> str:
        """The periods as an address has them: 2023-05..2024-04."""
        return f"{self.first.written}..{self.last.written}"


def read_periods(text: str) -> Period | Periods | None:
    """Read a period, or the first and the last of several, as an address has them; None if there are no such."""
    first, dots, last = text.partition("..")
    begins, ends = read_period(first), read_period(last)
    if not dots:
        return begins
    return Periods(begins, ends) if begins and ends and begins.begins < ends.begins else None


def period_of(day: date, months: int = MONTH) -> Period:
    """Give the month, quarter or year in which a day lies."""
    return Period(day.year, months, (day.month - 1) // months + 1)


def read_period(text: str) -> Period | None:
    """Read a period as an address has it; None if there is no such period."""
    found = _WRITTEN.fullmatch(text)
    if not found or not _FIRST <= int(found[1]) <= _LAST:
        return None
    year = int(found[1])
    if found[2]:
        return Period(year, MONTH, int(found[2])) if 1 <= int(found[2]) <= YEAR else None
    return Period(year, QUARTER, int(found[3])) if found[3] else Period(year, YEAR, 1)
