"""Where each leg is at a moment, when it is due, and what is not acknowledged."""

import pytest

from baro.rules.judged.joint.legs import LegState, joint_at
from baro.rules.observed.joint import JointKind, Outcome
from baro.rules.prescribed.durations import Duration
from baro.rules.prescribed.joint import JointLeg
from rules.judged.joint.a_joint_dossier import CALENDAR, HOURS, LAND, LEAD, TAX, at, course, dossier, event, process

W, T, S, A, X, R = (
    LegState.WAITING, LegState.TO_SEND, LegState.SENT, LegState.ACKNOWLEDGED, LegState.ANSWERED, LegState.RETURNED,
)  # fmt: skip


def now(told: str, day: int, hour: float = 8, **changes):
    return joint_at(course(told), process(**changes), at(day, hour), CALENDAR)


@pytest.mark.parametrize(
    ("told", "day", "states"),
    [
        ("", 1, [T, W]),
        ("gui1@2", 2, [S, W]),
        ("gui1@2 nhan1@3", 3, [A, W]),
        ("gui1@2 nhan1@3", 2, [S, W]),  # seen from the day before
        ("gui1@2 nhan1@3 lai1@4", 4, [R, W]),
        ("gui1@2 lai1@4 gui1@5", 5, [S, W]),
        ("gui1@2 nhan1@3 xong1@4", 4, [X, T]),
        ("gui1@2 xong1@4 gui2@5", 5, [X, S]),  # an answer says that it came
        ("gui1@2 xong1@4 gui2@5 nhan2@5 xong2@8", 8, [X, X]),
    ],
)
def test_a_leg_is_as_far_as_what_was_told_of_it(told, day, states):
    assert [leg.state for leg in now(told, day).legs] == states


def test_a_leg_is_due_by_its_own_limit_from_when_it_was_sent():
    told = now("gui1@4:16", 9)
    assert f"{told.legs[0].rounds[0].due.day:%d/%m/%Y}" == "09/06/2026"  # Thursday 4th + 3 working days, over a weekend
    assert not told.legs[0].is_late
    assert now("gui1@4:16", 10).legs[0].is_late
    assert [leg.leg.agency for leg in now("gui1@4:16", 10).late_legs] == [TAX]


def test_an_answer_after_the_limit_stays_late_and_one_in_time_stays_in_time():
    assert now("gui1@2 xong1@8", 30).legs[0].is_late
    assert not now("gui1@2 xong1@5:23", 30).legs[0].is_late


def test_sent_again_the_limit_is_counted_from_the_beginning():
    told = now("gui1@1:9 lai1@2 gui1@8", 10)
    assert [f"{one.due.day:%d}" for one in told.legs[0].rounds] == ["04", "11"]
    assert not told.legs[0].is_late


def test_a_limit_in_working_hours_runs_out_at_its_minute():
    legs = (JointLeg(key="1", agency=TAX, task="x", limit=Duration(4, HOURS)),)
    assert not now("gui1@1:14", 2, 8.5, legs=legs).legs[0].is_late
    assert now("gui1@1:14", 2, 9, legs=legs).legs[0].is_late


@pytest.mark.parametrize(("day", "hour", "silent"), [(2, 8, False), (3, 17, False), (4, 8, True), (30, 8, True)])
def test_what_was_sent_and_not_acknowledged_is_seen_at_once_and_marked_after_a_working_day(day, hour, silent):
    told = now("gui1@2", day, hour)
    assert [leg.leg.key for leg in told.unacknowledged] == ["1"]
    assert told.legs[0].is_silent is silent
    assert not now("gui1@2 nhan1@2", day, hour).unacknowledged


def test_what_the_lead_keeps_for_itself_it_has():
    legs = (JointLeg(key="1", agency=LEAD, task="x", limit=Duration(4, HOURS)),)
    assert now("gui1@1", 2, legs=legs).legs[0].state is LegState.ACKNOWLEDGED


def test_a_voided_event_is_as_if_it_never_was():
    void = event("gui", "1", at(3), corrects="1", is_void=True)
    told = joint_at(dossier(event("gui", "1", at(2)), void), process(), at(9), CALENDAR)
    assert told.legs[0].state is LegState.TO_SEND


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        (event("gui", "1", at(2), recorded=at(5)), 5),  # the lead gains by an earlier sending
        (event("gui", "1", at(2), recorded=at(5), entered="loaded"), 2),  # history of another register
        (event("xong", "1", at(2), recorded=at(5)), 5),  # an agency gains by an earlier answer of its own
        (event("xong", "1", at(2), recorded=at(5), by=LEAD, document="1/CV"), 2),  # the lead tells against itself
        (event("het", "", at(2), recorded=at(5)), 5),
    ],
)
def test_nobody_betters_their_own_figure_by_telling_late(told, counts):
    first = event("gui", "1", at(1, 9))
    events = (told,) if told.kind is not JointKind.ANSWERED else (first, told)
    assert joint_at(dossier(*events), process(), at(30), CALENDAR).events[-1].counts_at == at(counts)


@pytest.mark.parametrize(
    ("first", "again", "counts"),
    [
        (event("gui", "1", at(3)), at(2), 3),  # told earlier: it does not count earlier
        (event("gui", "1", at(3)), at(4), 4),
        (event("xong", "1", at(3), by=LEAD), at(4), 3),  # told later of another: it does not count later
        (event("xong", "1", at(3), by=LEAD), at(2), 2),
    ],
)
def test_a_correction_never_betters_the_figure_of_who_corrects(first, again, counts):
    before = () if first.kind is JointKind.SENT else (event("gui", "1", at(1, 9)),)
    number = str(len(before) + 1)
    corrected = event("gui", "1", again, recorded=at(9), by=first.teller, corrects=number)
    corrected = corrected.__class__(
        **{n: getattr(corrected, n) for n in corrected.__slots__} | {"kind": first.kind, "outcome": None}
    )
    stands = joint_at(dossier(*before, first, corrected), process(), at(30), CALENDAR).events[-1]
    assert (stands.counts_at, stands.event.occurred_at, len(stands.before)) == (at(counts), again, 1)
    assert stands.event.outcome is first.outcome
    assert (stands.event.outcome is Outcome.RESULT) is (first.kind is JointKind.ANSWERED)


def test_parallel_legs_may_both_be_sent_from_receipt_on():
    legs = tuple(JointLeg(key=k, agency=a, task="x", limit=Duration(2, HOURS)) for k, a in (("1", TAX), ("2", LAND)))
    assert [leg.state for leg in now("", 1, legs=legs).legs] == [T, T]
