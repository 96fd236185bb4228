"""Letting people in: a role is granted or ended, a compartment is opened, its members come and go, an accused is named.

Every grant is an act: dated, by whom, approved by whom. Nobody grants a role to themselves. The first roles of an
authority, when nobody holds any, are given by the keeper of the machine (`found_roles`), once.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime

from baro.desk import permission
from baro.desk.access_acts import NewRole, ended_act, founded_act, granted_act, told_grant, told_role
from baro.desk.permission import Asker
from baro.desk.two_persons import Proposed, carried_out_act, propose, settled
from baro.records.ids_made import new_id
from baro.records.queries.access import HeldGrant, grant_row, has_any_grant, standing_of
from baro.records.queries.proposals import Proposal
from baro.records.queries.record_states import grants_part, stream_part
from baro.records.recording import record_all
from baro.rules.observed.acts import Act
from baro.rules.prescribed.policy.granting import Granting, check_grantable, check_granting, needs_two
from baro.rules.prescribed.policy.standing import Grant, Subject
from baro.rules.prescribed.refusals import Refused


def give_role(new: NewRole, who: Asker, at: datetime, *, proposal: str = "") -> str:
    """Record a grant and return its id; one that takes two persons was proposed as `granting(new)` and approved. Raises
    `Refused` ("access.…")."""
    permission.require(who, "grant.give", Subject(unit=new.grant.unit), at)
    second = ""
    if needs_two(new.grant, who.standing, tree=who.tree, on=who.on):
        second = settled(proposal, granting(new), who, at)
    to, other = standing_of(new.person), standing_of(second) if second else None
    check_granting(Granting(grant=new.grant, to=to, giver=who.standing, second=other), tree=who.tree, on=who.on)
    grant_id = new_id(at)
    record_all([granted_act(grant_id, new, who.person, second, at), *_closing(proposal, second, who, at)], at=at)
    return grant_id


def granting(new: NewRole) -> Proposed:
    """Say which grant is to be made, to be proposed first; it rests on what else the person holds."""
    subject, rests_on = Subject(unit=new.grant.unit), (grants_part(new.person),)
    return Proposed(operation="grant.give", subject=subject, what=told_grant(new), rests_on=rests_on)


def propose_role(new: NewRole, who: Asker, at: datetime, *, reason: str, days: int | None = None) -> str:
    """Propose a grant that takes two persons; give the proposal's id. What nobody could approve is refused at once. Raises
    `Refused` ("access.…"; "access.no_reason")."""
    permission.require(who, "grant.give", Subject(unit=new.grant.unit), at)
    asked = Granting(grant=new.grant, to=standing_of(new.person), giver=who.standing)
    check_grantable(asked)
    _check_reason(reason)
    return propose(granting(new), who, at, reason=reason, days=days)


def carry_out_granting(found: Proposal, who: Asker, at: datetime) -> None:
    """Give the role that was proposed and approved. Raises `Refused` ("access.…")."""
    give_role(told_role(json.loads(found.told)), who, at, proposal=found.id)


def takes_two(who: Asker, grant: Grant) -> bool:
    """Say whether a grant, if this asker gives or ends it, takes a second person."""
    return needs_two(grant, who.standing, tree=who.tree, on=who.on)


def end_role(grant_id: str, last: date, who: Asker, at: datetime, *, proposal: str = "") -> None:
    """Record the last day of a grant; one that takes two was proposed as `ending(…)` and approved. Raises `Refused`
    ("access.…"); a day before today is refused: what was open was open."""
    held = _to_end(grant_id, last, who, at)
    second = ""
    if needs_two(held.grant, who.standing, tree=who.tree, on=who.on):
        second = settled(proposal, ending(grant_id, held.grant.unit, last), who, at)
    record_all([ended_act(grant_id, last, who.person, second, at), *_closing(proposal, second, who, at)], at=at)


def ending(grant_id: str, unit: str, last: date) -> Proposed:
    """Say which grant is to end on which day, to be proposed first."""
    subject, rests_on = Subject(id=grant_id, unit=unit), (stream_part(f"role/{grant_id}"),)
    return Proposed(operation="grant.end", subject=subject, what={"last": last.isoformat()}, rests_on=rests_on)


def propose_ending(grant_id: str, last: date, who: Asker, at: datetime, *, reason: str, days: int | None = None) -> str:
    """Propose the last day of a grant that takes two persons; give the proposal's id. Raises as `end_role`."""
    held = _to_end(grant_id, last, who, at)
    _check_reason(reason)
    return propose(ending(grant_id, held.grant.unit, last), who, at, reason=reason, days=days)


def carry_out_ending(found: Proposal, who: Asker, at: datetime) -> None:
    """End the grant as it was proposed and approved. Raises `Refused` ("access.…")."""
    end_role(found.subject.id, date.fromisoformat(json.loads(found.told)["last"]), who, at, proposal=found.id)


def found_roles(new: Sequence[NewRole], actor: str, at: datetime) -> None:
    """Record the first roles of an authority, all or none. Raises `Refused("access.already_founded")` where somebody
    holds a role already: from then on, people let people in."""
    if has_any_grant():
        raise Refused("access.already_founded")
    record_all([founded_act(new_id(at), role, actor, at) for role in new], at=at)


def _to_end(grant_id: str, last: date, who: Asker, at: datetime) -> HeldGrant:
    held = grant_row(grant_id)
    if held is None:
        raise Refused("access.no_grant")
    permission.require(who, "grant.end", Subject(unit=held.grant.unit), at)
    if last < who.on or (held.grant.term.valid_to is not None and held.grant.term.valid_to < last):
        raise Refused("access.end_in_the_past")
    return held


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("access.no_reason")


def _closing(proposal: str, second: str, who: Asker, at: datetime) -> list[Act]:
    return [carried_out_act(proposal, who, at)] if second else []
