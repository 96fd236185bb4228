"""What may be told of bodies: no two terms at once, no code borne by two, nobody above themselves, no heir that is not there.

Every check looks at all the days on which something changes within the term, not only at its first.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from baro.rules.prescribed.bodies import Bodies, BodyTerm
from baro.rules.prescribed.body_codes import check_code
from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.successions import ENDING, Succession, SuccessionKind

_DAY = timedelta(days=1)


def check_term(bodies: Bodies, new: BodyTerm) -> None:
    """Refuse a term that cannot stand beside those told; it may itself be among them.

    Raises `Refused("body.unknown" | "body.no_name" | "body.ends_before_start" | "body.overlapping_terms" |
    "body.code_taken" | "body.code_lost_zeros" | "body.parent_not_in_force" | "body.parent_loop")`.
    """
    if new.body not in bodies.by_id:
        raise Refused("body.unknown", body=new.body)
    if not new.name.strip():
        raise Refused("body.no_name")
    if _first(new.term) > _last(new.term):
        raise Refused("body.ends_before_start", first=_told(new.term.valid_from), last=_told(new.term.valid_to))
    check_code(new.code, new.level)
    _check_beside(bodies, new)
    for day in _changes(bodies, new):
        _check_parent(bodies, new, day)


def check_succession(bodies: Bodies, new: Succession) -> None:
    """Refuse a succession whose parties were not there, or whose kind does not fit them.

    The predecessor must have been in force the day before; it may go on only if a part or a function left it. Raises
    `Refused("succession.predecessor_not_in_force" | "succession.successor_not_in_force" | "succession.to_itself" |
    "succession.rename_is_itself" | "succession.dissolved_has_no_heir" | "succession.told_twice" |
    "succession.no_function")`.
    """
    day = _told(new.effective_on)
    _check_kind(new)
    if bodies.term_on(new.predecessor, new.effective_on - _DAY) is None:
        raise Refused(
            "succession.predecessor_not_in_force",
            body=called(bodies, new.predecessor),
            on=_told(new.effective_on - _DAY),
        )
    if new.successor and bodies.term_on(new.successor, new.effective_on) is None:
        raise Refused("succession.successor_not_in_force", body=called(bodies, new.successor), on=day)
    if any(_same(new, told) for told in bodies.successions if told is not new):
        raise Refused("succession.told_twice", on=day)


def check_end(bodies: Bodies, body: str, last: date) -> None:
    """Refuse to end a body that is not in force that day, or while others still stand below it the day after.

    Raises `Refused("body.not_in_force" | "body.has_bodies_below")`.
    """
    if bodies.term_on(body, last) is None:
        raise Refused("body.not_in_force", body=called(bodies, body), on=_told(last))
    below = [t for t in bodies.in_force(last + _DAY) if t.parent == body]
    if below:
        raise Refused("body.has_bodies_below", count=len(below), example=below[0].name, on=_told(last + _DAY))


def called(bodies: Bodies, body: str) -> str:
    """Give the name by which a body was known last, for a sentence; its id if it has none."""
    terms = bodies.terms_of.get(body, ())
    return terms[-1].name if terms else body


def ends_predecessor(succession: Succession, *, whole: bool) -> bool:
    """Say whether a succession ends its predecessor: a merger or dissolution does; a split does if nothing is left."""
    return succession.kind in ENDING or (succession.kind == SuccessionKind.SPLIT_PART and whole)


def _check_kind(new: Succession) -> None:
    if new.kind == SuccessionKind.RENAME and new.successor != new.predecessor:
        raise Refused("succession.rename_is_itself")
    if new.kind == SuccessionKind.DISSOLVE and new.successor:
        raise Refused("succession.dissolved_has_no_heir")
    if new.kind == SuccessionKind.TRANSFER_FUNCTION and not new.function:
        raise Refused("succession.no_function")
    if new.kind not in (SuccessionKind.RENAME, SuccessionKind.DISSOLVE) and new.successor in ("", new.predecessor):
        raise Refused("succession.to_itself")


def _check_beside(bodies: Bodies, new: BodyTerm) -> None:
    for other in bodies.terms_of.get(new.body, ()):
        if other != new and _meet(other.term, new.term):
            raise Refused("body.overlapping_terms", name=other.name, first=_told(other.term.valid_from), last=_told(other.term.valid_to))  # fmt: skip
    for other in bodies.terms_of_code.get(new.code, ()):
        if other.body != new.body and _meet(other.term, new.term):
            raise Refused("body.code_taken", written=new.code, name=other.name)


def _check_parent(bodies: Bodies, new: BodyTerm, day: date) -> None:
    above, seen = new.parent, {new.body}
    while above:
        if above in seen:
            raise Refused("body.parent_loop", on=_told(day))
        seen.add(above)
        term = bodies.term_on(above, day)
        if term is None:
            raise Refused("body.parent_not_in_force", parent=called(bodies, above), on=_told(day))
        above = term.parent


def _changes(bodies: Bodies, new: BodyTerm) -> Iterator[date]:
    """The first day of the term, and every day within it on which some body's term begins or has ended."""
    days = {_first(new.term)}
    for other in bodies.terms:
        begins, ended = other.term.valid_from, other.term.valid_to
        days |= {begins} if begins else set()
        days |= {ended + _DAY} if ended else set()
    return (day for day in sorted(days) if _first(new.term) <= day <= _last(new.term))


def _same(one: Succession, other: Succession) -> bool:
    return (one.predecessor, one.successor, one.effective_on, one.function) == (
        other.predecessor,
        other.successor,
        other.effective_on,
        other.function,
    )


def _meet(one: Term, other: Term) -> bool:
    return _first(one) <= _last(other) and _first(other) <= _last(one)


def _first(term: Term) -> date:
    return term.valid_from or date.min


def _last(term: Term) -> date:
    return term.valid_to or date.max


def _told(day: date | None) -> str:
    return f"{day:%d/%m/}{day.year:04d}" if day else "…"
