"""Whose the time was and whose the lateness: each hour one holder's, the parts the whole, nobody charged within their limit."""

import itertools
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baro.rules.judged.joint.legs import joint_at
from baro.rules.judged.joint.split import split_of
from baro.rules.prescribed.durations import Duration
from baro.rules.prescribed.joint import JointLeg
from baro.rules.prescribed.workdays import working_minutes_between
from rules.judged.joint.a_joint_dossier import CALENDAR, DAYS, LAND, LEAD, TAX, at, course, dossier, event, process

DAY = 480


def split(told: str, day: int, hour: float = 8, **changes):
    return split_of(joint_at(course(told), process(**changes), at(day, hour), CALENDAR), CALENDAR)


def late_of(told) -> dict[str, int]:
    return {one.agency: one.late for one in told.shares}


@pytest.mark.parametrize(
    ("told", "late"),
    [
        # received on the 1st, 10 working days: due when the 15th is over
        ("gui1@2 xong1@5 gui2@5 xong2@11 het@15:17", {LEAD: 0, TAX: 0, LAND: 0}),
        # the tax office 4 days over its limit (due 5th); the whole ends 2 days late: all of it the tax office's
        ("gui1@2 xong1@11:17.5 gui2@11:17.5 xong2@17:17.5 het@17:17.5", {LEAD: 0, TAX: 2 * DAY, LAND: 0}),
        # sent only on the 10th, answered in time: the lead's alone
        ("gui1@10 xong1@12:17.5 gui2@12:17.5 xong2@17:17.5 het@17:17.5", {LEAD: 2 * DAY, TAX: 0, LAND: 0}),
        # both over their limits, 1 and 3 days; 4 days late in all: 1 and 3
        ("gui1@2 xong1@8:17.5 gui2@8:17.5 xong2@17:17.5 het@19:17.5", {LEAD: 0, TAX: DAY, LAND: 3 * DAY}),
    ],
)  # fmt: skip
def test_lateness_is_whose_it_is(told, late):
    assert late_of(split(told, 30)) == late


def test_an_open_dossier_is_split_as_far_as_it_is():
    told = split("gui1@2", 18)
    assert told.late == 2 * DAY
    assert late_of(told) == {LEAD: 0, TAX: 2 * DAY, LAND: 0}
    assert [(one.agency, one.held) for one in told.shares] == [(LEAD, DAY), (TAX, 12 * DAY), (LAND, 0)]


def test_of_two_legs_at_once_each_hour_is_the_one_due_first():
    legs = (
        JointLeg(key="1", agency=TAX, task="x", limit=Duration(5, DAYS)),
        JointLeg(key="2", agency=LAND, task="x", limit=Duration(2, DAYS)),
    )
    told = split("gui1@1 gui2@1 xong2@3 xong1@5", 5, legs=legs)
    assert [(one.holder, one.minutes) for one in told.stretches if one.minutes] == [(LAND, 2 * DAY), (TAX, 2 * DAY)]


def test_a_leg_answered_before_it_counts_as_sent_was_never_its_agencys():
    told = dossier(
        event("gui", "1", at(2), recorded=at(5)), event("xong", "1", at(4), recorded=at(9), by=LEAD, document="1/CV")
    )
    shares = split_of(joint_at(told, process(), at(9), CALENDAR), CALENDAR).shares
    assert [(one.agency, one.held) for one in shares] == [(LEAD, 6 * DAY), (TAX, 0), (LAND, 0)]


WORDS = ("gui1", "nhan1", "lai1", "gui1", "xong1", "gui2", "nhan2", "lai2", "gui2", "xong2", "het")
QUARTERS = st.lists(st.integers(0, 27 * 96), min_size=len(WORDS), max_size=len(WORDS)).map(sorted)


@settings(max_examples=150, deadline=None)
@given(
    quarters=QUARTERS, told=st.integers(0, len(WORDS)), skip=st.sets(st.sampled_from(["nhan1", "nhan2"])),
    returns=st.booleans(), parallel=st.booleans(), limits=st.tuples(*[st.integers(0, 8)] * 3),
)  # fmt: skip
def test_the_parts_add_up_and_nobody_is_charged_within_their_limit(quarters, told, skip, returns, parallel, limits):
    words = [w for w in WORDS if w not in skip]
    if not returns:
        words = ["gui1", "xong1", "gui2", "xong2", "het"]
    moments = [(1 + q // 96, q % 96 / 4) for q in quarters]
    course_told = " ".join(f"{w}@{d}:{h}" for w, (d, h) in zip(words[:told], moments, strict=False))
    one, two, whole = limits
    legs = (
        JointLeg(key="1", agency=TAX, task="x", limit=Duration(one, DAYS)),
        JointLeg(key="2", agency=LAND, task="x", limit=Duration(two, DAYS), after="" if parallel else "1"),
    )
    now = joint_at(course(course_told), process(legs=legs, whole=Duration(whole, DAYS)), at(30), CALENDAR)
    found = split_of(now, CALENDAR)
    assert sum(share.late for share in found.shares) == found.late
    assert sum(share.held for share in found.shares) == sum(s.minutes for s in found.stretches)
    for before, after in itertools.pairwise(found.stretches):
        assert before.end == after.start
    if found.stretches:
        first, last = found.stretches[0].start, found.stretches[-1].end
        assert sum(s.minutes for s in found.stretches) == working_minutes_between(CALENDAR, first, last)
    sent = {e.event.leg for e in now.events}
    for share, leg in ((share, leg) for share in found.shares for leg in legs if leg.agency == share.agency):
        assert 0 <= share.late <= share.over <= share.held
        assert leg.key in sent or share.held == 0


MINUTES = st.integers(0, 6 * 24 * 4).map(lambda q: timedelta(minutes=15 * q))
COURSE = (("gui", "1", LEAD), ("xong", "1", LEAD), ("gui", "2", LEAD), ("xong", "2", LAND), ("het", "", LEAD))


def share_of(events, agency: str) -> int:
    now = joint_at(dossier(*events), process(whole=Duration(2, DAYS)), at(30), CALENDAR)
    return next(one.late for one in split_of(now, CALENDAR).shares if one.agency == agency)


@settings(max_examples=150, deadline=None)
@given(
    gaps=st.lists(MINUTES.filter(bool), min_size=5, max_size=5), which=st.integers(0, 4), moved=MINUTES,
    is_later=st.booleans(),
)  # fmt: skip
def test_who_tells_a_moment_anew_is_never_charged_less_for_it(gaps, which, moved, is_later):
    moments = list(itertools.accumulate(gaps, initial=at(1)))[1:]
    told = [event(word, leg, when, by=by) for (word, leg, by), when in zip(COURSE, moments, strict=True)]
    kind, leg, teller = COURSE[which]
    when = min(max(moments[which] + (moved if is_later else -moved), at(1)), moments[-1] + timedelta(days=1))
    again = event(kind, leg, when, recorded=at(29), by=teller, corrects=str(which + 1))
    assert share_of([*told, again], teller) >= share_of(told, teller)


@settings(max_examples=100, deadline=None)
@given(gaps=st.lists(MINUTES.filter(bool), min_size=5, max_size=5), moved=MINUTES, by_itself=st.booleans())
def test_who_takes_an_answer_of_another_back_is_never_charged_less_for_it(gaps, moved, by_itself):
    moments = list(itertools.accumulate(gaps, initial=at(1)))[1:]
    told = [event(word, leg, when, by=by) for (word, leg, by), when in zip(COURSE, moments, strict=True)]
    again = min(moments[1] + moved, moments[2])
    void = event("xong", "1", moments[1], recorded=at(29), by=LEAD, corrects="2", is_void=True)
    later = event("xong", "1", again, by=TAX if by_itself else LEAD)
    assert share_of([*told[:2], void, later, *told[2:]], LEAD) >= share_of(told, LEAD)
