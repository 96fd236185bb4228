from datetime import UTC, datetime, timedelta

import pytest

from baro.rules.observed.kinds import Kind
from baro.rules.observed.recorded_steps import RecordedStep, check_step, has_ended, waits_for
from baro.rules.prescribed.refusals import Refused

START = datetime(2026, 11, 25, 1, tzinfo=UTC)


def told(*kinds: Kind) -> list[RecordedStep]:
    moments = [START + timedelta(hours=k) for k in range(len(kinds))]
    return [
        RecordedStep(
            id=f"E{k}", number=k + 1, place=k + 1, activity=kind.name, kind=kind, occurred_at=at, counts_at=at, recorded_at=at,
            actor="p-lan",
        )
        for k, (kind, at) in enumerate(zip(kinds, moments, strict=True))
    ]  # fmt: skip


def refusal(
    steps,
    kind,
    *,
    at=START + timedelta(days=1),
    departs=False,
    reason="vì thế",
    due_on=START.date() + timedelta(days=9),
):
    try:
        check_step(steps, kind, at, departs=departs, reason=reason, due_on=due_on)
    except Refused as refused:
        return refused.code
    return ""


R, W, REQ, GOT, END = (
    Kind.RECEIVED, Kind.WORKED, Kind.SUPPLEMENT_REQUESTED, Kind.SUPPLEMENT_RECEIVED, Kind.RELEASED,
)  # fmt: skip


@pytest.mark.parametrize(
    ("before", "kind", "code"),
    [
        ((), W, "recording.not_received"),
        ((R,), W, ""),
        ((R,), GOT, "recording.not_waiting"),
        ((R, REQ), GOT, ""),
        ((R, REQ), REQ, "recording.already_waiting"),
        ((R, REQ, GOT), REQ, ""),
        ((R, REQ), W, ""),  # others may work on while the applicant is waited for
        ((R,), Kind.RETURNED, "recording.not_ended"),
        ((R, END), Kind.RETURNED, ""),
        ((R, END), W, "recording.ended"),
        ((R, END), Kind.REOPENED, ""),
        ((R, END, Kind.REOPENED), W, ""),
        ((R, Kind.REFUSED), Kind.RELEASED, "recording.ended"),
        ((R, Kind.PAUSED), Kind.RESUMED, ""),
        ((R,), Kind.RESUMED, "recording.not_waiting"),
    ],
)
def test_what_may_follow(before, kind, code):
    assert refusal(told(*before), kind) == code


@pytest.mark.parametrize("kind", [REQ, Kind.PAUSED, Kind.EXTENDED, Kind.APOLOGISED, Kind.REFUSED, Kind.WITHDRAWN])
def test_what_burdens_the_applicant_needs_a_reason(kind):
    assert refusal(told(R), kind, reason=" ") == "recording.reason"


def test_departing_needs_a_reason():
    assert refusal(told(R), W, departs=True, reason="") == "recording.reason"
    assert refusal(told(R), W, departs=False, reason="") == ""


def test_nothing_happens_before_what_happened_before_it():
    assert refusal(told(R, W), W, at=START) == "recording.before_last"


def test_who_extends_or_apologises_promises_a_day_to_come():
    assert refusal(told(R), Kind.EXTENDED, due_on=None) == "recording.no_new_day"
    assert refusal(told(R), Kind.APOLOGISED, due_on=START.date()) == "recording.new_day_gone"
    assert refusal(told(R), Kind.APOLOGISED) == ""


def test_ended_and_waiting():
    assert has_ended(told(R, END))
    assert not has_ended(told(R, END, Kind.REOPENED))
    assert waits_for(told(R, REQ, Kind.PAUSED, GOT)) == {Kind.RESUMED}
