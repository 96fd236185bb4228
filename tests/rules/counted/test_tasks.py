"""Tasks counted: every task stands in one column of time, the figure and its list by one rule, weeks that add up."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from baro.rules.counted.tasks import IS, by_lead, carried, counted, in_period, loads
from baro.rules.judged.tasks.standing import task_on
from rules.judged.tasks.a_task import day, now, task

COURSES = ("", "nhan@2", "nop@5", "nop@5 dat@6", "nop@12 dat@13", "gia@9=20 nop@19 yeu@20", "nop@5 lai@6 nop@7 dat@8", "huy@3", "tra@2")  # fmt: skip
_TASKS = st.lists(st.tuples(st.sampled_from(COURSES), st.sampled_from([10, 20, None])), max_size=8)


@given(_TASKS, st.integers(1, 30))
def test_every_task_stands_in_one_column_of_time(told, on):
    found = counted(now(words, on, due=due) for words, due in told)
    columns = (
        found.done_on_time, found.done_late, found.done_without_day, found.open_in_time, found.open_late,
        found.open_without_day, found.cancelled,
    )  # fmt: skip
    assert sum(columns) == found.given == len(told)
    on_time, of = found.on_time_share
    assert 0 <= on_time <= of <= found.given


@given(_TASKS)
def test_counts_by_unit_add_up_to_the_whole(told):
    tasks = [now(words, 25, due=due, lead=f"dv-{k % 3}") for k, (words, due) in enumerate(told)]
    units = by_lead(tasks)
    assert sum(units.values(), counted([])) == counted(tasks)


def test_the_share_on_time_counts_what_is_late_and_not_done_and_leaves_out_what_is_still_in_time():
    tasks = [now("nop@5 dat@6", 15), now("", 15), now("", 15, due=20), now("nop@5 dat@6", 15, due=None)]
    assert counted(tasks).on_time_share == (1, 2)


def test_quality_is_counted_beside_time():
    found = counted([now("nop@5 lai@6 nop@7 yeu@8", 12), now("gia@9=20 nop@19 dat@20", 25)])
    assert (found.done_on_time, found.returned, found.weak, found.extended, found.by_extension) == (2, 1, 1, 1, 1)


def test_every_count_has_a_rule():
    assert set(IS) == set(counted([]).__dataclass_fields__)


def test_a_period_counts_what_is_given_in_it_and_what_was_open_when_it_began():
    told = [task(""), task("nop@5 dat@6"), task("", assigned_on=day(20), due=25), task("", assigned_on=day(40), due=45)]
    found = in_period(told, day(15), day(30), day(40))
    assert [one.task for one in found] == [told[0], told[2]]
    assert {one.on for one in found} == {day(30)}
    assert {one.on for one in in_period(told, day(15), day(30), day(18))} == {day(18)}


def test_what_lies_with_whom_is_told_by_body_and_person():
    tasks = [now("nguoi@2=an", 12), now("nguoi@2=an", 12, due=14), now("", 12), now("nop@5", 12)]
    mine = {(one.holder, one.open, one.late, one.soon, one.next_due) for one in loads(tasks)}
    assert mine == {("an", 2, 1, 1, day(10)), ("", 1, 1, 0, day(10))}


@given(_TASKS, st.integers(1, 25))
def test_what_is_carried_and_given_less_what_is_closed_is_left_and_carried_on(told, given_on):
    tasks = [replace(task(words, due), assigned_on=day(1) if words else day(given_on)) for words, due in told]
    monday = day(22)
    weeks = carried(tasks, monday, 4, day(28))
    for week in weeks:
        assert week.carried + week.given - week.closed == week.left >= week.late
    assert [one.left for one in weeks[:-1]] == [one.carried for one in weeks[1:]]
    assert [one.monday for one in weeks] == [monday - timedelta(7 * k) for k in (3, 2, 1, 0)]
    assert weeks[-1].left == sum(task_on(one, day(28)).is_open for one in tasks)
