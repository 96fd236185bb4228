"""What became of each day that was set for a task."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.tasks.promises import Outcome, promises_of, slips
from rules.judged.tasks.a_task import day, now

K, S, M, C, X = Outcome.KEPT, Outcome.SLIPPED, Outcome.MOVED, Outcome.TO_COME, Outcome.CANCELLED


@pytest.mark.parametrize(
    ("told", "on", "outcomes"),
    [
        ("", 5, [C]),
        ("", 12, [S]),
        ("nop@9", 12, [K]),
        ("nop@12", 12, [S]),
        ("gia@9=20", 12, [M, C]),  # asked before the day came
        ("gia@11=20", 12, [S, C]),  # the day had passed: it slipped, whatever was set after
        ("gia@11=20 gia@25=28 nop@27 dat@28", 30, [S, S, K]),
        ("gia@11=20 huy@12", 15, [S, X]),
    ],
)
def test_a_day_is_kept_slips_or_is_moved_before_it_comes(told, on, outcomes):
    assert [one.outcome for one in promises_of(now(told, on))] == outcomes


def test_without_a_day_nothing_was_promised_until_one_is_set():
    assert promises_of(now("nhan@2", due=None)) == ()
    assert [one.due_on for one in promises_of(now("gia@5=20", due=None))] == [day(20)]


@given(st.lists(st.integers(1, 28), unique=True, max_size=4), st.integers(10, 30))
def test_a_later_day_never_unmakes_a_slip(moves, on):
    words = [f"gia@{n}={30 + k}" for k, n in enumerate(sorted(moves), 1)]
    counts = [slips(now(" ".join(words[:k]), on)) for k in range(len(words) + 1)]
    late = now("", on).is_late
    assert counts[-1] >= (1 if late and moves and min(moves) > 10 else 0)
    assert all(b >= a - 1 for a, b in pairwise(counts))
