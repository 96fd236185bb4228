"""A body in one line, as people choose it from a list, and the bodies that a text may mean."""

from collections.abc import Callable

from baro.records.queries.organisation import bodies
from baro.records.queries.structures import structure
from baro.rules.prescribed.bodies import Bodies, BodyTerm
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.folding import fold


def namer() -> Callable[[str], str]:
    """Give what names bodies as `body_named` does, at the cost of one look for however many of them."""
    known = bodies()
    return lambda body: called(known, body) if body else "toàn cơ quan"


def body_named(body: str) -> str:
    """Name a body; "toàn cơ quan" for none in particular."""
    return namer()(body)


def body_line(known: Bodies, body: str) -> str:
    """A body in one line: its last name, its code or superior, and its last day if it ended."""
    terms = known.terms_of.get(body, ())
    if not terms:
        return body
    last = known.last_day(body)
    ended = f" (đến {last:%d/%m/%Y})" if last else ""
    return f"{terms[-1].name} · {_told_by(known, terms[-1])}{ended}"


def _told_by(known: Bodies, term: BodyTerm) -> str:
    above = known.terms_of.get(term.parent, ())
    return term.code or (above[-1].name if above else "cấp cao nhất")


def bodies_called(text: str) -> set[str]:
    """The bodies that a text may mean: by its line or its id, else by code, else by name."""
    known, wanted = bodies(), fold(text)
    by_line = {body for body in known.by_id if fold(body_line(known, body)) == wanted or body == text}
    by_code = {term.body for term in known.terms_of_code.get(text, ())}
    return by_line or by_code or {term.body for term in known.terms_of_name.get(wanted, ())}


def told_bodies() -> list[str]:
    """The bodies of which figures can be told: those that deliver or whom names mean, and those above them; their lines, in
    Vietnamese order. One statement."""
    told = structure()
    known = told.bodies
    met = {one.target for one in told.matches.held() if one.target in known.by_id} | set(told.deliverers.values())
    waiting = list(met)
    while waiting:
        above = {term.parent for term in known.terms_of.get(waiting.pop(), ()) if term.parent} - met
        met |= above
        waiting += above
    return [body_line(known, body) for body in dict.fromkeys(term.body for term in known.terms) if body in met]
