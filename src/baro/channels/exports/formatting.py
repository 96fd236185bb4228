"""Vietnamese numbers, dates and times, by measure: 1.234,5; 12,3 %; 25/04/2024; 2,5 ngày làm việc (TCVN habits, design 3)."""

import math
import re
from datetime import date, datetime

from baro.rules.counted.reports.counted import MINUTES_A_WORKING_DAY
from baro.rules.counted.reports.words import count as count
from baro.rules.counted.reports.words import day as day
from baro.rules.counted.reports.words import decimal as decimal
from baro.rules.counted.told import Cell, Column, Figure, Measure

NOTHING = "–"
NBSP = "\u00a0"
# What XML 1.0 (section 2.2) cannot carry: control characters, lone surrogates, two non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# "hồ sơ"; "12 ngày", "93,1 %", "5 lần"; "Điều 19", "khoản 9", "điểm c"; "NĐ 61/2018/NĐ-CP".
_TOGETHER = re.compile(
    r"(?:\b\d[\d.,]* )?[Hh]ồ sơ|\b\d[\d.,]* (?:%|ngày|lần|giờ|phút|bước|dòng)|"
    r"\b(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Bb]ước|[Mm]ẫu|ngày|NĐ|TT|QĐ) (?:\d[\d/.]*|[a-zđ]\b)"
)


def printable(text: str) -> str:
    """Drop characters that no XML document may hold; everything else stays as it was recorded."""
    return _UNPRINTABLE.sub("", text)


def tight(text: str) -> str:
    """Keep together what a line must not part: "hồ sơ", a number and its unit, an article and its number."""
    return _TOGETHER.sub(lambda m: m[0].replace(" ", NBSP), printable(text))


def share(part: float) -> str:
    """Say a share of 0..1 as a percentage: 12,3 %."""
    return f"{decimal(part * 100)}{NBSP}%"


def working_days(days: float) -> str:
    """Say working days with their unit."""
    return f"{decimal(days)}{NBSP}ngày làm việc"


def days_of(minutes: int) -> str:
    """Say working minutes as working days of eight hours, with the unit."""
    return working_days(minutes / MINUTES_A_WORKING_DAY)


def held(minutes: int) -> str:
    """Say how long something was held: in working days, or in minutes where a tenth of a day would say nothing."""
    return days_of(minutes) if minutes == 0 or minutes >= MINUTES_A_WORKING_DAY // 10 else f"{minutes}{NBSP}phút"


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
