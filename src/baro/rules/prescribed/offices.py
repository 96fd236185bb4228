"""Who is competent: bodies, people, dated posts and delegations, and what follows from them on a given day.

Sources: NĐ 61/2018 art. 19.1 (the head assigns a handler), art. 5.1i; NĐ 30/2020 art. 13 (who may sign). Validity
dates include both ends; None is open. Titles, roles and names are matched by `fold`: case, marks and blanks do not
matter. A log may name a body or a person by code or by name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from baro.rules.prescribed.folding import fold

_OR = re.compile(r"\s*(?:/|;|\bhoac\b)\s*")


@dataclass(frozen=True, slots=True)
class Term:
    """The days on which something holds, both ends included. `counts_from`: told late by one person, it counts for what
    it permits from the day on which it was recorded; None: as told. It is no part of what was told."""

    valid_from: date | None = None
    valid_to: date | None = None
    counts_from: date | None = field(default=None, compare=False)

    def holds(self, on: date) -> bool:
        """Say whether the day lies in the term."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)

    def counts(self, on: date) -> bool:
        """Say whether what holds may be relied on that day: for competence, which nobody gives themselves afterwards."""
        return self.holds(on) and (self.counts_from is None or self.counts_from <= on)

    @property
    def counted_from(self) -> date | None:
        """The first day on which it may be relied on."""
        return max((day for day in (self.valid_from, self.counts_from) if day), default=None)


@dataclass(frozen=True, slots=True)
class OfficeUnit:
    """A body or unit of one; `parent` is a code, "" at the top; `external` for an agency outside the supervised one
    (the tax office, another department): its time is charged to another agency."""

    code: str
    name: str
    level: str = ""
    parent: str = ""
    external: bool = False
    term: Term = field(default_factory=Term)


@dataclass(frozen=True, slots=True)
class Officer:
    """A person; two people may share a name, never a code."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Post:
    """A post held over a term: `person` and `unit` are codes; `roles` are further roles that the post carries."""

    person: str
    unit: str
    title: str
    is_head: bool = False
    term: Term = field(default_factory=Term)
    decision: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Delegation:
    """A role given for a term (ủy quyền, giao phụ trách, ký thay): `person` and `unit` are codes."""

    person: str
    unit: str
    role: str
    term: Term = field(default_factory=Term)
    decision: str = ""


@dataclass(frozen=True)
class Offices:
    """All bodies, people, posts and delegations known, and the rules that read them."""

    units: tuple[OfficeUnit, ...] = ()
    people: tuple[Officer, ...] = ()
    posts: tuple[Post, ...] = ()
    delegations: tuple[Delegation, ...] = ()

    @cached_property
    def unit_codes(self) -> dict[str, frozenset[str]]:
        """Codes by folded code or name."""
        return _index((u.code, u.name) for u in self.units)

    @cached_property
    def person_codes(self) -> dict[str, frozenset[str]]:
        """Codes by folded code or name; several where people share a name."""
        return _index((p.code, p.name) for p in self.people)

    @cached_property
    def _parents(self) -> dict[str, str]:
        return {u.code: u.parent for u in self.units}

    def lineage(self, unit: str) -> tuple[str, ...]:
        """Give a unit's code and those above it, nearest first; a loop in the table ends it."""
        above: list[str] = []
        while unit and unit not in above:
            above.append(unit)
            unit = self._parents.get(unit, "")
        return tuple(above)

    def was_head(self, unit: str, on: date) -> tuple[str, ...]:
        """Give the codes of the people who headed a unit on a day: those answerable for what happened then."""
        codes = self.unit_codes.get(fold(unit), frozenset({unit}))
        return tuple(p.person for p in self.posts if p.is_head and p.unit in codes and p.term.holds(on))

    def titles_of(self, person: str, on: date) -> tuple[str, ...]:
        """Give every title and role that a person holds on a day, by post or delegation, as written."""
        return tuple(title for _, titles, _, _ in self.holdings(person, on) for title in titles)

    def has_any_post(self, person: str, on: date) -> bool:
        """Say whether a person holds any post or delegation on a day."""
        return any(True for _ in self.holdings(person, on))

    def is_competent(self, person: str, role: str, on: date, unit: str = "") -> bool:
        """Say whether a person may do on that day what asks for a role ("A/B": either), in a unit if one is named.

        The post counts where its unit is the named one, or above or below it. A unit that the table does not know is
        not held against the person, and no role asks only for some post.
        """
        wanted = roles_in(role)
        return any(
            (not wanted or any(fold(t) in wanted for t in titles)) and self.is_in_line(unit, held_in)
            for held_in, titles, _, _ in self.holdings(person, on)
        )

    def is_in_line(self, unit: str, other: str) -> bool:
        """Say whether a unit (code or name) and another (code) stand in one line of the tree."""
        codes = self.unit_codes.get(fold(unit))
        if not unit or not codes or other not in self._parents:
            return True
        return any(other in self.lineage(code) or code in self.lineage(other) for code in codes)

    def holdings(self, person: str, on: date | None = None) -> Iterator[tuple[str, tuple[str, ...], Term, str]]:
        """Give what a person holds (on a day): unit, titles and roles, term, decision."""
        codes = self.person_codes.get(fold(person), frozenset({person}))
        for post in self.posts:
            if post.person in codes and (on is None or post.term.counts(on)):
                yield post.unit, (post.title, *post.roles), post.term, post.decision
        for given in self.delegations:
            if given.person in codes and (on is None or given.term.counts(on)):
                yield given.unit, (given.role,), given.term, given.decision


def roles_in(role: str) -> frozenset[str]:
    """Split a role as a step table prints it ("Chuyên viên/Phó trưởng phòng") into folded alternatives."""
    return frozenset(part for part in _OR.split(fold(role)) if part)


def _index(pairs: Iterator[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for code, name in pairs:
        for key in {fold(code), fold(name)} - {""}:
            found[key] = found.get(key, frozenset()) | {code}
    return found
