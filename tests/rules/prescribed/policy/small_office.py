"""A small world for tests of the policy: a City with a department of two divisions, a committee with a commune, and a
district that is no more, inherited by the commune."""

from datetime import date

from hypothesis import strategies as st

from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.policy.roles import GRANTABLE, Role
from baro.rules.prescribed.policy.standing import Accused, Grant, Membership, Standing, Subject
from baro.rules.prescribed.policy.tree import PlainTree

TODAY = date(2026, 3, 2)
PAST, FUTURE = Term(None, date(2026, 3, 1)), Term(date(2026, 3, 3), None)
TREE = PlainTree(
    {
        "city": "",
        "dept": "city",
        "div1": "dept",
        "div2": "dept",
        "team": "div1",
        "commune": "city",
        "elsewhere": "",
        "far": "elsewhere",
    },
    {"district": frozenset({"commune"}), "split": frozenset({"div1", "far"})},
)
UNITS = (*TREE.known, "", "unheard-of")
PEOPLE = ("an", "binh", "chi")


def standing(role: Role, unit: str = "div1", *, person: str = "an", secrets: tuple[str, ...] = (), **grant) -> Standing:
    """Somebody with one role."""
    told = Grant(role=role, unit=unit, **grant)
    return Standing(person=person, grants=(told,), memberships=tuple(Membership(compartment=c) for c in secrets))


terms = st.sampled_from([Term(), Term(), PAST, FUTURE])
grants = st.builds(
    Grant,
    role=st.sampled_from(sorted(GRANTABLE)),
    unit=st.sampled_from(sorted(TREE.known)),
    term=terms,
    delegated_by=st.sampled_from(["", "", "binh"]),
)
standings = st.builds(
    Standing,
    person=st.sampled_from(["", *PEOPLE]),
    grants=st.lists(grants, max_size=3).map(tuple),
    memberships=st.lists(st.builds(Membership, compartment=st.sampled_from(["s1", "s2"]), term=terms), max_size=2).map(
        tuple
    ),
    receipts=st.sampled_from([frozenset(), frozenset({"m1"})]),
)
accused = st.builds(Accused, person=st.sampled_from(PEOPLE), unit=st.sampled_from(UNITS), is_head=st.booleans())
subjects = st.builds(
    Subject,
    id=st.sampled_from(["m1", "m2"]),
    matter=st.sampled_from(["", "", "denunciation"]),
    unit=st.sampled_from(UNITS),
    holder=st.sampled_from(["", *PEOPLE]),
    compartment=st.sampled_from(["", "", "s1", "s2"]),
    accused=st.lists(accused, max_size=2).map(tuple),
)
