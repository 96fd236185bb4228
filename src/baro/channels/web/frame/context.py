"""What every template knows without asking."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from baro.channels.web.frame.rail import rail
from baro.records.queries.people import person


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give the frame's own words; nothing for those who are not signed in but the agency's name."""
    known: dict[str, Any] = {"agency": settings.HOME_SETTINGS.agency}
    if getattr(request, "user", None) is not None and request.user.is_authenticated:
        known["rail"] = rail(request)
        known["person_name"] = name_of(request.user.person)
    return known


def name_of(person_id: str) -> str:
    """Give the name of the account's person; "" for a program's account, or a name that was erased."""
    found = person(person_id) if person_id else None
    return found.name if found else ""
