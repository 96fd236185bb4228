"""Who headed a body on a day, and who was competent for a step on a day, with the reason.

The tree is that of the day. Who answered for a body is read as it was told; who was competent, only from when it counts:
nobody gives competence afterwards (`Term.counts`). Luật Tổ chức chính quyền địa phương: who delegates stays answerable, so a head on leave is
still named, before the person who covers.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.offices import Delegation, Officer, Offices, OfficeUnit, Post, roles_in
from baro.rules.prescribed.posts import ActingHead, LeaveCover, of_acting, of_cover


class Capacity(StrEnum):
    """By what a person acts: a post, as acting head, by covering an absence, or by delegation."""

    POST = "post"
    ACTING = "acting"
    COVER = "cover"
    DELEGATION = "delegation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Competent:
    """A person who may act on a day: in which unit the right is held, under which title, by which decision. `is_absent`:
    someone covers for them on that day."""

    person: str
    unit: str
    title: str
    capacity: Capacity
    decision: str = ""
    is_absent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Bodies and all who serve in them; units and people by id."""

    bodies: Bodies
    people: tuple[Officer, ...] = ()
    posts: tuple[Post, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    acting: tuple[ActingHead, ...] = ()
    covers: tuple[LeaveCover, ...] = ()

    def offices(self, on: date) -> Offices:
        """Give the offices of a day, as logs are judged by them: ids for codes, cover and acting heads as delegations."""
        units = tuple(
            OfficeUnit(t.body, t.name, t.level, t.parent, t.external, t.term) for t in self.bodies.in_force(on)
        )
        given = (*self.delegations, *of_acting(self.acting), *of_cover(self.covers, self.posts))
        return Offices(units, self.people, self.posts, given)

    def heads(self, body: str, on: date) -> tuple[Competent, ...]:
        """Give those who answered for a body on a day: its head, then an acting head, then who covers for the head.

        Empty for a vacancy, and for a body not in force that day.
        """
        if self.bodies.term_on(body, on) is None:
            return ()
        posts = [p for p in self.posts if p.is_head and p.unit == body and p.term.holds(on)]
        heads = [self._by_post(p, p.title, on) for p in posts]
        acting = [_by_acting(a, a.title) for a in self.acting if a.unit == body and a.term.holds(on)]
        covers = [_by_cover(c, p.title) for p in posts for c in self._covers(p.person, p.unit, on)]
        return _once((*heads, *acting, *covers))

    def competent(self, body: str, role: str, on: date) -> tuple[Competent, ...]:
        """Give all who may do on a day what asks for a role ("A/B": either), in a body or in its line above and below.

        No role asks only for some post. Who holds it by post comes first. Empty for a body not in force that day.
        """
        if self.bodies.term_on(body, on) is None:
            return ()
        tree = self.bodies.on(on)
        line = frozenset({*tree.lineage(body), *tree.below(body)})
        wanted = roles_in(role)
        found = [c for c in self._acting_on(on) if c.unit in line and (not wanted or fold(c.title) in wanted)]
        return _once(sorted(found, key=lambda c: list(Capacity).index(c.capacity)))

    def titles(self, on: date) -> frozenset[tuple[str, str]]:
        """Give body and title of everything that somebody may act by on a day."""
        return frozenset((one.unit, one.title) for one in self._acting_on(on))

    def _acting_on(self, on: date) -> list[Competent]:
        """Everything that everybody holds on a day, as far as it counts."""
        posts = [p for p in self.posts if p.term.counts(on)]
        by_post = [self._by_post(p, title, on) for p in posts for title in (p.title, *p.roles)]
        acting = [_by_acting(a, d.role) for a in self.acting if a.term.counts(on) for d in of_acting((a,))]
        covers = [
            _by_cover(c, title)
            for p in posts
            for c in self._covers(p.person, p.unit, on)
            if c.term.counts(on)
            for title in (p.title, *p.roles)
        ]
        given = [_by_delegation(d) for d in self.delegations if d.term.counts(on)]
        return [*by_post, *acting, *covers, *given]

    def _covers(self, absent: str, unit: str, on: date) -> list[LeaveCover]:
        return [c for c in self.covers if c.absent == absent and c.unit == unit and c.term.holds(on)]

    def _by_post(self, post: Post, title: str, on: date) -> Competent:
        absent = bool(self._covers(post.person, post.unit, on))
        return Competent(
            person=post.person, unit=post.unit, title=title, capacity=Capacity.POST, decision=post.decision,
            is_absent=absent,
        )  # fmt: skip


def _by_acting(given: ActingHead, title: str) -> Competent:
    return Competent(
        person=given.person, unit=given.unit, title=title, capacity=Capacity.ACTING, decision=given.decision
    )


def _by_cover(given: LeaveCover, title: str) -> Competent:
    return Competent(person=given.cover, unit=given.unit, title=title, capacity=Capacity.COVER, decision=given.decision)


def _by_delegation(given: Delegation) -> Competent:
    return Competent(
        person=given.person, unit=given.unit, title=given.role, capacity=Capacity.DELEGATION, decision=given.decision
    )


def _once(found: tuple[Competent, ...] | list[Competent]) -> tuple[Competent, ...]:
    return tuple(dict.fromkeys(found))
