"""Faults of approved processes, and what bodies lack: each rule on a table of its own."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.registered.coverage import lacking
from baro.rules.judged.registered.lints import Around, RegisterLint, Version, faults_in
from baro.rules.judged.registered.steps import in_a_line, sum_of_limits
from baro.rules.prescribed.durations import Duration, Unit
from baro.rules.prescribed.processes import ApprovedProcess, Net, Step, Transition
from baro.rules.prescribed.work_processes import Approval, RegisterKind

ON = date(2026, 11, 25)
APPROVAL = Approval(
    id="1", unit="b", kind=RegisterKind.INTERNAL, code="QT-01", name="Sao lục", decision="1/QĐ", approved_on=date(2024, 1, 2),
    published_on=date(2024, 1, 9),
)  # fmt: skip


def days(n: int | None) -> Duration | None:
    return None if n is None else Duration(n, Unit.WORKING_DAY)


def line(*limits: int | None, total: int | None = 10, role: str = "Văn thư") -> ApprovedProcess:
    count = len(limits)
    steps = tuple(Step(str(k), f"Việc {k}", role, days(limit)) for k, limit in enumerate(limits, start=1))
    moves = tuple(
        Transition(f"t{k}", f"Việc {k + 1}", ((k, 1),), ((k + 1, 1),) if k + 1 < count else ()) for k in range(count)
    )
    net = Net(tuple(f"p{k}" for k in range(count)), moves, (1, *[0] * (count - 1)), ((0,) * count,))
    return ApprovedProcess("QT-01", "Sao lục", net, steps, total_limit=days(total))


SOUND = Version(approval=APPROVAL, process=line(1, 2, 5, 1, 1), runs=3)


def found(told: Version, around: Around | None = None) -> dict[RegisterLint, str]:
    return {fault.lint: fault.shown for fault in faults_in(told, around or Around(on=ON))}


def test_a_sound_process_has_no_fault():
    assert found(SOUND) == {}


@pytest.mark.parametrize(
    ("change", "lint", "shown"),
    [
        ({"process": None}, RegisterLint.NO_STEPS, "bảng bước"),
        ({"process": line(4, 6, role=" ")}, RegisterLint.STEP_WITHOUT_ROLE, "bước 1 “Việc 1”; bước 2 “Việc 2”"),
        ({"process": line(5, None, 5)}, RegisterLint.STEP_WITHOUT_LIMIT, "bước 2 “Việc 2”"),
        ({"process": line(5, 4)}, RegisterLint.SUM_DIFFERS, "cộng các bước 9 ngày làm việc, thời hạn 10 ngày làm việc"),
        ({"runs": 0}, RegisterLint.NEVER_USED, "chưa có việc nào"),
        ({"heirs": ()}, RegisterLint.BODY_GONE, "chưa ghi nơi kế thừa"),
        ({"heirs": ("Xã A", "Xã B")}, RegisterLint.BODY_GONE, "nơi kế thừa: Xã A, Xã B"),
        ({"approval": replace(APPROVAL, published_on=None)}, RegisterLint.NOT_PUBLISHED, "02/01/2024"),
        ({"approval": replace(APPROVAL, review_by=date(2026, 11, 24))}, RegisterLint.REVIEW_PAST, "24/11/2026"),
        ({"approval": replace(APPROVAL, bases="61/2018/NĐ-CP")}, RegisterLint.BASIS_REPEALED, "01/07/2025"),
    ],
)  # fmt: skip
def test_each_fault_is_found_alone_with_what_shows_it(change, lint, shown):
    faults = found(replace(SOUND, **change))
    assert list(faults) == [lint]
    assert shown in faults[lint]


def test_a_day_of_review_is_not_past_on_the_day_itself_nor_a_basis_before_its_repeal():
    told = replace(SOUND, approval=replace(APPROVAL, review_by=ON, bases="61/2018/NĐ-CP"))
    assert found(told, Around(on=date(2025, 6, 30))) == {}
    assert list(found(told, Around(on=ON))) == [RegisterLint.BASIS_REPEALED]


def test_a_role_is_gone_only_where_posts_are_known():
    assert found(SOUND, Around(on=ON, titles={"b": frozenset()})) == {}
    assert found(SOUND, Around(on=ON, titles={"b": frozenset({"van thu"})})) == {}
    assert found(SOUND, Around(on=ON, titles={"b": frozenset({"giam doc"})})) == {RegisterLint.ROLE_GONE: "Văn thư"}


def test_two_bodies_with_two_limits_for_one_work_are_both_named():
    around = Around(on=ON, totals={"sao luc": {"10 ngày làm việc": ("Xã A",), "4 ngày làm việc": ("Xã B",)}})
    assert found(SOUND, around) == {RegisterLint.LIMITS_DIFFER: "10 ngày làm việc: Xã A; 4 ngày làm việc: Xã B"}


def test_steps_that_branch_or_are_told_in_other_units_are_not_added_up():
    plain = line(5, 4)
    both = Net(("a", "b"), (Transition("t", "Việc 1", ((0, 1),), ((1, 1),)),) * 2, (1, 0), ((0, 1),))
    assert in_a_line(plain.net) and not in_a_line(both)
    assert sum_of_limits(replace(plain, net=both)) is None
    hours = (plain.steps[0], replace(plain.steps[1], limit=Duration(4, Unit.WORKING_HOUR)))
    assert sum_of_limits(replace(plain, steps=hours)) is None


KINDS = {"a": "xa", "b": "xa", "c": "xa", "d": "so"}


def test_what_most_of_a_kind_have_is_lacking_in_the_others():
    held = [("a", "Sao lục"), ("b", "Sao Lục"), ("d", "Sao lục"), ("a", "Chứng thực")]
    (one,) = lacking(KINDS, held)
    assert (one.name, one.have, one.of, one.bodies) == ("Sao lục", 2, 3, ("c",))


def test_half_is_not_most_and_two_bodies_are_no_kind():
    assert lacking({"a": 1, "b": 1, "c": 1, "d": 1}, [("a", "x"), ("b", "x")]) == ()
    assert lacking({"a": 1, "b": 1}, [("a", "x")]) == ()


@given(st.sets(st.sampled_from("abcdefgh")), st.sets(st.sampled_from("abcdefgh")))
def test_who_lacks_and_who_has_are_all_of_the_kind(group, having):
    for one in lacking(dict.fromkeys(group, "xa"), [(body, "x") for body in having]):
        assert len(one.bodies) + one.have == one.of == len(group)
        assert not set(one.bodies) & having
