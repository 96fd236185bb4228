"""A dossier written down here, step by step, by a unit that has no other software (ghi nhận hồ sơ).

A step is what somebody says happened; nothing is done for them. What may follow what is said by the order of a dossier's life
(NĐ 61/2018 arts. 17-20), not by the approved process: from that one may depart, with a reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from baro.rules.observed.kinds import CLOSING, Kind
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.zones import VIETNAM, local_time

PROMISES_ANEW = frozenset({Kind.EXTENDED, Kind.APOLOGISED})
NEED_REASON = frozenset(
    {
        Kind.SUPPLEMENT_REQUESTED, Kind.PAUSED, Kind.EXTENDED, Kind.APOLOGISED, Kind.REFUSED, Kind.STOPPED,
        Kind.WITHDRAWN, Kind.REOPENED,
    }
)  # fmt: skip
_ENDS_WAIT = {
    Kind.SUPPLEMENT_RECEIVED: Kind.SUPPLEMENT_REQUESTED,
    Kind.PAID: Kind.PAYMENT_REQUESTED,
    Kind.ANSWERED: Kind.CONSULTED,
    Kind.RESUMED: Kind.PAUSED,
}
_AFTER_END = frozenset({Kind.RETURNED, Kind.REOPENED, Kind.DIGITISED})


class Requester(StrEnum):
    """Who asks for internal work: an organisation, a citizen, a business, or a body of the authority itself."""

    ORGANISATION = "organisation"
    CITIZEN = "citizen"
    BUSINESS = "business"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """That a step was told by mistake: by whom, with whose approval ("" for an own slip), when, why ("" once erased)."""

    by: str
    second: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedStep:
    """One step of a dossier. `occurred_at` is when it is said to have happened, `counts_at` the moment that counts for figures.
    `number` counts the
    steps of its dossier, `place` those of its book. Persons by id; `unit` is a body's id; `handler` who has the dossier from now on; `due_on` the day that is promised anew. `reason` is free text, "" once erased. `taken_back`: it was told by mistake and counts no more."""

    id: str
    number: int
    place: int
    activity: str
    kind: Kind
    occurred_at: datetime
    counts_at: datetime
    recorded_at: datetime
    actor: str
    unit: str = ""
    handler: str = ""
    document: str = ""
    due_on: date | None = None
    departs: bool = False
    reason: str = ""
    taken_back: TakenBack | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a dossier was received with; `requester` as in `Requester`, "" for one of a procedure. `applicant`, `contact`, `address` and `papers` are personal, "" once erased."""

    dossier: str
    source: str
    body: str
    code: str
    procedure: str
    channel: str
    received_at: datetime
    received_by: str
    requester: str = ""
    applicant: str = ""
    contact: str = ""
    address: str = ""
    papers: str = ""


def check_step(
    steps: Sequence[RecordedStep],
    kind: Kind,
    told_at: datetime,
    *,
    departs: bool,
    reason: str,
    due_on: date | None = None,
) -> None:
    """Refuse a step that cannot follow. Raises `Refused("recording.not_received" | "recording.before_last" | "recording.ended"
    | "recording.not_ended" | "recording.not_waiting" | "recording.already_waiting" | "recording.reason" |
    "recording.no_new_day" | "recording.new_day_gone")`."""
    if not steps:
        raise Refused("recording.not_received")
    if told_at < steps[-1].occurred_at:
        raise Refused("recording.before_last", at=f"{local_time(steps[-1].occurred_at, VIETNAM):%H:%M ngày %d/%m/%Y}")
    check_place(steps, kind)
    if (departs or kind in NEED_REASON) and not reason.strip():
        raise Refused("recording.reason")
    if kind in PROMISES_ANEW and due_on is None:
        raise Refused("recording.no_new_day")
    if due_on is not None and due_on < local_time(told_at, VIETNAM).date():
        raise Refused("recording.new_day_gone")


def has_ended(steps: Sequence[RecordedStep]) -> bool:
    """Say whether the dossier is closed: by a result, a refusal, a withdrawal or a stop, and not taken up again."""
    last = next((step.kind for step in reversed(steps) if step.kind in CLOSING or step.kind is Kind.REOPENED), None)
    return last in CLOSING


def waits_for(steps: Sequence[RecordedStep]) -> frozenset[Kind]:
    """Give what the dossier waits for: the kinds that would end each wait under way."""
    open_: set[Kind] = set()
    for step in steps:
        open_ |= {ends for ends, begins in _ENDS_WAIT.items() if begins is step.kind}
        open_.discard(step.kind)
    return frozenset(open_)


def check_place(steps: Sequence[RecordedStep], kind: Kind) -> None:
    """Refuse a kind that cannot follow in the order of a dossier's life. Raises as `check_step`."""
    ended = has_ended(steps)
    if ended and kind not in _AFTER_END:
        raise Refused("recording.ended")
    if not ended and kind in _AFTER_END - {Kind.DIGITISED}:
        raise Refused("recording.not_ended")
    waited = waits_for(steps)
    if kind in _ENDS_WAIT and kind not in waited:
        raise Refused("recording.not_waiting")
    if any(begins is kind and ends in waited for ends, begins in _ENDS_WAIT.items()):
        raise Refused("recording.already_waiting")
