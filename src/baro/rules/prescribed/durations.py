"""Time limits as published: a whole number and one of the units Vietnamese law counts in."""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.refusals import Refused


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

    @property
    def skips_days_off(self) -> bool:
        """Say whether only working time counts."""
        return self in (Unit.WORKING_DAY, Unit.WORKING_HOUR, Unit.WORKING_MINUTE)

    @property
    def rolls_over(self) -> bool:
        """Say whether an end on a day off gives way to the next working day (Civil Code 2015 art. 148.5)."""
        return self in (Unit.CALENDAR_DAY, Unit.MONTH)


UNITS: tuple[Unit, ...] = tuple(Unit)


@dataclass(frozen=True, slots=True)
class Duration:
    """A time limit; `Duration(0, Unit.WORKING_DAY)` is "trong ngày" (due the same working day)."""

    value: int
    unit: Unit


_NAMES = {
    Unit.WORKING_DAY: "ngày làm việc",
    Unit.CALENDAR_DAY: "ngày",
    Unit.WORKING_HOUR: "giờ làm việc",
    Unit.HOUR: "giờ",
    Unit.MONTH: "tháng",
    Unit.WORKING_MINUTE: "phút làm việc",
}
_SAME_DAY = Duration(0, Unit.WORKING_DAY)
_LONGEST_MONTHS = 1200  # a century; a longer one is a misprint, and would leave the calendar

# Words as `fold` leaves them. A word of working time before or after the unit makes it working time.
_WORDS = {
    **dict.fromkeys(("ngay", "day", "days"), "day"),
    **dict.fromkeys(("tuan", "week", "weeks"), "week"),
    **dict.fromkeys(("thang", "month", "months"), "month"),
    **dict.fromkeys(("nam", "year", "years"), "year"),
    **dict.fromkeys(("gio", "h", "hour", "hours"), "hour"),
    **dict.fromkeys(("phut", "p", "minute", "minutes"), "minute"),
}
_WORKED = frozenset(("working", "business", "lam viec", "lv"))
_ALTERNATIVES = "|".join(sorted(_WORDS, key=len, reverse=True))
_BEFORE = re.compile(
    r"^(?:(?:trong )?thoi han |khong (?:qua|vuot qua) |toi da |cham nhat |trong (?:vong )?|within |at most )+(?=[0-9nh])"
)
_AFTER = re.compile(r",? ?(?:ke tu|tinh tu|tu ngay|tu khi|from|after|since) .*")
_SAME = re.compile(
    r"(?:giai quyet |tra (?:ket qua )?)?(?:ngay )?trong ngay(?: lam viec)?|tra ngay|same(?: working)? day"
)
_LIMIT = re.compile(
    rf"(?P<number>\d{{1,4}}/\d{{1,3}}|\d{{1,4}}[.,]\d{{1,2}}|0[.,]\d{{1,4}}|\d{{1,4}}|nua|half(?: an?)?)"
    rf"(?: ?\((?!lam viec|duong lich)[a-z ]*\))?"  # "05 (năm) ngày"
    rf"(?: ?(?P<before>working|business|calendar|clock)? ?(?P<word>{_ALTERNATIVES})"
    rf"(?: ?\(?(?P<after>lam viec|lv|duong lich|lich|dong ho)\)?)?)?",
    re.ASCII,
)


def parse_duration(text: str, default: Unit | None = None, *, working: bool = False) -> Duration:
    """Read a time limit as written ("15 ngày làm việc", "1/2 ngày", "trong ngày", "2 working days").

    A bare "ngày" is a calendar day and a bare "giờ" an hour by the clock (Civil Code 2015 art. 146-147), unless
    `working` says that the table counts working time. Part of a day ("0,5 ngày") has no meaning by the calendar
    (art. 146 knows half a month, not half a day) and is always worked: 8 hours make a day (Labour Code 2019 art. 105);
    so are minutes. A week is 7 days, half a month 15 (art. 146.2), a year 12 months. `default` is the unit of a bare
    number. Raises `Refused` for anything else.
    """
    found = _read(text, default, working)
    if found is None or (found.unit is Unit.MONTH and found.value > _LONGEST_MONTHS):
        raise Refused("duration.unreadable", value=text)
    return found


def describe(duration: Duration) -> str:
    """Write a time limit in Vietnamese ("15 ngày làm việc"); `parse_duration` reads it back."""
    return "trong ngày" if duration == _SAME_DAY else f"{duration.value} {_NAMES[duration.unit]}"


def amount_of(duration: Duration) -> tuple[str, int]:
    """Give what a limit amounts to: how it is counted ("working": in minutes of work, 8 hours a day; else its unit) and how much.
    Limits that say the same in other units ("8 giờ làm việc", "1 ngày làm việc") amount to the same; those counted alike compare."""
    minutes = {Unit.WORKING_DAY: 480, Unit.WORKING_HOUR: 60, Unit.WORKING_MINUTE: 1}.get(duration.unit)
    return (str(duration.unit), duration.value) if minutes is None else ("working", duration.value * minutes)


def _read(text: str, default: Unit | None, working: bool) -> Duration | None:
    folded = fold(text).replace("\N{FRACTION SLASH}", "/").rstrip(".")
    bare = _AFTER.sub("", folded)
    if _SAME.fullmatch(bare):
        return _SAME_DAY
    match = _LIMIT.fullmatch(_BEFORE.sub("", bare))
    amount = _number(match["number"]) if match else None
    if match is None or amount is None:
        return None
    if match["word"] is None:
        return None if default is None else _in_unit(amount, default)
    word, said = _WORDS[match["word"]], match["before"] or match["after"]
    by_table = working and said is None and word in ("day", "hour")
    return _measured(amount, word, by_table or said in _WORKED)


def _number(text: str) -> Fraction | None:
    if not text[0].isdigit():
        return Fraction(1, 2)
    over, _, under = text.replace(",", ".").partition("/")
    if under and int(under) == 0:
        return None
    return Fraction(over) / (int(under) if under else 1)


def _measured(amount: Fraction, word: str, worked: bool) -> Duration | None:
    match word:
        case "day":
            return _in_unit(amount, Unit.WORKING_DAY if worked else Unit.CALENDAR_DAY)
        case "hour":
            return _in_unit(amount, Unit.WORKING_HOUR if worked else Unit.HOUR)
        case "minute":
            return _in_unit(amount, Unit.WORKING_MINUTE)
        case "week" if not worked:
            return _in_unit(amount * 7, Unit.CALENDAR_DAY)
        case "month" if not worked:
            return Duration(15, Unit.CALENDAR_DAY) if amount == Fraction(1, 2) else _in_unit(amount, Unit.MONTH)
        case "year" if not worked:
            return _in_unit(amount * 12, Unit.MONTH)
    return None


_PARTS = {  # what a broken number of a unit is told in
    Unit.WORKING_DAY: (8, Unit.WORKING_HOUR),
    Unit.CALENDAR_DAY: (8, Unit.WORKING_HOUR),
    Unit.WORKING_HOUR: (60, Unit.WORKING_MINUTE),
    Unit.HOUR: (60, Unit.WORKING_MINUTE),
}


def _in_unit(amount: Fraction, unit: Unit) -> Duration | None:
    """Tell an amount in whole units, or in smaller ones that make it whole; None if it has none."""
    if amount.denominator == 1:
        return Duration(int(amount), unit)
    if unit not in _PARTS:
        return None
    count, smaller = _PARTS[unit]
    return _in_unit(amount * count, smaller)
