"""How a task stands: where it lies, whose the late days are, what came back, what an extension hides."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.tasks.standing import Stage, late_days, task_on
from baro.rules.observed.tasks import Quality, TaskKind
from rules.judged.tasks.a_task import KINDS, day, now, task


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ("", Stage.GIVEN),
        ("nhan@2", Stage.UNDER_WAY),
        ("tra@2", Stage.DECLINED),
        ("tra@2 giu@3", Stage.UNDER_WAY),
        ("nhan@2 nguoi@3=an", Stage.UNDER_WAY),
        ("nop@5", Stage.SUBMITTED),
        ("nop@5 lai@6", Stage.UNDER_WAY),
        ("nop@5 lai@6 nop@7 dat@8", Stage.DONE),
        ("nop@5 dat@8 rut@9=2", Stage.SUBMITTED),  # closed by mistake
        ("huy@3", Stage.CANCELLED),
    ],
)
def test_a_task_lies_where_what_was_told_last_put_it(told, stage):
    assert now(told).stage is stage


@pytest.mark.parametrize(
    ("told", "on", "late"),
    [
        ("", 10, 0),  # the day due is still in time
        ("", 12, 2),
        ("nop@9", 20, 0),  # it lies with the assigner, however long that takes
        ("nop@9 dat@20", 25, 0),
        ("nop@12 dat@20", 25, 2),
        ("nop@9 lai@15", 15, 0),  # the assigner's days are not the lead's
        ("nop@9 lai@15", 18, 3),
        ("nop@9 lai@15 nop@18 dat@30", 30, 3),
        ("nop@12 lai@15 nop@18 dat@30", 30, 5),
        ("tra@5 giu@14", 16, 2),
        ("gia@9=20", 22, 2),
        ("gia@9=20 nop@19 dat@21", 22, 0),
        ("nop@8:14", 20, 4),  # told late by oneself: counts when it was recorded
        ("+nop@8:14", 20, 0),
        ("giao.nop@8:14", 20, 0),  # told against oneself
        ("huy@20", 25, 10),
    ],
)
def test_late_days_are_those_after_the_day_due_with_the_lead(told, on, late):
    assert now(told, on).late_days == late


def test_without_a_day_nothing_is_late():
    found = now("nop@9 lai@15", 25, due=None)
    assert (found.late_days, found.late_by_first, found.is_late, found.is_soon) == (None, None, False, False)


def test_an_extension_never_hides_the_days_late_by_the_day_first_set():
    found = now("gia@9=20 nop@19 dat@21", 25)
    assert (found.is_late, found.late_by_first, found.is_on_time_by_extension) == (False, 9, True)
    assert now("nop@9 dat@21", 25).is_on_time_by_extension is False


def test_lateness_and_quality_are_two_facts():
    found = now("nop@5 lai@6 nop@7 lai@8 nop@9 yeu@10", 12)
    assert (found.is_late, found.returned, found.quality) == (False, 2, Quality.WEAK)


@pytest.mark.parametrize(("told", "is_asked"), [("xin@5=20", True), ("xin@5=20 gia@6=15", False), ("xin@5=20 khong@6", False)])  # fmt: skip
def test_a_wish_for_a_later_day_waits_until_it_is_answered(told, is_asked):
    found = now(told)
    assert (found.asked is not None) is is_asked


def test_what_did_not_happen_is_read_as_if_it_had_not():
    assert now("nop@5 lai@6 rut@7=2").returned == 0
    assert now("nguoi@2=an nguoi@3=binh rut@4=2").holder == "an"


def test_a_day_is_read_by_what_counts_by_then():
    told = task("nop@9 lai@15 nop@18")
    assert [task_on(told, day(n)).stage for n in (8, 9, 15, 18)] == [
        Stage.GIVEN, Stage.SUBMITTED, Stage.UNDER_WAY, Stage.SUBMITTED,
    ]  # fmt: skip


_WORDS = st.lists(st.tuples(st.sampled_from(["nop", "lai", "nhan"]), st.integers(1, 25)), max_size=8)


@given(_WORDS, st.integers(1, 25), st.integers(1, 30))
def test_late_days_are_those_counted_one_by_one(told, due, on):
    """The slow way: go through the days after the day due, and ask of each with whom the work lay when it ended."""
    words = " ".join(f"{word}@{n}" for word, n in sorted(told, key=lambda one: one[1]))
    events = task(words).events
    slow = sum(not _lies_with_assigner(events, day(n)) for n in range(due + 1, on + 1))
    assert now(words, on, due=due).late_days == slow


def _lies_with_assigner(events, on) -> bool:
    """Say whether the work lay with the assigner when a day began: the day on which it is sent back is still the assigner's."""
    last = next((e.kind for e in reversed(events) if e.on < on), None)
    return last is TaskKind.SUBMITTED


@given(st.integers(0, 20), st.integers(0, 20), st.lists(st.integers(0, 20), max_size=6))
def test_days_away_never_add_late_days(due, end, bounds):
    bounds = sorted(bounds)
    away = [(day(1) + timedelta(a), day(1) + timedelta(b)) for a, b in zip(bounds[::2], bounds[1::2], strict=False)]
    told = late_days(day(1) + timedelta(due), day(1) + timedelta(end), away)
    assert told is not None
    assert 0 <= told <= max(0, end - due)


@given(st.integers(2, 25), st.integers(0, 10))
def test_telling_ones_own_handing_in_as_earlier_than_it_was_recorded_betters_nothing(recorded, back):
    honest = now(f"nop@{recorded}", 30)
    moved = now(f"nop@{max(1, recorded - back)}:{recorded}", 30)
    assert moved.late_days == honest.late_days


def test_every_kind_is_known_to_the_tests():
    assert set(KINDS.values()) == set(TaskKind)
