"""People, posts, delegations, acting heads, leave cover and categories of staff, as values of the rules."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

from baro.records.models.people import (
    ActingHeadRow,
    AppointmentRow,
    DelegationRow,
    EmploymentRow,
    LeaveCoverRow,
    PersonRow,
)
from baro.records.name_words import found_by
from baro.records.queries.organisation import bodies, stamp_of
from baro.rules.prescribed.competence import Service
from baro.rules.prescribed.offices import Delegation, Officer, Post, Term
from baro.rules.prescribed.posts import ActingHead, LeaveCover
from baro.rules.prescribed.staff import Employment, StaffCategory

_TABLES: dict[str, type[models.Model]] = {
    "employment": EmploymentRow,
    "appointment": AppointmentRow,
    "delegation": DelegationRow,
    "acting_head": ActingHeadRow,
    "leave_cover": LeaveCoverRow,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person who serves; the name is "" if it was erased."""

    id: str
    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One thing that holds over a term, with its id and its kind of act ("appointment")."""

    kind: str
    id: str
    value: Employment | Post | Delegation | ActingHead | LeaveCover


@dataclass
class _Kept:
    """Everybody as read last, and under which stamps; one value, so that threads see them together."""

    last: tuple[tuple[str, str], Service] | None = None


_kept = _Kept()


def service() -> Service:
    """All who serve, in the bodies known; read again only when an act changed either. Two statements if none did."""
    stamp = (stamp_of("organisation"), stamp_of("people"))
    if _kept.last and _kept.last[0] == stamp and all(stamp):
        return _kept.last[1]
    told = _read()
    _kept.last = (stamp, told)
    return told


def person(person_id: str) -> Person | None:
    """The person of this id."""
    row = PersonRow.objects.filter(pk=person_id).first()
    return None if row is None else _person(row)


def person_with_code(code: str) -> Person | None:
    """The person to whom the agency gave this number."""
    row = PersonRow.objects.filter(code=code).first()
    return None if row is None else _person(row)


def people(ids: frozenset[str] | None = None) -> tuple[Person, ...]:
    """These people, or all, by given name in Vietnamese order."""
    rows = PersonRow.objects.order_by("sort_key", "id")
    return tuple(map(_person, rows if ids is None else rows.filter(pk__in=ids)))


def find_people(text: str, most: int = 50) -> tuple[Person, ...]:
    """People whose names have words that begin with those of the text, by given name."""
    rows = found_by(PersonRow.objects.order_by("sort_key", "id"), "person", text)
    return tuple(map(_person, rows[:most]))


def held_by(person_id: str) -> tuple[Held, ...]:
    """Everything that a person is or was, and covers in which they take part; the latest first."""
    mine = models.Q(person=person_id)
    found = [
        Held(kind=kind, id=row.pk, value=_VALUES[kind](row))
        for kind, table in _TABLES.items()
        for row in table.objects.filter(
            models.Q(absent=person_id) | models.Q(cover=person_id) if kind == "leave_cover" else mine
        ).order_by("-valid_from", "id")
    ]
    return tuple(found)


def posts_on(person_id: str, on: date) -> tuple[tuple[str, str], ...]:
    """The posts that a person holds on a day: title, and what the body is called that day. Two statements if no act
    changed bodies or people."""
    known = service()
    posts = (p for p in known.posts if p.person == person_id and p.term.holds(on))
    terms = ((p.title, known.bodies.term_on(p.unit, on)) for p in posts)
    return tuple((title, term.name) for title, term in terms if term is not None)


def holders_in(unit: str, on: date) -> dict[str, str]:
    """Who holds a post in a body, or in one below it, on a day: the title by the person's id. Two statements if no act changed
    bodies or people."""
    known = service()
    tree = known.bodies.on(on)
    found = (p for p in known.posts if p.term.holds(on) and unit in tree.lineage(p.unit))
    return {p.person: p.title for p in found}


def held(kind: str, held_id: str) -> Held | None:
    """One of these things by its id."""
    row = _TABLES[kind].objects.filter(pk=held_id).first()
    return None if row is None else Held(kind=kind, id=held_id, value=_VALUES[kind](row))


def every_held(kind: str) -> tuple[Held, ...]:
    """All that is held of a kind ("appointment"), with their ids."""
    rows = _TABLES[kind].objects.order_by("valid_from", "id")  # type: ignore[attr-defined]
    return tuple(Held(kind=kind, id=row.id, value=_VALUES[kind](row)) for row in rows)


def units_of(person_id: str) -> tuple[str, ...]:
    """The bodies in which a person holds or held anything, the latest first."""
    found = sorted(
        (h.value for h in held_by(person_id) if not isinstance(h.value, Employment)),
        key=lambda value: value.term.valid_from or date.min,
        reverse=True,
    )
    return tuple(dict.fromkeys(value.unit for value in found))


def employments(person_id: str = "") -> tuple[Employment, ...]:
    """The categories of a person over time, or of all."""
    rows = EmploymentRow.objects.order_by("person", "valid_from", "id")
    return tuple(map(_employment, rows.filter(person=person_id) if person_id else rows))


def _read() -> Service:
    every = {
        kind: tuple(map(_VALUES[kind], table.objects.order_by("valid_from", "id")))
        for kind, table in _TABLES.items()
        if kind != "employment"
    }
    return Service(
        bodies=bodies(),
        people=tuple(Officer(p.id, p.name) for p in people()),
        posts=every["appointment"],
        delegations=every["delegation"],
        acting=every["acting_head"],
        covers=every["leave_cover"],
    )


def _person(row: PersonRow) -> Person:
    return Person(id=row.id, code=row.code, name=row.name)


def _term(row: Any) -> Term:
    return Term(row.valid_from, row.valid_to, row.counts_from)


def _employment(row: EmploymentRow) -> Employment:
    return Employment(
        person=row.person, category=StaffCategory(row.category), term=_term(row), decision=row.decision
    )  # fmt: skip


def _post(row: AppointmentRow) -> Post:
    return Post(row.person, row.unit, row.title, row.is_head, _term(row), row.decision, tuple(row.roles))


def _delegation(row: DelegationRow) -> Delegation:
    return Delegation(row.person, row.unit, row.role, _term(row), row.decision)


def _acting(row: ActingHeadRow) -> ActingHead:
    return ActingHead(person=row.person, unit=row.unit, title=row.title, term=_term(row), decision=row.decision)


def _cover(row: LeaveCoverRow) -> LeaveCover:
    return LeaveCover(absent=row.absent, cover=row.cover, unit=row.unit, term=_term(row), decision=row.decision)


_VALUES: dict[str, Callable[[Any], Any]] = {
    "employment": _employment,
    "appointment": _post,
    "delegation": _delegation,
    "acting_head": _acting,
    "leave_cover": _cover,
}
