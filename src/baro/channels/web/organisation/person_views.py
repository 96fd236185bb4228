"""People: the list, and one person over time."""

from collections.abc import Iterable
from dataclasses import asdict

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baro.channels.web.organisation.asking import asks, chosen_day, may_record_person, person_decision
from baro.channels.web.organisation.held_roles import seen_by
from baro.channels.web.organisation.told import days_of, held_told
from baro.channels.wording.organisation import CATEGORIES, COMMUNE_CATEGORY_DOUBT, ERASED_NAME
from baro.desk import permission
from baro.desk.permission import Asker
from baro.desk.seeing_people import people_seen, posts_by_person
from baro.records.queries.access import grants_told
from baro.records.queries.organisation import bodies
from baro.records.queries.people import held_by, person
from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.offices import Post
from baro.rules.prescribed.policy.masking import masked
from baro.rules.prescribed.staff import category_on, outlives_its_category

MOST = 200


@require_safe
@asks
def list_people(request: HttpRequest, who: Asker) -> HttpResponse:
    """Show the people of the bodies that the asker may see, by given name, with what they are today."""
    wanted = " ".join(request.GET.get("tim", "").split())[:120]
    known = bodies()
    posts, mine = posts_by_person(who.on), people_seen(who, wanted, MOST * 4)
    shown = {
        "wanted": wanted,
        "people": [(p, _titles(known, posts.get(p.id, []))) for p in mine[:MOST]],
        "count": len(mine),
        "most": MOST,
        "erased": ERASED_NAME,
        "may_record": permission.allows(who, "person.record"),
    }
    return render(request, "organisation/people.html", shown)


@require_safe
@asks
def one(request: HttpRequest, who: Asker, person_id: str) -> HttpResponse:
    """Show a person over time; somebody whom the asker may not see is not there."""
    found = person(person_id)
    if found is None or not may_record_person(who, "person.read", person_id):
        raise Http404
    on, wrong = chosen_day(request, who)
    known, held = bodies(), held_by(person_id)
    seen = person_decision(who, person_id)
    lines = held_told(known, held, on, outlives_its_category, CATEGORIES, person_id, seen)
    category = category_on((h.value for h in held if h.kind == "employment"), person_id, on)  # type: ignore[misc]
    shown = {
        "person": masked(seen, "person", asdict(found)),
        "hidden_count": len(held) - len(lines),
        "name": found.name or f"({ERASED_NAME})",
        "is_erased": not found.name,
        "on": on,
        "wrong_day": wrong,
        "category": CATEGORIES[category] if category else "",
        "now": [line for line in lines if line.is_now and line.kind != "employment"],
        "groups": [(kind, [line for line in lines if line.kind == kind]) for kind in _ORDER],
        "doubt": COMMUNE_CATEGORY_DOUBT if any(line.doubt for line in lines) else "",
        "may_record": may_record_person(who, "person.record", person_id),
        "days_of": days_of,
        "roles": seen_by(who, grants_told(person=person_id), on),
        "may_grant": permission.allows(who, "grant.give"),
        "may_erase": bool(found.name) and may_record_person(who, "ledger.erase", person_id),
    }
    return render(request, "organisation/person.html", shown)


_ORDER = ("employment", "appointment", "acting_head", "delegation", "leave_cover")


def _titles(known: Bodies, posts: Iterable[Post]) -> str:
    return "; ".join(f"{post.title}, {called(known, post.unit)}" for post in posts)
