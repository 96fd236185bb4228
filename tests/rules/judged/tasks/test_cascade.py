"""Directives: who has not taken note, what may be entered, and the cascade from the top down."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from baro.rules.judged.tasks.cascade import cascade, top_of
from baro.rules.observed.directives import (
    Acknowledgement,
    Directive,
    Source,
    check_acknowledged,
    check_directive,
    check_withdrawn,
)
from baro.rules.prescribed.refusals import Refused
from rules.judged.tasks.a_task import day

AT = datetime(2026, 6, 1, 3, tzinfo=UTC)


def directive(key: str = "v", signed: int = 3, **changes) -> Directive:
    """A directive signed on a day of June 2026."""
    told = {
        "id": key, "body": "so", "source": Source.DIRECTIVE, "number": "1/KH", "signed_on": day(signed), "issuer": "UBND",
        "subject": "Kế hoạch", "addressees": ("a", "b"), "recorded_at": AT,
    }  # fmt: skip
    return Directive(**told | changes)


def noted(unit: str) -> Acknowledgement:
    return Acknowledgement(unit=unit, on=day(4), recorded_at=AT, recorded_by="x")


def test_who_has_not_taken_note_is_silent_and_overdue_after_the_day():
    told = directive(acknowledged=(noted("b"),), acknowledge_by=day(5))
    assert told.silent == ("a",)
    assert (told.is_overdue(day(5)), told.is_overdue(day(6))) == (False, True)
    assert directive(acknowledged=(noted("a"), noted("b")), acknowledge_by=day(5)).is_overdue(day(9)) is False


@pytest.mark.parametrize(
    ("changes", "above", "code"),
    [
        ({"number": " "}, None, "directive.no_number"),
        ({"number": "9" * 121}, None, "directive.long_number"),
        ({"issuer": ""}, None, "directive.no_issuer"),
        ({"subject": ""}, None, "directive.no_subject"),
        ({"signed": 20}, None, "directive.signed_in_future"),
        ({"acknowledge_by": day(2)}, None, "directive.due_before_signed"),
        ({"implements": "t"}, None, "directive.nothing_above"),
        ({"implements": "t"}, directive("t", 9), "directive.before_above"),
    ],
)
def test_a_directive_that_says_too_little_or_cannot_be_is_refused(changes, above, code):
    with pytest.raises(Refused) as refused:
        check_directive(directive(**changes), above, day(12))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("changes", "unit", "on", "code"),
    [
        ({"withdrawn_at": AT}, "a", 5, "directive.withdrawn"),
        ({}, "c", 5, "directive.not_addressed"),
        ({"acknowledged": (noted("a"),)}, "a", 5, "directive.acknowledged_already"),
        ({}, "a", 2, "directive.impossible_day"),
        ({}, "a", 13, "directive.impossible_day"),
    ],
)
def test_a_unit_takes_note_once_and_on_a_day_that_can_be(changes, unit, on, code):
    with pytest.raises(Refused) as refused:
        check_acknowledged(directive(**changes), unit, day(on), day(12))
    assert refused.value.code == code


def test_a_directive_on_which_something_rests_is_not_withdrawn():
    with pytest.raises(Refused, match=r"directive\.rests_on_it"):
        check_withdrawn(directive(), "Nhầm", ["t"])
    with pytest.raises(Refused, match=r"directive\.no_reason"):
        check_withdrawn(directive(), " ", [])
    check_withdrawn(directive(), "Nhầm", [])


def test_a_cascade_is_read_from_its_top_each_before_what_implements_it():
    known = {
        "top": directive("top", 1), "b": directive("b", 5, implements="top"), "a": directive("a", 3, implements="top"),
        "a1": directive("a1", 9, implements="a"), "other": directive("other", 2),
    }  # fmt: skip
    assert top_of(known["a1"], known) is known["top"]
    assert [(r.directive.id, r.depth) for r in cascade(known["top"], known)] == [
        ("top", 0),
        ("a", 1),
        ("a1", 2),
        ("b", 1),
    ]


def test_a_circle_which_nobody_can_make_here_is_read_all_the_same():
    known = {"a": directive("a", implements="b"), "b": directive("b", implements="a")}
    assert top_of(known["a"], known).id in known
    assert len(cascade(known["a"], known)) == 2
    assert replace(known["a"], implements="").silent == ("a", "b")
