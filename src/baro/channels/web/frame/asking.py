"""Who asks on a page, for whom they act, and how a refusal is shown: the policy decides, a page never does."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from baro.channels.web.frame.errors import refused
from baro.desk.by import By, by_person, unit_of
from baro.desk.permission import Asker
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
            if refusal.code == "access.not_found":
                raise Http404 from None
            return refused(request, refusal, status=_STATUS.get(refusal.code, 409))

    return opened


def by_of(who: Asker, operation: str) -> By:
    """Let the asker act, for the first of their bodies in which they may."""
    return by_person(who, unit=unit_of(who, operation))
