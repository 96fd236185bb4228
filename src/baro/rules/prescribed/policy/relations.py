"""How a person stands to a matter. Fifteen relations of three kinds, which the engine treats differently."""

from enum import StrEnum


class Relation(StrEnum):
    """A place says where the matter lies from the grant; a condition limits the grant; a bar ends the question."""

    OWN = "own"
    OWN_UNIT = "own_unit"
    BELOW = "below"
    SIBLING = "sibling"
    ABOVE = "above"
    OTHER_AGENCY = "other_agency"
    ANONYMOUS = "anonymous"
    PAST = "past"
    FUTURE = "future"
    SUCCESSOR = "successor"
    DELEGATED = "delegated"
    COMPARTMENT_MEMBER = "compartment_member"
    NON_MEMBER = "non_member"
    ACCUSED = "accused"
    ACCUSED_SUPERIOR = "accused_superior"


PLACES = frozenset(
    {
        Relation.OWN,
        Relation.OWN_UNIT,
        Relation.BELOW,
        Relation.SIBLING,
        Relation.ABOVE,
        Relation.OTHER_AGENCY,
        Relation.ANONYMOUS,
    }
)
"""A row of the table applies where one of the places is named by it. What lies in none of the nearer places, in the same
agency or not, counts as another agency's."""

CONDITIONS = frozenset(
    {
        Relation.PAST,
        Relation.FUTURE,
        Relation.SUCCESSOR,
        Relation.DELEGATED,
        Relation.COMPARTMENT_MEMBER,
    }
)
"""A row applies only where it names every condition that holds: a grant that has ended or not begun, a matter inherited
from a body that is no more, a delegated grant, a matter kept in a compartment by its members."""

BARS = frozenset({Relation.NON_MEMBER, Relation.ACCUSED, Relation.ACCUSED_SUPERIOR})
"""No row may name them: they beat every grant."""
