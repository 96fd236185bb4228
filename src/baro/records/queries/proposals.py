"""Proposals that wait for a second person, or for being carried out."""

from collections.abc import Sequence
from dataclasses import dataclass

from baro.records.models.proposals import ProposalRow
from baro.records.scoped import accused_of
from baro.rules.prescribed.policy.standing import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What was proposed by whom, and who approved it ("" so far nobody); `what` is a hash of what is to be done."""

    operation: str
    subject: Subject
    what: str
    first: str
    second: str
    is_carried_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A proposal that is not carried out: its id, who made it, who approved it ("" nobody)."""

    id: str
    first: str
    second: str


def waiting_by_subject(operation: str, subjects: Sequence[str]) -> dict[str, Waiting]:
    """The proposals for an operation that wait to be approved or carried out, by their matter; the latest of each."""
    found: dict[str, Waiting] = {}
    for start in range(0, len(subjects), 500):
        rows = ProposalRow.objects.filter(
            operation=operation, is_carried_out=False, subject__in=subjects[start : start + 500]
        ).order_by("proposed_at", "id")
        found.update({r.subject: Waiting(id=r.id, first=r.proposed_by, second=r.approved_by) for r in rows})
    return found


def proposal(proposal_id: str) -> Proposal | None:
    """Give a proposal by its id; None if there is none."""
    row = ProposalRow.objects.filter(pk=proposal_id).first() if proposal_id else None
    if row is None:
        return None
    accused = accused_of(row.subject) if row.subject else ()
    return Proposal(
        operation=row.operation,
        subject=Subject(id=row.subject, unit=row.unit, compartment=row.compartment, accused=accused),
        what=row.what,
        first=row.proposed_by,
        second=row.approved_by,
        is_carried_out=row.is_carried_out,
    )
