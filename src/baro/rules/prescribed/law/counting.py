"""The rules by which a time limit is counted, as rows: Civil Code 2015 art. 147-148, Labour Code art. 111-112.

They apply unless the law of the matter says otherwise (Civil Code art. 145). Before 1/1/2017 none are told.
"""

from datetime import date

from baro.rules.prescribed.durations import Unit
from baro.rules.prescribed.law.rows import LimitRow

_CIVIL = "Bộ luật Dân sự 2015"
_LABOUR_2012 = "Bộ luật Lao động 2012"
_LABOUR_2019 = "Bộ luật Lao động 2019"
_SINCE = date(2017, 1, 1)
_LABOUR_CHANGED = date(2021, 1, 1)

FIRST_DAY = LimitRow(
    "counting.first_day", "excluded", _CIVIL, "147.2", _SINCE, note="không tính ngày đầu tiên của thời hạn"
)
AT_ONCE = LimitRow("counting.at_once", "included", _CIVIL, "147.1", _SINCE, note="tính ngay từ thời điểm bắt đầu")
END_OF_DAY = LimitRow(
    "counting.end_of_day", "last_day", _CIVIL, "148.1", _SINCE, note="kết thúc khi hết ngày cuối cùng của thời hạn"
)
SAME_DATE = LimitRow(
    "counting.same_date",
    "same_date",
    _CIVIL,
    "148.3",
    _SINCE,
    note="kết thúc vào ngày tương ứng của tháng cuối cùng, hoặc ngày cuối tháng nếu tháng đó không có ngày tương ứng",
)
ROLL_OVER = LimitRow(
    "counting.roll_over",
    "next_working_day",
    _CIVIL,
    "148.5",
    _SINCE,
    note="ngày cuối cùng là ngày nghỉ thì thời hạn kết thúc khi hết ngày làm việc tiếp theo",
)
_REST = "không tính ngày nghỉ hằng tuần và ngày nghỉ lễ, tết"
DAYS_OFF = (
    LimitRow(
        "counting.days_off",
        "skipped",
        _LABOUR_2012,
        "Điều 110, 115",
        _SINCE,
        date(2020, 12, 31),
        verified=False,
        note=_REST,
    ),
    LimitRow("counting.days_off", "skipped", _LABOUR_2019, "Điều 111, 112", _LABOUR_CHANGED, note=_REST),
)
COUNTING_ROWS = (FIRST_DAY, AT_ONCE, END_OF_DAY, SAME_DATE, ROLL_OVER, *DAYS_OFF)

_RULES: dict[Unit, tuple[LimitRow, ...]] = {
    Unit.WORKING_DAY: (FIRST_DAY, *DAYS_OFF, END_OF_DAY),
    Unit.CALENDAR_DAY: (FIRST_DAY, END_OF_DAY, ROLL_OVER),
    Unit.MONTH: (FIRST_DAY, SAME_DATE, ROLL_OVER),
    Unit.WORKING_HOUR: (AT_ONCE, *DAYS_OFF),
    Unit.WORKING_MINUTE: (AT_ONCE, *DAYS_OFF),
    Unit.HOUR: (AT_ONCE,),
}


def counting_rules(unit: Unit, on: date) -> tuple[LimitRow, ...]:
    """Give the rows that say how a limit in this unit is counted, as in force on the day its count starts."""
    return tuple(row for row in _RULES[unit] if row.holds(on))
