"""Whether a target is exceeded, met or missed, and by which plan."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.targets import TargetResult, compared, target_on
from baro.rules.observed.targets import (
    Actual,
    Direction,
    Revision,
    Target,
    check_reported,
    check_revised,
    check_target,
    check_withdrawn,
)
from baro.rules.prescribed.refusals import Refused

E, M, X, U, N = (
    TargetResult.EXCEEDED, TargetResult.MET, TargetResult.MISSED, TargetResult.UNDER_WAY, TargetResult.UNREPORTED,
)  # fmt: skip
AT = datetime(2026, 1, 5, 3, tzinfo=UTC)
END = date(2026, 12, 31)


def target(*reports: tuple[date, str], plan: str = "95", revised: tuple[str, ...] = (), **changes) -> Target:
    """A target of the year 2026."""
    told = {
        "id": "c", "body": "b", "assigner": "a", "name": "Đúng hạn", "unit": "%", "first": date(2026, 1, 1), "last": END,
        "plan": Decimal(plan), "recorded_at": AT,
        "revisions": tuple(Revision(plan=Decimal(p), document="2/QĐ", recorded_on=END) for p in revised),
        "actuals": tuple(Actual(upto=on, value=Decimal(v), source="7/BC", recorded_on=on) for on, v in reports),
    }  # fmt: skip
    return Target(**told | changes)


def on(found: Target, day: date = date(2027, 2, 1)):
    return target_on(found, day)


JUNE = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("found", "day", "result"),
    [
        (target((END, "97")), END, E),
        (target((END, "95")), END, M),
        (target((END, "95.0")), END, M),
        (target((END, "94.9")), END, X),
        (target((END, "97"), direction=Direction.DOWN), END, X),
        (target((END, "90"), direction=Direction.DOWN), END, E),
        (target((JUNE, "97")), JUNE, U),  # a year is not won in June
        (target((JUNE, "97")), date(2027, 1, 1), N),
        (target(), date(2027, 1, 1), N),
        (target(), JUNE, U),
        (target((END, "97")), JUNE, U),  # seen from June nobody knew
        (target((END, "90"), (END, "96")), END, E),  # told again, the later stands
        (target((END, "90"), (JUNE, "99")), END, X),  # the later day counts, whenever it was told
    ],
)
def test_what_came_of_a_target_is_told_when_its_period_is_over_and_reported(found, day, result):
    assert on(found, day).result is result


def test_a_plan_changed_afterwards_does_not_hide_the_first():
    found = on(target((END, "52"), plan="60", revised=("55", "50")))
    assert (found.result, found.by_first_plan, found.is_met_by_revision) == (E, X, True)
    assert on(target((END, "62"), plan="60", revised=("50",))).is_met_by_revision is False


def test_the_share_of_the_plan_has_one_decimal_and_none_without_a_plan():
    assert on(target((END, "1"), plan="3")).share == Decimal("33.3")
    assert on(target((END, "1"), plan="0")).share is None
    assert on(target()).share is None


@given(st.integers(-1000, 1000), st.integers(-1000, 1000))
def test_the_other_direction_is_the_other_way_round(value, plan):
    up, down = (compared(Decimal(value), Decimal(plan), way) for way in Direction)
    assert {up, down} == ({M} if value == plan else {E, X})


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: check_target(target(name=" ")), "target.no_name"),
        (lambda: check_target(target(unit="")), "target.no_unit"),
        (lambda: check_target(target(first=date(2027, 1, 1))), "target.ends_before_start"),
        (lambda: check_revised(target(), Decimal(90), " "), "target.no_document"),
        (lambda: check_revised(target(), Decimal("95.0"), "2/QĐ"), "target.same_plan"),
        (lambda: check_reported(target(), date(2025, 12, 31), "7/BC", END), "target.outside_period"),
        (lambda: check_reported(target(), END, "7/BC", JUNE), "target.in_future"),
        (lambda: check_reported(target(), JUNE, " ", END), "target.no_source"),
        (lambda: check_withdrawn(target((JUNE, "1")), "Nhầm"), "target.reported_already"),
        (lambda: check_withdrawn(target(), " "), "target.no_reason"),
        (lambda: check_withdrawn(target(withdrawn_at=AT), "Nhầm"), "target.withdrawn"),
    ],
)
def test_what_says_too_little_or_cannot_be_is_refused(call, code):
    with pytest.raises(Refused) as refused:
        call()
    assert refused.value.code == code
