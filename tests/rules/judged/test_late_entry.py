"""Telling a fact late never improves a figure, unless two persons vouch for it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.late_entry import (
    TOLERANCES,
    Entered,
    Tolerance,
    check_not_future,
    check_vouched,
    counts_at,
    is_late,
    tolerance_on,
)
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.refusals import Refused

CALENDAR = calendar_named("vn")
NOON = datetime(2024, 4, 25, 5, 0, tzinfo=UTC)  # 12:00 on a Thursday in Vietnam
SHIFTS = st.timedeltas(timedelta(days=-30), timedelta(days=30))


def test_a_quarter_of_an_hour_at_the_counter_is_not_late():
    assert not is_late(NOON - timedelta(minutes=15), NOON, Entered.COUNTER, CALENDAR)
    assert is_late(NOON - timedelta(minutes=16), NOON, Entered.COUNTER, CALENDAR)


@pytest.mark.parametrize(
    ("second", "reason", "code"),
    [
        ("", "mất điện", "late_entry.second_person"),
        ("lan", "mất điện", "late_entry.second_person"),
        ("minh", " ", "late_entry.reason"),
    ],
)
def test_who_vouches_is_another_person_with_a_reason(second, reason, code):
    with pytest.raises(Refused, match=code):
        check_vouched("lan", second, reason)
    check_vouched("lan", "minh", "mất điện")


def test_no_tolerance_is_called_verified_and_a_later_row_takes_its_place():
    assert not [row for row in TOLERANCES if row.verified]
    stricter = Tolerance("Quy chế 12/QĐ", Entered.PAPER, NOON.date(), working_days=0, minutes=60, verified=True)
    rows = (*TOLERANCES, stricter)
    assert tolerance_on(Entered.PAPER, NOON.date(), rows) == stricter
    assert tolerance_on(Entered.PAPER, NOON.date() - timedelta(days=1), rows) == TOLERANCES[1]


def test_what_has_no_tolerance_is_late_at_once():
    assert is_late(NOON - timedelta(seconds=1), NOON, Entered.LOADED, CALENDAR)


def test_the_future_is_nobodys_to_tell():
    with pytest.raises(Refused, match="late_entry.future"):
        check_not_future(NOON + timedelta(minutes=3), NOON)
    check_not_future(NOON + timedelta(minutes=2), NOON)


def test_a_paper_batch_has_a_working_day():
    friday = datetime(2024, 4, 26, 3, 0, tzinfo=UTC)  # the next working day is 2/5: 29/4 was swapped, then holidays
    assert not is_late(friday, datetime(2024, 5, 2, 9, 0, tzinfo=UTC), Entered.PAPER, CALENDAR)
    assert is_late(friday, datetime(2024, 5, 3, 3, 0, tzinfo=UTC), Entered.PAPER, CALENDAR)


@given(SHIFTS, SHIFTS, st.sampled_from(["", "lan"]))
def test_moving_what_is_said_to_have_happened_moves_no_figure_alone(one, other, second):
    assert counts_at(NOON + one, NOON, actor="lan", second=second) == counts_at(
        NOON + other, NOON, actor="lan", second=second
    )


def test_two_persons_and_the_label_of_loading_let_a_told_moment_count():
    told = NOON - timedelta(days=9)
    assert counts_at(told, NOON, actor="lan", second="minh") == told
    assert counts_at(told, NOON, actor="k", second="", entered="loaded") == told
    assert counts_at(told, NOON, actor="lan", second="", entered="paper") == NOON
