"""Targets (chỉ tiêu) given to a body for a period: the plan, how it was changed, what was reported of it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from baro.rules.prescribed.refusals import Refused


class Direction(StrEnum):
    """Whether more is better, or less."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A plan that took another's place, by a document, recorded on a day."""

    plan: Decimal
    document: str
    recorded_on: date
    recorded_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actual:
    """What was reached from the beginning of the period up to a day (lũy kế), from a source; told again for the same day, the
    later telling stands."""

    upto: date
    value: Decimal
    source: str
    recorded_on: date
    recorded_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A target of a body over a period, both days included. `assigner` keeps it; `directive` gives it ("" for none); `unit` is
    what it is counted in; `baseline` what there was before, None where nobody said."""

    id: str
    body: str
    assigner: str
    directive: str = ""
    code: str = ""
    name: str
    unit: str
    first: date
    last: date
    baseline: Decimal | None = None
    plan: Decimal
    direction: Direction = Direction.UP
    source: str = ""
    recorded_at: datetime
    recorded_by: str = ""
    revisions: tuple[Revision, ...] = ()
    actuals: tuple[Actual, ...] = ()
    withdrawn_at: datetime | None = None

    @property
    def plan_now(self) -> Decimal:
        """The plan in force: as changed last."""
        return self.revisions[-1].plan if self.revisions else self.plan


def check_target(told: Target) -> None:
    """Refuse a target that says too little, or that cannot be. Raises `Refused("target.…")`."""
    if not told.name.strip():
        raise Refused("target.no_name")
    if not told.unit.strip():
        raise Refused("target.no_unit")
    if told.last < told.first:
        raise Refused("target.ends_before_start")


def check_revised(told: Target, plan: Decimal, document: str) -> None:
    """Refuse a change without a document, or to what it is already. Raises `Refused("target.…")`."""
    _check_stands(told)
    if not document.strip():
        raise Refused("target.no_document")
    if plan == told.plan_now:
        raise Refused("target.same_plan")


def check_reported(told: Target, upto: date, source: str, today: date) -> None:
    """Refuse a report of a day outside the period or to come, or without its source. Raises `Refused("target.…")`."""
    _check_stands(told)
    if not told.first <= upto <= told.last:
        raise Refused("target.outside_period", first=f"{told.first:%d/%m/%Y}", last=f"{told.last:%d/%m/%Y}")
    if upto > today:
        raise Refused("target.in_future")
    if not source.strip():
        raise Refused("target.no_source")


def check_withdrawn(told: Target, reason: str) -> None:
    """Refuse to withdraw twice, without a reason, or after something was reported. Raises `Refused("target.…")`."""
    _check_stands(told)
    if told.actuals:
        raise Refused("target.reported_already")
    if not reason.strip():
        raise Refused("target.no_reason")


def _check_stands(told: Target) -> None:
    if told.withdrawn_at is not None:
        raise Refused("target.withdrawn")
