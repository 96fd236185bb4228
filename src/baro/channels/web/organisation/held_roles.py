"""Roles that people hold or held, as the asker may see them: each with its body, its days and its decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from baro.channels.web.organisation.asking import may_over
from baro.channels.web.organisation.named import body_named, holders_named
from baro.channels.web.organisation.told import days_of
from baro.channels.wording.access import ROLES
from baro.desk.permission import Asker
from baro.records.queries.access import ToldGrant
from baro.records.queries.people import people


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownGrant:
    """A role held over a term."""

    id: str
    holder: str
    holder_name: str
    is_person: bool
    role: str
    unit: str
    unit_name: str
    first: date | None
    last: date | None
    days: str
    decision: str
    lender: str
    given_by: str
    second: str
    recorded_at: datetime
    ended_by: str
    is_now: bool
    is_over: bool


def seen_by(who: Asker, grants: Iterable[ToldGrant], on: date) -> list[ShownGrant]:
    """Give the grants over which the asker may read, as they stand on a day, by body, holder and first day."""
    every = list(grants)
    units = {unit for unit in {told.grant.unit for told in every} if may_over(who, "grant.read", unit)}
    mine = [told for told in every if told.grant.unit in units]
    ids = {i for t in mine for i in (t.person, t.grant.delegated_by, t.given_by, t.second, t.ended_by)} - {""}
    names, known = holders_named(ids), {p.id for p in people(frozenset(ids))}
    shown = [_shown(told, names, known, on) for told in mine]
    return sorted(shown, key=lambda g: (g.unit_name, g.holder_name, g.first or date.min, g.id))


def _shown(told: ToldGrant, names: dict[str, str], known: set[str], on: date) -> ShownGrant:
    grant = told.grant
    first, last = grant.term.valid_from, grant.term.valid_to
    return ShownGrant(
        id=told.id, holder=told.person, holder_name=names[told.person], is_person=told.person in known,
        role=ROLES[grant.role], unit=grant.unit, unit_name=body_named(grant.unit), first=first, last=last,
        days=days_of(grant.term), decision=told.decision, lender=names.get(grant.delegated_by, ""),
        given_by=names.get(told.given_by, ""), second=names.get(told.second, ""), recorded_at=told.recorded_at,
        ended_by=names.get(told.ended_by, ""), is_now=grant.term.holds(on), is_over=last is not None and last < on,
    )  # fmt: skip
