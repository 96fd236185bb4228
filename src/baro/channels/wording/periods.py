"""Periods and moments in words."""

from datetime import date, datetime, time, timedelta

from baro.rules.counted.periods import MONTH, QUARTER, Period, Periods
from baro.rules.prescribed.zones import VIETNAM, local_time

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)
"""A day that somebody writes lies between these; others are slips."""


def period_told(period: Period) -> str:
    """Name a period: tháng 4/2024, quý II/2024, năm 2024."""
    if period.months == MONTH:
        return f"tháng {period.number}/{period.year}"
    if period.months == QUARTER:
        return f"quý {('I', 'II', 'III', 'IV')[period.number - 1]}/{period.year}"
    return f"năm {period.year}"


def periods_told(periods: Period | Periods) -> str:
    """Name a period, or several: tháng 5/2023 đến tháng 4/2024."""
    if isinstance(periods, Period):
        return period_told(periods)
    return f"{period_told(periods.first)} đến {period_told(periods.last)}"


def moment_told(at: datetime) -> str:
    """Tell a moment by Vietnam's clock, after what holds then; midnight as the end of a day."""
    here = local_time(at, VIETNAM)
    if here.time() == time():
        return f"khi hết ngày {here - timedelta(days=1):%d/%m/%Y}"
    return f"lúc {here:%H:%M %d/%m/%Y}"


def read_day(text: str) -> date | None:
    """Read a day as officials write it; None if it is not one of the calendar."""
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            day = datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 a day has no zone
        except ValueError:
            continue
        return day if FIRST_DAY <= day <= LAST_DAY else None
    return None
