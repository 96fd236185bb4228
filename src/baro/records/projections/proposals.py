"""Rows of proposals, from the acts that make, approve and carry them out."""

from baro.records.models.proposals import ProposalRow
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.registry import projects
from baro.rules.observed.entries import Entry
from baro.rules.prescribed.refusals import Refused

_TOLD = ("operation", "subject", "unit", "compartment", "what")


@projects("proposal.made")
def made(entry: Entry) -> None:
    """Somebody proposed something; what is sealed of it lies aside."""
    told = {name: entry.personal.get(name) or entry.data.get(name) or "" for name in _TOLD}
    ProposalRow.objects.create(
        id=entry.data["proposal"], proposed_by=entry.actor, proposed_at=entry.occurred_at, **told
    )


@projects("proposal.approved")
def approved(entry: Entry) -> None:
    """Another person approved it. Raises `Refused("access.proposal_closed")` where somebody was first."""
    rows = ProposalRow.objects.filter(pk=entry.data["proposal"], approved_by="")
    if not rows.update(approved_by=entry.actor, approved_at=entry.occurred_at):
        raise Refused("access.proposal_closed")


@projects("proposal.carried_out")
def carried_out(entry: Entry) -> None:
    """It was done. Raises `Refused("access.proposal_closed")` the second time."""
    rows = ProposalRow.objects.filter(pk=entry.data["proposal"], is_carried_out=False).exclude(approved_by="")
    if not rows.update(is_carried_out=True):
        raise Refused("access.proposal_closed")


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """What a sealed proposal tells was erased."""
    kind, key = erased_stream(entry)
    if kind == "proposal":
        project_again(entry, ProposalRow.objects.filter(pk=key))
