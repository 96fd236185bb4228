"""Proposals that wait for a second person, or for being carried out."""

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
