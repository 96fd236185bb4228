"""The week that a briefing looks at: Monday to Sunday, and the moment at which it is looked from."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from baro.rules.counted.days import begin_of

_DAYS = timedelta(days=7)
_FIRST, _LAST = 1900, 2200  # years that somebody may mean


@dataclass(frozen=True, slots=True)
class Week:
    """A week by its Monday, as the calendar of ISO 8601 counts it."""

    monday: date

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + _DAYS - timedelta(days=1)

    @property
    def begins(self) -> datetime:
        """The first moment of Monday in Vietnam."""
        return begin_of(self.monday)

    @property
    def ends(self) -> datetime:
        """The first moment after Sunday in Vietnam."""
        return self.begins + _DAYS

    @property
    def number(self) -> int:
        """Which week of its year it is (ISO 8601)."""
        return self.monday.isocalendar().week

    @property
    def written(self) -> str:
        """The week as an address has it: 2024-W17."""
        year, week, _ = self.monday.isocalendar()
        return f"{year}-W{week:02}"

    def before(self) -> "Week":
        """The week before."""
        return Week(self.monday - _DAYS)

    def after(self) -> "Week":
        """The week after."""
        return Week(self.monday + _DAYS)


def week_of(day: date) -> Week:
    """Give the week in which a day lies."""
    return Week(day - timedelta(days=day.weekday()))


def read_week(text: str) -> Week | None:
    """Read a week as an address or a browser's field of weeks has it; None if there is no such week."""
    year, mark, week = text.partition("-W")
    if not mark or not (year.isdecimal() and week.isdecimal()) or len(year) != 4 or len(week) != 2:
        return None
    if not _FIRST <= int(year) <= _LAST:
        return None
    try:
        return Week(date.fromisocalendar(int(year), int(week), 1))
    except ValueError:
        return None
