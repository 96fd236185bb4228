"""A row of the policy table: who, may what, over what, seeing how much, on what ground."""

from dataclasses import dataclass

from baro.rules.prescribed.policy.field_classes import FieldClass
from baro.rules.prescribed.policy.relations import Relation
from baro.rules.prescribed.policy.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Each of `who` may do each of `may` with a matter in one of the places of `over`, under conditions that `over`
    names too, and sees its fields up to class `sees`."""

    who: frozenset[Role]
    may: frozenset[str]
    over: frozenset[Relation]
    sees: FieldClass
    ground: str

    def lets(self, role: Role, operation: str) -> bool:
        """Say whether the row speaks of this role and operation."""
        return role in self.who and operation in self.may


def row(who: Role | frozenset[Role], may: str, over: frozenset[Relation], sees: FieldClass, ground: str) -> Row:
    """Write a row: `may` is a list of operations, parted by blanks."""
    roles = frozenset({who}) if isinstance(who, Role) else who
    return Row(who=roles, may=frozenset(may.split()), over=over, sees=sees, ground=ground)
