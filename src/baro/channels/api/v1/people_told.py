"""A person as the API tells them, and what a program tells that a person holds."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from baro.channels.api.v1 import person_shapes as given
from baro.desk.permission import Asker
from baro.desk.seeing_people import READ, may_record_person, person_decision, posts_by_person
from baro.records.queries.people import Held, Person, held_by, person
from baro.rules.prescribed.folding import tidy
from baro.rules.prescribed.offices import Delegation, Post, Term
from baro.rules.prescribed.policy.masking import hides
from baro.rules.prescribed.posts import ActingHead, LeaveCover
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.staff import Employment, StaffCategory, category_on

Value = Employment | Post | Delegation | ActingHead | LeaveCover
_NEEDED = {
    "employment": ("category",),
    "appointment": ("unit", "title"),
    "delegation": ("unit", "role"),
    "acting_head": ("unit", "title"),
    "leave_cover": ("unit", "cover"),
}
_TOLD = ("category", "unit", "title", "is_head", "roles", "role", "absent", "cover")


def person_told(one: Person, posts: Iterable[Post]) -> dict[str, Any]:
    """Tell a person as a line of a list."""
    held = [{"unit": post.unit, "title": post.title} for post in posts]
    return {"id": one.id, "code": one.code, "name": one.name, "posts": held}


def full_told(who: Asker, person_id: str, on: date) -> dict[str, Any]:
    """Tell a person over time, as far as the asker may see. Raises `Refused("access.not_found")`."""
    found = person_known(who, person_id)
    held, seen = held_by(person_id), person_decision(who, person_id)
    told = [one for one in held if not hides(seen, one.kind, "valid_from")]
    employed = (one.value for one in held if isinstance(one.value, Employment))
    return {
        "person": person_told(found, posts_by_person(who.on).get(person_id, [])),
        "category": category_on(employed, person_id, on) or "",
        "held": [_held(one, on) for one in told],
        "hidden_count": len(held) - len(told),
    }


def person_known(who: Asker, person_id: str) -> Person:
    """A person of whom the asker may know. Raises `Refused("access.not_found")`."""
    found = person(person_id)
    if found is None or not may_record_person(who, READ, person_id):
        raise Refused("access.not_found")
    return found


def value_said(kind: str, asked: given.TellHeld | given.CorrectHeld, person_id: str) -> Value:
    """What a program tells that a person holds. Raises `Refused("api.malformed")` for what the kind needs and is missing."""
    if missing := [name for name in _NEEDED[kind] if not getattr(asked, name).strip()]:
        raise Refused("api.malformed", fields=", ".join(missing))
    term, decision = Term(asked.valid_from, asked.valid_to), tidy(asked.decision)
    title, role = tidy(asked.title), tidy(asked.role)
    match kind:
        case "employment":
            return Employment(person=person_id, category=StaffCategory(asked.category), term=term, decision=decision)
        case "appointment":
            return Post(person_id, asked.unit, title, asked.is_head, term, decision, tuple(asked.roles))
        case "delegation":
            return Delegation(person_id, asked.unit, role, term, decision)
        case "acting_head":
            return ActingHead(person=person_id, unit=asked.unit, title=title, term=term, decision=decision)
    return LeaveCover(absent=person_id, cover=asked.cover, unit=asked.unit, term=term, decision=decision)


def _held(one: Held, on: date) -> dict[str, Any]:
    term = one.value.term
    told = {name: getattr(one.value, name) for name in _TOLD if hasattr(one.value, name)}
    return told | {
        "kind": one.kind, "id": one.id, "valid_from": term.valid_from, "valid_to": term.valid_to,
        "counts_from": term.counts_from, "decision": one.value.decision, "is_now": term.holds(on),
    }  # fmt: skip
