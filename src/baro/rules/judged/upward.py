"""Where a proposal to the upper level stands: with whom it waits, since when, and whether the day named for its answer is past."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from baro.rules.observed.followed import Followed, FollowedKind, standing
from baro.rules.observed.upward import UpwardProposal
from baro.rules.prescribed.calendars import Calendar
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.workdays import working_days_between


class UpwardState(StrEnum):
    """Sent and neither passed on nor answered; passed on; answered, and who proposed has not said whether it is resolved;
    answered, not resolved for them: with who answered again; resolved."""

    SENT = "sent"
    ROUTED = "routed"
    ANSWERED = "answered"
    AGAIN = "again"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class UpwardNow:
    """A proposal on a day: with which body it is, since when, for how many working days, until which day an answer is wanted
    (None: no day is named), and what was told of it that stands. `is_late`: that day is past without an answer."""

    told: UpwardProposal
    state: UpwardState
    holder: str
    since: date
    waited: int
    until: date | None
    stands: tuple[Followed, ...]
    is_late: bool = False

    @property
    def is_open(self) -> bool:
        """Say whether somebody has still to do something."""
        return self.state is not UpwardState.RESOLVED

    @property
    def last(self) -> Followed | None:
        """The last that was told of it."""
        return self.stands[-1] if self.stands else None


def upward_on(told: UpwardProposal, followed: Iterable[Followed], on: date, calendar: Calendar) -> UpwardNow:
    """Tell where a proposal stands on a day."""
    stands = standing(followed, on)
    now = UpwardNow(
        told=told,
        state=UpwardState.SENT,
        holder=told.to,
        since=told.counts_on,
        waited=0,
        until=told.until,
        stands=stands,
    )
    answered_by = told.to
    for one in stands:
        now = replace(now, since=one.counts_on)
        match one.kind:
            case FollowedKind.ROUTED:
                now = replace(now, state=UpwardState.ROUTED, holder=one.body, until=one.until or now.until)
            case FollowedKind.ANSWERED:
                answered_by, now = now.holder, replace(now, state=UpwardState.ANSWERED, holder=told.unit, until=None)
            case FollowedKind.NOT_ACCEPTED:
                now = replace(now, state=UpwardState.AGAIN, holder=answered_by, until=one.until)
            case FollowedKind.ACCEPTED:
                now = replace(now, state=UpwardState.RESOLVED)
    is_late = now.is_open and now.until is not None and on > now.until
    return replace(now, waited=working_days_between(calendar, now.since, on) if now.is_open else 0, is_late=is_late)


_MAY_FOLLOW = {
    UpwardState.SENT: (FollowedKind.ROUTED, FollowedKind.ANSWERED),
    UpwardState.ROUTED: (FollowedKind.ROUTED, FollowedKind.ANSWERED),
    UpwardState.ANSWERED: (FollowedKind.ACCEPTED, FollowedKind.NOT_ACCEPTED),
    UpwardState.AGAIN: (FollowedKind.ROUTED, FollowedKind.ANSWERED),
    UpwardState.RESOLVED: (),
}


def may_follow(now: UpwardNow) -> tuple[FollowedKind, ...]:
    """What may be told next of a proposal."""
    return _MAY_FOLLOW[now.state]


def check_next(now: UpwardNow, kind: FollowedKind, on: date, body: str) -> None:
    """Refuse what cannot follow, what happened before what it follows, or a passing on to where it lies already. Raises
    `Refused("upward.not_its_turn" | "upward.too_early" | "upward.there_already")`."""
    if kind not in may_follow(now):
        raise Refused("upward.not_its_turn")
    before = now.last.told_on if now.last else now.told.signed_on
    if on < before:
        raise Refused("upward.too_early", day=f"{before:%d/%m/%Y}")
    if kind is FollowedKind.ROUTED and body == now.holder:
        raise Refused("upward.there_already")


def check_last(now: UpwardNow, number: int) -> None:
    """Refuse to take back what something later rests on. Raises `Refused("upward.not_last")`."""
    if now.last is None or now.last.number != number:
        raise Refused("upward.not_last")
