"""How far a campaign of review is, by what was found and by what the register says was done."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.registered.reviewing import Progress, ReviewState, in_campaign, progress, reviewed_on
from baro.rules.observed.reviews import Campaign, Found, ReviewResult, check_campaign, check_results
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_processes import Approval, RegisterKind

AT, DAY = datetime(2026, 6, 1, 3, tzinfo=UTC), date(2026, 6, 10)
W, K, T, C = ReviewState.WAITING, ReviewState.KEPT, ReviewState.TO_DO, ReviewState.CARRIED_OUT


def version(key: str, unit: str = "a", replaces: str = "", approved: date = date(2025, 1, 2)) -> Approval:
    return Approval(
        id=key, unit=unit, kind=RegisterKind.INTERNAL, code=key, name=key, decision="1/QĐ", approved_on=approved,
        replaces=replaces,
    )  # fmt: skip


def campaign(*results: tuple[str, Found], processes: tuple[str, ...] = ("p", "q"), **changes) -> Campaign:
    told = tuple(ReviewResult(process=p, found=f, words="Vì thế", on=DAY, recorded_by="x") for p, f in results)
    given_ = {
        "id": "c", "unit": "u", "name": "Rà soát", "document": "1/KH", "begins_on": DAY, "due_on": DAY, "processes": processes,
        "recorded_at": AT, "results": told,
    }  # fmt: skip
    return Campaign(**given_ | changes)


KNOWN = {one.id: one for one in (version("p"), version("q", "b"))}
REPLACED = KNOWN | {"p2": version("p2", replaces="p", approved=date(2026, 6, 5))}


@pytest.mark.parametrize(
    ("results", "known", "last_days", "states"),
    [
        ((), KNOWN, {}, [W, W]),
        ((("p", Found.KEEP),), KNOWN, {}, [K, W]),
        ((("p", Found.AMEND), ("q", Found.REPEAL)), KNOWN, {}, [T, T]),
        ((("p", Found.AMEND),), REPLACED, {}, [C, W]),
        ((("p", Found.REPLACE),), REPLACED, {}, [C, W]),
        ((("p", Found.REPEAL),), REPLACED, {}, [T, W]),  # replaced is not repealed
        ((("p", Found.REPEAL),), KNOWN, {"p": date(2026, 6, 9)}, [C, W]),
        ((("p", Found.REPEAL),), KNOWN, {"p": date(2026, 6, 10)}, [T, W]),  # its last day is today
        ((("p", Found.REPEAL), ("p", Found.KEEP)), KNOWN, {}, [K, W]),  # told again
    ],
)
def test_a_process_is_as_far_as_the_register_says(results, known, last_days, states):
    assert [one.state for one in reviewed_on(campaign(*results), known, last_days, DAY)] == states


def test_what_the_register_does_not_know_is_left_out_and_a_version_to_come_does_nothing_yet():
    later = KNOWN | {"p2": version("p2", replaces="p", approved=date(2026, 6, 11))}
    assert [one.state for one in reviewed_on(campaign(("p", Found.AMEND)), later, {}, DAY)] == [T, W]
    assert [one.process.id for one in reviewed_on(campaign(processes=("p", "x")), KNOWN, {}, DAY)] == ["p"]


@given(st.lists(st.sampled_from([None, *Found]), max_size=12))
def test_every_process_is_counted_once_and_all_means_all(found):
    keys = tuple(f"p{n}" for n in range(len(found)))
    known = {key: version(key) for key in keys}
    told = campaign(*((k, f) for k, f in zip(keys, found, strict=True) if f), processes=keys)
    counts = progress(reviewed_on(told, known, {}, DAY))
    assert counts.processes == len(found)
    assert counts.reviewed == counts.kept + counts.to_do + counts.carried_out == sum(f is not None for f in found)
    assert (counts.percent == 100) is (None not in found)
    assert sum((counts, counts), Progress()).processes == 2 * len(found)


def test_a_campaign_holds_the_processes_of_its_bodies():
    assert in_campaign(KNOWN.values(), {"b"}) == ("q",)


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: check_campaign(campaign(name=" ")), "review.no_name"),
        (lambda: check_campaign(campaign(document="")), "review.no_document"),
        (lambda: check_campaign(campaign(due_on=date(2026, 6, 9))), "review.due_before_begin"),
        (lambda: check_campaign(campaign(processes=())), "review.no_processes"),
        (lambda: check_results(campaign(), [], Found.KEEP, ""), "review.none_chosen"),
        (lambda: check_results(campaign(), ["p", "x"], Found.KEEP, ""), "review.not_in_campaign"),
        (lambda: check_results(campaign(), ["p"], Found.AMEND, " "), "review.no_reason"),
    ],
)
def test_what_says_too_little_or_cannot_be_is_refused(call, code):
    with pytest.raises(Refused) as refused:
        call()
    assert refused.value.code == code
