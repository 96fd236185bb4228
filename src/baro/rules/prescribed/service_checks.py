"""What may be told of posts and what stands in for them: in a body of those days, one head at a time, no cover of oneself."""

from datetime import date

from baro.rules.prescribed.bodies import Bodies
from baro.rules.prescribed.body_checks import called
from baro.rules.prescribed.competence import Service
from baro.rules.prescribed.offices import Delegation, Post, Term
from baro.rules.prescribed.posts import ActingHead, LeaveCover, overlap
from baro.rules.prescribed.refusals import Refused

Held = Post | Delegation | ActingHead | LeaveCover


def check_held(new: Held, service: Service) -> None:
    """Refuse what cannot stand beside what is told.

    Raises `Refused("service.told_twice" | "service.no_title" | "service.ends_before_start" | "service.body_not_in_force" |
    "service.second_head" | "service.second_acting_head" | "service.covers_itself" | "service.absent_has_no_post")`.
    """
    if new in _told_of(new, service):
        raise Refused("service.told_twice")
    if isinstance(new, Post | ActingHead) and not new.title.strip():
        raise Refused("service.no_title")
    if isinstance(new, Delegation) and not new.role.strip():
        raise Refused("service.no_title")
    _check_days(new.unit, new.term, service.bodies)
    if isinstance(new, Post):
        _check_post(new, service)
    elif isinstance(new, ActingHead):
        _check_acting(new, service)
    elif isinstance(new, LeaveCover):
        _check_cover(new, service)


def _told_of(new: Held, service: Service) -> tuple[Held, ...]:
    match new:
        case Post():
            return service.posts
        case Delegation():
            return service.delegations
        case ActingHead():
            return service.acting
        case LeaveCover():
            return service.covers


def _check_days(unit: str, term: Term, bodies: Bodies) -> None:
    """The body must be there on the first and the last day; an open term ends with it."""
    if term.valid_from and term.valid_to and term.valid_to < term.valid_from:
        raise Refused("service.ends_before_start", first=_told(term.valid_from), last=_told(term.valid_to))
    for day in (term.valid_from, term.valid_to):
        if day and bodies.term_on(unit, day) is None:
            raise Refused("service.body_not_in_force", body=called(bodies, unit), on=_told(day))
    if not bodies.terms_of.get(unit):
        raise Refused("service.body_not_in_force", body=unit, on=_told(term.valid_from))


def _check_post(new: Post, service: Service) -> None:
    for other in service.posts:
        if new.is_head and other.is_head and other.unit == new.unit and overlap(new.term, other.term):
            raise Refused("service.second_head", body=called(service.bodies, new.unit), first=_told(other.term.valid_from), last=_told(other.term.valid_to))  # fmt: skip


def _check_acting(new: ActingHead, service: Service) -> None:
    for other in service.acting:
        if other.unit == new.unit and overlap(new.term, other.term):
            raise Refused("service.second_acting_head", body=called(service.bodies, new.unit), first=_told(other.term.valid_from), last=_told(other.term.valid_to))  # fmt: skip


def _check_cover(new: LeaveCover, service: Service) -> None:
    if new.cover == new.absent:
        raise Refused("service.covers_itself")
    if not any(p.person == new.absent and p.unit == new.unit and overlap(p.term, new.term) for p in service.posts):
        raise Refused("service.absent_has_no_post", body=called(service.bodies, new.unit))


def _told(day: date | None) -> str:
    return f"{day:%d/%m/}{day.year:04d}" if day else "…"
