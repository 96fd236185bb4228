"""Bodies over time: an identity that never changes, and dated terms that say what it was called and whom it answered to.

Codes are text with leading zeros and are used again for other bodies, so a code means a body only on a day; the key of
a term is (code, valid_from). Days include both ends; None is open.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from baro.rules.prescribed.body_trees import BodyTree
from baro.rules.prescribed.folding import fold
from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.successions import Succession, heirs_of


class BodyKind(StrEnum):
    """What a body is. `TERRITORY` is an administrative unit: a city or district with its council and committee below it
    in the tree; a commune stands for its People's Committee."""

    TERRITORY = "territory"
    COUNCIL = "council"
    COMMITTEE = "committee"
    DEPARTMENT = "department"
    SERVICE_UNIT = "service_unit"
    BRANCH = "branch"
    DIVISION = "division"
    DESK = "desk"
    TEAM = "team"
    OTHER = "other"


class Level(StrEnum):
    """At which tier of local government a body stands; the district tier ended on 30/6/2025 (Luật 72/2025/QH15)."""

    CENTRAL = "central"
    CITY = "city"
    DISTRICT = "district"
    COMMUNE = "commune"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body as such: what stays the same through every change of name, code and superior."""

    id: str
    kind: BodyKind = BodyKind.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyTerm:
    """What a body was over a term. `code` is "" while unknown, `parent` the id of a body, "" at a top; `external` for an
    agency outside the supervised tree. `basis` names the instrument; `verified` says whether it was read."""

    body: str
    code: str
    name: str
    level: Level
    parent: str = ""
    term: Term = field(default_factory=Term)
    external: bool = False
    basis: str = ""
    verified: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """The bodies of a day that stand for an older one: itself (not mapped), its heirs, or none. `is_unique` is false
    where a figure of the old body cannot be given whole to one body: it was split, shared, or left no heir."""

    body: str
    on: date
    heirs: tuple[str, ...]
    is_mapped: bool
    is_unique: bool


@dataclass(frozen=True)
class Bodies:
    """All bodies known, their terms, what became of them, and who delivers dossiers of a body that stands below."""

    bodies: tuple[Body, ...] = ()
    terms: tuple[BodyTerm, ...] = ()
    successions: tuple[Succession, ...] = ()
    delivered: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Body]:
        """Every body by its id."""
        return {body.id: body for body in self.bodies}

    @cached_property
    def terms_of(self) -> dict[str, tuple[BodyTerm, ...]]:
        """The terms of each body, the earliest first."""
        return _grouped((term.body, term) for term in self.terms)

    @cached_property
    def terms_of_code(self) -> dict[str, tuple[BodyTerm, ...]]:
        """The terms that bore each code, the earliest first."""
        return _grouped((term.code, term) for term in self.terms if term.code)

    @cached_property
    def terms_of_name(self) -> dict[str, tuple[BodyTerm, ...]]:
        """The terms by folded name ("Thạch Hoà" and "Thạch Hòa" are one), the earliest first."""
        return _grouped((fold(term.name), term) for term in self.terms)

    @cached_property
    def _trees(self) -> dict[date, BodyTree]:
        return {}

    def term_on(self, body: str, on: date) -> BodyTerm | None:
        """Give what a body was on a day; None if it was not in force."""
        return next((term for term in self.terms_of.get(body, ()) if term.term.holds(on)), None)

    def with_code(self, code: str, on: date) -> BodyTerm | None:
        """Give the body that bore a code on a day."""
        return next((term for term in self.terms_of_code.get(code, ()) if term.term.holds(on)), None)

    def with_name(self, name: str, on: date) -> tuple[BodyTerm, ...]:
        """Give the bodies that bore a name on a day, however its marks were placed; several may share one."""
        return tuple(term for term in self.terms_of_name.get(fold(name), ()) if term.term.holds(on))

    def in_force(self, on: date) -> tuple[BodyTerm, ...]:
        """Give the terms of all bodies in force on a day, in the order told."""
        return tuple(term for term in self.terms if term.term.holds(on))

    def last_day(self, body: str) -> date | None:
        """Give the last day on which a body was in force; None while it has no end, or if it is not known."""
        lasts = [term.term.valid_to for term in self.terms_of.get(body, ())]
        return None if not lasts or None in lasts else max(last for last in lasts if last)

    def on(self, day: date) -> BodyTree:
        """Give the tree of a day."""
        if day not in self._trees:
            parents = {term.body: term.parent for term in self.in_force(day)}
            told = tuple(s for s in self.successions if s.effective_on <= day)
            self._trees[day] = BodyTree(parents, frozenset(self.by_id), told, self.delivered)
        return self._trees[day]

    def place_of(self, body: str, on: date) -> str:
        """Give the body by which one asks for another on a day: itself while in force or inherited, else the nearest of
        its superiors that is; "" if there is none."""
        tree, seen = self.on(on), {""}
        while body not in seen and not tree.is_in_force(body) and not tree.inheritors(body):
            seen.add(body)
            terms = self.terms_of.get(body, ())
            body = terms[-1].parent if terms else ""
        return "" if body in seen else body

    def mapped(self, body: str, on: date, function: str = "") -> Mapped:
        """Give the bodies of a day that stand for a body of any other day, for all it did or for one function of it."""
        tree = self.on(on)
        if tree.is_in_force(body):
            return Mapped(body=body, on=on, heirs=(body,), is_mapped=False, is_unique=True)
        found = heirs_of(body, tree.told, in_force=tree.is_in_force, function=function)
        unique = len(found.heirs) == 1 and not found.was_divided
        return Mapped(body=body, on=on, heirs=found.heirs, is_mapped=True, is_unique=unique)


def _grouped(pairs: Iterator[tuple[str, BodyTerm]]) -> dict[str, tuple[BodyTerm, ...]]:
    found: dict[str, list[BodyTerm]] = {}
    for key, term in pairs:
        found.setdefault(key, []).append(term)
    return {key: tuple(sorted(terms, key=_begins)) for key, terms in found.items()}


def _begins(term: BodyTerm) -> date:
    return term.term.valid_from or date.min
