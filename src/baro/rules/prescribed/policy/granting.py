"""When a role may be given: never to oneself, by two where it reaches above one unit, and never against the separation
of duties (reliability brief 2.3, attack 7; 5.1)."""

from dataclasses import dataclass
from datetime import date

from baro.rules.prescribed.policy.roles import GRANTABLE, INSPECTORATE, SECONDS, WIDE, Role
from baro.rules.prescribed.policy.standing import Grant, Standing
from baro.rules.prescribed.policy.tree import Tree
from baro.rules.prescribed.refusals import Refused

ALONE = frozenset({Role.TECHNICAL_ADMIN, Role.LEDGER_AUDITOR})
"""Roles that stand alone: who holds one holds no other at the same time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Granting:
    """A grant about to be made: what, to whom (as they stand), by whom, approved by whom (None: by nobody)."""

    grant: Grant
    to: Standing
    giver: Standing
    second: Standing | None = None


def needs_two(grant: Grant, giver: Standing, *, tree: Tree, on: date) -> bool:
    """Say whether a grant takes a second person: a wide role, a body with others below it, or one that is not the
    giver's own."""
    above_one_unit = any(grant.unit in tree.lineage(unit)[1:] for unit in tree.known)
    return grant.role in WIDE or above_one_unit or grant.unit not in {g.unit for g in giver.in_force(on)}


def check_granting(asked: Granting, *, tree: Tree, on: date) -> None:
    """Refuse a grant that may not be made. Raises `Refused` (as `check_grantable`; "access.second_needed",
    "access.second_unfit")."""
    check_grantable(asked)
    if needs_two(asked.grant, asked.giver, tree=tree, on=on):
        check_second(asked.giver, asked.second, on=on)


def check_grantable(asked: Granting) -> None:
    """Refuse a grant that nobody could approve. Raises `Refused` ("access.not_grantable", "access.self_grant",
    "access.roles_apart")."""
    if asked.grant.role not in GRANTABLE or not asked.grant.unit:
        raise Refused("access.not_grantable", role=asked.grant.role)
    if asked.to.person in {asked.giver.person, asked.second.person if asked.second else ""}:
        raise Refused("access.self_grant")
    if _breaks_separation(asked):
        raise Refused("access.roles_apart", role=asked.grant.role)


def check_second(first: Standing, second: Standing | None, *, on: date) -> None:
    """Refuse a second person who is none: missing, the first again, without a role that approves, or of the
    first's units without being of the inspectorate. Raises `Refused` ("access.second_needed", "access.second_unfit")."""
    if second is None:
        raise Refused("access.second_needed")
    grants = tuple(g for g in second.in_force(on) if g.role in SECONDS)
    theirs, ours = {g.unit for g in grants}, {g.unit for g in first.in_force(on)}
    is_fit = bool(theirs - ours) or any(g.role in INSPECTORATE for g in grants)
    if second.person in {"", first.person} or not is_fit:
        raise Refused("access.second_unfit")


def _breaks_separation(asked: Granting) -> bool:
    """Say whether a role that stands alone would meet another in time."""
    new = asked.grant
    meeting = (g for g in asked.to.grants if _meet(g, new) and g.role != new.role)
    return any(new.role in ALONE or g.role in ALONE for g in meeting)


def _meet(one: Grant, other: Grant) -> bool:
    """Say whether two grants share a day."""
    begins = max(one.term.valid_from or date.min, other.term.valid_from or date.min)
    return begins <= min(one.term.valid_to or date.max, other.term.valid_to or date.max)
