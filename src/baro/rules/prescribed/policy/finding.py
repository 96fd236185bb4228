"""How a person stands to a matter on a day: bars, the conditions of a grant, the places of a body."""

from collections.abc import Iterable
from datetime import date

from baro.rules.prescribed.policy.relations import Relation
from baro.rules.prescribed.policy.roles import Role
from baro.rules.prescribed.policy.standing import Accused, Grant, Standing, Subject
from baro.rules.prescribed.policy.tree import Tree

_NOWHERE = frozenset({Relation.ANONYMOUS})


def bars(standing: Standing, subject: Subject, *, tree: Tree, on: date) -> frozenset[Relation]:
    """Give what bars a person from a matter: being accused, heading or serving under the accused, being no member."""
    found: set[Relation] = set()
    if standing.person and any(a.person == standing.person for a in subject.accused):
        found.add(Relation.ACCUSED)
    if subject.accused and is_in_the_line_of(subject.accused, *answering(standing, tree=tree, on=on)):
        found.add(Relation.ACCUSED_SUPERIOR)
    if subject.compartment and subject.compartment not in standing.compartments(on):
        found.add(Relation.NON_MEMBER)
    return frozenset(found)


def answering(standing: Standing, *, tree: Tree, on: date) -> tuple[frozenset[str], frozenset[str]]:
    """Give the bodies that a person heads, and those in which or under which they serve, each with what it inherited:
    the accused may have been of a body that is no more."""
    under = frozenset(above for grant in standing.in_force(on) for above in tree.lineage(grant.unit))
    return _with_inherited(standing.headed(on), tree), _with_inherited(under, tree)


def is_in_the_line_of(accused: Iterable[Accused], heads: frozenset[str], serves_under: frozenset[str]) -> bool:
    """Say whether somebody heads the body of an accused; or serves under an accused who is its head."""
    return any(a.unit in heads or (a.is_head and a.unit in serves_under) for a in accused)


def _with_inherited(units: frozenset[str], tree: Tree) -> frozenset[str]:
    return units | {u for u in tree.known if not tree.lineage(u) and tree.inheritors(u) & units} if units else units


def conditions(grant: Grant, *, on: date) -> frozenset[Relation]:
    """Give the conditions that a grant itself brings: ended, not begun, lent."""
    found: set[Relation] = set()
    if grant.term.valid_to is not None and grant.term.valid_to < on:
        found.add(Relation.PAST)
    if grant.term.valid_from is not None and grant.term.valid_from > on:
        found.add(Relation.FUTURE)
    if grant.delegated_by:
        found.add(Relation.DELEGATED)
    return frozenset(found)


def is_own(standing: Standing, grant: Grant, subject: Subject) -> bool:
    """Say whether the matter is the asker's own: held by them, or by the one who lent the grant, or shown by receipt."""
    if grant.role == Role.CITIZEN:
        return subject.id != "" and subject.id in standing.receipts
    mine = {standing.person, grant.delegated_by} - {""}
    return subject.holder in mine or not mine.isdisjoint(subject.holders)


def places_of_unit(grant: Grant, unit: str, tree: Tree) -> tuple[frozenset[Relation], bool]:
    """Give where a body lies from a grant, and whether that is by inheritance.

    A body that is no more lies where its heirs lie; one that nobody knows lies elsewhere.
    """
    if not grant.unit:
        return _NOWHERE, False
    heirs = frozenset() if tree.lineage(unit) else tree.inheritors(unit)
    if heirs:
        return frozenset(_place(grant.unit, heir, tree) for heir in heirs), True
    return frozenset({_place(grant.unit, unit, tree)}), False


def _place(of: str, unit: str, tree: Tree) -> Relation:
    """Where a body lies from another; what belongs to no body in particular lies with those at the top of the tree."""
    mine, theirs = tree.lineage(of), tree.lineage(unit)
    if not unit and mine == (of,):
        return Relation.OWN_UNIT
    if not mine or not theirs:
        return Relation.OTHER_AGENCY
    if unit == of:
        return Relation.OWN_UNIT
    if of in theirs:
        return Relation.BELOW
    if unit in mine:
        return Relation.ABOVE
    return Relation.SIBLING if mine[1:2] == theirs[1:2] != () else Relation.OTHER_AGENCY
