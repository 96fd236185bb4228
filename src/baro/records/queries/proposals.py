"""Proposals that wait for a second person, or for being carried out, and those that are over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from baro.records.models.proposals import ProposalRow
from baro.records.scoped import accused_of
from baro.rules.prescribed.policy.proposals import Stage, stage_on
from baro.rules.prescribed.policy.standing import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What was proposed by whom, and who approved it ("" so far nobody); `what` is the hash of `told`, the JSON of what
    is to be done. `rests_on` names parts of the records, `state` is the hash of what they said. `outcome` is "" while it
    is under way; what was erased is ""."""

    id: str
    operation: str
    subject: Subject
    what: str
    told: str
    reason: str
    rests_on: tuple[str, ...]
    state: str
    first: str
    made_at: datetime
    expires_on: date | None
    second: str
    approved_at: datetime | None
    outcome: str
    closed_by: str
    closed_at: datetime | None
    answer: str

    def stage(self, on: date) -> Stage:
        """Say where it stands on a day."""
        return stage_on(on, outcome=self.outcome, is_approved=self.second != "", expires_on=self.expires_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A proposal under way: its id, who made it, who approved it ("" nobody)."""

    id: str
    first: str
    second: str


def under_way(on: date) -> Q:
    """Which proposals are on a day neither over nor past their last day."""
    return Q(outcome="") & (Q(expires_on=None) | Q(expires_on__gte=on))


def waiting_by_subject(operation: str, subjects: Sequence[str], on: date) -> dict[str, Waiting]:
    """The proposals for an operation that on a day wait to be approved or carried out, by their matter; the latest of
    each."""
    found: dict[str, Waiting] = {}
    for start in range(0, len(subjects), 500):
        about = Q(operation=operation, subject__in=subjects[start : start + 500])
        rows = ProposalRow.objects.filter(about & under_way(on)).order_by("proposed_at", "id")
        found.update({r.subject: Waiting(id=r.id, first=r.proposed_by, second=r.approved_by) for r in rows})
    return found


def proposal(proposal_id: str) -> Proposal | None:
    """Give a proposal by its id; None if there is none."""
    row = ProposalRow.objects.filter(pk=proposal_id).first() if proposal_id else None
    return None if row is None else _proposal(row)


def proposals_of(person: str, compartments: Iterable[str], most: int) -> list[Proposal]:
    """Give what a person proposed, the latest first; of sealed matters only those of these compartments."""
    return _read(Q(proposed_by=person), compartments, most)


def proposals_decided_by(person: str, compartments: Iterable[str], most: int) -> list[Proposal]:
    """Give what a person approved or refused, the latest first; of sealed matters as above."""
    decided = Q(approved_by=person) | Q(closed_by=person, outcome=Stage.REFUSED)
    return _read(decided, compartments, most)


def proposals_waiting(but: str, on: date, compartments: Iterable[str], most: int) -> list[Proposal]:
    """Give what others than a person proposed and nobody has decided on, before its last day; of sealed matters as
    above."""
    waiting = Q(approved_by="") & under_way(on)
    return _read(waiting & ~Q(proposed_by=but), compartments, most)


def proposals_about(operation: str, subject: str, most: int) -> list[Proposal]:
    """Give the proposals of one operation that are about no compartment, the latest first; on one matter, or ("") on any."""
    return _read(Q(operation=operation) & (Q(subject=subject) if subject else Q()), (), most)


def _read(which: Q, compartments: Iterable[str], most: int) -> list[Proposal]:
    reached = Q(compartment="") | Q(compartment__in=sorted(compartments))
    rows = ProposalRow.objects.filter(which & reached).order_by("-proposed_at", "-id")[:most]
    return [_proposal(row) for row in rows]


def _proposal(row: ProposalRow) -> Proposal:
    accused = accused_of(row.subject) if row.subject else ()
    return Proposal(
        id=row.id,
        operation=row.operation,
        subject=Subject(id=row.subject, unit=row.unit, compartment=row.compartment, accused=accused),
        what=row.what,
        told=row.told,
        reason=row.reason,
        rests_on=tuple(row.rests_on.split()),
        state=row.state,
        first=row.proposed_by,
        made_at=row.proposed_at,
        expires_on=row.expires_on,
        second=row.approved_by,
        approved_at=row.approved_at,
        outcome=row.outcome,
        closed_by=row.closed_by,
        closed_at=row.closed_at,
        answer=row.answer,
    )
