"""Which language a page speaks: Vietnamese, unless somebody chose English here. What a browser prefers changes nothing."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from baro.channels.web.english.engine import ENGLISH


def language(next_one: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let each answer be made in the language chosen in this browser. The API speaks Vietnamese alone."""

    def answered(request: HttpRequest) -> HttpResponse:
        if request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != ENGLISH or request.path.startswith("/api/"):
            return next_one(request)
        with translation.override(ENGLISH):
            return next_one(request)

    return answered


def way_back(request: HttpRequest) -> str:
    """The address to come back to after choosing: this page, or where its form came from."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    return request.META.get("HTTP_REFERER", "/")
