"""Whom somebody may see of those who serve, and what they may do over a body that is no more or is yet to come."""

from datetime import date

from baro.desk import permission
from baro.desk.by import unit_of
from baro.desk.permission import Asker
from baro.records.queries.organisation import bodies
from baro.records.queries.people import Person, find_people, people, service, units_of
from baro.rules.prescribed.offices import Post
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.standing import Subject

READ, RECORD = "person.read", "person.record"


def may_over(who: Asker, operation: str, body: str) -> bool:
    """Say whether the asker may do this over a body, also over one that is no more or is yet to come."""
    return permission.allows(who, operation, Subject(unit=bodies().place_of(body, who.on)))


def may_record_person(who: Asker, operation: str, person: str) -> bool:
    """Say whether the asker may do this with a person: over some body in which they serve or served."""
    units = units_of(person)
    if not units:
        return permission.allows(who, operation, Subject(unit=unit_of(who, operation)))
    return any(may_over(who, operation, unit) for unit in units)


def person_decision(who: Asker, person: str) -> Decision:
    """Say whether the asker may read of a person, and up to which class they see what is kept of them: the best over the
    bodies in which they serve or served."""
    units = units_of(person) or (unit_of(who, READ),)
    places = (bodies().place_of(unit, who.on) for unit in units)
    found = [permission.decide(who, READ, Subject(unit=place)) for place in places]
    return max(found, key=lambda decision: (decision.allowed, decision.sees))


def people_seen(who: Asker, wanted: str, most: int) -> list[Person]:
    """The people of the bodies that the asker may see, by given name; with words, those whose names have them, among the
    first `most`."""
    posts = service().posts
    seen = {body: may_over(who, READ, body) for body in {post.unit for post in posts}}
    units: dict[str, list[str]] = {}
    for post in posts:
        units.setdefault(post.person, []).append(post.unit)
    every = find_people(wanted, most) if wanted else people()
    return [one for one in every if _may_see(who, one.id, units.get(one.id, []), seen)]


def posts_by_person(on: date) -> dict[str, list[Post]]:
    """The posts held on a day, by the person's id."""
    found: dict[str, list[Post]] = {}
    for post in service().posts:
        if post.term.holds(on):
            found.setdefault(post.person, []).append(post)
    return found


def _may_see(who: Asker, person_id: str, units: list[str], seen: dict[str, bool]) -> bool:
    if units:
        return any(seen[unit] for unit in units)
    return may_record_person(who, READ, person_id)
