"""Whether what a coordination rule obliges to was kept: in time, late, missing, by the calendar and by what counts."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.deadlines.due import due_on
from baro.rules.judged.owed import OwedState, check_asked, check_ended, days_late, due_day, owed_times, periods_over
from baro.rules.observed.followed import FollowedKind, check_document, check_taken_back
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.obligations import IN_DAYS, Rhythm, check_obligation, check_obligation_end
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.workdays import is_working_day
from baro.rules.prescribed.zones import VIETNAM_TIME
from rules.judged.an_obligation import CALENDAR, KEEPER, ON_REQUEST, OUTSIDE, QUARTERLY, RULE, TAX, told

ASKED, DONE, DECLINED, BACK = (
    FollowedKind.ASKED, FollowedKind.DONE, FollowedKind.DECLINED, FollowedKind.TAKEN_BACK,
)  # fmt: skip
DAY = timedelta(days=1)
FRIDAY = date(2024, 3, 1)  # 5 working days later: Friday 8/3/2024
DUE = date(2024, 3, 8)


def states(obligation, events, on) -> list[str]:
    return [one.state.value for one in owed_times(obligation, RULE, events, on, CALENDAR)]


@pytest.mark.parametrize(
    ("ends", "on", "state", "days"),
    [
        (None, DUE, OwedState.WAITING, 0),
        (None, DUE + 3 * DAY, OwedState.MISSING, 1),
        ((DONE, DUE), DUE + 90 * DAY, OwedState.IN_TIME, 0),
        ((DONE, DUE + DAY), DUE + 90 * DAY, OwedState.LATE, 0),  # a Saturday: late, and no working day of it
        ((DONE, DUE + 4 * DAY), DUE + 90 * DAY, OwedState.LATE, 2),
        ((DECLINED, DUE), DUE + 90 * DAY, OwedState.DECLINED, 0),
        ((DECLINED, DUE + 3 * DAY), DUE + 90 * DAY, OwedState.LATE, 1),
    ],
)
def test_what_was_asked_for_is_kept_or_not_by_the_day(ends, on, state, days):
    events = [told(1, ASKED, FRIDAY), *([told(2, *ends, about="1")] if ends else [])]
    (one,) = owed_times(ON_REQUEST, RULE, events, on, CALENDAR)
    assert (one.since, one.due, one.state, days_late(one, CALENDAR)) == (FRIDAY, DUE, state, days)
    assert one.is_breach is (state in (OwedState.LATE, OwedState.MISSING))


def test_what_is_told_later_than_the_day_looked_at_is_not_yet_known():
    events = [told(1, ASKED, FRIDAY), told(2, DONE, DUE, about="1", counts_on=DUE + 20 * DAY)]
    assert states(ON_REQUEST, events, FRIDAY - DAY) == []
    assert states(ON_REQUEST, events, DUE + 10 * DAY) == ["missing"]
    assert states(ON_REQUEST, events, DUE + 30 * DAY) == ["late"]  # told late by one alone, it counts when recorded


def test_what_was_told_by_mistake_does_not_stand():
    events = [told(1, ASKED, FRIDAY), told(2, DONE, DUE, about="1"), told(3, BACK, DUE, corrects=2)]
    assert states(ON_REQUEST, events, DUE + 10 * DAY) == ["missing"]
    assert states(ON_REQUEST, [*events, told(4, BACK, DUE, corrects=1)], DUE + 10 * DAY) == []
    with pytest.raises(Refused, match="followed.taken_back"):
        check_taken_back(events, 2)
    with pytest.raises(Refused, match="access.not_found"):
        check_taken_back(events, 3)


def test_a_period_is_owed_if_it_lies_wholly_within_the_days_of_the_rule():
    """In force from 2/1/2024: the first quarter is not whole, the second is; due 10 working days after 30/6."""
    first, second = owed_times(QUARTERLY, RULE, [], date(2024, 8, 1), CALENDAR)
    assert (first.key, first.since, first.due, first.state) == (
        "2024-04-01", date(2024, 6, 30), date(2024, 7, 12), OwedState.MISSING,
    )  # fmt: skip
    assert (second.key, second.state) == ("2024-07-01", OwedState.WAITING)  # it may be done before it is over
    assert states(QUARTERLY, [told(1, DONE, date(2024, 6, 28), about="2024-04-01")], date(2024, 8, 1)) == [
        "in_time", "waiting",
    ]  # fmt: skip
    ended = replace(RULE, last_on=date(2024, 6, 29))
    assert owed_times(QUARTERLY, ended, [], date(2024, 8, 1), CALENDAR) == ()


@given(st.dates(date(2023, 1, 1), date(2025, 6, 1)), st.integers(0, 900), st.sampled_from([1, 3, 12]))
def test_periods_are_those_that_a_slow_look_finds(first, days, months):
    last = first + days * DAY
    span = {first + n * DAY for n in range(days + 1)}
    found = []
    for year in range(first.year, last.year + 1):
        for month in range(1, 13, months):
            begins = date(year, month, 1)
            after = date(year + (month + months > 12), (month + months - 1) % 12 + 1, 1)
            if all(begins + n * DAY in span for n in range((after - begins).days)):
                found.append((begins, after - DAY))
    assert list(periods_over(first, last, months)) == found


@given(
    asked=st.dates(date(2024, 1, 2), date(2024, 6, 1)), limit=st.integers(1, 20), took=st.integers(0, 60),
    later=st.integers(0, 30),
)  # fmt: skip
def test_telling_later_never_makes_a_breach_less(asked, limit, took, later):
    """The same obligation done on the same day, but known later: never in time where it was late, never fewer days."""
    obligation = replace(ON_REQUEST, limit=Duration(limit, Unit.WORKING_DAY))
    done, far = asked + took * DAY, asked + 400 * DAY
    at_once, late = (
        owed_times(obligation, RULE, [told(1, ASKED, asked), told(2, DONE, done, "1", counts)], far, CALENDAR)[0]
        for counts in (done, done + later * DAY)
    )
    assert late.is_breach >= at_once.is_breach
    assert days_late(late, CALENDAR) >= days_late(at_once, CALENDAR)
    passed = sum(is_working_day(CALENDAR, asked + n * DAY) for n in range(1, took + 1))
    if is_working_day(CALENDAR, done):
        assert at_once.is_breach is (passed > limit)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"task": " "}, "obligation.no_task"), ({"debtor": "ai đó"}, "obligation.not_a_partner"),
        ({"creditor": TAX}, "obligation.to_itself"), ({"valid_from": date(2023, 12, 31)}, "obligation.rule_not_in_force"),
        ({"limit": Duration(8, Unit.WORKING_HOUR)}, "obligation.not_in_days"),
    ],
)  # fmt: skip
def test_an_obligation_says_what_between_partners_in_days(changes, code):
    check_obligation(ON_REQUEST, RULE)
    check_obligation(replace(ON_REQUEST, debtor=OUTSIDE, creditor=""), RULE)
    with pytest.raises(Refused, match=code):
        check_obligation(replace(ON_REQUEST, **changes), RULE)


def test_what_is_asked_for_and_ended_has_its_order():
    check_asked(ON_REQUEST, RULE, FRIDAY)
    (one,) = owed_times(ON_REQUEST, RULE, [told(1, ASKED, FRIDAY)], DUE, CALENDAR)
    check_ended([one], "1", FRIDAY)
    done = replace(one, ended=told(2, DONE, DUE, "1"))
    for refused, code in (
        (lambda: check_asked(QUARTERLY, RULE, FRIDAY), "obligation.by_period"),
        (lambda: check_asked(ON_REQUEST, replace(RULE, last_on=FRIDAY - DAY), FRIDAY), "obligation.not_in_force"),
        (lambda: check_ended([one], "2", FRIDAY), "access.not_found"),
        (lambda: check_ended([done], "1", DUE), "obligation.ended_already"),
        (lambda: check_ended([one], "1", FRIDAY - DAY), "obligation.before_asked"),
        (lambda: check_obligation_end(replace(ON_REQUEST, last_on=DUE), DUE), "obligation.ended"),
        (lambda: check_obligation_end(ON_REQUEST, date(2024, 1, 1)), "obligation.ends_before_start"),
        (lambda: check_document(" "), "followed.no_document"),
        (lambda: check_document("x" * 121), "followed.long_document"),
    ):
        with pytest.raises(Refused, match=code):
            refused()


def test_the_rhythms_are_months_quarters_and_years():
    def keys(rhythm: Rhythm) -> int:
        return len(owed_times(replace(QUARTERLY, rhythm=rhythm), RULE, [], date(2026, 1, 1), CALENDAR))

    # whole ones since 2/1/2024 that began by 1/1/2026: 24 months, 8 quarters, 2 years
    assert [keys(one) for one in (Rhythm.MONTH, Rhythm.QUARTER, Rhythm.YEAR)] == [24, 8, 2]
    assert KEEPER in RULE.partners


@given(st.dates(date(2023, 1, 1), date(2025, 6, 1)), st.integers(0, 40), st.sampled_from(sorted(IN_DAYS)))
def test_a_day_is_due_as_every_other_limit_is(since, value, unit):
    limit = Duration(value, unit)
    noon = datetime.combine(since, time(12), VIETNAM_TIME)
    assert due_day(since, replace(ON_REQUEST, limit=limit), CALENDAR) == due_on(noon, limit, CALENDAR).day
