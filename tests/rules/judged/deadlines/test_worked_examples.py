"""The worked examples of the domain brief (section 11), each date as a clerk would count it on paper."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from baro.rules.judged.deadlines.due import due_on, why
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.calendars import Calendar
from baro.rules.prescribed.durations import parse_duration

HANOI = timezone(timedelta(hours=7))


def vn() -> Calendar:
    return calendar_named("vn")


def without(*days: date) -> Calendar:
    """The calendar of an authority that has struck out some rows."""
    calendar = vn()
    rows = {day: row for day, row in calendar.rows.items() if day not in days}
    return Calendar("own", rows, calendar.hours, calendar.announced)


EXAMPLES = [
    pytest.param(vn(), "2024-04-25 09:00", "5 ngày làm việc", "2024-05-06", id="5 days over 30/4, Saturday 4/5 worked"),
    pytest.param(vn(), "2024-04-26 15:30", "3 ngày làm việc", "2024-05-04", id="due on the Saturday worked instead"),
    pytest.param(
        without(date(2024, 5, 4)),
        "2024-04-26 15:30",
        "3 ngày làm việc",
        "2024-05-06",
        id="the unit did not work that Saturday",
    ),
    pytest.param(vn(), "2024-08-02 08:00", "30 ngày", "2024-09-04", id="complaint: Civil Code 148.5 over 2/9"),
    pytest.param(vn(), "2026-11-16 08:00", "07 ngày làm việc", "2026-11-26", id="24/11 is a holiday"),
    pytest.param(without(date(2026, 11, 24)), "2026-11-16 08:00", "07 ngày làm việc", "2026-11-25", id="24/11 is none"),
    pytest.param(vn(), "2024-04-25 08:00", "trong ngày", "2024-04-25", id="same day"),
    pytest.param(vn(), "2024-01-31 08:00", "1 tháng", "2024-02-29", id="Civil Code 148.3: last day of the month"),
    pytest.param(vn(), "2025-12-31 16:00", "1 ngày làm việc", "2026-01-05", id="2/1/2026 swapped off"),
    pytest.param(vn(), "2026-01-09 16:00", "1 ngày làm việc", "2026-01-10", id="Saturday 10/1/2026 worked"),
    pytest.param(vn(), "2026-08-21 16:00", "1 ngày làm việc", "2026-08-22", id="Saturday 22/8/2026 worked"),
    pytest.param(vn(), "2026-08-28 16:00", "1 ngày làm việc", "2026-09-03", id="31/8/2026 swapped off, then 1-2/9"),
    pytest.param(vn(), "2025-04-25 16:00", "1 ngày làm việc", "2025-04-26", id="Saturday 26/4/2025 worked"),
    pytest.param(vn(), "2025-04-29 16:00", "1 ngày làm việc", "2025-05-05", id="2/5/2025 swapped off"),
    pytest.param(vn(), "2026-04-24 16:00", "1 ngày làm việc", "2026-04-28", id="Hùng kings on a Sunday, 27/4 in lieu"),
]


@pytest.mark.parametrize(("calendar", "start", "limit", "due"), EXAMPLES)
def test_the_due_date_is_the_one_counted_on_paper(calendar: Calendar, start: str, limit: str, due: str) -> None:
    at = datetime.fromisoformat(start).replace(tzinfo=HANOI)
    assert due_on(at, parse_duration(limit), calendar).day == date.fromisoformat(due)


# Working holidays as listed by the brief: (year, days off from Monday to Friday, Saturdays and Sundays worked).
LISTED = [
    (
        2024,
        "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
        "05-04",
    ),
    (2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02", "04-26"),
    (
        2026,
        "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24",
        "01-10 08-22",
    ),
]


@pytest.mark.parametrize(("year", "off", "worked"), LISTED, ids=[str(year) for year, _, _ in LISTED])
def test_the_days_off_of_a_year_are_those_announced(year: int, off: str, worked: str) -> None:
    rows = [row for row in vn().rows.values() if row.day.year == year]
    assert [f"{r.day:%m-%d}" for r in rows if not r.is_working and r.day.weekday() < 5] == off.split()
    assert [f"{r.day:%m-%d}" for r in rows if r.is_working] == worked.split()


def test_an_hour_limit_runs_at_once_and_ends_before_lunch_not_after() -> None:
    due = due_on(datetime(2024, 4, 25, 1, 0, tzinfo=UTC), parse_duration("4 giờ làm việc"), vn())
    assert why(due)[-1] == "Hạn: 12:00 thứ Năm 25/04/2024."


def test_the_reasons_name_every_day_passed_over_and_every_article() -> None:
    due = due_on(datetime(2024, 4, 25, 9, 0, tzinfo=HANOI), parse_duration("5 ngày làm việc"), vn())
    assert why(due) == (
        "Tiếp nhận hồ sơ lúc 09:00 thứ Năm 25/04/2024.",
        "Thời hạn: 5 ngày làm việc.",
        "Theo khoản 2 Điều 147 Bộ luật Dân sự 2015: không tính ngày đầu tiên của thời hạn.",
        "Theo Điều 111, 112 Bộ luật Lao động 2019: không tính ngày nghỉ hằng tuần và ngày nghỉ lễ, tết.",
        "Theo khoản 1 Điều 148 Bộ luật Dân sự 2015: kết thúc khi hết ngày cuối cùng của thời hạn.",
        "Không tính thứ Bảy 27/04/2024, Chủ nhật 28/04/2024: nghỉ hằng tuần.",
        "Không tính thứ Hai 29/04/2024: nghỉ hoán đổi, làm bù 04/05/2024 (Công văn 2450/VPCP-KGVX năm 2024).",
        "Không tính thứ Ba 30/04/2024: nghỉ Ngày Chiến thắng (Bộ luật Lao động 2019, Điều 112).",
        "Không tính thứ Tư 01/05/2024: nghỉ Ngày Quốc tế Lao động (Bộ luật Lao động 2019, Điều 112).",
        "Có tính thứ Bảy 04/05/2024: làm bù cho 29/04/2024 (Công văn 2450/VPCP-KGVX năm 2024).",
        "Không tính Chủ nhật 05/05/2024: nghỉ hằng tuần.",
        "Hạn: hết thứ Hai 06/05/2024.",
    )


def test_a_day_off_that_was_not_verified_says_so() -> None:
    due = due_on(datetime(2026, 11, 16, 8, 0, tzinfo=HANOI), parse_duration("7 ngày làm việc"), vn())
    (sentence,) = [s for s in why(due) if "24/11/2026" in s]
    assert sentence.endswith("(Nghị quyết 80-NQ/TW năm 2026; chưa kiểm chứng).")


def test_a_date_in_a_year_not_announced_is_provisional() -> None:
    due = due_on(datetime(2026, 12, 16, 8, 0, tzinfo=HANOI), parse_duration("60 ngày"), vn())
    assert "Lịch nghỉ năm 2027 chưa được công bố; hạn này là tạm tính." in why(due)
