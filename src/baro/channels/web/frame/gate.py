"""The gate before every page: who is not signed in signs in first; whose role approves needs a second factor.

On PostgreSQL a page is one transaction, so that the database knows the asker's scope as long as the page is made and no
longer.
"""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

from allauth.mfa.adapter import get_adapter as second_factors
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from baro.channels.web.frame.routes import is_open, is_own, reads_records
from baro.desk import permission
from baro.records.row_security.session import reading


class gate:  # noqa: N801 - Django calls it as a function
    """A middleware with a hook before the view, where the route's name is known."""

    def __init__(self, next_one: Callable[[HttpRequest], HttpResponse]) -> None:
        self.next_one = next_one

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with ExitStack() as until_answered:
            request.until_answered = until_answered
            return self.next_one(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Stop whoever may not go on; `None` lets the page answer."""
        match = request.resolver_match
        if match is not None and reads_records(match):
            request.until_answered.enter_context(reading())
        if match is None or is_open(match):
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse(settings.LOGIN_URL))
        asker = permission.asker(request.user, at=datetime.now(UTC))  # noqa: TID251 a channel reads the clock
        request.asker = asker
        if not is_own(match) and permission.must_use_second_factor(asker) and not _has_second_factor(request):
            return redirect("second_factor_first")
        return None


def _has_second_factor(request: HttpRequest) -> bool:
    return bool(second_factors().is_mfa_enabled(request.user))
