"""The alignment of two step tables, held against the trying out of every alignment there is."""

from collections.abc import Iterator, Sequence

from hypothesis import given

from baro.rules.judged.harmonising.aligning import ALONE, Place, StepTold, align_steps, cost_of_pair, told_of
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.processes import Step
from rules.judged.harmonising.tables import patient, step, tables


def every_alignment(first: Sequence[StepTold], second: Sequence[StepTold], i: int = 0, k: int = 0) -> Iterator:
    """Each way to walk through both tables, those that pair first, then those that leave the first's step alone."""
    if i == len(first) and k == len(second):
        yield 0, ()
        return
    pair = cost_of_pair(first[i], second[k]) if i < len(first) and k < len(second) else None
    if pair is not None:
        yield from ((pair + c, (Place(i, k), *rest)) for c, rest in every_alignment(first, second, i + 1, k + 1))
    if i < len(first):
        yield from ((ALONE + c, (Place(i, None), *rest)) for c, rest in every_alignment(first, second, i + 1, k))
    if k < len(second):
        yield from ((ALONE + c, (Place(None, k), *rest)) for c, rest in every_alignment(first, second, i, k + 1))


@patient
@given(tables, tables)
def test_the_alignment_told_is_the_first_of_the_cheapest(first, second):
    one, other = [told_of(s) for s in first], [told_of(s) for s in second]
    cost, places = min(every_alignment(one, other), key=lambda found: found[0])
    assert align_steps(one, other) == type(align_steps(one, other))(cost, places)


@patient
@given(tables, tables)
def test_it_costs_the_same_both_ways_and_nothing_for_equal_tables_only(first, second):
    one, other = [told_of(s) for s in first], [told_of(s) for s in second]
    assert align_steps(one, other).cost == align_steps(other, one).cost
    same = [(s.activity, s.role, s.limit) for s in one] == [(s.activity, s.role, s.limit) for s in other]
    assert (align_steps(one, other).cost == 0) is same


def test_marks_case_and_units_that_say_the_same_do_not_matter():
    hours = Step("", "TIEP NHAN", "van thu", Duration(8, Unit.WORKING_HOUR))
    assert cost_of_pair(told_of(step("Tiếp nhận", "Văn thư", 1)), told_of(hours)) == 0


def test_another_name_for_the_same_kind_of_event_is_the_same_step():
    one, other = step("Ký duyệt", kind="approved"), step("Lãnh đạo ký", kind="approved")
    assert cost_of_pair(told_of(one), told_of(other)) == 1
    assert cost_of_pair(told_of(step("Ký duyệt")), told_of(step("Lãnh đạo ký"))) is None
