"""Days in Vietnam, as figures are cut by them."""

from datetime import date, datetime, time, timedelta

from baro.rules.prescribed.zones import VIETNAM, VIETNAM_TIME, local_time

_DAY = timedelta(days=1)


def begin_of(day: date) -> datetime:
    """The first moment of a day in Vietnam."""
    return datetime.combine(day, time(), VIETNAM_TIME)


def local_day(at: datetime | None) -> date | None:
    """The day of a moment in Vietnam; None of none."""
    return local_time(at, VIETNAM).date() if at else None


def day_over(at: datetime) -> datetime:
    """When the day of a moment is over in Vietnam; a moment at which a day begins is the end of the day before."""
    begins = begin_of(local_time(at, VIETNAM).date())
    return begins if begins == at else begins + _DAY
