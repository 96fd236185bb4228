"""Variants of a work: who has which, what differs, which are near, what a common version would be."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.harmonising.clusters import NEAR, clusters, medoid
from baro.rules.judged.harmonising.differences import DifferenceKind, apart, compare
from baro.rules.judged.harmonising.harmonised import harmonise
from baro.rules.judged.harmonising.variants import Work, variants_of, works_of
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.processes import ApprovedProcess, Net, Transition
from baro.rules.prescribed.work_processes import RegisterKind
from rules.judged.harmonising.tables import days, held, line_of, may_skip, patient, processes, step

USUAL = line_of(
    step("Tiếp nhận"), step("Phân công", "Lãnh đạo"), step("Thẩm định", "Chuyên viên", 2), step("Trả kết quả")
)
MISSING, ADDED, MOVED = DifferenceKind.MISSING, DifferenceKind.ADDED, DifferenceKind.MOVED


def harmonised(*told: ApprovedProcess):
    (work,) = works_of(held(n, one) for n, one in enumerate(told))
    return harmonise(work)


def found(first: ApprovedProcess, second: ApprovedProcess) -> list[tuple[DifferenceKind, int | None, int | None]]:
    (one,), (other,) = variants_of([held(1, first)]), variants_of([held(2, second)])
    return [(d.kind, d.first, d.second) for d in compare(one, other).differences]


def steps_of(process: ApprovedProcess, *places: int):
    return [process.steps[k] for k in places]


@pytest.mark.parametrize(
    ("other", "differences"),
    [
        (USUAL, []),
        (line_of(*steps_of(USUAL, 0, 2, 3)), [(MISSING, 1, None)]),
        (line_of(*steps_of(USUAL, 0, 1, 2), step("Ký duyệt"), USUAL.steps[3]), [(ADDED, None, 3)]),
        (line_of(*steps_of(USUAL, 0, 2, 1, 3)), [(MOVED, 1, 2)]),
        (line_of(*steps_of(USUAL, 0, 1), step("Thẩm định", "Văn thư", 2), USUAL.steps[3]), [(DifferenceKind.OTHER_ROLE, 2, 2)]),
        (line_of(*steps_of(USUAL, 0, 1), step("Thẩm định", "Chuyên viên", 3), USUAL.steps[3]), [(DifferenceKind.OTHER_LIMIT, 2, 2)]),
        (line_of(*steps_of(USUAL, 0, 1), step("Thẩm định", "Chuyên viên", None), USUAL.steps[3]), [(DifferenceKind.OTHER_LIMIT, 2, 2)]),
        (line_of(*USUAL.steps, total=7), [(DifferenceKind.OTHER_TOTAL, None, None)]),
        (line_of(*USUAL.steps, total=None), [(DifferenceKind.OTHER_TOTAL, None, None)]),
    ],
)  # fmt: skip
def test_each_difference_is_found_alone(other, differences):
    assert found(USUAL, other) == differences


def test_what_changed_within_a_moved_step_is_told_and_adds_nothing():
    other = line_of(*steps_of(USUAL, 0, 2), step("Phân công", "Lãnh đạo", 3), USUAL.steps[3])
    (one,), (two,) = variants_of([held(1, USUAL)]), variants_of([held(2, other)])
    told = compare(one, two)
    assert [(d.kind, d.cost) for d in told.differences] == [(MOVED, 4), (DifferenceKind.OTHER_LIMIT, 0)]
    assert told.distance == told.alignment.cost == 4


def side_by_side(process: ApprovedProcess) -> ApprovedProcess:
    """The same table, the second and the third step at the same time."""
    a, b, c, d = (s.activity for s in process.steps)
    moves = (
        Transition("a", a, ((0, 1),), ((1, 1), (2, 1))), Transition("b", b, ((1, 1),), ((3, 1),)),
        Transition("c", c, ((2, 1),), ((4, 1),)), Transition("d", d, ((3, 1), (4, 1)), ()),
    )  # fmt: skip
    net = Net(("p0", "p1", "p2", "p3", "p4"), moves, (1, 0, 0, 0, 0), ((0, 0, 0, 0, 0),))
    return ApprovedProcess("QT", "Sao lục", net, process.steps, total_limit=process.total_limit)


def test_work_side_by_side_is_another_order_of_the_same_table():
    assert found(USUAL, side_by_side(USUAL)) == [(DifferenceKind.OTHER_FLOW, None, None)]
    assert found(side_by_side(USUAL), side_by_side(USUAL)) == []
    assert found(side_by_side(USUAL), line_of(step("Việc khác")))[-1] == (ADDED, None, 0)
    assert found(USUAL, may_skip(USUAL, 2)) == [(DifferenceKind.OTHER_FLOW, None, None)]
    assert found(line_of(*steps_of(USUAL, 0, 1, 3)), may_skip(USUAL, 2)) == [(ADDED, None, 2)]
    shorter = line_of(*steps_of(USUAL, 0, 1, 3))
    assert found(side_by_side(USUAL), shorter) == [(MISSING, 2, None)]


@patient
@given(st.lists(processes, min_size=1, max_size=6))
def test_every_body_is_in_one_variant_and_variants_differ(told):
    variants = variants_of([held(n, one) for n, one in enumerate(told)])
    assert sorted(one.id for v in variants for one in v.holders) == [f"p{n:02d}" for n in range(len(told))]
    for one, other in combinations(variants, 2):
        assert compare(one, other).distance > 0
        assert compare(one, other).alignment.cost == compare(other, one).alignment.cost
        assert 0 < apart(one, other) == apart(other, one) <= compare(one, other).distance
    assert all(compare(one, one).differences == () for one in variants)


@patient
@given(st.lists(processes, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_the_answer_does_not_depend_on_the_order_of_the_bodies(told, chance):
    mine = [held(n, one) for n, one in enumerate(told)]
    shuffled = chance.sample(mine, len(mine))
    assert [harmonise(work) for work in works_of(mine)] == [harmonise(work) for work in works_of(shuffled)]


@patient
@given(st.lists(processes, min_size=2, max_size=6))
def test_each_step_of_each_variant_stands_in_one_line_and_in_turn(told):
    result = harmonised(*told)
    for v, variant in enumerate(result.variants):
        assert [one for one in (row.cells[v].step for row in result.lines) if one is not None] == list(
            range(len(variant.steps))
        )
    assert [line.middle for line in result.lines if line.middle is not None] == list(
        range(len(result.variants[result.middle].steps))
    )
    assert all(any(cell.step is not None for cell in line.cells) for line in result.lines)


@patient
@given(st.lists(processes, min_size=2, max_size=6))
def test_marks_and_differences_tell_the_same(told):
    result = harmonised(*told)
    of_steps = {DifferenceKind.OTHER_FLOW, DifferenceKind.OTHER_TOTAL}
    for v, one in enumerate(result.compared):
        marked = {
            (line.middle, kind) for line in result.lines for kind in line.cells[v].marks if line.middle is not None
        }
        new = sorted(
            (line.cells[v].step, k) for line in result.lines if line.middle is None for k in line.cells[v].marks
        )
        assert marked == {(d.first, d.kind) for d in one.differences if d.first is not None and d.cost}
        told_new = [d for d in one.differences if d.kind not in of_steps and (d.kind in (ADDED, MOVED) or not d.cost)]
        assert new == sorted((d.second, d.kind) for d in told_new)


def slowly_grouped(distances, most):
    """Grouping as it is told: over and over, look at all pairs of groups."""
    groups = [{i} for i in range(len(distances))]
    while True:
        best = None
        for one, other in combinations(sorted(groups, key=min), 2):
            apart = max(distances[i][k] for i in one for k in other)
            if apart <= most and (best is None or apart < best[0]):
                best = (apart, one, other)
        if best is None:
            return tuple(tuple(sorted(g)) for g in sorted(groups, key=min))
        groups = [g for g in groups if g not in best[1:]] + [best[1] | best[2]]


distance_tables = st.integers(1, 7).flatmap(
    lambda n: st.lists(st.integers(0, 6), min_size=n * n, max_size=n * n).map(
        lambda flat: [[0 if i == k else flat[min(i, k) * n + max(i, k)] for k in range(n)] for i in range(n)]
    )
)


@patient
@given(distance_tables)
def test_near_variants_are_grouped_as_the_plain_rule_says(distances):
    groups = clusters(distances)
    assert groups == slowly_grouped(distances, NEAR)
    assert sorted(i for group in groups for i in group) == list(range(len(distances)))
    assert all(distances[i][k] <= NEAR for group in groups for i in group for k in group)


@patient
@given(distance_tables, st.data())
def test_no_other_variant_is_nearer_to_all_bodies_than_the_middle(distances, data):
    n = len(distances)
    weights = data.draw(st.lists(st.integers(1, 5), min_size=n, max_size=n))
    middle = medoid(distances, weights, range(n))
    sums = [sum(w * d for w, d in zip(weights, row, strict=True)) for row in distances]
    assert sums[middle] == min(sums)


def test_the_common_version_has_what_more_than_half_have_and_says_how_many():
    odd = line_of(step("Tiếp nhận", "Chuyên viên", 2), *USUAL.steps[1:3], step("Lưu trữ"), USUAL.steps[3], total=6)
    short = line_of(*steps_of(USUAL, 0, 2, 3), total=4)
    common = harmonised(USUAL, USUAL, odd, short).common
    assert [(s.step.no, s.step.activity, s.have) for s in common.steps] == [
        ("1", "Tiếp nhận", 4), ("2", "Phân công", 3), ("3", "Thẩm định", 4), ("4", "Trả kết quả", 4),
    ]  # fmt: skip
    first = common.steps[0]
    assert (first.step.role, first.role.have, first.role.of) == ("Văn thư", 3, 4)
    assert (first.step.limit, first.limit.have, first.least, first.most) == (days(1), 3, days(1), days(2))
    assert [(s.step.activity, s.have) for s in common.left_out] == [("Lưu trữ", 1)]
    assert (common.total, common.added_up, common.total_vote.value, common.total_vote.have) == (
        days(5),
        True,
        days(5),
        2,
    )
    assert common.keeps_order


def test_a_step_that_all_have_at_different_places_is_not_lost():
    a, b, c, d = USUAL.steps
    common = harmonised(line_of(a, b, c, d), line_of(a, c, b, d), line_of(b, a, c, d)).common
    assert sorted(s.step.activity for s in common.steps) == sorted(s.activity for s in USUAL.steps)
    assert {s.step.activity: s.elsewhere for s in common.steps} != dict.fromkeys([s.activity for s in USUAL.steps], 0)


def test_a_step_that_most_have_but_the_middle_lacks_is_taken():
    a, b, c, d = USUAL.steps
    x = step("Lưu trữ")
    told = [line_of(a, b), line_of(a, x, c), line_of(a, x, d), line_of(a, x, b, step("Ký duyệt"))]
    common = harmonised(*told).common
    assert [s.step.activity for s in common.steps][:2] == ["Tiếp nhận", "Lưu trữ"]


@patient
@given(st.lists(processes, min_size=2, max_size=6))
def test_what_is_proposed_is_what_somebody_told_and_what_most_have(told):
    result = harmonised(*told)
    roles = {fold(s.role) for one in told for s in one.steps}
    for one in result.common.steps:
        assert 2 * one.have > len(told) >= one.have
        assert fold(one.step.role) in roles | {""}
        assert one.limit.value in [s.limit for p in told for s in p.steps] or one.limit.value is None
        assert one.elsewhere <= one.have
    assert all(2 * one.have <= len(told) for one in result.common.left_out)


def test_nobody_who_tells_a_role_or_a_limit_leaves_it_open():
    common = harmonised(line_of(step("Tiếp nhận", "", None)), line_of(step("Tiếp nhận", " ", None))).common
    assert (common.steps[0].step.role, common.steps[0].step.limit, common.steps[0].role.of) == ("", None, 0)
    assert (common.total, common.added_up) == (days(5), False)


def test_of_limits_that_are_equally_common_the_one_in_the_middle_is_taken():
    one, two, four = (line_of(step("Tiếp nhận", limit=n)) for n in (1, 2, 4))
    assert harmonised(one, two, four).common.steps[0].step.limit == days(2)
    hours = line_of(step("Tiếp nhận"))
    hours = ApprovedProcess(
        "", "", hours.net, (type(hours.steps[0])("", "Tiếp nhận", "Văn thư", Duration(8, Unit.WORKING_HOUR)),)
    )
    assert harmonised(one, hours, four).common.steps[0].limit.have == 2


def test_works_are_the_same_by_name_or_by_procedure_and_need_two_bodies():
    told = [
        held(1, USUAL, "Sao lục"), held(2, USUAL, "SAO LUC"), held(3, None, "Sao lục"), held(4, USUAL, "Việc khác"),
        held(5, USUAL, "Sao lục", kind=RegisterKind.ADMINISTRATIVE),
    ]  # fmt: skip
    (work,) = works_of(told)
    assert isinstance(work, Work)
    assert [one.id for one in work.held] == ["p01", "p02"]
    assert [one.id for one in work.without] == ["p03"]
    served = ApprovedProcess("", "", USUAL.net, USUAL.steps, ("1.001",))
    by_code = works_of([held(n, served, f"Tên {n}", kind=RegisterKind.PROCEDURE) for n in (1, 2)])
    assert [len(one.held) for one in by_code] == [2]


def test_of_two_processes_of_a_body_for_one_work_the_latest_counts():
    told = [held(1, USUAL, body="a"), held(2, line_of(step("Tiếp nhận")), body="a"), held(3, USUAL, body="b")]
    (work,) = works_of(told)
    assert [one.id for one in work.held] == ["p02", "p03"]
