"""What may be told next of a joint dossier, and what of what was told may be told anew."""

from collections.abc import Iterable
from datetime import datetime

from baro.rules.judged.joint.legs import HELD, JointNow, LegNow, LegState
from baro.rules.judged.joint.standing import Standing
from baro.rules.observed.joint import JointKind, Outcome
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.zones import VIETNAM, local_time

_MAY: dict[JointKind, frozenset[LegState]] = {
    JointKind.SENT: frozenset({LegState.TO_SEND, LegState.RETURNED}),
    JointKind.ACKNOWLEDGED: frozenset({LegState.SENT}),
    JointKind.ANSWERED: HELD,
    JointKind.RETURNED: HELD,
}


def steps_open(now: JointNow, leg: LegNow) -> tuple[JointKind, ...]:
    """What may be told next of a leg."""
    if now.ended is not None:
        return ()
    return tuple(kind for kind, states in _MAY.items() if leg.state in states)


def may_end(now: JointNow) -> bool:
    """Say whether the whole may be ended: no leg lies with its agency."""
    return now.ended is None and not any(leg.state in HELD for leg in now.legs)


def check_step(now: JointNow, leg: LegNow, kind: JointKind, at: datetime) -> None:
    """Refuse what cannot follow on what a leg is. Raises `Refused("joint.ended_already" | "joint.not_its_turn" |
    "joint.not_sent" | "joint.sent_already" | "joint.acknowledged_already" | "joint.answered_already" | "joint.too_early")`."""
    if now.ended is not None:
        raise Refused("joint.ended_already")
    if leg.state not in _MAY[kind]:
        raise _why_not(leg.state)
    before = [e.event.occurred_at for e in now.events if e.event.leg in {leg.leg.key, leg.leg.after} and e.event.leg]
    _check_not_before(at, [now.dossier.received_at, *before])


def check_end(now: JointNow, outcome: Outcome, at: datetime) -> None:
    """Refuse to end what lies with an agency still, or with a result while a leg has no answer. Raises
    `Refused("joint.ended_already" | "joint.legs_open" | "joint.legs_missing" | "joint.too_early")`."""
    if now.ended is not None:
        raise Refused("joint.ended_already")
    if not may_end(now):
        raise Refused("joint.legs_open")
    if outcome is Outcome.RESULT and any(leg.state is not LegState.ANSWERED for leg in now.legs):
        raise Refused("joint.legs_missing")
    _check_not_before(at, [now.dossier.received_at, *(e.event.occurred_at for e in now.events)])


def check_corrected(now: JointNow, event: Standing, at: datetime, reason: str, *, is_void: bool) -> None:
    """Refuse to tell anew without a reason, out of the order of what stands around it, or as if it had not happened where
    something rests on it. Raises `Refused("joint.no_reason" | "joint.rests_on_it" | "joint.too_early" |
    "joint.too_late_told")`."""
    if not reason.strip():
        raise Refused("joint.no_reason")
    key = event.event.leg
    after = {leg.leg.key for leg in now.legs if leg.leg.after == key} if key else set()
    place = now.events.index(event)
    later = [e for e in now.events[place + 1 :] if not key or e.event.leg in {key, *after} or not e.event.leg]
    if is_void:
        if later:
            raise Refused("joint.rests_on_it")
        return
    leg = next((leg.leg for leg in now.legs if leg.leg.key == key), None)
    on = {key, leg.after} - {""} if leg else {one.leg.key for one in now.legs}
    earlier = [e.event.occurred_at for e in now.events[:place] if e.event.leg in on]
    _check_not_before(at, [now.dossier.received_at, *earlier])
    latest = min((e.event.occurred_at for e in later), default=None)
    if latest is not None and at > latest:
        raise Refused("joint.too_late_told", latest=_told(latest))


def _why_not(state: LegState) -> Refused:
    match state:
        case LegState.WAITING:
            return Refused("joint.not_its_turn")
        case LegState.SENT:
            return Refused("joint.sent_already")
        case LegState.ACKNOWLEDGED:
            return Refused("joint.acknowledged_already")
        case LegState.ANSWERED:
            return Refused("joint.answered_already")
    return Refused("joint.not_sent")


def _check_not_before(at: datetime, before: Iterable[datetime]) -> None:
    earliest = max(before)
    if at < earliest:
        raise Refused("joint.too_early", earliest=_told(earliest))


def _told(at: datetime) -> str:
    return f"{local_time(at, VIETNAM):%H:%M %d/%m/%Y}"
