"""The tree of bodies on a day, and the search in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.organisation.asking import asks, chosen_day
from baro.channels.web.organisation.told import ShownBody, bodies_told, names_of
from baro.desk import permission
from baro.desk.permission import Asker
from baro.records.queries.organisation import bodies, find_bodies
from baro.records.queries.people import find_people, service
from baro.rules.prescribed.bodies import Bodies, BodyTerm
from baro.rules.prescribed.body_checks import called

_DEEPEST = 12
_FEW, _OPEN_ALL, _OPEN_SOME = 150, 5, 2


@dataclass(frozen=True)
class _OfDay:
    """The bodies of a day with the names of their heads."""

    known: Bodies
    on: date
    terms: dict[str, BodyTerm]
    heads: dict[str, str]

    def below(self, body: str, depth: int = 0) -> tuple[ShownBody, ...]:
        """The bodies directly below one, each with its own."""
        if depth > _DEEPEST:
            return ()
        return tuple(self._shown(child, depth) for child in self.known.on(self.on).children(body))

    def _shown(self, body: str, depth: int) -> ShownBody:
        below = self.below(body, depth + 1)
        count = sum(1 + b.count for b in below)
        return ShownBody(term=self.terms[body], below=below, count=count, heads=self.heads.get(body, ""))


@require_safe
@asks
def tree(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show which bodies there are on a day, each below its superior; or those that a search finds."""
    on, wrong = chosen_day(request, who)
    wanted = " ".join(request.GET.get("tim", "").split())[:120]
    known = bodies()
    terms = {term.body: term for term in known.in_force(on)}
    may_people = permission.allows(who, "person.read")
    shown = {
        "on": on,
        "today": who.on,
        "wrong_day": wrong,
        "wanted": wanted,
        "found": list(_found(known, wanted, on)) if wanted else [],
        "found_people": find_people(wanted) if wanted and may_people else (),
        "tops": () if wanted else _OfDay(known, on, terms, _heads(on)).below(""),
        "count": len(terms),
        "open_to": _OPEN_ALL if len(terms) <= _FEW else _OPEN_SOME,
        "doubted": sum(not term.verified for term in terms.values()),
        "days": _days_of_change(known),
        "may_record": permission.allows(who, "organisation.record"),
        "may_people": may_people,
    }
    return render(request, "organisation/tree.html", shown)


def _found(known: Bodies, wanted: str, on: date) -> Iterator[dict[str, object]]:
    for term in find_bodies(wanted, on):
        last = known.last_day(term.body)
        heirs = known.mapped(term.body, on).heirs if last and last < on else ()
        yield {
            "term": term,
            "parent_name": called(known, term.parent) if term.parent else "",
            "is_there": known.term_on(term.body, on) is not None,
            "last": last,
            "heirs": bodies_told(known, heirs),
        }


def _heads(on: date) -> dict[str, str]:
    """The name of who answers for each body on a day: the head, else who is put in charge."""
    told = service()
    by_post = {p.unit: p.person for p in told.posts if p.is_head and p.term.holds(on)}
    acting = {a.unit: a.person for a in told.acting if a.term.holds(on)}
    found = acting | by_post
    names = names_of(found.values())
    return {unit: names.get(person, "") for unit, person in found.items()}


def _days_of_change(known: Bodies) -> list[date]:
    """The days on which bodies began or others ended, so that the tree differs from the day before."""
    begun = {term.term.valid_from for term in known.terms if term.term.valid_from}
    ended = {term.term.valid_to + timedelta(days=1) for term in known.terms if term.term.valid_to}
    return sorted(begun | ended)[-12:]
