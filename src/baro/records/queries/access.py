"""What the records say about who asks: grants, memberships, and the tree of bodies on a day."""

from dataclasses import dataclass
from datetime import date, datetime

from baro.records.models.access import Compartment, CompartmentMember, RoleGrant
from baro.records.models.account import Account
from baro.records.queries.organisation import asking_stamp, bodies, bodies_of, stamp_found
from baro.records.queries.plain import term
from baro.records.round_trips import Rows, Sql, ask
from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.policy.roles import Role
from baro.rules.prescribed.policy.standing import NOBODY, Grant, Membership, Standing
from baro.rules.prescribed.policy.tree import Tree

_STANDING = (
    "SELECT 1, id, valid_from, valid_to, role, unit, delegated_by FROM role_grant WHERE person = %s UNION ALL "
    "SELECT 0, id, valid_from, valid_to, compartment, '', '' FROM compartment_member WHERE person = %s UNION ALL "
    "SELECT DISTINCT 2, '', CAST(NULL AS date), CAST(NULL AS date), body, '', '' FROM dossier_reach WHERE kind = 'person' AND who = %s ORDER BY 1, 2"
)

_GRANT, _HELD = 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldGrant:
    """A grant and the id of the person who holds it."""

    person: str
    grant: Grant


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldGrant:
    """A grant with what a page tells of it: by which decision, given and approved by whom, when; ended by whom."""

    id: str
    person: str
    grant: Grant
    decision: str
    given_by: str
    second: str
    recorded_at: datetime
    ended_by: str


def standing_of(person: str, *, receipts: frozenset[str] = frozenset()) -> Standing:
    """Give the standing of a person (or of a program's account) by id; "" is somebody not signed in. One
    statement."""
    return _standing(person, ask(*_asking_standing(person)), receipts)


def standing_and_tree(person: str, on: date, *, receipts: frozenset[str] = frozenset()) -> tuple[Standing, Tree]:
    """Give the standing of a person as `standing_of`, and the bodies as `tree_on`, in one round trip."""
    stamp, *held = ask(asking_stamp("organisation"), *_asking_standing(person))
    return _standing(person, held, receipts), bodies_of(stamp_found(stamp)).on(on)


def _asking_standing(person: str) -> list[Sql]:
    return [Sql(_STANDING, [person, person, person], is_kept=True)] if person else []


def _standing(person: str, held: list[Rows], receipts: frozenset[str]) -> Standing:
    if not person:
        return Standing(receipts=receipts) if receipts else NOBODY
    grants, memberships, held_in = [], [], set()
    for kind, _, first, last, what, unit, lender in held[0]:
        if kind == _HELD:
            held_in.add(what)
        elif kind == _GRANT:
            grants.append(Grant(role=Role(what), unit=unit, term=term(first, last), delegated_by=lender))
        else:
            memberships.append(Membership(compartment=what, term=term(first, last)))
    return Standing(
        person=person, grants=tuple(grants), memberships=tuple(memberships), receipts=receipts,
        held_in=frozenset(held_in),
    )  # fmt: skip


def tree_on(on: date) -> Tree:
    """Give the bodies in force on a day, and the heirs of those that are no more."""
    return bodies().on(on)


def has_any_grant() -> bool:
    """Say whether anybody was ever granted a role."""
    return RoleGrant.objects.exists()


def grant_row(grant_id: str) -> HeldGrant | None:
    """Give a grant by its id, with who holds it."""
    row = RoleGrant.objects.filter(pk=grant_id).first()
    return None if row is None else HeldGrant(person=row.person, grant=_grant(row))


def grants_told(*, person: str = "", ended_before: date | None = None) -> tuple[ToldGrant, ...]:
    """Give every grant with its circumstances, the latest first; of a person, or of all. Those that ended before a day are
    left out."""
    rows = RoleGrant.objects.order_by("-recorded_at", "-id")
    rows = rows.filter(person=person) if person else rows
    if ended_before is not None:
        rows = rows.exclude(valid_to__lt=ended_before)
    return tuple(map(_told, rows))


def told_grant_row(grant_id: str) -> ToldGrant | None:
    """Give one grant with its circumstances."""
    row = RoleGrant.objects.filter(pk=grant_id).first()
    return None if row is None else _told(row)


def is_open(compartment: str) -> bool:
    """Say whether a compartment was opened and not closed since."""
    return Compartment.objects.filter(pk=compartment, closed_at=None).exists()


def membership_of(person: str, compartment: str) -> str:
    """Give the id of a person's membership that has no last day; "" if there is none."""
    rows = CompartmentMember.objects.filter(person=person, compartment=compartment, valid_to=None).order_by("id")
    return rows.values_list("id", flat=True).first() or ""


def _grant(row: RoleGrant) -> Grant:
    return Grant(
        role=Role(row.role), unit=row.unit, term=Term(row.valid_from, row.valid_to), delegated_by=row.delegated_by
    )


def _told(row: RoleGrant) -> ToldGrant:
    return ToldGrant(
        id=row.id, person=row.person, grant=_grant(row), decision=row.decision, given_by=row.granted_by,
        second=row.second, recorded_at=row.recorded_at, ended_by=row.ended_by,
    )  # fmt: skip


def accounts_with_roles() -> tuple[tuple[str, str, str], ...]:
    """Every account that is open and every role of its holder: account's name, role, body."""
    roles: dict[str, list[RoleGrant]] = {}
    for row in RoleGrant.objects.order_by("id"):
        roles.setdefault(row.person, []).append(row)
    open_ones = Account.objects.filter(is_active=True).order_by("id").values_list("username", "person")
    return tuple((name, row.role, row.unit) for name, person in open_ones for row in roles.get(person, ()))
