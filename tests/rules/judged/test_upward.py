"""Where a proposal to the upper level stands: with whom, for how long, and who may say it is resolved."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.counted.upward import waiting_by_body
from baro.rules.judged.upward import UpwardState, check_last, check_next, may_follow, upward_on
from baro.rules.observed.followed import Followed, FollowedKind
from baro.rules.observed.upward import UpwardProposal, check_upward
from baro.rules.prescribed.refusals import Refused
from rules.judged.an_obligation import CALENDAR

ROUTED, ANSWERED, ACCEPTED, NOT_ACCEPTED, BACK = (
    FollowedKind.ROUTED, FollowedKind.ANSWERED, FollowedKind.ACCEPTED, FollowedKind.NOT_ACCEPTED, FollowedKind.TAKEN_BACK,
)  # fmt: skip
ASKER, CITY, OFFICE, OTHER = "b-huyen", "b-tp", "b-so", "b-so-2"
DAY = timedelta(days=1)
MONDAY = date(2024, 3, 4)
MADE = UpwardProposal(
    id="u1", unit=ASKER, about="Tháo gỡ vướng mắc", document="8/TTr", signed_on=MONDAY, to=CITY, counts_on=MONDAY
)


def told(number: int, kind: FollowedKind, days: int, body: str = "", corrects: int = 0, until: date | None = None):
    on = MONDAY + days * DAY
    return Followed(
        number=number, kind=kind, told_on=on, counts_on=on, teller=ASKER, document="9/CV", body=body, corrects=corrects,
        until=until,
    )  # fmt: skip


def stands(events, days: int, made: UpwardProposal = MADE):
    return upward_on(made, events, MONDAY + days * DAY, CALENDAR)


COURSE = (
    told(1, ROUTED, 2, OFFICE), told(2, ANSWERED, 9), told(3, NOT_ACCEPTED, 14), told(4, ANSWERED, 21), told(5, ACCEPTED, 28)
)  # fmt: skip


@pytest.mark.parametrize(
    ("days", "state", "holder", "waited"),
    [
        (0, UpwardState.SENT, CITY, 0), (1, UpwardState.SENT, CITY, 1), (4, UpwardState.ROUTED, OFFICE, 2),
        (11, UpwardState.ANSWERED, ASKER, 2), (18, UpwardState.AGAIN, OFFICE, 4), (22, UpwardState.ANSWERED, ASKER, 1),
        (90, UpwardState.RESOLVED, ASKER, 0),
    ],
)  # fmt: skip
def test_with_whom_it_waits_and_for_how_many_working_days(days, state, holder, waited):
    now = stands(COURSE, days)
    assert (now.state, now.holder, now.waited) == (state, holder, waited)
    assert now.is_open is (state is not UpwardState.RESOLVED)


def test_it_is_late_only_by_a_day_that_a_document_names():
    assert not stands([], 900).is_late
    named = replace(MADE, until=MONDAY + 10 * DAY)
    assert not stands([], 10, named).is_late
    assert stands([], 11, named).is_late
    assert not stands([told(1, ROUTED, 2, OFFICE, until=MONDAY + 20 * DAY)], 20, named).is_late
    assert stands([told(1, ROUTED, 2, OFFICE)], 11, named).is_late  # passing it on without a day changes none
    assert not stands([told(1, ANSWERED, 9)], 50, named).is_late


def test_what_was_taken_back_does_not_stand():
    now = stands([*COURSE[:2], told(3, BACK, 10, corrects=2)], 12)
    assert (now.state, now.holder) == (UpwardState.ROUTED, OFFICE)
    check_last(now, 1)
    with pytest.raises(Refused, match="upward.not_last"):
        check_last(stands(COURSE, 90), 2)
    with pytest.raises(Refused, match="upward.not_last"):
        check_last(stands([], 90), 1)


@pytest.mark.parametrize(
    ("events", "kind", "days", "body", "code"),
    [
        ((), ACCEPTED, 3, "", "upward.not_its_turn"), (COURSE, ROUTED, 95, OTHER, "upward.not_its_turn"),
        (COURSE[:2], ANSWERED, 30, "", "upward.not_its_turn"), ((), ROUTED, -1, OFFICE, "upward.too_early"),
        (COURSE[:1], ANSWERED, 1, "", "upward.too_early"), (COURSE[:1], ROUTED, 30, OFFICE, "upward.there_already"),
    ],
)  # fmt: skip
def test_what_cannot_follow_is_refused(events, kind, days, body, code):
    with pytest.raises(Refused, match=code):
        check_next(stands(events, 90), kind, MONDAY + days * DAY, body)
    check_next(stands((), 90), ROUTED, MONDAY, OFFICE)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"about": " "}, "upward.no_about"), ({"document": ""}, "followed.no_document"), ({"to": ASKER}, "upward.to_itself"),
        ({"until": MONDAY - DAY}, "upward.until_before"),
    ],
)  # fmt: skip
def test_a_proposal_says_what_to_whom_by_a_document(changes, code):
    check_upward(MADE)
    with pytest.raises(Refused, match=code):
        check_upward(replace(MADE, **changes))


@given(
    st.lists(
        st.tuples(st.sampled_from([ROUTED, ANSWERED, ACCEPTED, NOT_ACCEPTED]), st.sampled_from([OFFICE, OTHER])),
        max_size=8,
    )
)
def test_whatever_follows_it_waits_with_one_body_and_ends_only_where_who_asked_says_so(steps):
    events: list[Followed] = []
    for day, (kind, body) in enumerate(steps, 1):
        now = stands(events, day)
        if kind in may_follow(now) and not (kind is ROUTED and body == now.holder):
            events.append(told(len(events) + 1, kind, day, body))
    now = stands(events, 60)
    kinds = [one.kind for one in events]
    assert now.is_open is (ACCEPTED not in kinds)
    assert now.holder == (ASKER if kinds[-1:] in ([ANSWERED], [ACCEPTED]) else now.holder)
    assert now.holder in {CITY, OFFICE, OTHER, ASKER}
    (*rest,) = waiting_by_body([now])
    assert [one.count for one in rest] == ([1] if now.is_open else [])


def test_those_with_one_body_are_counted_together():
    late = replace(MADE, until=MONDAY)
    found = waiting_by_body([stands([], 7), stands([], 14, late), stands(COURSE[:1], 7)])
    assert [(one.body, one.count, one.late, one.longest) for one in found] == [(OFFICE, 1, 0, 3), (CITY, 2, 1, 10)]
