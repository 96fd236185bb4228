"""What may be told next of a task, and by whom; and what cannot be."""

from dataclasses import replace

import pytest

from baro.rules.judged.tasks.steps import check_step, check_voided, steps_open
from baro.rules.observed.tasks import TaskKind as K
from baro.rules.observed.tasks import check_given, check_told
from baro.rules.prescribed.refusals import Refused
from rules.judged.tasks.a_task import ASSIGNER, LEAD, day, now, task


@pytest.mark.parametrize(
    ("told", "body", "open_now"),
    [
        ("", LEAD, {K.ACCEPTED, K.DECLINED, K.HANDED, K.NOTED, K.ASKED, K.SUBMITTED}),
        ("", ASSIGNER, {K.SUBMITTED, K.EXTENDED, K.CANCELLED}),
        ("nhan@2", LEAD, {K.HANDED, K.NOTED, K.ASKED, K.SUBMITTED}),
        ("xin@2=20", LEAD, {K.ACCEPTED, K.DECLINED, K.HANDED, K.NOTED, K.SUBMITTED}),
        ("xin@2=20", ASSIGNER, {K.SUBMITTED, K.EXTENDED, K.KEPT, K.CANCELLED}),
        ("tra@2", LEAD, set()),
        ("tra@2", ASSIGNER, {K.UPHELD, K.CANCELLED}),
        ("nop@5", LEAD, set()),
        ("nop@5", ASSIGNER, {K.APPROVED, K.RETURNED, K.CANCELLED}),
        ("nop@5 dat@6", ASSIGNER, set()),
        ("huy@5", LEAD, set()),
        ("nhan@2", "nguoi-ngoai", set()),
    ],
)
def test_each_side_tells_its_own(told, body, open_now):
    assert set(steps_open(now(told), body)) == open_now


def test_who_gives_a_task_to_itself_has_both_sides():
    mine = now("nop@5", assigner=LEAD)
    assert set(steps_open(mine, LEAD)) == {K.APPROVED, K.RETURNED, K.CANCELLED}


def test_what_is_not_open_is_refused():
    with pytest.raises(Refused, match=r"task\.not_now"):
        check_step(now("nop@5"), task("nop@6").events[0])


def test_an_extension_sets_a_later_day():
    with pytest.raises(Refused, match=r"task\.day_no_later"):
        check_step(now(""), task("gia@5=10").events[0])
    check_step(now(""), task("gia@5=11").events[0])


def test_only_the_last_thing_told_is_taken_back_and_by_who_told_it():
    found = now("nhan@2 nop@5 lai@6")
    with pytest.raises(Refused, match=r"task\.not_last"):
        check_voided(found, 2, LEAD)
    with pytest.raises(Refused, match=r"task\.told_by_another"):
        check_voided(found, 3, LEAD)
    check_voided(found, 3, ASSIGNER)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"content": " "}, "task.no_content"),
        ({"lead": ""}, "task.no_lead"),
        ({"assigned_on": day(30)}, "task.assigned_in_future"),
        ({"assigned_on": day(11)}, "task.due_before_assigned"),
        ({"arose_on": day(2)}, "task.arose_after_assigned"),
        ({"coordinating": (LEAD,)}, "task.lead_coordinates"),
    ],
)
def test_a_task_that_says_too_little_or_cannot_be_is_refused(changes, code):
    with pytest.raises(Refused) as refused:
        check_given(task(**changes), day(12))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("event", "changes", "code"),
    [
        ("nop@20", {}, "task.in_future"),
        ("nop@1", {}, "task.too_early"),
        ("ghi@5", {"words": ""}, "task.no_reason"),
        ("lai@5", {"words": " "}, "task.no_reason"),
        ("gia@5=20", {"due_on": None}, "task.no_day"),
        ("nguoi@5=an", {}, "task.holder_elsewhere"),
        ("dat@5", {"quality": None}, "task.no_quality"),
    ],
)
def test_what_lacks_its_reason_day_or_person_is_refused(event, changes, code):
    with pytest.raises(Refused) as refused:
        check_told(replace(task(event).events[0], **changes), day(2), day(12), {"binh"})
    assert refused.value.code == code
