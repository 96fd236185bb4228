"""Days off and worked Saturdays of Vietnamese state bodies, 2018-2027, as dated rows.

The Labour Code fixes 1/1, 30/4, 1/5, 2/9 and the day of the Hùng kings (10th of the 3rd lunar month), the Prime
Minister the days of Tết and the second day of 2/9 each year (Labour Code 2019 art. 112.3). A holiday on a weekly rest
day gives the next working day off (art. 111.3). A row is verified where the Code was read or the year's list was
confirmed; the notices of 2018-2023 were not read, and 2027 had not been announced when this table was made.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from baro.rules.prescribed.calendars import DayRow

ANNOUNCED = frozenset(range(2018, 2027))

_LABOUR_2012 = "Bộ luật Lao động 2012, Điều 115"
_LABOUR_2019 = "Bộ luật Lao động 2019, Điều 112"
_IN_LIEU_2019 = "Bộ luật Lao động 2019, Điều 111"
_CULTURE = "Nghị quyết 80-NQ/TW năm 2026"
_CONFIRMED = range(2024, 2027)  # years whose list of days off was confirmed
_DAY = timedelta(days=1)

# First and last day of the break around Tết.
_TET = (
    ("2018-02-14", "2018-02-20"),
    ("2019-02-04", "2019-02-08"),
    ("2020-01-23", "2020-01-29"),
    ("2021-02-10", "2021-02-16"),
    ("2022-01-31", "2022-02-04"),
    ("2023-01-20", "2023-01-26"),
    ("2024-02-08", "2024-02-14"),
    ("2025-01-27", "2025-02-01"),
    ("2026-02-16", "2026-02-20"),
    ("2027-02-04", "2027-02-10"),
)
# 10th of the 3rd lunar month.
_HUNG_KINGS = (
    "2018-04-25",
    "2019-04-14",
    "2020-04-02",
    "2021-04-21",
    "2022-04-10",
    "2023-04-29",
    "2024-04-18",
    "2025-04-07",
    "2026-04-26",
    "2027-04-16",
)
# The day next to 2/9 that the Prime Minister chose; two days since 2021 (Labour Code 2019 art. 112.1).
_BESIDE_NATIONAL_DAY = (
    "2021-09-03",
    "2022-09-01",
    "2023-09-01",
    "2024-09-03",
    "2025-09-01",
    "2026-09-01",
    "2027-09-03",
)
# Days off given for a holiday on a weekly rest day, and for which.
_IN_LIEU = (
    ("2018-09-03", "Quốc khánh"),
    ("2019-04-15", "Giỗ Tổ Hùng Vương"),
    ("2021-05-03", "Ngày Quốc tế Lao động"),
    ("2022-01-03", "Tết Dương lịch"),
    ("2022-04-11", "Giỗ Tổ Hùng Vương"),
    ("2022-05-02", "Ngày Chiến thắng"),
    ("2022-05-03", "Ngày Quốc tế Lao động"),
    ("2023-01-02", "Tết Dương lịch"),
    ("2023-05-02", "Giỗ Tổ Hùng Vương"),
    ("2023-05-03", "Ngày Chiến thắng"),
    ("2023-09-04", "Quốc khánh"),
    ("2026-04-27", "Giỗ Tổ Hùng Vương"),
    ("2027-05-03", "Ngày Quốc tế Lao động"),
)
# Day off, Saturday worked for it, notice, confirmed.
_SWAPS = (
    ("2018-12-31", "2019-01-05", "Công văn 6519/VPCP-KGVX năm 2018", False),
    ("2019-04-29", "2019-05-04", "Công văn 6519/VPCP-KGVX năm 2018", False),
    ("2024-04-29", "2024-05-04", "Công văn 2450/VPCP-KGVX năm 2024", True),
    ("2025-05-02", "2025-04-26", "Thông báo 6150/TB-BLĐTBXH năm 2024", True),
    ("2026-01-02", "2026-01-10", "Bộ Nội vụ thông báo ngày 25/12/2025, theo báo chí, chưa có số hiệu", False),
    ("2026-08-31", "2026-08-22", "thông báo lịch nghỉ năm 2026, chưa có số hiệu", True),
)


def vietnam_rows() -> dict[date, DayRow]:
    """Give every row by its day. Where two grounds meet on one day, the first one named here stands."""
    rows: dict[date, DayRow] = {}
    for row in (*_tet(), *_fixed(), *_moving(), *_in_lieu(), *_swapped()):
        rows.setdefault(row.day, row)
    return dict(sorted(rows.items()))


def _off(day: date, reason: str, source: str, *, verified: bool) -> DayRow:
    return DayRow(day, False, reason, source, verified=verified)


def _code(year: int) -> str:
    return _LABOUR_2019 if year >= 2021 else _LABOUR_2012


def _tet() -> Iterable[DayRow]:
    for first, last in _TET:
        day = date.fromisoformat(first)
        while day <= date.fromisoformat(last):
            yield _off(day, "nghỉ Tết Nguyên đán", _code(day.year), verified=day.year in _CONFIRMED)
            day += _DAY


def _fixed() -> Iterable[DayRow]:
    """The days that the Code itself names; only the Code of 2019 was read."""
    named = (
        (1, 1, "Tết Dương lịch"),
        (4, 30, "Ngày Chiến thắng"),
        (5, 1, "Ngày Quốc tế Lao động"),
        (9, 2, "Quốc khánh"),
    )
    for year in range(2018, 2028):
        for month, day, name in named:
            yield _off(date(year, month, day), f"nghỉ {name}", _code(year), verified=year >= 2021)
    for year in (2026, 2027):
        yield _off(date(year, 11, 24), "nghỉ Ngày Văn hóa Việt Nam", _CULTURE, verified=False)


def _moving() -> Iterable[DayRow]:
    for name, days in (("Giỗ Tổ Hùng Vương", _HUNG_KINGS), ("Quốc khánh", _BESIDE_NATIONAL_DAY)):
        for day in map(date.fromisoformat, days):
            yield _off(day, f"nghỉ {name}", _code(day.year), verified=day.year in _CONFIRMED)


def _in_lieu() -> Iterable[DayRow]:
    for text, name in _IN_LIEU:
        day = date.fromisoformat(text)
        source = _IN_LIEU_2019 if day.year >= 2021 else _LABOUR_2012
        yield _off(day, f"nghỉ bù {name}", source, verified=day.year in _CONFIRMED)


def _swapped() -> Iterable[DayRow]:
    for off, worked, notice, verified in _SWAPS:
        rest, saturday = date.fromisoformat(off), date.fromisoformat(worked)
        yield _off(rest, f"nghỉ hoán đổi, làm bù {saturday:%d/%m/%Y}", notice, verified=verified)
        yield DayRow(saturday, True, f"làm bù cho {rest:%d/%m/%Y}", notice, verified=verified)
