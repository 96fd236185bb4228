"""The door that stays shut for a while after wrong passwords: for one name from one address, whether it exists or not."""

from datetime import datetime, timedelta
from typing import Any

from allauth.account.adapter import get_adapter
from axes.helpers import get_cool_off
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from baro.records.denials import note_denial
from baro.records.failed_sign_ins import last_failure
from baro.records.queries.accounts import account_id_of


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """Give the account's name that was tried, written one way, so that "LAN" and "lan" are one count."""
    told = (credentials or {}).get("username") or request.POST.get("login") or ""
    return str(told).strip().casefold()[:150]


def address_of(request: HttpRequest) -> str | None:
    """Give the address a request came from, past the authority's own proxy: one answer for all who count. A program's
    own request (a test's) has none."""
    return str(get_adapter().get_client_ip(request)) if request.META.get("REMOTE_ADDR") else None


def locked_out(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """Tell from when on one may try again, in the same words whether the account exists or not."""
    name = name_tried(request)
    again = _opens_again(name, request)
    return render(request, "account/locked_out.html", {"again": again, "minutes": _wait(request)}, status=429)


def note_locked_out(request: HttpRequest, username: str, **more: Any) -> None:
    """Write to the access log that a door was shut: with the account's id, or "-" for a name that nobody has."""
    note_denial(account_id_of(name_tried(request, {"username": username})), "page.sign_in", "")


def _opens_again(name: str, request: HttpRequest) -> datetime | None:
    """The next whole minute after the wait, so that who comes at the minute told is let in."""
    failed, wait = last_failure(name, address_of(request)), get_cool_off(request)
    if failed is None or wait is None:
        return None
    return (failed + wait).replace(second=0, microsecond=0) + timedelta(minutes=1)


def _wait(request: HttpRequest) -> int:
    wait = get_cool_off(request)
    return round(wait.total_seconds() / 60) if wait else 0
