"""Pages for what went wrong: what happened, and what to do now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from baro.channels.wording import sentence
from baro.rules.prescribed.refusals import Refused


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Tell that the request made no sense."""
    return render(request, "frame/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Tell that the role in force does not reach this page."""
    return render(request, "frame/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Tell that nothing is here, in the same words whether it does not exist or is not for this person."""
    return render(request, "frame/errors/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Tell that the fault is ours. Rendered without request, database or session: any of them may be what broke."""
    return HttpResponse(render_to_string("frame/errors/500.html"), status=500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Tell that a form was open too long or came from elsewhere, instead of Django's English page."""
    return render(request, "frame/errors/stale_form.html", status=403)


def refused(request: HttpRequest, refusal: Refused, *, status: int = 409) -> HttpResponse:
    """Tell a refusal in its sentence."""
    return render(request, "frame/errors/refused.html", {"sentence": sentence(refusal)}, status=status)
