"""Numbers, dates and durations are said as Vietnamese offices write them."""

from datetime import date, datetime

import pytest

from baro.channels.exports import formatting
from baro.rules.counted.told import Cell, Column, Figure, Measure


@pytest.mark.parametrize(
    ("value", "measure", "said"),
    [
        (450000, Measure.COUNT, "450.000"),
        (0, Measure.COUNT, "0"),
        (0.1234, Measure.SHARE, "12,3\u00a0%"),
        (1234.5, Measure.WORKING_DAYS, "1.234,5"),
        (-2.25, Measure.WORKING_DAYS, "-2,2"),
        (date(2024, 4, 5), Measure.DATE, "05/04/2024"),
        (datetime(2024, 4, 5, 8, 3), Measure.MOMENT, "05/04/2024 08:03"),
        ("Hồ sơ\x00 số 1", Measure.TEXT, "Hồ sơ số 1"),
        (None, Measure.COUNT, "–"),
        (float("nan"), Measure.SHARE, "–"),
    ],
)
def test_a_cell_is_said_as_its_column_measures_it(value: Cell, measure: Measure, said: str) -> None:
    assert formatting.cell(value, Column("x", "X", measure)) == said


def test_a_month_is_said_without_its_day() -> None:
    assert formatting.cell(date(2024, 4, 1), Column("month", "Tháng", Measure.DATE)) == "04/2024"


def test_a_rate_that_may_not_be_shown_is_a_dash_but_its_numbers_stand_beside_it() -> None:
    hidden = Figure("k", "l", None, Measure.SHARE, 2, 4, "d", "1")
    assert (formatting.figure(hidden), formatting.ratio(hidden)) == ("–", "2 / 4\u00a0hồ sơ")


def test_working_minutes_are_said_as_days_of_eight_hours_with_their_unit() -> None:
    assert formatting.days_of(720) == "1,5\u00a0ngày làm việc"


@pytest.mark.parametrize(("minutes", "said"), [(0, "0,0 ngày làm việc"), (16, "16 phút"), (48, "0,1 ngày làm việc")])
def test_a_short_while_is_said_in_minutes(minutes: int, said: str) -> None:
    assert formatting.held(minutes) == said.replace(" ", "\u00a0", 1)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Có 205 hồ sơ quá hạn", "Có 205~hồ~sơ quá hạn"),
        ("93,1 % hồ sơ, trễ 5 lần", "93,1~% hồ~sơ, trễ 5~lần"),
        ("khoản 9 Điều 19 NĐ 61/2018/NĐ-CP", "khoản~9 Điều~19 NĐ~61/2018/NĐ-CP"),
        ("điểm c khoản 1", "điểm~c khoản~1"),
        ("điểm yếu của hồng sơn", "điểm yếu của hồng sơn"),
    ],
)
def test_a_number_and_its_unit_stay_on_one_line(text: str, kept: str) -> None:
    assert formatting.tight(text) == kept.replace("~", "\u00a0")


@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\ud800", "\ufffe", "\x7f"])
def test_what_no_document_can_hold_is_dropped(bad: str) -> None:
    assert formatting.printable(f"Ứng{bad} Hòa\n") == "Ứng Hòa\n"
