"""Periods and moments in words."""

from datetime import datetime, time, timedelta

from baro.rules.counted.periods import MONTH, QUARTER, Period
from baro.rules.prescribed.zones import VIETNAM, local_time


def period_told(period: Period) -> str:
    """Name a period: tháng 4/2024, quý II/2024, năm 2024."""
    if period.months == MONTH:
        return f"tháng {period.number}/{period.year}"
    if period.months == QUARTER:
        return f"quý {('I', 'II', 'III', 'IV')[period.number - 1]}/{period.year}"
    return f"năm {period.year}"


def moment_told(at: datetime) -> str:
    """Tell a moment by Vietnam's clock, after what holds then; midnight as the end of a day."""
    here = local_time(at, VIETNAM)
    if here.time() == time():
        return f"khi hết ngày {here - timedelta(days=1):%d/%m/%Y}"
    return f"lúc {here:%H:%M %d/%m/%Y}"
