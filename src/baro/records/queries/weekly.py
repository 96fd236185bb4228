"""What units did in a week, counted from the dossiers within a scope; each count is a list of `dossier_lists` by its length."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta

from django.db.models import Count, Min, Q

from baro.records.models.dossiers import Dossier
from baro.records.queries.dossier_lists import Asked, in_span, matching, open_then
from baro.records.row_security.session import reading
from baro.rules.counted.weeks import Week
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.prescribed.name_order import sort_key
from baro.rules.prescribed.policy.scopes import Scope

_SOON, _INSTANT = timedelta(days=7), timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWeek:
    """A unit as the source writes it, and how many dossiers it received, ended, ended late, had open when the week ended,
    open and past due, open and due within the week after."""

    unit: str
    received: int
    ended: int
    ended_late: int
    pending: int
    pending_late: int
    due_next: int

    def __add__(self, other: "UnitWeek") -> "UnitWeek":
        """Two units together."""
        sums = {f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self) if f.name != "unit"}
        return UnitWeek(unit="", **sums)


COUNTS = tuple(f.name for f in fields(UnitWeek) if f.name != "unit")
NO_UNIT_WEEK = UnitWeek(unit="", received=0, ended=0, ended_late=0, pending=0, pending_late=0, due_next=0)


def asked_of(week: Week, unit: str = "") -> Mapping[str, Asked]:
    """Say which dossiers each count counts, by its name; of one unit, or of all."""
    within, late, end = (week.begins, week.ends), (int(TimeClass.LATE),), week.ends
    over = end + _INSTANT  # a last day that is over just then is over
    return {
        "received": Asked(unit=unit, received=within),
        "ended": Asked(unit=unit, ended=within),
        "ended_late": Asked(unit=unit, ended=within, classes=late),
        "pending": Asked(unit=unit, open_at=end),
        "pending_late": Asked(unit=unit, open_at=end, due=(None, over)),
        "due_next": Asked(unit=unit, open_at=end, due=(over, over + _SOON)),
    }


def weekly(scope: Scope, week: Week, body: str = "") -> list[UnitWeek]:
    """Count a week by unit, of one body's dossiers or of all, in the order of the names; units with nothing to count are left out."""
    counts = {name: Count("pk", filter=_condition(asked)) for name, asked in asked_of(week).items()}
    with reading():
        rows = Dossier.objects.within(scope).filter(received_at__lt=week.ends).order_by()
        rows = rows.filter(body=body) if body else rows
        found = [UnitWeek(**row) for row in rows.values("unit").annotate(**counts)]
    return sorted((one for one in found if one + NO_UNIT_WEEK != NO_UNIT_WEEK), key=lambda one: sort_key(one.unit))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLate:
    """Who holds open dossiers past due: the body, unit and person as the source writes them, how many, the earliest due."""

    body: str
    holder_kind: int
    holder_unit: str
    holder_person: str
    count: int
    earliest: date


def held_late(scope: Scope, asked: Asked) -> list[HeldLate]:
    """Say who holds the dossiers asked for, in the order of units and names: no ranking of persons."""
    columns = ("body", "holder_kind", "holder_unit", "holder_person")
    with reading():
        rows = matching(scope, asked).order_by().values(*columns).annotate(count=Count("pk"), earliest=Min("due_on"))
        found = [HeldLate(**row) for row in rows]
    return sorted(found, key=lambda one: (sort_key(one.holder_unit), sort_key(one.holder_person), one.body))


def _condition(asked: Asked) -> Q:
    found = in_span("received_at", asked.received) & in_span("ended_at", asked.ended) & in_span("due_at", asked.due)
    found &= open_then(asked.open_at)
    return found & Q(time_class__in=asked.classes) if asked.classes else found
