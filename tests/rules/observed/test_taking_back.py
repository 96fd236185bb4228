"""What may be taken back: not the receipt, nothing on which a later step rests; alone only an own slip, soon."""

from dataclasses import replace
from datetime import timedelta

import pytest

from baro.rules.observed.kinds import Kind
from baro.rules.observed.recorded_steps import TakenBack
from baro.rules.observed.taking_back import check_taken_back, is_own_slip, slip_minutes_on, standing
from baro.rules.prescribed.refusals import Refused
from rules.observed.test_recorded_steps import END, GOT, REQ, START, R, W, told

AGAIN = Kind.REOPENED


def without(steps, number):
    """The same steps, one of them taken back."""
    back = TakenBack(by="p-lan", second="", at=START + timedelta(days=1), reason="Nhầm.")
    return [replace(step, taken_back=back) if step.number == number else step for step in steps]


@pytest.mark.parametrize(
    ("kinds", "number", "code"),
    [
        ((R, W), 1, "recording.receipt_stays"),
        ((R, W), 3, "access.not_found"),
        ((R, W), 2, ""),
        ((R, W, END), 2, ""),
        ((R, REQ, GOT), 2, "recording.rests_on_it"),
        ((R, REQ, GOT), 3, ""),
        ((R, W, END, AGAIN), 3, "recording.rests_on_it"),
        ((R, W, END, AGAIN, W), 4, "recording.rests_on_it"),
    ],
)
def test_the_rest_must_be_able_to_stand(kinds, number, code):
    try:
        check_taken_back(told(*kinds), number)
    except Refused as refused:
        assert refused.code == code
    else:
        assert code == ""


def test_what_is_taken_back_counts_no_more():
    steps = without(told(R, REQ, GOT), 3)
    assert [step.kind for step in standing(steps)] == [R, REQ]
    check_taken_back(steps, 2)
    with pytest.raises(Refused, match="recording.back_already"):
        check_taken_back(steps, 3)


@pytest.mark.parametrize(
    ("number", "person", "after", "is_slip"),
    [
        (3, "p-lan", 15, True), (3, "p-lan", 16, False), (3, "p-an", 1, False), (2, "p-lan", 1, False), (9, "p-lan", 1, False),
    ],
)  # fmt: skip
def test_alone_only_the_last_step_soon_and_by_whoever_told_it(number, person, after, is_slip):
    at = START + timedelta(hours=2, minutes=after)
    assert is_own_slip(told(R, W, END), number, person, at, 15) is is_slip


def test_an_authority_sets_the_minutes():
    assert slip_minutes_on(START.date(), None) == 15
    assert slip_minutes_on(START.date(), 0) == 0
