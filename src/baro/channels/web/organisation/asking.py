"""Who asks on these pages, for whom they act, and on which day they look."""

from datetime import date

from django.http import HttpRequest

from baro.channels.web.frame.asking import asks, by_of, now
from baro.channels.wording.periods import read_day
from baro.desk import permission
from baro.desk.permission import Asker
from baro.records.queries.organisation import bodies
from baro.records.queries.people import units_of
from baro.rules.prescribed.policy.decisions import Decision
from baro.rules.prescribed.policy.standing import Subject

__all__ = ["asks", "by_of", "chosen_day", "may_over", "may_record_person", "now", "person_decision", "read_day"]


def may_over(who: Asker, operation: str, body: str) -> bool:
    """Say whether the asker may do this over a body, also over one that is no more or is yet to come."""
    return permission.allows(who, operation, Subject(unit=bodies().place_of(body, who.on)))


def may_record_person(who: Asker, operation: str, person: str) -> bool:
    """Say whether the asker may do this with a person: over some body in which they serve or served."""
    units = units_of(person)
    if not units:
        return permission.allows(who, operation, Subject(unit=by_of(who, operation).unit))
    return any(may_over(who, operation, unit) for unit in units)


def person_decision(who: Asker, person: str) -> Decision:
    """Say whether the asker may read of a person, and up to which class they see what is kept of them: the best over the
    bodies in which they serve or served."""
    units = units_of(person) or (by_of(who, "person.read").unit,)
    places = (bodies().place_of(unit, who.on) for unit in units)
    found = [permission.decide(who, "person.read", Subject(unit=place)) for place in places]
    return max(found, key=lambda decision: (decision.allowed, decision.sees))


def chosen_day(request: HttpRequest, who: Asker) -> tuple[date, str]:
    """The day in the address, today without one; and a sentence where what is written is no day."""
    written = request.GET.get("ngay", "").strip()
    if not written:
        return who.on, ""
    day = read_day(written)
    if day is None:
        return who.on, f"“{written}” không có trong lịch; đang xem ngày hôm nay. Xin ghi dạng 25/04/2024."
    return day, ""
