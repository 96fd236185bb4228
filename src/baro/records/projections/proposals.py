"""Rows of proposals, from the acts that make, approve, refuse, withdraw and carry them out.

What is to be done in full, the reason and the answer are personal values; of a sealed matter everything is. Where they
were erased, the row keeps the hash.
"""

from datetime import date
from typing import Any

from baro.records.models.proposals import ProposalRow
from baro.records.projections.again import erased_stream, project_again
from baro.records.projections.registry import projects
from baro.rules.observed.entries import Entry
from baro.rules.prescribed.policy.proposals import Stage
from baro.rules.prescribed.refusals import Refused

_TOLD = ("operation", "subject", "unit", "compartment", "what", "told", "reason", "rests_on", "state")


@projects("proposal.made")
def made(entry: Entry) -> None:
    """Somebody proposed something."""
    told = {name: entry.personal.get(name) or entry.data.get(name) or "" for name in _TOLD}
    last = entry.data.get("expires_on")
    ProposalRow.objects.create(
        id=entry.data["proposal"],
        proposed_by=entry.actor,
        proposed_at=entry.occurred_at,
        expires_on=date.fromisoformat(last) if last else None,
        **told,
    )


@projects("proposal.approved")
def approved(entry: Entry) -> None:
    """Another person approved it. Raises `Refused("access.proposal_closed")` where somebody was first."""
    _only(_open(entry).filter(approved_by=""), approved_by=entry.actor, approved_at=entry.occurred_at)


@projects("proposal.refused")
def refused(entry: Entry) -> None:
    """Another person refused it. Raises `Refused("access.proposal_closed")` where somebody was first."""
    _only(_open(entry).filter(approved_by=""), **_closed(entry, Stage.REFUSED))


@projects("proposal.withdrawn")
def withdrawn(entry: Entry) -> None:
    """Whoever proposed it wants it no more. Raises `Refused("access.proposal_closed")` where it was over."""
    _only(_open(entry), **_closed(entry, Stage.WITHDRAWN))


@projects("proposal.carried_out")
def carried_out(entry: Entry) -> None:
    """It was done. Raises `Refused("access.proposal_closed")` the second time."""
    _only(_open(entry).exclude(approved_by=""), **_closed(entry, Stage.CARRIED_OUT))


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """What was told of a proposal was erased; who proposed and approved what kind of thing stays."""
    kind, key = erased_stream(entry)
    if kind == "proposal":
        project_again(entry, ProposalRow.objects.filter(pk=key))


def _open(entry: Entry) -> Any:
    return ProposalRow.objects.filter(pk=entry.data["proposal"], outcome="")


def _closed(entry: Entry, outcome: Stage) -> dict[str, Any]:
    answer = entry.personal.get("answer") or ""
    return {"outcome": str(outcome), "closed_by": entry.actor, "closed_at": entry.occurred_at, "answer": answer}


def _only(rows: Any, **changed: Any) -> None:
    if not rows.update(**changed):
        raise Refused("access.proposal_closed")
