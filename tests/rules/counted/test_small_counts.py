"""A hidden count cannot be derived: for each there are at least two numbers that fit all that is told."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from baro.rules.counted.small_counts import FEWEST, Sum, Veil, veiled

OF = Sum(total="total", parts=("a", "b", "c"))
COUNTS = st.tuples(*[st.integers(0, 9)] * 3)


def told_of(parts):
    counts = dict(zip("abc", parts, strict=True)) | {"total": sum(parts)}
    return counts, veiled(counts, (OF,))


def fits(told, counts) -> bool:
    """Say whether a world could have been told so."""
    spans = {Veil.SMALL: range(FEWEST), Veil.WITHHELD: range(FEWEST, 60)}
    return all(counts[n] in spans[t] if isinstance(t, Veil) else counts[n] == t for n, t in told.items())


def possible(told, most=16):
    """Every world that fits what was told, by trying them all."""
    for parts in product(range(most), repeat=3):
        counts = dict(zip("abc", parts, strict=True)) | {"total": sum(parts)}
        if fits(told, counts):
            yield counts


@given(COUNTS)
def test_no_small_count_is_told_or_can_be_derived(parts):
    counts, told = told_of(parts)
    worlds = list(possible(told))
    for name, count in counts.items():
        if count < FEWEST:
            assert told[name] == Veil.SMALL
            assert len({world[name] for world in worlds}) > 1, (parts, told)


@given(COUNTS)
def test_what_is_told_is_true_and_nothing_is_withheld_without_a_small_one_beside_it(parts):
    counts, told = told_of(parts)
    assert fits(told, counts)
    if min(parts) >= FEWEST:
        assert told == counts


def test_the_article_s_complaints_are_told_whole():
    of = Sum(total="t", parts=("concluded", "verifying"))
    counts = {"t": 213, "concluded": 168, "verifying": 45}
    assert veiled(counts, (of,)) == counts


def test_three_that_are_still_verified_take_the_concluded_with_them():
    of = Sum(total="t", parts=("concluded", "verifying"))
    told = veiled({"t": 213, "concluded": 210, "verifying": 3}, (of,))
    assert told == {"t": 213, "concluded": Veil.WITHHELD, "verifying": Veil.SMALL}


def test_two_fours_whose_sum_says_so_take_the_sum_with_them():
    of = Sum(total="t", parts=("a", "b"))
    assert veiled({"t": 8, "a": 4, "b": 4}, (of,)) == {"t": Veil.WITHHELD, "a": Veil.SMALL, "b": Veil.SMALL}


def test_a_count_that_is_public_stays():
    assert veiled({"a": 4, "b": 4}, (), frozenset({"a"})) == {"a": 4, "b": Veil.SMALL}


def test_a_count_without_a_sum_hides_alone():
    assert veiled({"a": 0, "b": 5}) == {"a": Veil.SMALL, "b": 5}
