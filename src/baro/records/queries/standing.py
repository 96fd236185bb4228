"""How dossiers stand at a moment, counted by unit within a scope; each count is a list of `dossier_lists` by its length."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, QuerySet, Value
from django.db.models.functions import Coalesce

from baro.records.queries.dossier_lists import Asked, in_span, matching, parts
from baro.records.row_security.session import reading
from baro.rules.counted.days import begin_of, day_over
from baro.rules.counted.ended import WITH_RESULT
from baro.rules.judged.deadlines.classes import HolderKind
from baro.rules.judged.deadlines.remaining import working_day_ahead
from baro.rules.judged.notices import SOON
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.name_order import sort_key
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.zones import VIETNAM, local_time

_SOON, _INSTANT = timedelta(days=7), timedelta(microseconds=1)
_CALENDAR = calendar_named("vn")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitStanding:
    """A unit of a body, as the source writes it: how many dossiers were open at a moment, past due, due in what was left of
    the day, due within seven days."""

    body: str = ""
    unit: str = ""
    pending: int = 0
    pending_late: int = 0
    due_today: int = 0
    due_soon: int = 0

    def __add__(self, other: "UnitStanding") -> "UnitStanding":
        """Both together; the first tells of which unit."""
        return replace(self, **{name: getattr(self, name) + getattr(other, name) for name in COUNTS})


COUNTS = tuple(f.name for f in fields(UnitStanding) if f.name not in ("body", "unit"))


def asked_at(at: datetime, base: Asked) -> Mapping[str, Asked]:
    """Say which of the dossiers asked for each count counts, by its name. A last day that is over just at the moment is
    over."""
    over = at + _INSTANT
    return {
        "pending": replace(base, open_at=at),
        "pending_late": replace(base, open_at=at, due=(None, over)),
        "due_today": replace(base, open_at=at, due=(over, day_over(at) + _INSTANT)),
        "due_soon": replace(base, open_at=at, due=(over, over + _SOON)),
        "undigitised": replace(base, ended=(None, at), ended_kinds=WITH_RESULT, digitised=False),
        "due_shortly": replace(base, open_at=at, due=(over, _shortly(at) + _INSTANT)),
    }


def _shortly(at: datetime) -> datetime:
    """When the last of the working days is over, within which something is due soon."""
    today = local_time(at, VIETNAM).date()
    return begin_of(working_day_ahead(today, SOON, _CALENDAR) + timedelta(days=1))


def standing(scope: Scope, at: datetime, base: Asked) -> list[UnitStanding]:
    """Count the dossiers asked for that were open at a moment, by unit: one walk over each part."""
    asked = asked_at(at, base)
    counts = {f"_{name}": Count("due_at", filter=in_span("due_at", asked[name].due)) for name in COUNTS[1:]}
    found: dict[tuple[str, str], UnitStanding] = {}
    with reading():
        for rows in parts(scope, asked["pending"]):
            by_unit: QuerySet[Any, Any] = rows.order_by().annotate(_unit=Coalesce("unit", Value("")))
            counted = by_unit.values("body", "_unit").annotate(_pending=Count("*"), **counts)
            for body, unit, *told in counted.values_list("body", "_unit", *(f"_{name}" for name in COUNTS)):
                mine = UnitStanding(body=body, unit=unit, **dict(zip(COUNTS, told, strict=True)))
                found[body, unit] = found[body, unit] + mine if (body, unit) in found else mine
    return list(found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldByUnit:
    """Where dossiers are held: a kind of holder and its unit as the source writes it (None: applicants, whatever is written),
    and how many."""

    holder_kind: int
    holder_unit: str | None
    count: int


def held_by_unit(scope: Scope, asked: Asked) -> list[HeldByUnit]:
    """Say where the dossiers asked for are held, most first."""
    found: Counter[tuple[int, str | None]] = Counter()
    with reading():
        for part in parts(scope, asked):
            rows = part.order_by().values("holder_kind", "holder_unit").annotate(_n=Count("*"))
            for kind, unit, n in rows.values_list("holder_kind", "holder_unit", "_n"):
                found[(kind, None if kind == HolderKind.APPLICANT else unit)] += n
    made = [HeldByUnit(holder_kind=kind, holder_unit=unit, count=n) for (kind, unit), n in found.items()]
    return sorted(made, key=lambda one: (-one.count, sort_key(one.holder_unit or ""), one.holder_kind))


def count_by_unit(scope: Scope, asked: Asked) -> list[tuple[str, str, int]]:
    """Count the dossiers asked for by body and unit as the source writes it, most first."""
    with reading():
        rows = matching(scope, asked).order_by().values("body", "unit").annotate(_n=Count("*"))
        found = list(rows.values_list("body", "unit", "_n"))
    return sorted(found, key=lambda one: (-one[2], one[0], sort_key(one[1])))
