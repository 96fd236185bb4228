"""Letting people in: a role is granted or ended, a compartment is opened, its members come and go, an accused is named.

Every grant is an act: dated, by whom, approved by whom. Nobody grants a role to themselves. The first roles of an
authority, when nobody holds any, are given by the keeper of the machine (`found_roles`), once.
"""

from collections.abc import Sequence
from datetime import date, datetime

from baro.desk import permission
from baro.desk.access_acts import NewRole, ended_act, founded_act, granted_act
from baro.desk.permission import Asker
from baro.records.ids_made import new_id
from baro.records.queries.access import grant_row, has_any_grant, standing_of
from baro.records.recording import record, record_all
from baro.rules.prescribed.policy.granting import Granting, check_granting, check_second, needs_two
from baro.rules.prescribed.policy.standing import Standing, Subject
from baro.rules.prescribed.refusals import Refused


def give_role(new: NewRole, who: Asker, at: datetime, *, second: str = "") -> str:
    """Record a grant and return its id; `second` is the id of the person who approves. Raises `Refused` ("access.…")."""
    permission.require(who, "grant.give", Subject(unit=new.grant.unit), at)
    other = _approving(second, at)
    asked = Granting(grant=new.grant, to=standing_of(new.person), giver=who.standing, second=other)
    check_granting(asked, tree=who.tree, on=who.on)
    grant_id = new_id(at)
    record(granted_act(grant_id, new, who.person, second, at), at=at)
    return grant_id


def end_role(grant_id: str, last: date, who: Asker, at: datetime, *, second: str = "") -> None:
    """Record the last day of a grant. Raises `Refused` ("access.…"); a day before today is refused: what was open was
    open."""
    held = grant_row(grant_id)
    if held is None:
        raise Refused("access.no_grant")
    permission.require(who, "grant.end", Subject(unit=held.grant.unit), at)
    if last < who.on or (held.grant.term.valid_to is not None and held.grant.term.valid_to < last):
        raise Refused("access.end_in_the_past")
    if needs_two(held.grant, who.standing, tree=who.tree, on=who.on):
        check_second(who.standing, _approving(second, at), on=who.on)
    record(ended_act(grant_id, last, who.person, second, at), at=at)


def found_roles(new: Sequence[NewRole], actor: str, at: datetime) -> None:
    """Record the first roles of an authority, all or none. Raises `Refused("access.already_founded")` where somebody
    holds a role already: from then on, people let people in."""
    if has_any_grant():
        raise Refused("access.already_founded")
    record_all([founded_act(new_id(at), role, actor, at) for role in new], at=at)


def _approving(person: str, at: datetime) -> Standing | None:
    """The second person, as they stand; None if nobody approves. Who holds no role today cannot."""
    if not person:
        return None
    second = permission.asker_of(standing_of(person), at=at)
    if not any(second.standing.in_force(second.on)):
        raise Refused("access.second_unfit")
    return second.standing
