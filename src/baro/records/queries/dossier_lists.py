"""Lists of dossiers within a scope: filtered, by due date, a page at a time from where the page before ended."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from heapq import nsmallest
from itertools import chain

from django.db import connection
from django.db.models import BooleanField, F, Func, Q, QuerySet, Value

from baro.records.models.dossier_tables import TABLES
from baro.records.models.dossiers import DossierColumns
from baro.records.queries.open_then import Unordered, UnorderedMoment, open_then, parts_open_then
from baro.records.queries.structures import structure
from baro.records.row_security.session import reading
from baro.rules.judged.digitised import Copy
from baro.rules.prescribed.policy.scopes import Scope
from baro.rules.prescribed.structures import Under, Units
from baro.rules.prescribed.work_kinds import WorkKind

Span = tuple[datetime | None, datetime | None]
"""From a moment on, before another; None is open."""


class Kept(StrEnum):
    """What is kept here of a dossier: a signed copy of its result, one that was pushed; components named, with a copy, some
    without one, some used again."""

    SIGNED = "signed"
    PUSHED = "pushed"
    COMPONENTS = "components"
    COPIED = "copied"
    UNCOPIED = "uncopied"
    REUSED = "reused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which dossiers: of a kind of work; of these classes in time (none named: of all), whose code begins so, of a unit (or of none) and a procedure
    as the source writes them, with a red flag by its number, with a kind of deviation, of a source, of a body; ended by such
    kinds, reopened, in time only by a pause, with the result digitised or not (None: whichever); held by a kind of holder
    and its unit (None: any); received, ended or due within a span; received before a moment and not ended then; of a
    body, with the units that are its own; with copies kept here."""

    work: WorkKind = WorkKind.PROCEDURE
    classes: tuple[int, ...] = ()
    code: str = ""
    unit: str = ""
    without_unit: bool = False
    procedure: str = ""
    signal: int | None = None
    deviation: int | None = None
    source: str = ""
    body: str = ""
    ended_kinds: tuple[int, ...] = ()
    reopened: bool = False
    by_pause: bool = False
    digitised: bool | None = None
    holder: tuple[int, str | None] | None = None
    received: Span = (None, None)
    ended: Span = (None, None)
    due: Span = (None, None)
    open_at: datetime | None = None
    under: Under | None = None
    kept: Kept | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A dossier as a list shows it; codes and units as in `Dossier`. `due_at` is when the last day, `due_on`, is over."""

    id: str
    source: str
    body: str
    code: str
    procedure: str
    unit: str
    received_at: datetime | None
    due_at: datetime | None
    due_on: date | None
    ended_at: datetime | None
    ended_kind: int
    time_class: int
    late_days: int
    late_minutes: int
    is_suspended: bool
    holder_kind: int
    holder_unit: str
    holder_person: str
    deviation_count: int
    signals: int
    signal_count: int
    conflict_count: int
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """After which line a page begins: its due moment (None: it has none) and its id."""

    due_at: datetime | None
    id: str


_COLUMNS = tuple(field.name for field in fields(Line))
_OPEN: Span = (None, None)
_KEPT = {
    Kept.SIGNED: Q(result_copy=int(Copy.SIGNED)),
    Kept.PUSHED: Q(result_pushed=True),
    Kept.COMPONENTS: Q(components__gt=0),
    Kept.COPIED: Q(components_copied__gt=0),
    Kept.UNCOPIED: Q(components__gt=F("components_copied")),
    Kept.REUSED: Q(components_reused__gt=0),
}
_AT_ONCE = 2_000
_LITTLE = 50_000


def dossiers(scope: Scope, asked: Asked, after: Place | None, most: int) -> list[Line]:
    """Give the next dossiers by due date, those without one last; at most so many."""
    with reading():
        found: list[Line] = []
        if after is None or after.due_at is not None:
            found = _first_due(scope, asked, after, most)
        if len(found) < most:
            without = matching(scope, asked).filter(due_at__isnull=True)
            if after is not None and after.due_at is None:
                without = without.filter(id__gt=after.id)
            found += _lines(without.order_by("id")[: most - len(found)])
    return found


def runs_of_dossiers(scope: Scope, asked: Asked) -> Iterator[list[Line]]:
    """Give all of them, in the order of the list, so many together as are read at once."""
    after: Place | None = None
    while True:
        found = dossiers(scope, asked, after, _AT_ONCE)
        yield found
        if len(found) < _AT_ONCE:
            return
        after = Place(found[-1].due_at, found[-1].id)


def count(scope: Scope, asked: Asked) -> int:
    """How many there are."""
    with reading():
        return sum(rows.order_by().count() for rows in parts(scope, asked))


def dossier(scope: Scope, dossier_id: str) -> Line | None:
    """Give one; None also where it lies outside the scope."""
    if "\0" in dossier_id:  # no database of ours keeps one, and PostgreSQL refuses to be asked
        return None
    return dossiers_by_id(scope, [dossier_id]).get(dossier_id)


def dossiers_by_id(scope: Scope, ids: Collection[str]) -> dict[str, Line]:
    """Give some by their ids, of whichever kind of work; one outside the scope is left out. Most are of procedures: the others
    are looked for only where one is missing."""
    found: dict[str, Line] = {}
    with reading():
        for tables in TABLES.values():
            if len(found) < len(ids):
                missing = [one for one in ids if one not in found]
                found |= {line.id: line for line in _lines(tables.rows.objects.within(scope).filter(pk__in=missing))}
    return found


def matching(scope: Scope, asked: Asked) -> QuerySet[DossierColumns]:
    """Give the rows asked for, within `reading`; a bit is looked for on both databases alike, among
    the rows that have any: these an index names."""
    rows = _rows(scope, asked.work)
    if asked.classes:
        rows = rows.filter(time_class__in=asked.classes)
    if asked.code:
        rows = rows.filter(_begins(asked.code))
    told = {name: getattr(asked, name) for name in ("unit", "procedure", "source", "body") if getattr(asked, name)}
    if asked.without_unit:
        told["unit"] = ""
    rows = rows.filter(_ended_so(asked), **told)
    if asked.holder is not None:
        kind, unit = asked.holder
        rows = rows.filter(holder_kind=kind, **({} if unit is None else {"holder_unit": unit}))
    rows = rows.filter(in_span("received_at", asked.received), in_span("ended_at", asked.ended))
    rows = rows.filter(in_span("due_at", asked.due), open_then(asked.open_at))
    if asked.under is not None:
        rows = rows.filter(_of_units(structure().units_of(asked.under)))
    if asked.signal is not None:
        rows = rows.alias(flag=F("signals").bitand(1 << asked.signal)).filter(flag__gt=0, signal_count__gt=0)
    if asked.deviation is not None:
        rows = rows.alias(kind=F("deviation_kinds").bitand(1 << asked.deviation)).filter(
            kind__gt=0, deviation_count__gt=0
        )
    return rows


def parts(scope: Scope, asked: Asked) -> tuple[QuerySet[DossierColumns], ...]:
    """Give the rows asked for, within `reading`, in parts that share none: of what was open at a moment since which much ended,
    each part by an index that names little else."""
    at = asked.open_at
    if at is None or scope.is_narrow:
        return (matching(scope, asked),)
    rows = matching(scope, replace(asked, open_at=None, unit="", without_unit=False, due=_OPEN))
    rows = rows.alias(_due=Unordered(F("due_at"))).filter(in_span("_due", asked.due))
    if asked.unit or asked.without_unit:
        rows = rows.alias(_of_unit=Unordered(F("unit"))).filter(_of_unit=asked.unit)
    if _fewer(_rows(scope, asked.work).filter(ended_at__gte=at), _LITTLE):
        return (rows.filter(open_then(at)),)
    return tuple(rows.filter(part) for part in parts_open_then(at))


def _rows(scope: Scope, work: WorkKind) -> QuerySet[DossierColumns]:
    found: QuerySet[DossierColumns] = TABLES[work].rows.objects.within(scope)
    return found


def _of_units(units: Units) -> Q:
    found = Q(body__in=sorted(units.entire))
    for deliverer, some in sorted(units.some.items()):
        found |= Q(body=deliverer, unit__in=sorted(some))
    return found


def _ended_so(asked: Asked) -> Q:
    found = Q(ended_kind__in=asked.ended_kinds) if asked.ended_kinds else Q()
    found &= Q(is_reopened=True) if asked.reopened else Q()
    found &= Q(in_time_by_pause=True) if asked.by_pause else Q()
    found &= _KEPT[asked.kept] if asked.kept else Q()
    if asked.digitised is None:
        return found
    is_digitised = Q(is_digitised=True) | Q(result_copy__gt=int(Copy.NONE))
    return found & (is_digitised if asked.digitised else ~is_digitised)


def _first_due(scope: Scope, asked: Asked, after: Place | None, most: int) -> list[Line]:
    """Give the first rows by due date. Where what is asked for is little, another index than that of due dates names it, and
    tells the ids by itself; databases, which hope to fill a page soon, would walk along all due dates for it."""
    several = parts(scope, asked)
    if not _is_little(scope, several[0], asked):
        return _lines(several[0].filter(_later(after), due_at__isnull=False).order_by("due_at", "id")[:most])
    due = F("due_at")
    firsts = [
        rows.alias(_due=Unordered(due))
        .filter(_later(after, "_due"), _due__isnull=False)
        .order_by(UnorderedMoment(due), "id")
        for rows in several
    ]
    found = chain.from_iterable(rows.values_list("due_at", "id")[:most] for rows in firsts)
    ids = [one for _, one in nsmallest(most, found)]
    return _lines(_rows(scope, asked.work).filter(pk__in=ids).order_by("due_at", "id")) if ids else []


def _is_little(scope: Scope, rows: QuerySet[DossierColumns], asked: Asked) -> bool:
    """Whether no walk along the due dates is hoped to find a page sooner."""
    if scope.is_narrow or asked.received != _OPEN or asked.ended != _OPEN or asked.open_at is not None:
        return True
    is_named = asked.code or asked.signal is not None or asked.deviation is not None
    return bool(is_named) and connection.vendor != "sqlite" and _fewer(rows, _LITTLE)


def _fewer(rows: QuerySet[DossierColumns], most: int) -> bool:
    return rows.order_by().values("id")[:most].count() < most


def _begins(code: str) -> Q | Func:
    """Say that a code begins so, as each database finds it by an index: SQLite compares letters by number; PostgreSQL keeps
    an index of patterns, and asks it before it asks who may see a row only for a function that tells nothing of what it
    compares, which LIKE is not."""
    if connection.vendor == "sqlite":
        return Q(code__gte=code, code__lt=code + "\U0010ffff")
    return Func(F("code"), Value(code), function="starts_with", output_field=BooleanField())


def in_span(column: str, span: Span) -> Q:
    """Say that a moment lies within a span."""
    first, end = span
    found = Q()
    if first is not None:
        found &= Q(**{f"{column}__gte": first})
    return found & Q(**{f"{column}__lt": end}) if end is not None else found


def _later(after: Place | None, due: str = "due_at") -> Q:
    """Behind a line, in the order (due, id): written so that an index on the due date is used."""
    if after is None:
        return Q()
    return Q(**{f"{due}__gte": after.due_at}) & (Q(**{f"{due}__gt": after.due_at}) | Q(id__gt=after.id))


def _lines(rows: QuerySet[DossierColumns]) -> list[Line]:
    return [Line(**row) for row in rows.values(*_COLUMNS)]
