"""Clarity of processes: each criterion of each slogan, and what cannot be said yet."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.clarity import Looked, clarity
from baro.rules.judged.registered.clear import PROCESS_NEEDS, ClearProcess
from baro.rules.judged.registered.lints import RegisterFault, RegisterLint
from baro.rules.prescribed.clarity import SETS, Need, set_called
from rules.judged.registered.test_register import APPROVAL, line

SIGNED = replace(
    line(5, 5), steps=tuple(replace(s, outputs=("Văn bản",), approver_role="Chủ tịch") for s in line(5, 5).steps)
)
WHOLE = ClearProcess(approval=replace(APPROVAL, review_by=date(2027, 1, 1)), process=SIGNED, faults=())


def unclear(told: ClearProcess, slogan: str) -> dict[str, tuple[str, ...]]:
    return {one.criterion.key: one.missing for one in clarity(told, set_called(slogan), PROCESS_NEEDS) if one.missing}


@pytest.mark.parametrize("slogan", [one.key for one in SETS])
def test_a_process_that_tells_everything_is_clear_by_every_slogan(slogan):
    assert all(one.is_clear for one in clarity(WHOLE, set_called(slogan), PROCESS_NEEDS))


@pytest.mark.parametrize(
    ("lint", "criteria"),
    [
        (RegisterLint.NO_STEPS, ["quy-trinh"]),
        (RegisterLint.STEP_WITHOUT_ROLE, ["tham-quyen"]),
        (RegisterLint.STEP_WITHOUT_LIMIT, ["quy-trinh"]),
        (RegisterLint.SUM_DIFFERS, ["quy-trinh"]),
        (RegisterLint.ROLE_GONE, ["tham-quyen"]),
        (RegisterLint.BODY_GONE, ["tham-quyen"]),
        (RegisterLint.REVIEW_PAST, ["kiem-tra"]),
        (RegisterLint.NEVER_USED, []),
    ],
)
def test_a_fault_makes_just_its_criterion_of_the_three_unclear_and_says_where(lint, criteria):
    found = unclear(replace(WHOLE, faults=(RegisterFault(lint, "bước 2 “Sao lục”"),)), "3-ro")
    assert list(found) == criteria
    assert all("bước 2 “Sao lục”" in words for missing in found.values() for words in missing)


def test_nobody_who_signs_no_product_no_whole_limit_no_day_of_review():
    plain = line(5, 5, total=None)
    told = replace(WHOLE, process=plain, approval=APPROVAL)
    assert unclear(told, "3-ro") == {
        "quy-trinh": ("không ghi thời hạn chung", "không bước nào nêu kết quả"),
        "tham-quyen": ("không bước nào nêu ai duyệt, ai ký",),
        "kiem-tra": ("chưa ghi hạn rà soát",),
    }


def test_a_step_at_which_somebody_signs_names_who_approves():
    signing = replace(
        SIGNED, steps=(*(replace(s, approver_role="") for s in SIGNED.steps), replace(SIGNED.steps[0], kind="approved"))
    )
    assert "tham-quyen" not in unclear(replace(WHOLE, process=signing), "6-ro")


def test_what_has_no_steps_is_unclear_as_a_process_and_not_checked_otherwise():
    bare = replace(WHOLE, process=None, faults=(RegisterFault(RegisterLint.NO_STEPS, "chưa có bảng bước"),))
    found = {one.criterion.key: one for one in clarity(bare, set_called("6-ro"), PROCESS_NEEDS)}
    assert found["viec"].missing and found["viec"].checked
    assert {key for key, one in found.items() if not one.missing and not one.checked} == set(found) - {"viec"}
    assert not any(one.is_clear for one in found.values())


@given(st.sets(st.sampled_from(list(Need))), st.sampled_from(SETS))
def test_another_kind_of_work_is_asked_only_what_it_can_tell(needs, slogan):
    found = clarity(None, slogan, {need: lambda _: Looked(missing=("x",)) for need in needs})
    asked = [one.key for one in slogan.criteria if needs & set(one.needs)]
    assert [one.criterion.key for one in found] == asked
    assert all(one.missing == ("x",) for one in found)


def test_an_unknown_slogan_is_the_first_and_keys_are_unique():
    assert set_called("9-ro") is SETS[0]
    assert all(len({c.key for c in one.criteria}) == len(one.criteria) for one in SETS)
