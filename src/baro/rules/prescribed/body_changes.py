"""The bodies as they are after a change, so that the change can be checked before it is recorded."""

from dataclasses import replace
from datetime import date, timedelta

from baro.rules.prescribed.bodies import Bodies, Body, BodyTerm
from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.successions import Succession


def term_key(term: BodyTerm) -> str:
    """The name of a term: its body and first day; a body has no two terms from one day."""
    first = term.term.valid_from
    return f"{term.body}@{first.isoformat() if first else 'start'}"


def with_body(bodies: Bodies, body: Body, *terms: BodyTerm) -> Bodies:
    """Add a body and its terms."""
    return replace(bodies, bodies=(*bodies.bodies, body), terms=(*bodies.terms, *terms))


def with_term(bodies: Bodies, new: BodyTerm) -> Bodies:
    """Let a term begin; the one before it, if it would run on, ends on the day before."""
    before = closed_by(bodies, new)
    kept = tuple(t for t in bodies.terms if t is not before)
    ended = () if before is None or new.term.valid_from is None else (_until(before, _eve(new.term.valid_from)),)
    return replace(bodies, terms=(*kept, *ended, new))


def closed_by(bodies: Bodies, new: BodyTerm) -> BodyTerm | None:
    """Give the term of the same body that is in force the day before and would run into a new one."""
    first = new.term.valid_from
    before = bodies.term_on(new.body, _eve(first)) if first else None
    return before if before and first and before.term.holds(first) else None


def corrected(bodies: Bodies, right: BodyTerm) -> Bodies:
    """Put a term in the place of the one of the same body from the same day."""
    kept = tuple(t for t in bodies.terms if term_key(t) != term_key(right))
    return replace(bodies, terms=(*kept, right))


def ended(bodies: Bodies, body: str, last: date) -> Bodies:
    """Let a body end with a day; terms to come are left as they are."""
    return replace(
        bodies, terms=tuple(_until(t, last) if t.body == body and t.term.holds(last) else t for t in bodies.terms)
    )


def with_succession(bodies: Bodies, new: Succession, *, whole: bool) -> Bodies:
    """Add a succession; `whole`: the predecessor ends on the day before."""
    after = ended(bodies, new.predecessor, _eve(new.effective_on)) if whole else bodies
    return replace(after, successions=(*after.successions, new))


def _until(term: BodyTerm, last: date) -> BodyTerm:
    return replace(term, term=Term(term.term.valid_from, last))


def _eve(day: date) -> date:
    return day - timedelta(days=1)
