"""The engine: may somebody do something with one matter (`may`), and with which matters at all (`visible`).

Three questions in order. Is the asker barred (the accused, the accused's head or subordinates, no member of the
compartment)? Then no grant helps. Which conditions does each grant bring (lent, ended, inherited, sealed)? Does a row of
the table name the role, the operation, one of the places and all the conditions? Otherwise: refused.
"""

from datetime import date
from functools import cache

from baro.rules.prescribed.policy.decisions import REFUSED, Decision
from baro.rules.prescribed.policy.field_classes import FieldClass
from baro.rules.prescribed.policy.finding import answering, bars, conditions, is_own, places_of_unit
from baro.rules.prescribed.policy.operations import BY_NAME
from baro.rules.prescribed.policy.relations import Relation
from baro.rules.prescribed.policy.roles import Role
from baro.rules.prescribed.policy.rows import Row
from baro.rules.prescribed.policy.scopes import Part, Scope
from baro.rules.prescribed.policy.standing import Grant, Standing, Subject
from baro.rules.prescribed.policy.table import TABLE
from baro.rules.prescribed.policy.tree import Tree

_UNKNOWN = "?"  # the id of no body: stands for all those that the tree does not know


def may(standing: Standing, operation: str, subject: Subject | None, *, tree: Tree, on: date) -> Decision:
    """Decide on one matter, on a day; `None` asks about no matter in particular (a page, a list: each row of it is asked
    again). Raises KeyError for an operation that does not exist."""
    matter = BY_NAME[operation].matter
    if subject is not None and subject.matter not in ("", matter):
        return REFUSED
    if subject is not None and bars(standing, subject, tree=tree, on=on):
        return REFUSED
    seen = [
        row.sees
        for grant in standing.held()
        for row in _rows_of(grant.role, operation)
        if _applies(row, grant, standing, subject, tree, on)
    ]
    return Decision(allowed=True, sees=max(seen), matter=matter) if seen else REFUSED


def visible(standing: Standing, operation: str, *, tree: Tree, on: date) -> Scope:
    """Give all the matters for which `may` would say yes, as a value that becomes a query."""
    parts = [
        _part(row, grant, standing, tree, on)
        for grant in standing.held()
        for row in _rows_of(grant.role, operation)
        if conditions(grant, on=on) <= row.over
    ]
    heads, serves_under = answering(standing, tree=tree, on=on)
    return Scope(
        operation=operation,
        parts=tuple(dict.fromkeys(parts)),
        compartments=standing.compartments(on),
        person=standing.person,
        heads=heads,
        serves_under=serves_under,
    )


@cache
def _rows_of(role: Role, operation: str) -> tuple[Row, ...]:
    return tuple(row for row in TABLE if row.lets(role, operation))


def _applies(row: Row, grant: Grant, standing: Standing, subject: Subject | None, tree: Tree, on: date) -> bool:
    held = conditions(grant, on=on)
    if subject is None:
        return held <= row.over
    if subject.compartment:
        held |= {Relation.COMPARTMENT_MEMBER}
    if not held <= row.over:
        return False
    if Relation.OWN in row.over and is_own(standing, grant, subject):
        return True
    return any(_reaches(row, grant, unit, tree) for unit in (subject.unit, *subject.parts))


def _reaches(row: Row, grant: Grant, unit: str, tree: Tree) -> bool:
    """Say whether a row reaches the matters of a body, in force or inherited."""
    places, inherited = places_of_unit(grant, unit, tree)
    return bool(places & row.over) and (not inherited or Relation.SUCCESSOR in row.over)


def _part(row: Row, grant: Grant, standing: Standing, tree: Tree, on: date) -> Part:
    units = tree.known | {"", grant.unit}
    reached = frozenset(unit for unit in units if _reaches(row, grant, unit, tree))
    everywhere = _reaches(row, grant, _UNKNOWN, tree)
    inside = frozenset(u for u in reached if tree.deliverers(u) - reached)
    own, by_receipt = Relation.OWN in row.over, grant.role == Role.CITIZEN  # a citizen shows a receipt, holds nothing
    holders = frozenset({standing.person, grant.delegated_by} - {""}) if own and not by_receipt else frozenset()
    return Part(
        units=units - reached if everywhere else reached,
        all_but=everywhere,
        parts=inside,
        holders=holders,
        in_hands=holders if standing.held_in - reached else holders - {standing.person},
        ids=standing.receipts if own and by_receipt else frozenset(),
        sealed=Relation.COMPARTMENT_MEMBER in row.over,
        sees=FieldClass(row.sees),
    )
