"""What takes two persons: one proposes, another of another unit or of the inspectorate approves, the first carries out.

The one home of the rule. An operation marked `by_two` is refused by `permission.require`; a desk function that carries
one out calls `settled` here, and records `carried_out_act` together with its own act:

    second = settled(proposal, Proposed("ledger.erase", subject, what), who, at)
    record_all([act_with(second), carried_out_act(proposal, who, at)], at=at)

A proposal holds until its last day, and only as long as what it rests on in the records stays as it was. The second person
may refuse it, whoever made it may withdraw it. Who may see which: `baro.desk.proposals`.
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
from baro.records.queries.record_states import state_of
from baro.records.recording import record
from baro.rules.observed.acts import Act, Value
from baro.rules.prescribed.policy.finding import bars
from baro.rules.prescribed.policy.granting import check_second
from baro.rules.prescribed.policy.operations import BY_NAME, SEALED
from baro.rules.prescribed.policy.proposals import Stage, last_day
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Which operation on which matter, and what exactly: `what` holds codes, ids and days as the act will tell them.
    `rests_on` names the parts of the records (`records/queries/record_states.py`) that must not change meanwhile."""

    operation: str
    subject: Subject
    what: Mapping[str, Value] = field(default_factory=dict)
    rests_on: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What is to be done, written one way."""
        return json.dumps(self.what, sort_keys=True, ensure_ascii=False)

    @property
    def digest(self) -> str:
        """The hash of what is to be done: what is carried out must be what was approved."""
        return hashlib.sha256(self.told.encode()).hexdigest()

    @property
    def is_sealed(self) -> bool:
        """Say whether the ledger may not tell which matter it is."""
        return self.subject.compartment != "" or BY_NAME[self.operation].matter in SEALED


def propose(told: Proposed, who: Asker, at: datetime, *, reason: str = "", days: int | None = None) -> str:
    """Record what somebody who may do it proposes, and why; give the proposal's id. It holds for `days`, as the authority
    set them. Raises `Refused("access.…")`."""
    permission.admit(who, "proposal.make")
    permission.require_first(who, told.operation, told.subject, at)
    made, last = new_id(at), last_day(who.on, days).isoformat()
    fields = {
        "operation": told.operation,
        "subject": told.subject.id,
        "unit": told.subject.unit,
        "compartment": told.subject.compartment,
        "what": told.digest,
        "rests_on": " ".join(told.rests_on),
        "state": state_of(told.rests_on),
    }
    words = {"told": told.told, "reason": reason.strip()}
    data, aside = ({}, {**fields, **words}) if told.is_sealed else (fields, words)
    personal = {name: text for name, text in aside.items() if text}
    record(_act("proposal.made", made, who, at, data={**data, "expires_on": last}, personal=personal), at=at)
    return made


def approve(proposal_id: str, who: Asker, at: datetime) -> None:
    """Record that a second person approves. Raises `Refused` ("access.not_found" for no proposal, or one of a matter from
    which they are barred; "access.second_unfit"; "access.proposal_closed", "access.proposal_expired",
    "access.proposal_erased", "access.proposal_stale" if the records changed since)."""
    found = _to_decide(proposal_id, who)
    _check_under_way(found, who)
    record(_act("proposal.approved", proposal_id, who, at), at=at)


def refuse(proposal_id: str, reason: str, who: Asker, at: datetime) -> None:
    """Record that a second person refuses, and why; then it is over. Raises `Refused` ("access.no_reason"; else as
    `approve`, but a proposal that the records overtook can be refused)."""
    _to_decide(proposal_id, who)
    if not reason.strip():
        raise Refused("access.no_reason")
    record(_act("proposal.refused", proposal_id, who, at, personal={"answer": reason.strip()}), at=at)


def withdraw(proposal_id: str, who: Asker, at: datetime) -> None:
    """Record that whoever proposed something wants it no more. Raises `Refused` ("access.not_found" to anybody else;
    "access.proposal_closed" if it is over)."""
    permission.admit(who, "proposal.make")
    found = proposal(proposal_id)
    if found is None or found.first != who.person or is_barred(who, found):
        raise Refused("access.not_found")
    if found.stage(who.on) not in {Stage.WAITING, Stage.APPROVED}:
        raise Refused("access.proposal_closed")
    record(_act("proposal.withdrawn", proposal_id, who, at), at=at)


def settled(proposal_id: str, told: Proposed, who: Asker, at: datetime) -> str:
    """Let the one who proposed carry it out; give the id of the second person. Raises `Refused` ("access.second_needed"
    while nobody approved; "access.proposal_differs" if something else was approved; "access.second_unfit" if the second
    person holds no such role any more; "access.proposal_closed" if it was done already, "access.proposal_expired",
    "access.proposal_erased", "access.proposal_stale"; or as `permission.require`)."""
    permission.require_first(who, told.operation, told.subject, at)
    found = proposal(proposal_id)
    if found is None or not found.second:
        raise Refused("access.second_needed")
    if found.outcome:
        raise Refused("access.proposal_closed")
    if not _is_what_was_approved(found, told, who):
        raise Refused("access.proposal_differs")
    _check_under_way(found, who)
    second = permission.asker_of(standing_of(found.second), at=at)
    if bars(second.standing, told.subject, tree=second.tree, on=second.on):
        raise Refused("access.second_unfit")
    check_second(who.standing, second.standing, on=who.on)
    return found.second


def carried_out_act(proposal_id: str, who: Asker, at: datetime) -> Act:
    """Give the act that closes a proposal, to be recorded together with what was done."""
    return _act("proposal.carried_out", proposal_id, who, at)


def is_barred(who: Asker, found: Proposal) -> bool:
    """Say whether somebody may not know of a proposal, because of the matter that it is about."""
    return bool(bars(who.standing, found.subject, tree=who.tree, on=who.on))


def is_stale(found: Proposal) -> bool:
    """Say whether the records changed in what a proposal rests on."""
    return found.state != state_of(found.rests_on)


def _to_decide(proposal_id: str, who: Asker) -> Proposal:
    """Find a proposal on which somebody may decide as the second person, and nobody has decided."""
    permission.admit(who, "proposal.approve")
    found = proposal(proposal_id)
    if found is None or is_barred(who, found):
        raise Refused("access.not_found")
    check_second(standing_of(found.first), who.standing, on=who.on)
    if found.outcome or found.second:
        raise Refused("access.proposal_closed")
    return found


def _check_under_way(found: Proposal, who: Asker) -> None:
    if found.stage(who.on) == Stage.EXPIRED:
        raise Refused("access.proposal_expired")
    if not found.told:
        raise Refused("access.proposal_erased")
    if is_stale(found):
        raise Refused("access.proposal_stale")


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
