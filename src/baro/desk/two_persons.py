"""What takes two persons: one proposes, another of another unit or of the inspectorate approves, the first carries out.

The one home of the rule. An operation marked `by_two` is refused by `permission.require`; a desk function that carries
one out calls `settled` here, and records `carried_out_act` together with its own act:

    second = settled(proposal, Proposed("ledger.erase", subject, what), who, at)
    record_all([act_with(second), carried_out_act(proposal, who, at)], at=at)
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from baro.desk import permission
from baro.desk.permission import Asker
from baro.records.ids_made import new_id
from baro.records.queries.access import standing_of
from baro.records.queries.proposals import Proposal, proposal
from baro.records.recording import record
from baro.rules.observed.acts import Act, Value
from baro.rules.prescribed.policy.finding import bars
from baro.rules.prescribed.policy.granting import check_second
from baro.rules.prescribed.policy.operations import BY_NAME, SEALED
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Which operation on which matter, and what exactly: `what` holds codes, ids and days as the act will tell them."""

    operation: str
    subject: Subject
    what: Mapping[str, Value] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """The hash of what is to be done: what is carried out must be what was approved."""
        return hashlib.sha256(json.dumps(self.what, sort_keys=True, ensure_ascii=False).encode()).hexdigest()

    @property
    def is_sealed(self) -> bool:
        """Say whether the ledger may not tell which matter it is."""
        return self.subject.compartment != "" or BY_NAME[self.operation].matter in SEALED


def propose(told: Proposed, who: Asker, at: datetime) -> str:
    """Record what somebody who may do it proposes; give the proposal's id. Raises `Refused("access.…")`."""
    permission.admit(who, "proposal.make")
    permission.require_first(who, told.operation, told.subject, at)
    made = new_id(at)
    fields = {
        "operation": told.operation,
        "subject": told.subject.id,
        "unit": told.subject.unit,
        "compartment": told.subject.compartment,
        "what": told.digest,
    }
    data, aside = ({}, {k: v for k, v in fields.items() if v}) if told.is_sealed else (fields, {})
    record(_act("proposal.made", made, who, at, data=data, personal=aside), at=at)
    return made


def approve(proposal_id: str, who: Asker, at: datetime) -> None:
    """Record that a second person approves. Raises `Refused` ("access.not_found" for no proposal, or one of a matter from
    which they are barred; "access.second_unfit"; "access.proposal_closed")."""
    permission.admit(who, "proposal.approve")
    found = proposal(proposal_id)
    if found is None or bars(who.standing, found.subject, tree=who.tree, on=who.on):
        raise Refused("access.not_found")
    check_second(standing_of(found.first), who.standing, on=who.on)
    record(_act("proposal.approved", proposal_id, who, at), at=at)


def settled(proposal_id: str, told: Proposed, who: Asker, at: datetime) -> str:
    """Let the one who proposed carry it out; give the id of the second person. Raises `Refused` ("access.second_needed"
    while nobody approved; "access.proposal_differs" if something else was approved; "access.second_unfit" if the second
    person holds no such role any more; "access.proposal_closed" if it was done already; or as `permission.require`)."""
    permission.require_first(who, told.operation, told.subject, at)
    found = proposal(proposal_id)
    if found is None or not found.second:
        raise Refused("access.second_needed")
    if found.is_carried_out:
        raise Refused("access.proposal_closed")
    if not _is_what_was_approved(found, told, who):
        raise Refused("access.proposal_differs")
    second = permission.asker_of(standing_of(found.second), at=at)
    if bars(second.standing, told.subject, tree=second.tree, on=second.on):
        raise Refused("access.second_unfit")
    check_second(who.standing, second.standing, on=who.on)
    return found.second


def carried_out_act(proposal_id: str, who: Asker, at: datetime) -> Act:
    """Give the act that closes a proposal, to be recorded together with what was done."""
    return _act("proposal.carried_out", proposal_id, who, at)


def _is_what_was_approved(found: Proposal, told: Proposed, who: Asker) -> bool:
    approved = found.operation, found.subject.id, found.subject.unit, found.subject.compartment, found.what, found.first
    asked = told.operation, told.subject.id, told.subject.unit, told.subject.compartment, told.digest, who.person
    return approved == asked


def _act(
    kind: str,
    proposal_id: str,
    who: Asker,
    at: datetime,
    *,
    data: Mapping[str, Value] | None = None,
    personal: Mapping[str, str] | None = None,
) -> Act:
    told = {"proposal": proposal_id, **(data or {})}
    stream = f"proposal/{proposal_id}"
    return Act(type=kind, stream=stream, actor=who.person, occurred_at=at, data=told, personal=personal or {})
