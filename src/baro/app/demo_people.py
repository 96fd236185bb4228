"""Record the bodies and the staff of the demo: what is there already is left alone."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction

from baro.channels.demo.authority.organisation import world
from baro.channels.demo.authority.staff import Member, staff
from baro.desk.adopting import adopt
from baro.desk.article import TOLD_ON, communes_on
from baro.desk.by import By
from baro.desk.people import appoint, employ, register_person
from baro.records.queries.organisation import bodies
from baro.records.queries.people import people
from baro.rules.prescribed.staff import Employment


def record_bodies(by: By, at: datetime) -> None:
    """Record the shipped bodies and those of the demo."""
    adopt(world(), by, at)


def record_staff(by: By, at: datetime) -> None:
    """Record everybody with employment and posts, all or none."""
    known = {person.id for person in people()}
    with transaction.atomic():
        for member in staff(tuple(_communes())):
            if member.id not in known:
                _record(member, by, at)


def _record(member: Member, by: By, at: datetime) -> None:
    register_person(member.code, member.name, by, at, person_id=member.id)
    employ(Employment(person=member.id, category=member.category, term=member.term), by, at)
    for post in member.posts:
        appoint(post, by, at)


def _communes() -> Iterator[tuple[str, date | None]]:
    """The communes of the article's day, each with its last."""
    known = bodies()
    return ((body, known.last_day(body)) for body in communes_on(TOLD_ON))
