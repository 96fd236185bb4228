from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from baro.rules.counted.rolled import rolled_forward
from baro.rules.prescribed.places.hanoi import HANOI

APRIL, JULY = date(2024, 4, 25), date(2025, 7, 1)
IN_APRIL = [t.body for t in HANOI.in_force(APRIL)]
figures = st.dictionaries(st.sampled_from(IN_APRIL), st.integers(0, 50))


@given(figures)
def test_the_sum_never_changes(counts):
    assert rolled_forward(HANOI, counts, JULY).total == sum(counts.values())


@given(figures)
def test_on_their_own_day_figures_stay_as_they_are_and_unmarked(counts):
    told = rolled_forward(HANOI, counts, APRIL)
    assert {row.body: row.total for row in told.rows} == counts
    assert not any(row.is_mapped for row in told.rows)
    assert told.apart == ()


def test_a_commune_merged_whole_is_added_to_its_heir_with_the_mark():
    told = rolled_forward(HANOI, {"hn.276.chang-son": 3, "hn.276.phung-xa": 4}, JULY)
    (row,) = told.rows
    assert (row.body, row.own, row.mapped, row.is_mapped) == ("hn.tay-phuong", 0, 7, True)


def test_a_commune_that_was_split_is_not_shared_out_by_guess():
    told = rolled_forward(HANOI, {"hn.276.ha-bang": 5}, JULY)
    assert told.rows == ()
    assert [(found.heirs, n) for found, n in told.apart] == [(("hn.ha-bang", "hn.hoa-lac"), 5)]
