"""Proposals as somebody may see them: those they made, those that wait for them, those they decided on, and one by its id.

Whoever made a proposal, decided on it, or may be its second person sees it; to anybody else it does not exist. Of a sealed
matter only members of its compartment see anything.
"""

from datetime import datetime

from baro.desk import permission
from baro.desk.access import carry_out_ending, carry_out_granting
from baro.desk.erasing import carry_out_erasure
from baro.desk.late_posts import carry_out_held, tells_of_held
from baro.desk.permission import Asker
from baro.desk.taking_back import VOID, carry_out_void
from baro.desk.two_persons import is_barred
from baro.records.queries.access import standing_of
from baro.records.queries.proposals import (
    Proposal,
    proposal,
    proposals_decided_by,
    proposals_of,
    proposals_waiting,
)
from baro.rules.prescribed.policy.granting import check_second
from baro.rules.prescribed.policy.proposals import Stage
from baro.rules.prescribed.refusals import Refused

MOST = 500
_CARRIED_OUT_BY = {
    "grant.give": carry_out_granting,
    "grant.end": carry_out_ending,
    "ledger.erase": carry_out_erasure,
    "ledger.late_entry": carry_out_held,
    VOID: carry_out_void,
}


def made_by(who: Asker) -> list[Proposal]:
    """Give what somebody proposed, the latest first."""
    found = proposals_of(who.person, who.standing.compartments(who.on), MOST)
    return [one for one in found if not is_barred(who, one)]


def waiting_for(who: Asker) -> list[Proposal]:
    """Give the proposals on which somebody may decide today; the oldest first."""
    if not permission.allows(who, "proposal.approve"):
        return []
    found = proposals_waiting(who.person, who.on, who.standing.compartments(who.on), MOST)
    fit = {first: _is_fit(who, first) for first in {one.first for one in found}}
    return [one for one in reversed(found) if fit[one.first] and not is_barred(who, one)]


def decided_by(who: Asker) -> list[Proposal]:
    """Give what somebody approved or refused, the latest first."""
    found = proposals_decided_by(who.person, who.standing.compartments(who.on), MOST)
    return [one for one in found if not is_barred(who, one)]


def seen(proposal_id: str, who: Asker) -> Proposal:
    """Give a proposal that somebody may see. Raises `Refused("access.not_found")`."""
    found = proposal(proposal_id)
    if found is None or is_barred(who, found):
        raise Refused("access.not_found")
    took_part = who.person in {found.first, found.second, found.closed_by}
    if not took_part and not _is_fit(who, found.first):
        raise Refused("access.not_found")
    return found


def may_decide(who: Asker, found: Proposal) -> bool:
    """Say whether somebody may approve or refuse a proposal today."""
    return found.stage(who.on) == Stage.WAITING and not is_barred(who, found) and _is_fit(who, found.first)


def may_carry_out(who: Asker, found: Proposal) -> bool:
    """Say whether a proposal is approved and somebody may do it here; what has a page of its own is done there."""
    is_ready = found.stage(who.on) == Stage.APPROVED and found.first == who.person
    return is_ready and _has_its_work(found) and found.told != ""


def carry_out(proposal_id: str, who: Asker, at: datetime) -> Proposal:
    """Do what was approved, exactly as it stands in the proposal; gives the proposal. Raises `Refused` ("access.not_found" to anybody but who
    proposed it; else as what is done)."""
    found = proposal(proposal_id)
    if found is None or found.first != who.person or found.operation not in _CARRIED_OUT_BY:
        raise Refused("access.not_found")
    if not found.told:
        raise Refused("access.proposal_erased")
    if not _has_its_work(found):
        raise Refused("access.not_found")
    _CARRIED_OUT_BY[found.operation](found, who, at)
    return found


def _has_its_work(found: Proposal) -> bool:
    """Say whether what is proposed can be done from the proposal itself; of late entries, only what a person holds."""
    return found.operation in _CARRIED_OUT_BY and (found.operation != "ledger.late_entry" or tells_of_held(found))


def _is_fit(who: Asker, first: str) -> bool:
    """Say whether somebody may be the second person to what another proposed."""
    if not permission.allows(who, "proposal.approve"):
        return False
    try:
        check_second(standing_of(first), who.standing, on=who.on)
    except Refused:
        return False
    return True
