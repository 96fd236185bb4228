"""May they? The one door between somebody who asks and the policy table (`rules/prescribed/policy/table.py`).

A page, once per request:

    asker = permission.asker(request.user, at=at)          # an account, or None; never kept beyond the request
    permission.admit(asker, "import.read")                 # may they open this page at all?
    Dossier rows: dossiers within permission.scope(asker, "dossier.read")     # see baro.records.scoped
    # On PostgreSQL the database is told the same scope; the gate and the desk wrap what reads in `row_security.session`.

An act of the desk, before it records anything:

    permission.require(asker, "dossier.assign", Subject(id=…, unit=…, holder=…), at=at)

All raise `Refused`: "access.sign_in" (show the sign-in page), "access.not_found" (answer 404, exactly as for an id that
does not exist), "access.denied" (403). `require` gives a `Decision`; `decision.shows(FieldClass.P2)` tells whether a field
of that class may be shown. Each refusal is written to the log `baro.access`, and kept as a row.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from baro.records.denials import keep_denial, note_denial
from baro.records.queries.access import standing_and_tree, tree_on
from baro.records.queries.demo_mark import is_demo
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.engine import may, visible
from baro.rules.prescribed.policy.operations import BY_NAME, SEALED
from baro.rules.prescribed.policy.roles import APPROVING
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.policy.standing import Standing, Subject
from baro.rules.prescribed.policy.tree import Tree
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.zones import VIETNAM, local_time


class SignsIn(Protocol):
    """What an account must tell: its id, and the id of the person whose it is ("" for a program's)."""

    @property
    def id(self) -> str:
        """The account's id."""

    @property
    def person(self) -> str:
        """The person's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Somebody with all that the engine needs to know of them on a day; good for one request."""

    standing: Standing
    tree: Tree
    on: date
    at: datetime

    @property
    def person(self) -> str:
        """The id by which their acts are recorded."""
        return self.standing.person


def asker(account: SignsIn | None, *, at: datetime, receipts: frozenset[str] = frozenset()) -> Asker:
    """Find out who asks, as of a moment; `None` is somebody not signed in. One round trip."""
    person = "" if account is None else account.person or account.id
    on = day_of(at)
    standing, tree = standing_and_tree(person, on, receipts=receipts)
    return Asker(standing=standing, tree=tree, on=on, at=at)


def asker_of(standing: Standing, *, at: datetime) -> Asker:
    """Put a standing on the day of a moment."""
    on = day_of(at)
    return Asker(standing=standing, tree=tree_on(on), on=on, at=at)


def day_of(at: datetime) -> date:
    """Give the day of a moment where the authority works: grants begin and end by days."""
    return local_time(at, VIETNAM).date()


def require(who: Asker | Standing | SignsIn | None, operation: str, subject: Subject, at: datetime) -> Decision:
    """Let somebody do something with a matter, or refuse. Raises `Refused` ("access.denied", "access.not_found",
    "access.sign_in"; "access.second_needed" for what takes two persons: see `baro.desk.two_persons`)."""
    decision = require_first(who, operation, subject, at)
    if BY_NAME[operation].by_two:
        raise Refused("access.second_needed")
    return decision


def require_first(who: Asker | Standing | SignsIn | None, operation: str, subject: Subject, at: datetime) -> Decision:
    """Let somebody be the first of the one or two persons whom an operation takes; else as `require`."""
    asking = _asker(who, at)
    decision = may(asking.standing, operation, subject, tree=asking.tree, on=asking.on)
    if decision.allowed:
        return decision
    raise _refusal(asking, operation, subject)


def allows(who: Asker, operation: str, subject: Subject | None = None) -> bool:
    """Say whether somebody may, without refusing: for menus and buttons. `None`: some matter or other."""
    return may(who.standing, operation, subject, tree=who.tree, on=who.on).allowed


def decide(who: Asker, operation: str, subject: Subject) -> Decision:
    """Say whether somebody may, and up to which class they see the fields, without refusing: for what is masked."""
    return may(who.standing, operation, subject, tree=who.tree, on=who.on)


def admit(who: Asker, operation: str) -> None:
    """Let somebody into a page, a command or a job, or refuse; each matter shown there is asked for again. Raises
    `Refused`."""
    if not allows(who, operation):
        raise _refusal(who, operation, None)


def scope(who: Asker, operation: str) -> Scope:
    """Give all the matters with which somebody may do something, for `Model.objects.within(scope)`."""
    return visible(who.standing, operation, tree=who.tree, on=who.on)


def must_use_second_factor(who: Asker) -> bool:
    """Say whether a role that somebody holds today demands a second factor at sign-in. In a demo none does: its visitors
    have no device that anybody knows, and nothing real is there to protect."""
    return not is_demo_home() and any(grant.role in APPROVING for grant in who.standing.in_force(who.on))


def is_demo_home() -> bool:
    """Say whether everything here is synthetic, and its doors are open to visitors."""
    return is_demo()


def _asker(who: Asker | Standing | SignsIn | None, at: datetime) -> Asker:
    if isinstance(who, Asker):
        return who
    return asker_of(who, at=at) if isinstance(who, Standing) else asker(who, at=at)


def _refusal(who: Asker, operation: str, subject: Subject | None) -> Refused:
    matter = BY_NAME[operation].matter
    is_hidden = matter in SEALED or (subject is not None and subject.compartment != "")
    if is_hidden or not who.person:
        note_denial(who.person, operation, "")
    else:
        keep_denial(who.person, operation, subject.id if subject else "", _first_unit(who), who.at)
    if not who.person and not who.standing.receipts:
        return Refused("access.sign_in")
    if matter in SEALED or (subject is not None and not _knows_of(who, operation, subject)):
        return Refused("access.not_found")
    return Refused("access.denied")


def _first_unit(who: Asker) -> str:
    """The body by which a refusal is found; "" for somebody without a role."""
    return min((grant.unit for grant in who.standing.in_force(who.on)), default="")


def _knows_of(who: Asker, operation: str, subject: Subject) -> bool:
    """Say whether somebody may know that a matter exists."""
    reading = BY_NAME[operation].reading
    return reading in BY_NAME and allows(who, reading, subject)
