"""What every template knows without asking."""

from datetime import UTC, datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from baro.channels.web.english.choosing import way_back
from baro.channels.web.frame.demo_told import demo_accounts
from baro.channels.web.frame.rail import rail
from baro.desk.permission import day_of
from baro.records.queries.demo_mark import is_demo
from baro.records.queries.people import person, posts_on


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give the frame's own words; for those who are not signed in, the agency's name and whether all of it is a demo."""
    known: dict[str, Any] = {
        "agency": settings.HOME_SETTINGS.agency,
        "synthetic": is_demo(),
        "demo_accounts": demo_accounts,
        "other_language": "vi" if get_language() == "en" else "en",
        "way_back": partial(way_back, request),
    }
    if getattr(request, "user", None) is not None and request.user.is_authenticated:
        known["rail"] = rail(request)
        known["person_name"] = name_of(request.user.person)
        known["person_post"] = partial(post_of, request.user.person)
    return known


def name_of(person_id: str) -> str:
    """Give the name of the account's person; "" for a program's account, or a name that was erased."""
    found = person(person_id) if person_id else None
    return found.name if found else ""


def post_of(person_id: str) -> str:
    """Give the posts that a person holds today, each with its body; "" if there is none."""
    today = day_of(datetime.now(UTC))  # noqa: TID251 a channel reads the clock
    return "; ".join(f"{title}, {body}" for title, body in posts_on(person_id, today)) if person_id else ""
