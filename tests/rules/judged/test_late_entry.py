"""Telling a fact late never improves a figure, unless two persons vouch for it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.late_entry import Entered, check_entry, counts_at, is_late
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.refusals import Refused

CALENDAR = calendar_named("vn")
NOON = datetime(2024, 4, 25, 5, 0, tzinfo=UTC)  # 12:00 on a Thursday in Vietnam
SHIFTS = st.timedeltas(timedelta(days=-30), timedelta(days=30))


def entered(occurred: datetime, by: tuple[str, str] = ("lan", ""), reason: str = "", at: datetime = NOON) -> None:
    check_entry(occurred, at, Entered.COUNTER, CALENDAR, by=by, reason=reason)


def test_a_quarter_of_an_hour_at_the_counter_needs_nobody_else():
    entered(NOON - timedelta(minutes=15))


def test_beyond_it_a_second_person_and_a_reason_are_needed():
    late = NOON - timedelta(minutes=16)
    for by, reason, code in [
        (("lan", ""), "mất điện", "late_entry.second_person"),
        (("lan", "lan"), "mất điện", "late_entry.second_person"),
        (("lan", "minh"), " ", "late_entry.reason"),
    ]:
        with pytest.raises(Refused, match=code):
            entered(late, by, reason)
    entered(late, ("lan", "minh"), "mất điện")


def test_the_future_is_nobodys_to_tell():
    with pytest.raises(Refused, match="late_entry.future"):
        entered(NOON + timedelta(minutes=3), ("lan", "minh"), "đồng hồ")


def test_a_paper_batch_has_a_working_day():
    friday = datetime(2024, 4, 26, 3, 0, tzinfo=UTC)  # the next working day is 2/5: 29/4 was swapped, then holidays
    assert not is_late(friday, datetime(2024, 5, 2, 9, 0, tzinfo=UTC), Entered.PAPER, CALENDAR)
    assert is_late(friday, datetime(2024, 5, 3, 3, 0, tzinfo=UTC), Entered.PAPER, CALENDAR)


@given(SHIFTS, SHIFTS, st.sampled_from(["", "lan"]))
def test_moving_what_is_said_to_have_happened_moves_no_figure_alone(one, other, second):
    assert counts_at(NOON + one, NOON, actor="lan", second=second) == counts_at(
        NOON + other, NOON, actor="lan", second=second
    )
