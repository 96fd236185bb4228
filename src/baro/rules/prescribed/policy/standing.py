"""Who asks, and about what: the two values between which the engine finds the relations."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.policy.roles import HEADS, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A role granted in a body over a term, both days included; `delegated_by` is the person who lent it, "" if none."""

    role: Role
    unit: str = ""
    term: Term = field(default_factory=Term)
    delegated_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person's place in a compartment over a term, by a decision."""

    compartment: str
    term: Term = field(default_factory=Term)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Who asks: `person` is the id of a person, or of a program's account; "" for somebody not signed in. `receipts` are
    the ids of the dossiers whose receipt a citizen has shown; `held_in` the bodies that deliver dossiers which the person
    holds or held."""

    person: str = ""
    grants: tuple[Grant, ...] = ()
    memberships: tuple[Membership, ...] = ()
    receipts: frozenset[str] = frozenset()
    held_in: frozenset[str] = frozenset()

    def held(self) -> Iterator[Grant]:
        """Give the grants, with the roles that nobody has to grant."""
        yield from self.grants
        yield Grant(role=Role.ANONYMOUS)
        if self.person:
            yield Grant(role=Role.SIGNED_IN)
        if self.receipts:
            yield Grant(role=Role.CITIZEN)

    def in_force(self, on: date) -> Iterator[Grant]:
        """Give the granted roles that hold on a day."""
        return (grant for grant in self.grants if grant.term.holds(on))

    def compartments(self, on: date) -> frozenset[str]:
        """Give the compartments of which the person is a member on a day."""
        return frozenset(m.compartment for m in self.memberships if m.term.holds(on))

    def headed(self, on: date) -> frozenset[str]:
        """Give the bodies that the person heads on a day, also for another."""
        return frozenset(grant.unit for grant in self.in_force(on) if grant.role in HEADS and grant.unit)


NOBODY = Standing()


@dataclass(frozen=True, slots=True, kw_only=True)
class Accused:
    """A person whom a matter concerns as the accused, with the body of that time; a head's subordinates are barred too."""

    person: str
    unit: str = ""
    is_head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The matter asked about: `unit` is the body that handles it, `parts` bodies below it that do so for it; `holder` the
    person, `holders` all who hold or held it; `compartment` is "" for an open matter. `matter` is its kind where that is
    known: no operation on another kind reaches it."""

    id: str = ""
    matter: str = ""
    unit: str = ""
    parts: frozenset[str] = frozenset()
    holder: str = ""
    holders: frozenset[str] = frozenset()
    compartment: str = ""
    accused: tuple[Accused, ...] = ()
