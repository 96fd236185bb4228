"""Taking back a step that was told by mistake: what stands without it, whether the rest can stand, what counts as an own slip.

How long an own slip may be taken back alone is no number of the law: an authority sets it in its regulation (`slip_minutes` in
`baro.toml`), and until it does, a row of this file says it, unverified.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from baro.rules.observed.kinds import Kind
from baro.rules.observed.recorded_steps import RecordedStep, check_place
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipTerm:
    """For how many minutes somebody may take back alone what they told; `verified`: some instrument says so."""

    minutes: int
    valid_from: date
    basis: str
    verified: bool


SLIP_TERMS: tuple[SlipTerm, ...] = (
    SlipTerm(
        minutes=15,
        valid_from=date(2000, 1, 1),
        basis="mặc định của Ba Rõ, chưa có văn bản; cơ quan đặt lại bằng quy chế",
        verified=False,
    ),
)
"""By first day, the latest last."""


def slip_minutes_on(on: date, minutes: int | None) -> int:
    """Give for how many minutes an own slip may be taken back alone; `minutes` as the authority set them, None for nothing."""
    row = next(row for row in reversed(SLIP_TERMS) if row.valid_from <= on)
    return row.minutes if minutes is None else minutes


def standing(steps: Sequence[RecordedStep]) -> list[RecordedStep]:
    """Give the steps that were not taken back."""
    return [step for step in steps if step.taken_back is None]


def check_taken_back(steps: Sequence[RecordedStep], number: int) -> None:
    """Refuse to take back a step that is not there, the receipt, or one on which a later one rests. Raises
    `Refused("access.not_found" | "recording.back_already" | "recording.receipt_stays" | "recording.rests_on_it")`."""
    found = next((step for step in steps if step.number == number), None)
    if found is None:
        raise Refused("access.not_found")
    if found.taken_back:
        raise Refused("recording.back_already")
    if found.kind is Kind.RECEIVED and found.number == 1:
        raise Refused("recording.receipt_stays")
    left = [step for step in standing(steps) if step is not found]
    for place, step in enumerate(left):
        if step.number > number:
            _check_rest(left[:place], step)


def is_own_slip(steps: Sequence[RecordedStep], number: int, person: str, at: datetime, minutes: int) -> bool:
    """Say whether somebody may take back a step alone: they told it, within the last minutes, and nothing was told after it."""
    found = next((step for step in steps if step.number == number), None)
    if found is None or found.actor != person or at - found.recorded_at > timedelta(minutes=minutes):
        return False
    later = any(step.number > number for step in steps)
    return not later and not any(step.taken_back and step.taken_back.at >= found.recorded_at for step in steps)


def _check_rest(before: Sequence[RecordedStep], step: RecordedStep) -> None:
    try:
        check_place(before, step.kind)
    except Refused:
        raise Refused("recording.rests_on_it", step=step.activity) from None
