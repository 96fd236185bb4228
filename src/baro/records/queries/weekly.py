"""What units did in a week, counted from the dossiers within a scope; each count is a list of `dossier_lists` by its length."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from django.db.models import Count, Min, QuerySet, Value
from django.db.models.functions import Coalesce

from baro.records.queries.dossier_lists import Asked, in_span, matching, parts
from baro.records.queries.standing import asked_at
from baro.records.row_security.session import reading
from baro.rules.counted.weeks import Week
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.prescribed.name_order import sort_key
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.work_kinds import WorkKind


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


def asked_of(week: Week, unit: str = "", work: WorkKind = WorkKind.PROCEDURE) -> Mapping[str, Asked]:
    """Say which dossiers each count counts, by its name; of one unit, or of all."""
    within, base = (week.begins, week.ends), Asked(work=work, unit=unit)
    at_end = asked_at(week.ends, base)
    return {
        "received": replace(base, received=within),
        "ended": replace(base, ended=within),
        "ended_late": replace(base, ended=within, classes=(int(TimeClass.LATE),)),
        "pending": at_end["pending"],
        "pending_late": at_end["pending_late"],
        "due_next": at_end["due_soon"],
    }


def weekly(scope: Scope, week: Week, body: str = "", work: WorkKind = WorkKind.PROCEDURE) -> list[UnitWeek]:
    """Count a week by unit, of one body's dossiers or of all, in the order of the names; units with nothing to count are
    left out."""
    found: dict[str, dict[str, int]] = {}
    with reading():
        for unit, counts in _counted(scope, asked_of(week, work=work), body):
            mine = found.setdefault(unit, dict.fromkeys(COUNTS, 0))
            for name, n in counts.items():
                mine[name] += n
    made = [UnitWeek(unit=unit, **counts) for unit, counts in found.items() if any(counts.values())]
    return sorted(made, key=lambda one: sort_key(one.unit))


def _counted(scope: Scope, asked: Mapping[str, Asked], body: str) -> Iterator[tuple[str, dict[str, int]]]:
    """Counts of units, to be added up: walks, each over the dossiers that an index of moments names."""
    for unit, n in _by_unit(matching(scope, asked["received"]), body).values_list("_unit", "_n"):
        yield unit, {"received": n}
    late = asked["ended_late"].classes
    ended = _by_unit(matching(scope, asked["ended"]), body, "time_class")
    for unit, kind, n in ended.values_list("_unit", "time_class", "_n"):
        yield unit, {"ended": n, "ended_late": n if kind in late else 0}
    over, soon = (Count("due_at", filter=in_span("due_at", asked[name].due)) for name in ("pending_late", "due_next"))
    for part in parts(scope, asked["pending"]):
        pending = _by_unit(part, body).annotate(_over=over, _soon=soon)
        for unit, n, n_over, n_soon in pending.values_list("_unit", "_n", "_over", "_soon"):
            yield unit, {"pending": n, "pending_late": n_over, "due_next": n_soon}


def _by_unit(rows: QuerySet[Any, Any], body: str, *also: str) -> QuerySet[Any, Any]:
    """Group rows by unit. The unit is told as an expression: by the column, SQLite would walk all dossiers in the order of units,
    to spare itself a sort of a few."""
    rows = rows.order_by().filter(body=body) if body else rows.order_by()
    return rows.annotate(_unit=Coalesce("unit", Value(""))).values("_unit", *also).annotate(_n=Count("*"))


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
        rows = matching(scope, asked).order_by().values(*columns).annotate(count=Count("*"), earliest=Min("due_on"))
        found = [HeldLate(**row) for row in rows]
    return sorted(found, key=lambda one: (sort_key(one.holder_unit), sort_key(one.holder_person), one.body))
