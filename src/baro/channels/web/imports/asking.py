"""Who asks on these pages, and for which sources: the policy decides, a page never does."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from baro.channels.wording import sentence
from baro.desk import permission
from baro.desk.by import By, by_person
from baro.desk.permission import Asker
from baro.records.loading.tickets import Ticket, read_ticket
from baro.records.queries.imports import Source, sources
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.refusals import Refused

View = Callable[..., HttpResponse]
_STATUS = {
    "access.denied": 403,
    "import.no_ticket": 404,
    "import.no_batch": 404,
    "import.no_source": 404,
    "import.no_conflict": 404,
}


def now() -> datetime:
    """The moment of this request."""
    return datetime.now(UTC)  # noqa: TID251 a channel reads the clock


def asks(view: View) -> View:
    """Give a page the asker whom the gate let in (`rules/prescribed/policy/doors.py` says for what), and show a refusal as
    a sentence."""

    @wraps(view)
    def opened(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, request.asker, **kwargs)  # type: ignore[attr-defined]
        except Refused as refusal:
            return _refused(request, refusal)

    return opened


def visible_sources(who: Asker, operation: str = "import.read") -> list[Source]:
    """The sources with which somebody may do this."""
    return [source for source in sources() if permission.allows(who, operation, subject_of(source))]


def by(who: Asker) -> By:
    """Let the one who asks act, for the body for which they bring data in."""
    return by_person(who, unit=unit_of(who))


def own_ticket(who: Asker, ticket_id: str) -> Ticket:
    """A delivery on its way, for who brought it alone. Raises `Refused("import.no_ticket")` for anybody else."""
    ticket = read_ticket(ticket_id)
    if ticket.actor != who.person:
        raise Refused("import.no_ticket", ticket=ticket_id)
    return ticket


def unit_of(who: Asker) -> str:
    """The body for which somebody brings data in: the first in which they may, "" if the role has no body."""
    units = sorted({grant.unit for grant in who.standing.in_force(who.on)})
    may = (u for u in units if permission.allows(who, "import.receive", Subject(id="", unit=u)))
    return next(may, "")


def subject_of(source: Source) -> Subject:
    """A source as the matter that is asked about."""
    return Subject(id=source.code, unit=source.unit)


def _refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    if refusal.code == "access.not_found":
        raise Http404
    told = {"sentence": sentence(refusal)}
    return render(request, "frame/errors/refused.html", told, status=_STATUS.get(refusal.code, 409))
