"""Headers that no single page decides: nothing a person is shown may stay in a cache."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), publickey-credentials-get=(self)"
_FIXED = {
    "Cache-Control": "no-store",
    "Permissions-Policy": _POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
}


def headers(next_one: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Set them on every answer; a page's own `Cache-Control` would have to be argued for here."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = next_one(request)
        for name, value in _FIXED.items():
            response.headers[name] = value
        return response

    return answered
