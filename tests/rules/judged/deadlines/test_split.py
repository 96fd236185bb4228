"""Who held a dossier and who carries its late time. 1/7/2024 is a Monday; a working day is 8 hours, 480 minutes."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.deadlines.classes import HolderKind
from baro.rules.judged.deadlines.late_charge import apportion, charge
from baro.rules.judged.deadlines.setting import Setting
from baro.rules.judged.deadlines.split import CaseSplit
from baro.rules.observed.kinds import Kind
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.processes import ApprovedProcess, Step
from rules.judged.deadlines.logs import NO_NET, Dossier, Happened, log_of, process, setting, vn
from rules.judged.deadlines.twins import Judged, assert_same_splits

OFFICE, AGENCY, APPLICANT = HolderKind.OFFICE, HolderKind.OTHER_AGENCY, HolderKind.APPLICANT
LATER = setting(vn(31))
DAYS_5 = Duration(5, Unit.WORKING_DAY)


def split(
    *events: tuple[Kind, datetime, str],
    limit: Duration = DAYS_5,
    steps: dict[Kind, Duration] | None = None,
    set_to: Setting = LATER,
) -> CaseSplit:
    """Split a dossier whose events are done by named people of "Phòng", or of "Thuế", which is outside the agency."""
    done = tuple(Happened(k, at, "Thuế" if who == "Cục" else "Phòng", who) for k, at, who in events)
    judged = Judged(log_of([Dossier(done)]), set_to, [process(limit, steps)], [0], {"Thuế"})
    assert_same_splits(judged)
    return judged.split(0)


def held(found: CaseSplit) -> list[tuple[HolderKind, str, int]]:
    return [(s.holder, s.person, s.minutes) for s in (*found.segments, found.tail) if s.minutes]


def late(found: CaseSplit) -> list[tuple[str, int]]:
    return [(s.person or s.holder.name, s.late) for s in (*found.segments, found.tail) if s.late]


def test_the_time_before_an_event_was_held_by_who_did_it() -> None:
    found = split((Kind.RECEIVED, vn(1), "Lan"), (Kind.WORKED, vn(2), "Minh"), (Kind.RELEASED, vn(2, "14:00"), "Hoa"))
    assert held(found) == [(OFFICE, "Minh", 480), (OFFICE, "Hoa", 210)]
    assert found.total == 690


def test_lunch_nights_weekends_and_holidays_count_nothing() -> None:
    found = split((Kind.RECEIVED, vn(1, "11:50", 2), "Lan"), (Kind.RELEASED, vn(15, "08:10", 2), "Hoa"))
    assert held(found) == [(OFFICE, "Hoa", 10 + 240 + 4 * 480 + 10)]  # 1-2/2, 5-7/2, then Tết until 14/2


@pytest.mark.parametrize(
    ("asked", "answer", "holder"),
    [
        (Kind.SUPPLEMENT_REQUESTED, Kind.SUPPLEMENT_RECEIVED, APPLICANT),
        (Kind.PAYMENT_REQUESTED, Kind.PAID, APPLICANT),
        (Kind.CONSULTED, Kind.ANSWERED, AGENCY),
    ],
)
def test_from_a_request_to_its_answer_the_one_asked_held_it(asked: Kind, answer: Kind, holder: HolderKind) -> None:
    found = split(
        (Kind.RECEIVED, vn(1), "Lan"),
        (asked, vn(2), "Minh"),
        (Kind.DIGITISED, vn(3), "Lan"),
        (answer, vn(4), "Lan"),
        (Kind.RELEASED, vn(5), "Hoa"),
    )
    assert held(found) == [(OFFICE, "Minh", 480), (holder, "", 480), (holder, "", 480), (OFFICE, "Hoa", 480)]


def test_a_unit_outside_the_agency_is_another_agency() -> None:
    found = split((Kind.RECEIVED, vn(1), "Lan"), (Kind.WORKED, vn(2), "Cục"), (Kind.RELEASED, vn(3), "Hoa"))
    assert held(found) == [(AGENCY, "Cục", 480), (OFFICE, "Hoa", 480)]


def test_an_open_dossier_is_held_by_who_acted_last_or_by_the_one_asked() -> None:
    tuesday = setting(vn(2))
    assert split((Kind.RECEIVED, vn(1), "Lan"), (Kind.RELEASED, vn(5), "Hoa"), set_to=tuesday).tail.person == "Lan"
    asked = split((Kind.RECEIVED, vn(1), "Lan"), (Kind.PAYMENT_REQUESTED, vn(1), "Lan"), set_to=tuesday)
    assert (asked.tail.holder, asked.tail.minutes, asked.total) == (APPLICANT, 480, 480)


def test_after_the_end_nothing_counts() -> None:
    found = split((Kind.RECEIVED, vn(1), "Lan"), (Kind.RELEASED, vn(2), "Hoa"), (Kind.RETURNED, vn(20), "Lan"))
    assert (found.total, found.segments[2].minutes, found.tail.minutes) == (480, 0, 0)


@pytest.mark.parametrize(
    ("limit", "over"),
    [
        (Duration(1, Unit.WORKING_DAY), 480 + 120),
        (Duration(8, Unit.WORKING_HOUR), 2 * 480 + 60),
        (Duration(0, Unit.WORKING_DAY), 2 * 480 + 120),
        (Duration(24, Unit.HOUR), 2 * 480 + 60),
        (Duration(2, Unit.CALENDAR_DAY), 120),
        (Duration(1, Unit.MONTH), 0),
    ],
    ids=["a working day", "eight hours", "the same day", "24 hours by the clock", "two days", "a month"],
)
def test_a_step_is_measured_from_the_event_before_it_by_its_own_unit(limit: Duration, over: int) -> None:
    steps = {Kind.APPROVED: limit}
    found = split((Kind.RECEIVED, vn(1), "Lan"), (Kind.APPROVED, vn(4, "10:00"), "Hoa"), steps=steps)
    assert found.segments[1].over_limit == over


def test_of_two_rows_for_one_step_the_first_gives_its_limit() -> None:
    rows = tuple(Step(no, Kind.RELEASED.name, limit=Duration(n, Unit.WORKING_HOUR)) for no, n in (("1", 2), ("2", 7)))
    done = (Happened(Kind.RECEIVED, vn(1)), Happened(Kind.RELEASED, vn(1, "15:00")))
    judged = Judged(log_of([Dossier(done)]), LATER, [ApprovedProcess("QT", "QT", NO_NET, rows)], [0])
    assert_same_splits(judged)
    assert judged.split(0).segments[1].over_limit == 150


def test_the_example_of_the_published_rule() -> None:
    """docs/rules/late-charge.md: 960 late minutes, of which 480 go to a step that overran by as much."""
    found = split(
        (Kind.RECEIVED, vn(1, "08:00"), "Lan"),
        (Kind.WORKED, vn(5, "08:00"), "Minh"),
        (Kind.APPROVED, vn(9, "14:30"), "Hoa"),
        (Kind.RELEASED, vn(10, "17:30"), "Lan"),
        steps={Kind.WORKED: Duration(2, Unit.WORKING_DAY)},
    )
    assert late(found) == [("Minh", 480), ("Hoa", 150), ("Lan", 330)]


def test_an_overrun_greater_than_the_late_time_takes_all_of_it() -> None:
    found = split(
        (Kind.RECEIVED, vn(1, "08:00"), "Lan"),
        (Kind.WORKED, vn(8, "08:00"), "Minh"),
        (Kind.RELEASED, vn(9, "09:00"), "Hoa"),
        steps={Kind.WORKED: Duration(1, Unit.WORKING_DAY)},
    )
    assert late(found) == [("Minh", 60)]


def test_the_applicant_is_never_charged_but_who_asked_too_late() -> None:
    found = split(
        (Kind.RECEIVED, vn(1, "08:00"), "Lan"),
        (Kind.PAYMENT_REQUESTED, vn(9, "08:00"), "Minh"),
        (Kind.PAID, vn(11, "08:00"), "Lan"),
    )
    assert found.segments[2].holder is APPLICANT
    assert late(found) == [("Lan", sum(s.minutes for s in (found.tail, found.segments[2])))]
    waiting = split((Kind.RECEIVED, vn(1, "08:00"), "Lan"), (Kind.PAYMENT_REQUESTED, vn(9, "08:00"), "Minh"))
    assert waiting.tail.holder is APPLICANT
    assert late(waiting) == [("Minh", waiting.tail.minutes)]


@given(st.integers(0, 5000), st.lists(st.integers(0, 900), min_size=1, max_size=6).filter(any))
def test_parts_are_whole_sum_to_the_whole_and_differ_from_the_exact_share_by_less_than_one(
    amount: int, weights: list[int]
) -> None:
    parts = apportion(amount, weights)
    assert sum(parts) == amount
    assert all(abs(part * sum(weights) - amount * w) < sum(weights) for part, w in zip(parts, weights, strict=True))


def test_of_equal_remainders_the_earlier_is_rounded_up() -> None:
    assert apportion(5, [1, 1, 1]) == [2, 2, 1]
    assert charge(3, [0, 1, 1], [1, 1, 0], last=2) == [1, 1, 1]


def test_nobody_is_charged_twice_for_the_same_minutes_after_due() -> None:
    assert charge(10, [6, 0], [6, 4], last=1) == [6, 4]
