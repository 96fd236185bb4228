"""Whether a target is exceeded, met or missed (vượt, đạt, không đạt), by the plan in force and by the plan first given.

While the period runs nothing is missed: what was reached is told beside the plan. When it is over, what was reported up to its
last day decides; where nobody reported that, the target is not reported, never missed and never met.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from baro.rules.observed.targets import Actual, Direction, Target

_TENTH = Decimal("0.1")


class TargetResult(StrEnum):
    """What came of a target."""

    EXCEEDED = "exceeded"
    MET = "met"
    MISSED = "missed"
    UNDER_WAY = "under_way"
    UNREPORTED = "unreported"


REACHED = frozenset({TargetResult.EXCEEDED, TargetResult.MET})


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetNow:
    """A target on a day: `actual` the last report of the latest day up to then; `share` of the plan that was reached, in per
    cent with one decimal, None where nothing was reported or the plan is 0."""

    target: Target
    on: date
    actual: Actual | None
    share: Decimal | None
    result: TargetResult
    by_first_plan: TargetResult

    @property
    def is_met_by_revision(self) -> bool:
        """Say whether it is met only because its plan was changed."""
        return self.result in REACHED and self.by_first_plan is TargetResult.MISSED


def target_on(target: Target, on: date) -> TargetNow:
    """Read a target as it stands on a day."""
    actual = latest(target, on)
    plan = target.plan_now
    return TargetNow(
        target=target, on=on, actual=actual, share=_share(actual, plan), result=_result(target, plan, actual, on),
        by_first_plan=_result(target, target.plan, actual, on),
    )  # fmt: skip


def latest(target: Target, on: date) -> Actual | None:
    """The report of the latest day up to `on`; of several of that day the one recorded last."""
    told = [one for one in target.actuals if one.upto <= on]
    last = max((one.upto for one in told), default=None)
    return next((one for one in reversed(told) if one.upto == last), None)


def compared(value: Decimal, plan: Decimal, direction: Direction) -> TargetResult:
    """Hold what was reached against a plan."""
    if value == plan:
        return TargetResult.MET
    return TargetResult.EXCEEDED if (value > plan) is (direction is Direction.UP) else TargetResult.MISSED


def _result(target: Target, plan: Decimal, actual: Actual | None, on: date) -> TargetResult:
    if on <= target.last and (actual is None or actual.upto < target.last):
        return TargetResult.UNDER_WAY
    if actual is None or actual.upto < target.last:
        return TargetResult.UNREPORTED
    return compared(actual.value, plan, target.direction)


def _share(actual: Actual | None, plan: Decimal) -> Decimal | None:
    if actual is None or plan == 0:
        return None
    return (100 * actual.value / plan).quantize(_TENTH, rounding=ROUND_HALF_UP)
