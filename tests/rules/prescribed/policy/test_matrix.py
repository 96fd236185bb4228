"""Every cell: each role, each operation, each relation, compared with the rights as told by hand; nothing is sampled."""

from itertools import product

import pytest

from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.policy.engine import may, visible
from baro.rules.prescribed.policy.operations import OPERATIONS, Nature
from baro.rules.prescribed.policy.relations import Relation as Rel
from baro.rules.prescribed.policy.roles import GRANTABLE, OUTSIDE_SUPERVISORS, Role
from baro.rules.prescribed.policy.standing import Accused, Grant, Membership, Standing, Subject
from rules.prescribed.policy.rights_as_told import lets, lets_somewhere
from rules.prescribed.policy.small_office import FUTURE, PAST, TODAY, TREE

# Where a matter lies from a grant in div1 of the small office: body -> relation.
PLACES = {
    "div1": Rel.OWN_UNIT, "team": Rel.BELOW, "div2": Rel.SIBLING, "dept": Rel.ABOVE, "city": Rel.ABOVE,
    "commune": Rel.OTHER_AGENCY, "far": Rel.OTHER_AGENCY, "": Rel.OTHER_AGENCY, "unheard-of": Rel.OTHER_AGENCY,
}  # fmt: skip
SITUATIONS = (
    set(), {Rel.OWN}, {Rel.DELEGATED}, {Rel.OWN, Rel.DELEGATED}, {Rel.PAST}, {Rel.FUTURE}, {Rel.COMPARTMENT_MEMBER},
    {Rel.OWN, Rel.COMPARTMENT_MEMBER}, {Rel.NON_MEMBER}, {Rel.ACCUSED}, {Rel.ACCUSED_SUPERIOR}, {Rel.OWN, Rel.ACCUSED},
)  # fmt: skip
CELLS = [
    *((unit, {place} | more) for (unit, place), more in product(PLACES.items(), SITUATIONS)),
    *(("split", {Rel.OWN_UNIT, Rel.OTHER_AGENCY, Rel.SUCCESSOR} | more) for more in SITUATIONS),
]
NAMES = [operation.name for operation in OPERATIONS]


def asked(role: Role, unit: str, relations: set[Rel]) -> tuple[Standing, Subject]:
    """Somebody with one role in div1, and a matter to which they stand so."""
    terms = {Rel.PAST: PAST, Rel.FUTURE: FUTURE}
    term = next((terms[r] for r in relations if r in terms), Term())
    lent = "binh" if Rel.DELEGATED in relations else ""
    grants = (Grant(role=role, unit="div1", term=term, delegated_by=lent),)
    secret = "s1" if relations & {Rel.COMPARTMENT_MEMBER, Rel.NON_MEMBER} else ""
    members = (Membership(compartment="s1"),) if Rel.COMPARTMENT_MEMBER in relations else ()
    accused: tuple[Accused, ...] = ()
    if Rel.ACCUSED in relations:
        accused = (Accused(person="an", unit="far"),)
    if Rel.ACCUSED_SUPERIOR in relations:  # who serves under the accused head of their own division
        accused = (Accused(person="chi", unit="div1", is_head=True),)
    who = Standing(person="an", grants=grants, memberships=members)
    holder = "an" if Rel.OWN in relations else "chi"
    return who, Subject(id="m1", unit=unit, holder=holder, compartment=secret, accused=accused)


def told(role: Role, operation: str, relations: set[Rel]) -> bool:
    """What the rights by hand say: of the role, and of what everybody signed in and everybody at all may do."""
    if role in GRANTABLE and lets(role, operation, frozenset(relations)):
        return True
    without_role = frozenset(relations - {Rel.PAST, Rel.FUTURE, Rel.DELEGATED, Rel.SUCCESSOR} | {Rel.ANONYMOUS})
    return any(lets(r, operation, without_role) for r in (Role.SIGNED_IN, Role.ANONYMOUS))


def told_anywhere(role: Role, operation: str) -> bool:
    """What the rights by hand say of opening the page."""
    return any(lets_somewhere(r, operation) for r in (role, Role.SIGNED_IN, Role.ANONYMOUS))


@pytest.mark.parametrize("role", sorted(GRANTABLE))
def test_every_cell_of_a_role_is_as_told(role):
    wrong = []
    for (unit, relations), operation in product(CELLS, NAMES):
        who, matter = asked(role, unit, relations)
        expected = told(role, operation, relations)
        one = may(who, operation, matter, tree=TREE, on=TODAY).allowed
        many = visible(who, operation, tree=TREE, on=TODAY).holds(matter)
        if (one, many) != (expected, expected):
            wrong.append((operation, unit, sorted(relations), one, many, expected))
    assert wrong == []


@pytest.mark.parametrize("role", sorted(GRANTABLE))
def test_every_page_of_a_role_is_as_told(role):
    who = Standing(person="an", grants=(Grant(role=role, unit="div1"),))
    opened = {name for name in NAMES if may(who, name, None, tree=TREE, on=TODAY).allowed}
    assert opened == {name for name in NAMES if told_anywhere(role, name)}


@pytest.mark.parametrize("operation", NAMES)
def test_who_shows_a_receipt_and_who_shows_nothing(operation):
    citizen, nobody = Standing(receipts=frozenset({"m1"})), Standing()
    for unit, matter in product(PLACES, ("m1", "m2")):
        subject = Subject(id=matter, unit=unit)
        public = lets(Role.ANONYMOUS, operation, frozenset({Rel.ANONYMOUS}))
        own = matter == "m1" and lets(Role.CITIZEN, operation, frozenset({Rel.OWN}))
        assert may(citizen, operation, subject, tree=TREE, on=TODAY).allowed is (own or public)
        assert may(nobody, operation, subject, tree=TREE, on=TODAY).allowed is public


@pytest.mark.parametrize("role", sorted(OUTSIDE_SUPERVISORS))
def test_supervisors_from_outside_write_nothing_into_the_matters_of_the_agency(role):
    written = {o.name for o in OPERATIONS if o.nature in (Nature.WRITES, Nature.RUNS) and lets_somewhere(role, o.name)}
    assert written <= {"supervision.record", "export.make"}


def test_the_matrix_is_whole():
    assert len(CELLS) * len(NAMES) * len(GRANTABLE) > 100_000
    assert {r for _, relations in CELLS for r in relations} | {Rel.ANONYMOUS} == set(Rel)
