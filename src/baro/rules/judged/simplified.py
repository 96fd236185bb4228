"""Where a simplification stands on a day: proposed, decided, in force, declined."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baro.rules.observed.followed import Followed, FollowedKind, standing
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.simplifications import Simplification


class SimplifiedState(StrEnum):
    """Proposed and not decided; decided and yet to come; in force; declined."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    IN_FORCE = "in_force"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class SimplificationNow:
    """A simplification on a day: its state, what decided it (None: nothing yet), from which day it is in force (None)."""

    told: Simplification
    state: SimplifiedState
    decision: Followed | None
    in_force_from: date | None


def simplified_on(told: Simplification, followed: Iterable[Followed], on: date) -> SimplificationNow:
    """Tell where a simplification stands on a day."""
    decision = next(iter(standing(followed, on)), None)
    begins = decision.until if decision and decision.kind is FollowedKind.DECIDED else None
    if decision is None:
        state = SimplifiedState.PROPOSED
    elif begins is None:
        state = SimplifiedState.DECLINED
    else:
        state = SimplifiedState.IN_FORCE if begins <= on else SimplifiedState.DECIDED
    return SimplificationNow(told=told, state=state, decision=decision, in_force_from=begins)


def check_decision(now: SimplificationNow, kind: FollowedKind, on: date, begins: date | None) -> None:
    """Refuse a second decision, one before what it decides on, or one in force before it was signed. Raises
    `Refused("simplification.…")`."""
    if now.decision is not None:
        raise Refused("simplification.decided")
    if on < now.told.signed_on:
        raise Refused("simplification.before_proposed", day=f"{now.told.signed_on:%d/%m/%Y}")
    if kind is FollowedKind.DECIDED and (begins is None or begins < on):
        raise Refused("simplification.before_signed", day=f"{on:%d/%m/%Y}")
