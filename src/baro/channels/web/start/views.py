"""The start page, and the short answer for a watchman that asks whether the server lives."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Show what there is to open."""
    return render(request, "start/start.html")


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Say that the server answers; nothing about the records."""
    return HttpResponse("tốt\n", content_type="text/plain; charset=utf-8")
