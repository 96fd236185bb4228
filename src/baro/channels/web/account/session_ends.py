"""When a session ends by itself: nobody there for a while, or signed in for a whole working day."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

_BEGUN, _SEEN = "session_begun", "session_seen"
_TOLD_EACH = 60  # seconds: how exactly the last request is remembered, so that not every request writes


def session_ends(next_one: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Sign out whoever's session is over before the page is asked; remember who is there."""

    def answered(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(datetime.now(UTC).timestamp())  # noqa: TID251 a channel reads the clock
            if why := _why_over(request.session, now):
                logout(request)
                messages.info(request, why)
            elif now - request.session.get(_SEEN, 0) >= _TOLD_EACH:
                request.session.setdefault(_BEGUN, now)
                request.session[_SEEN] = now
                UserSession.objects.create_from_request(request)  # allauth's own middleware writes with every request
        return next_one(request)

    return answered


def begin_session(request: HttpRequest, **more: Any) -> None:
    """Count a session's term from the moment of signing in."""
    now = int(datetime.now(UTC).timestamp())  # noqa: TID251 a channel reads the clock
    request.session[_BEGUN] = request.session[_SEEN] = now


def _why_over(session: Any, now: int) -> str:
    if now - session.get(_SEEN, now) > settings.SESSION_IDLE_SECONDS:
        return f"Đã tự đăng xuất vì {settings.SESSION_IDLE_SECONDS // 60} phút không có thao tác. Hãy đăng nhập lại."
    if now - session.get(_BEGUN, now) > settings.SESSION_COOKIE_AGE:
        return f"Đã tự đăng xuất vì phiên dài quá {settings.SESSION_COOKIE_AGE // 3600} giờ. Hãy đăng nhập lại."
    return ""
