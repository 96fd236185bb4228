"""Vietnamese numbers, dates and times, by measure: 1.234,5; 12,3 %; 25/04/2024; 2,5 ngày làm việc (TCVN habits, design 3)."""

import math
import re
from datetime import date, datetime

from baro.rules.counted.reports.counted import MINUTES_A_WORKING_DAY
from baro.rules.counted.told import Cell, Column, Figure, Measure

NOTHING = "–"
NBSP = "\u00a0"
_SWAP = str.maketrans(",.", ".,")
# What XML 1.0 (section 2.2) cannot carry: control characters, lone surrogates, two non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Drop characters that no XML document may hold; everything else stays as it was recorded."""
    return _UNPRINTABLE.sub("", text)


def count(number: int) -> str:
    """Say a whole number: 450.000."""
    return f"{number:,}".translate(_SWAP)


def decimal(number: float, places: int = 1) -> str:
    """Say a number with a decimal comma: 1.234,5."""
    return f"{number:,.{places}f}".translate(_SWAP)


def share(part: float) -> str:
    """Say a share of 0..1 as a percentage: 12,3 %."""
    return f"{decimal(part * 100)}{NBSP}%"


def working_days(days: float) -> str:
    """Say working days with their unit."""
    return f"{decimal(days)}{NBSP}ngày làm việc"


def days_of(minutes: int) -> str:
    """Say working minutes as working days of eight hours, with the unit."""
    return working_days(minutes / MINUTES_A_WORKING_DAY)


def day(on: date) -> str:
    """Say a date: 25/04/2024."""
    return f"{on.day:02}/{on.month:02}/{on.year:04}"


def moment(at: datetime) -> str:
    """Say a moment as it is read on the wall: 25/04/2024 08:00."""
    return f"{day(at)} {at.hour:02}:{at.minute:02}"


def cell(value: Cell, column: Column) -> str:
    """Say a cell of a table as its column measures it; "–" where there is nothing to say."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return NOTHING
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return f"{value.month:02}/{value.year:04}" if column.key == "month" else day(value)
    if isinstance(value, str):
        return printable(value)
    return number(value, column.measure)


def number(value: float, measure: Measure) -> str:
    """Say a number as it is measured, without the unit that its heading gives."""
    if measure is Measure.SHARE:
        return share(value)
    if measure is Measure.WORKING_DAYS:
        return decimal(value)
    return count(value) if isinstance(value, int) else decimal(value)


def figure(told: Figure) -> str:
    """Say a figure's value; "–" where it is not computed or not shown."""
    if told.value is None or not math.isfinite(told.value):
        return NOTHING
    if told.measure is Measure.COUNT:
        return count(round(told.value))
    return number(told.value, told.measure)


def ratio(told: Figure) -> str:
    """Say what a figure divides: "12 / 340 hồ sơ"; "" where it is no ratio."""
    if told.numerator is None or told.denominator is None:
        return ""
    return f"{count(told.numerator)} / {count(told.denominator)}{NBSP}hồ sơ"
