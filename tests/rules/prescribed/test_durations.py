"""Time limits as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.prescribed.durations import UNITS, Duration, Unit, describe, parse_duration
from baro.rules.prescribed.refusals import Refused

WD, CD, WH, H, M, WM = UNITS

WRITTEN = [
    ("15 ngày làm việc", 15, WD),
    ("03 ngày làm việc", 3, WD),
    ("15 NGÀY LÀM VIỆC", 15, WD),
    ("15 ngày (làm việc)", 15, WD),
    ("Không quá 05 (năm) ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ.", 5, WD),
    ("within 3 working days", 3, WD),
    ("15 ngày", 15, CD),
    ("Trong thời hạn 10 ngày", 10, CD),
    ("5 days", 5, CD),
    ("2 tuần", 14, CD),
    ("nửa tháng", 15, CD),
    ("1/2 ngày làm việc", 4, WH),
    ("½ ngày làm việc", 4, WH),
    ("0,5 ngày", 4, WH),
    ("0.25 ngày làm việc", 2, WH),
    ("1,5 ngày làm việc", 12, WH),
    ("half a working day", 4, WH),
    ("4 giờ làm việc", 4, WH),
    ("4 giờ", 4, H),
    ("4h", 4, H),
    ("2 hours", 2, H),
    ("30 phút", 30, WM),
    ("1,5 giờ làm việc", 90, WM),
    ("1/3 ngày làm việc", 160, WM),
    ("01 tháng", 1, M),
    ("2 năm", 24, M),
    ("trong ngày", 0, WD),
    ("Giải quyết ngay trong ngày", 0, WD),
    ("same day", 0, WD),
]


@pytest.mark.parametrize(("text", "value", "unit"), WRITTEN, ids=[text for text, _, _ in WRITTEN])
def test_a_written_limit_is_read(text: str, value: int, unit: Unit) -> None:
    assert parse_duration(text) == Duration(value, unit)


UNREADABLE = (
    "",
    "sớm nhất có thể",
    "năm ngày",
    "-3 ngày",
    "1.000 ngày",
    "1/0 ngày",
    "0,01 giờ",
    "1,5 tháng",
    "9999 năm",
    "15",
    "15 ngày đêm",
    "2 tuần làm việc",
    "từ 3 đến 5 ngày",
    "15 ngày làm việc 4 giờ",
)


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_not_a_limit_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_duration(text)
    assert (refusal.value.code, refusal.value.facts) == ("duration.unreadable", {"value": text})


def test_a_bare_number_takes_the_unit_of_its_column() -> None:
    assert parse_duration("15", Unit.WORKING_DAY) == Duration(15, Unit.WORKING_DAY)
    assert parse_duration("0,5", Unit.WORKING_DAY) == Duration(4, Unit.WORKING_HOUR)
    assert parse_duration("15 ngày", Unit.WORKING_DAY) == Duration(15, Unit.CALENDAR_DAY)


def test_a_table_of_working_time_means_working_days_and_hours() -> None:
    assert parse_duration("2 ngày", working=True) == Duration(2, Unit.WORKING_DAY)
    assert parse_duration("4 giờ", working=True) == Duration(4, Unit.WORKING_HOUR)
    assert parse_duration("1 tháng", working=True) == Duration(1, Unit.MONTH)
    assert parse_duration("2 ngày dương lịch", working=True) == Duration(2, Unit.CALENDAR_DAY)


@given(st.builds(Duration, st.integers(0, 1200), st.sampled_from(UNITS)))
def test_what_is_described_reads_back_as_it_was(duration: Duration) -> None:
    assert parse_duration(describe(duration)) == duration


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = parse_duration(text)
    except Refused:
        return
    assert read.value >= 0
