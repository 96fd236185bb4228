"""Time limits as published: a whole number and one of the units Vietnamese law counts in."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """The unit of a time limit (Civil Code 2015, articles 146-148; sector decisions for working days).

    The order gives the integer code of a unit in columns: new units go to the end.
    """

    WORKING_DAY = "working_day"
    CALENDAR_DAY = "calendar_day"
    WORKING_HOUR = "working_hour"
    HOUR = "hour"
    MONTH = "month"
    WORKING_MINUTE = "working_minute"  # parts of an hour in internal step tables


UNITS: tuple[Unit, ...] = tuple(Unit)


@dataclass(frozen=True, slots=True)
class Duration:
    """A time limit; `Duration(0, Unit.WORKING_DAY)` is "trong ngày" (due the same working day)."""

    value: int
    unit: Unit
