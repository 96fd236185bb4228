"""The gate before every page: what no door names is not there; who is not signed in signs in first; whose sign-in is not
good enough for what they may do mends it first; and the policy must let them do what the page does.

On PostgreSQL a page is one transaction, so that the database knows the asker's scope as long as the page is made and no
longer.
"""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import ResolverMatch, reverse

from baro.channels.web.frame.errors import refused
from baro.channels.web.frame.sign_in import first_of_all
from baro.desk import permission
from baro.desk.permission import Asker
from baro.records.row_security.session import reading
from baro.rules.prescribed.policy.doors import ROUTES, is_ones_own, opens_to_everybody
from baro.rules.prescribed.refusals import Refused


class gate:  # noqa: N801 - Django calls it as a function
    """A middleware with a hook before the view, where the route's name is known."""

    def __init__(self, next_one: Callable[[HttpRequest], HttpResponse]) -> None:
        self.next_one = next_one

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with ExitStack() as until_answered:
            request.until_answered = until_answered
            return self.next_one(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Stop whoever may not go on; `None` lets the page answer. Raises `Http404` for a page that no door names."""
        operation = _operation(request.resolver_match)
        if not opens_to_everybody(operation):
            request.until_answered.enter_context(reading())
        if opens_to_everybody(operation) or _asks_for_keys(request.resolver_match):
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse(settings.LOGIN_URL))
        asker = permission.asker(request.user, at=datetime.now(UTC))  # noqa: TID251 a channel reads the clock
        request.asker = asker
        if not is_ones_own(operation) and (first := first_of_all(request, asker)):
            return redirect(first)
        return _admitted(request, asker, operation)


def _operation(match: ResolverMatch | None) -> str:
    operation = ROUTES.get(match.view_name) if match else None
    if operation is None:
        raise Http404
    return operation


def _asks_for_keys(match: ResolverMatch | None) -> bool:
    """The API asks the same question of who comes with a key: `baro.channels.api.asking.Key`."""
    return match is not None and match.namespaces == ["api"]


def _admitted(request: HttpRequest, asker: Asker, operation: str) -> HttpResponse | None:
    try:
        permission.admit(asker, operation)
    except Refused as refusal:
        if refusal.code == "access.not_found":
            raise Http404 from None
        return refused(request, refusal, status=403)
    return None
