"""The door that stays shut for a while after wrong passwords."""

from typing import Any

from axes.helpers import get_cool_off
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """Give the account's name that was tried, written one way, so that "LAN" and "lan" are one count."""
    told = (credentials or {}).get("username") or request.POST.get("login") or ""
    return str(told).strip().casefold()


def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Tell how long the door stays shut, in the same words whether the account exists or not."""
    wait = get_cool_off(request)
    minutes = round(wait.total_seconds() / 60) if wait else 0
    return render(request, "account/locked_out.html", {"minutes": minutes}, status=429)
