"""What the pages show of bodies and people: terms, successions, posts, with names and words instead of ids and codes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from baro.channels.wording.organisation import CAPACITIES, ERASED_NAME, HELD, LEVELS, SUCCESSIONS
from baro.records.queries.people import Held, people
from baro.rules.prescribed.bodies import Bodies, BodyTerm
from baro.rules.prescribed.body_changes import term_key
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.competence import Competent
from baro.rules.prescribed.name_order import sort_key
from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.masking import hides
from baro.rules.prescribed.staff import Employment
from baro.rules.prescribed.successions import Succession


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBody:
    """A line of the tree: a body on a day, with those below it."""

    term: BodyTerm
    below: tuple["ShownBody", ...]
    count: int
    heads: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSuccession:
    """A succession as read from one of its parties: the other one, with its page, and what happened."""

    on: date
    sentence: str
    other: str
    other_name: str
    line: Succession


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownHeld:
    """Something held over a term."""

    kind: str
    word: str
    id: str
    what: str
    unit: str
    unit_name: str
    other: str
    days: str
    decision: str
    is_now: bool
    is_open: bool
    counts_from: date | None = None
    doubt: bool = False


def days_of(term: Term) -> str:
    """A term in words."""
    first, last = term.valid_from, term.valid_to
    if first and last:
        return f"{first:%d/%m/%Y} – {last:%d/%m/%Y}"
    if first:
        return f"từ {first:%d/%m/%Y}"
    return f"đến {last:%d/%m/%Y}" if last else "không ghi ngày"


def names_of(ids: Iterable[str]) -> dict[str, str]:
    """The names of people by id; an erased one is told so."""
    found = people(frozenset(ids))
    return {person.id: person.name or f"({ERASED_NAME})" for person in found}


def bodies_told(known: Bodies, ids: Iterable[str]) -> list[tuple[str, str]]:
    """Bodies with their names, in Vietnamese order."""
    return sorted(((body, called(known, body)) for body in ids), key=lambda told: sort_key(told[1]))


def terms_told(known: Bodies, body: str) -> list[dict[str, Any]]:
    """The terms of a body, the latest first."""
    return [
        {
            "term": term,
            "key": term_key(term).partition("@")[2],
            "days": days_of(term.term),
            "level": LEVELS[term.level],
            "parent_name": called(known, term.parent) if term.parent else "",
        }
        for term in reversed(known.terms_of.get(body, ()))
    ]


def successions_told(known: Bodies, body: str) -> list[ShownSuccession]:
    """What a body came of and what became of it, the latest first."""
    found = []
    for line in known.successions:
        if body not in (line.predecessor, line.successor):
            continue
        left = line.predecessor == body
        other = line.successor if left else line.predecessor
        words = SUCCESSIONS[line.kind] if left else _came_from(line)
        name = called(known, other) if other and other != body else ""
        found.append(ShownSuccession(on=line.effective_on, sentence=words, other=other, other_name=name, line=line))
    return sorted(found, key=lambda shown: shown.on, reverse=True)


def _came_from(line: Succession) -> str:
    return {
        "merge": "nhận toàn bộ",
        "split_part": "nhận một phần của",
        "transfer_function": "nhận nhiệm vụ của",
    }.get(line.kind, SUCCESSIONS[line.kind])


def competent_told(known: Bodies, found: Iterable[Competent]) -> list[dict[str, Any]]:
    """People who may act, with the ground on which they may."""
    told = tuple(found)
    names = names_of(c.person for c in told)
    return [
        {
            "told": c,
            "name": names.get(c.person, c.person),
            "unit_name": called(known, c.unit),
            "capacity": CAPACITIES[c.capacity],
        }
        for c in told
    ]


def held_told(
    known: Bodies, found: Iterable[Held], on: date, doubted: Any, category: Any, me: str, seen: Decision
) -> list[ShownHeld]:
    """Everything a person holds or held that may be seen, as lines; absences are personal."""
    told = [h for h in found if not hides(seen, h.kind, "valid_from")]
    others = {x for h in told for x in (getattr(h.value, "absent", ""), getattr(h.value, "cover", "")) if x}
    names = names_of(others)
    return [_held(known, h, on, names, doubted, category, me) for h in told]


def _held(known: Bodies, h: Held, on: date, names: dict[str, str], doubted: Any, category: Any, me: str) -> ShownHeld:
    value, unit, other = h.value, getattr(h.value, "unit", ""), ""
    if isinstance(value, Employment):
        what = category[value.category]
    else:
        what = getattr(value, "title", "") or getattr(value, "role", "")
        if getattr(value, "is_head", False):
            what += " (người đứng đầu)"
        if getattr(value, "roles", ()):
            what += f"; vai trò: {', '.join(value.roles)}"  # type: ignore[union-attr]
    if h.kind == "leave_cover":
        absent, cover = value.absent, value.cover  # type: ignore[union-attr]
        what = "Vắng mặt; người thay" if absent == me else "Thay người vắng mặt"
        other = names.get(cover if absent == me else absent, "")
    return ShownHeld(
        kind=h.kind, word=HELD[h.kind], id=h.id, what=what, unit=unit, unit_name=called(known, unit) if unit else "",
        other=other, days=days_of(value.term), decision=value.decision, is_now=value.term.holds(on),
        is_open=value.term.valid_to is None or value.term.valid_to >= on,
        counts_from=value.term.counts_from, doubt=isinstance(value, Employment) and doubted(value),
    )  # fmt: skip
