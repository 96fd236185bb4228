"""How far a draft of a process is: what was thought of steps is out of date once they are written anew."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.registered.drafting import OVER, DraftStage, check_may, draft_now
from baro.rules.observed.process_drafts import (
    DraftEvent,
    DraftKind,
    Opinion,
    ProcessDraft,
    check_asked,
    check_begun,
    check_opinion,
)
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_processes import RegisterKind

AT = datetime(2026, 6, 1, 3, tzinfo=UTC)
DAY = date(2026, 6, 10)
A, W, D = Opinion.AGREES, Opinion.WANTS_CHANGES, Opinion.DISAGREES


def draft(told: str = "", **changes) -> ProcessDraft:
    """ "viet", "hoi:a,b", "noi:a=dong", "tham=dong", "duyet", "thoi", in their order."""
    opinions = {"dong": A, "sua": W, "khong": D}
    kinds = {
        "viet": DraftKind.WRITTEN, "hoi": DraftKind.ASKED, "noi": DraftKind.SAID, "tham": DraftKind.APPRAISED,
        "duyet": DraftKind.APPROVED, "thoi": DraftKind.DROPPED,
    }  # fmt: skip
    events = []
    for number, written in enumerate(told.split(), 1):
        rest, _, opinion = written.partition("=")
        word, _, bodies = rest.partition(":")
        events.append(
            DraftEvent(
                number=number, kind=kinds[word], at=AT, by="soan" if word == "viet" else "khac", table="t",
                bodies=tuple(bodies.split(",")) if bodies else (), by_day=DAY if word == "hoi" else None,
                opinion=opinions.get(opinion),
            )
        )  # fmt: skip
    given_ = {
        "id": "d", "unit": "u", "kind": RegisterKind.INTERNAL, "code": "QT", "name": "Sao lục", "reason": "Chưa có",
        "begun_at": AT, "events": tuple(events),
    }  # fmt: skip
    return ProcessDraft(**given_ | changes)


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ("", DraftStage.BEGUN),
        ("viet", DraftStage.WRITTEN),
        ("viet hoi:a", DraftStage.CONSULTING),
        ("viet hoi:a noi:a=dong tham=dong", DraftStage.APPRAISED),
        ("viet tham=sua", DraftStage.SENT_BACK),
        ("viet tham=dong viet", DraftStage.WRITTEN),  # other steps were appraised
        ("viet hoi:a tham=dong viet", DraftStage.CONSULTING),
        ("viet tham=dong duyet", DraftStage.APPROVED),
        ("viet thoi", DraftStage.DROPPED),
    ],
)
def test_a_draft_is_as_far_as_what_was_told_of_its_steps(told, stage):
    assert draft_now(draft(told)).stage is stage


def test_who_has_not_spoken_of_the_steps_as_they_stand_is_silent_and_overdue_after_the_day():
    now = draft_now(draft("viet hoi:a,b noi:a=sua viet"))
    assert now.silent == ("a", "b")
    assert draft_now(draft("viet hoi:a,b noi:a=sua")).silent == ("b",)
    assert now.overdue(DAY) == ()
    assert now.overdue(date(2026, 6, 11)) == ("a", "b")


@pytest.mark.parametrize(
    ("told", "kind", "who", "code"),
    [
        ("viet tham=dong duyet", DraftKind.WRITTEN, {}, "draft.over"),
        ("thoi", DraftKind.ASKED, {}, "draft.over"),
        ("", DraftKind.ASKED, {}, "draft.no_steps"),
        ("", DraftKind.APPRAISED, {}, "draft.no_steps"),
        ("viet hoi:a", DraftKind.SAID, {"body": "b"}, "draft.not_asked"),
        ("viet", DraftKind.APPRAISED, {"person": "soan"}, "draft.own_draft"),
        ("viet", DraftKind.APPROVED, {}, "draft.not_appraised"),
        ("viet tham=khong", DraftKind.APPROVED, {}, "draft.not_appraised"),
        ("viet tham=dong viet", DraftKind.APPROVED, {}, "draft.not_appraised"),
    ],
)
def test_what_cannot_be_told_of_a_draft_as_it_stands_is_refused(told, kind, who, code):
    with pytest.raises(Refused) as refused:
        check_may(draft_now(draft(told)), kind, **who)
    assert refused.value.code == code


@given(st.lists(st.sampled_from(["viet", "hoi:a", "noi:a=dong", "tham=dong", "tham=sua"]), max_size=8))
def test_a_draft_may_be_approved_only_when_the_last_steps_were_appraised_as_good(told):
    now = draft_now(draft(" ".join(told)))
    since = len(told) - told[::-1].index("viet") if "viet" in told else None
    judged = [word for word in told[since:] if word.startswith("tham")] if since is not None else []
    ready = bool(judged) and judged[-1] == "tham=dong"
    assert (now.stage is DraftStage.APPRAISED) is ready or since is None
    assert now.stage not in OVER


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: check_begun(draft(name=" ")), "process.no_name"),
        (lambda: check_begun(draft(code="")), "draft.no_code"),
        (lambda: check_begun(draft(reason=" ")), "draft.no_reason"),
        (lambda: check_asked((), None, "u", DAY), "draft.nobody_asked"),
        (lambda: check_asked(("u",), None, "u", DAY), "draft.asks_itself"),
        (lambda: check_asked(("a",), date(2026, 6, 9), "u", DAY), "draft.day_past"),
        (lambda: check_opinion(W, " "), "draft.no_words"),
        (lambda: check_opinion(D, ""), "draft.no_words"),
    ],
)
def test_what_says_too_little_or_cannot_be_is_refused(call, code):
    with pytest.raises(Refused) as refused:
        call()
    assert refused.value.code == code
