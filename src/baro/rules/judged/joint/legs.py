"""How far each leg of a joint dossier is at a moment, and when it is due: counted anew from each time it was sent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from baro.rules.judged.deadlines.due import Due, due_on
from baro.rules.judged.deadlines.rulers import MINUTES_A_DAY, number_of
from baro.rules.judged.joint.standing import Standing, standing, taken_back
from baro.rules.observed.joint import JointDossier, JointKind
from baro.rules.prescribed.calendars import Calendar
from baro.rules.prescribed.joint import ACKNOWLEDGED_WITHIN, JointLeg, JointProcess
from baro.rules.prescribed.zones import local_time

SENT_TO = "gửi cho cơ quan của chặng"
RECEIVED = "tiếp nhận hồ sơ liên thông"


class LegState(StrEnum):
    """Its turn has not come; it is to be sent; sent and not acknowledged; acknowledged; answered; returned for more."""

    WAITING = "waiting"
    TO_SEND = "to_send"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    RETURNED = "returned"


HELD = frozenset({LegState.SENT, LegState.ACKNOWLEDGED})
"""The leg lies with its agency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A time that a leg was with its agency: from when it was sent (as it counts) until it was answered or returned (None: it
    is there still), and when it was due. `released`: since when the agency is not answerable for the time, though it is there,
    because the lead told of an answer and took it back."""

    leg: JointLeg
    sent: Standing
    due: Due
    acknowledged: Standing | None = None
    ended: Standing | None = None
    released: datetime | None = None

    @property
    def starts(self) -> datetime:
        """The moment from which the agency is answerable."""
        return self.sent.counts_at

    @property
    def ends(self) -> datetime | None:
        """The moment until which the leg lay there."""
        return self.ended.counts_at if self.ended else None

    @property
    def answerable_until(self) -> datetime | None:
        """The moment until which the agency is answerable for the time."""
        return min((at for at in (self.ends, self.released) if at is not None), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class LegNow:
    """A leg at a moment: its state, its rounds, whether the last one is or was late, and whether it was sent and nobody said
    within the time for that (`ACKNOWLEDGED_WITHIN`) that it came."""

    leg: JointLeg
    state: LegState
    rounds: tuple[Round, ...]
    is_late: bool
    is_silent: bool

    @property
    def is_unacknowledged(self) -> bool:
        """Say whether it was sent and nobody has said that it came."""
        return self.state is LegState.SENT


@dataclass(frozen=True, slots=True, kw_only=True)
class JointNow:
    """A joint dossier at a moment: its legs in their order, when the whole is due, its end (None: open), what stands."""

    dossier: JointDossier
    process: JointProcess
    at: datetime
    legs: tuple[LegNow, ...]
    due: Due
    ended: Standing | None
    events: tuple[Standing, ...]
    is_late: bool

    @property
    def until(self) -> datetime:
        """The end, or the moment it is looked at."""
        return self.ended.counts_at if self.ended else self.at

    @property
    def unacknowledged(self) -> tuple[LegNow, ...]:
        """The legs that were sent and that nobody acknowledged."""
        return tuple(leg for leg in self.legs if leg.is_unacknowledged)

    @property
    def late_legs(self) -> tuple[LegNow, ...]:
        """The legs that lie with their agency beyond their limit."""
        return tuple(leg for leg in self.legs if leg.is_late and leg.state in HELD)


def joint_at(dossier: JointDossier, process: JointProcess, at: datetime, calendar: Calendar) -> JointNow:
    """Tell a joint dossier as it stands at a moment; what counts later is not looked at."""
    agency_of = {leg.key: leg.agency for leg in process.legs}
    events = tuple(e for e in standing(dossier.events, agency_of, process.lead) if e.counts_at <= at)
    back = taken_back(dossier.events, agency_of, process.lead)
    due = due_on(dossier.received_at, process.limit, calendar, event=RECEIVED)
    ended = next((e for e in events if e.event.kind is JointKind.ENDED), None)
    legs: dict[str, LegNow] = {}
    for leg in process.legs:
        is_free = not leg.after or legs[leg.after].state is LegState.ANSWERED
        rounds = _rounds(leg, [e for e in events if e.event.leg == leg.key], process.lead, calendar)
        rounds = _released(rounds, [e for e in back if e.event.leg == leg.key])
        legs[leg.key] = _leg_at(leg, rounds, at, calendar, is_free=is_free)
    until = ended.counts_at if ended else at
    return JointNow(
        dossier=dossier, process=process, at=at, legs=tuple(legs.values()), due=due, ended=ended, events=events,
        is_late=is_past(until, due, calendar),
    )  # fmt: skip


def is_past(at: datetime, due: Due, calendar: Calendar) -> bool:
    """Say whether a moment lies after a due date."""
    return due.minute is not None and minute_of(at, calendar) > due.minute


def minute_of(at: datetime, calendar: Calendar) -> int:
    """The local minute of a moment, floored."""
    local = local_time(at, calendar.zone)
    return number_of(local.date()) * MINUTES_A_DAY + local.hour * 60 + local.minute


def _rounds(leg: JointLeg, events: Sequence[Standing], lead: str, calendar: Calendar) -> tuple[Round, ...]:
    found: list[Round] = []
    for one in events:
        kind = one.event.kind
        if kind is JointKind.SENT and (not found or found[-1].ended):
            seen = one if leg.agency == lead else None  # what the lead keeps for itself, it has
            due = due_on(one.counts_at, leg.limit, calendar, event=SENT_TO)
            found.append(Round(leg=leg, sent=one, due=due, acknowledged=seen))
        elif found and found[-1].ended is None and kind is not JointKind.SENT:
            found[-1] = _with(found[-1], one)
    return tuple(found)


def _with(known: Round, told: Standing) -> Round:
    if told.event.kind is JointKind.ACKNOWLEDGED:
        return replace(known, acknowledged=known.acknowledged or told)
    return replace(known, ended=told)


def _released(rounds: tuple[Round, ...], back: Sequence[Standing]) -> tuple[Round, ...]:
    """Say of each round since when its agency is not answerable, by what the lead took back while it lasted."""
    found = []
    for number, one in enumerate(rounds):
        begin, after = int(one.sent.event.id), rounds[number + 1 :]
        here = [
            e for e in back if begin < int(e.event.id) and not (after and int(e.event.id) > int(after[0].sent.event.id))
        ]
        found.append(replace(one, released=min((e.counts_at for e in here), default=None)))
    return tuple(found)


def _leg_at(leg: JointLeg, rounds: tuple[Round, ...], at: datetime, calendar: Calendar, *, is_free: bool) -> LegNow:
    last = rounds[-1] if rounds else None
    state = _state(last, is_free=is_free)
    is_late = last is not None and is_past(last.ends or at, last.due, calendar)
    return LegNow(leg=leg, state=state, rounds=rounds, is_late=is_late, is_silent=_is_silent(last, state, at, calendar))


def _state(last: Round | None, *, is_free: bool) -> LegState:
    if last is None:
        return LegState.TO_SEND if is_free else LegState.WAITING
    if last.ended is not None:
        return LegState.ANSWERED if last.ended.event.kind is JointKind.ANSWERED else LegState.RETURNED
    return LegState.ACKNOWLEDGED if last.acknowledged else LegState.SENT


def _is_silent(last: Round | None, state: LegState, at: datetime, calendar: Calendar) -> bool:
    if last is None or state is not LegState.SENT:
        return False
    expected = due_on(last.starts, ACKNOWLEDGED_WITHIN.duration, calendar)
    return is_past(at, expected, calendar)
