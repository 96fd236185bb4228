"""Rows that nobody gets unscoped: the filter of the ORM, and before it, on PostgreSQL, the database's own
(`baro.records.row_security`).

A model whose rows not everybody may see says so, and where the engine finds what it needs:

    class Dossier(models.Model):
        ...
        SCOPING = Scoping(matter="dossier", unit="unit", holder="holder_person")
        objects = ScopedManager()

- Pages, exports, the API, counts, search and jobs read `Dossier.objects.within(scope)`; the scope comes from
  `baro.desk.permission.scope(asker, "dossier.read", at=at)`. Filter, order, count it as any queryset.
- One row by its id: `Dossier.objects.one(id, scope)`; None also where it lies outside the scope.
- `Dossier.objects.all()`, `.filter(…)`, `.get(…)` raise `Unscoped`.
- Projections and loading, which must see every row to keep them, use `Dossier.objects.whole()`, within
  `row_security.session.system`; a house test lets only those rooms call it, and lets nobody write `_base_manager`, `_default_manager` or `raw` for a scoped model.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.models import Exists, OuterRef, Q

from baro.records.round_trips import Rows, Sql, ask
from baro.records.row_security.session import open_rows, opening
from baro.records.scoping import Scoping
from baro.records.statements import KEY, Statement, statement_of
from baro.rules.prescribed.policy.scopes import Part, Scope
from baro.rules.prescribed.policy.standing import Accused, Subject

_NOBODYS: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


class Unscoped(Exception):
    """Rows of a scoped model were asked for without a scope: a fault of the program, never of the person."""


class WrongMatter(Exception):
    """Rows of one kind of matter were asked for within a scope of another: a fault of the program, never of the person."""


class ScopedManager(models.Manager[Any]):
    """Gives rows within a scope, and no others."""

    use_in_migrations = False

    def get_queryset(self) -> models.QuerySet[Any]:
        """Refuse. Raises `Unscoped`."""
        raise Unscoped(f"{self.model.__name__}.objects: ask for .within(scope)")

    def within(self, scope: Scope) -> models.QuerySet[Any]:
        """Give the rows that lie in a scope. On PostgreSQL the database is told of the scope too, until the transaction
        ends: read the rows within `row_security.session.reading`. Raises `WrongMatter` for a scope of another kind of
        matter: what may be done with petitions says nothing of denunciations, nor of dossiers."""
        rows, scoping = super().get_queryset(), self.model.SCOPING
        _require_matter(self.model, scope)
        if scope.is_empty:
            return rows.none()
        open_rows(scope)
        return rows.filter(condition(scoping, scope))

    def one(self, key: str, scope: Scope) -> Any:
        """Give the row of an id if it lies in a scope, else None: as `within(scope).filter(pk=key).first()`, by a statement
        that is written once for equal scopes. Raises `WrongMatter` too."""
        return self.each((key,), scope)[0].get(key)

    def each(
        self, keys: Sequence[str], scope: Scope, *, first: Sequence[Sql] = (), also: Sequence[Sql] = ()
    ) -> tuple[dict[str, Any], list[Rows]]:
        """Give the rows of ids that lie in a scope, by id, after statements that come first, and what other statements
        find, all in one round trip. Raises `WrongMatter` too."""
        _require_matter(self.model, scope)
        written = None if scope.is_empty else _written(self.model, scope, connection.vendor)
        if written is None:
            return {}, ask(*first, *also)[len(first) :]
        before = [*first, *opening(scope)]
        found = ask(*before, *(written.asking(key) for key in keys), *also)[len(before) :]
        rows = {key: written.row(told[0]) for key, told in zip(keys, found, strict=False) if told}
        return rows, found[len(keys) :]

    def whole(self) -> models.QuerySet[Any]:
        """Give every row, to keep them: for projections and loading only."""
        return super().get_queryset()


def _require_matter(model: type[models.Model], scope: Scope) -> None:
    if scope.matter not in model.SCOPING.matters:  # type: ignore[attr-defined]
        raise WrongMatter(f"{model.__name__}: a scope of {scope.operation}")


def condition(scoping: Scoping, scope: Scope) -> Q:
    """Say a scope as a condition on the columns of a model."""
    reached = Q()
    for part in scope.parts:
        reached |= _reached(scoping, part)
    if scoping.compartment:
        reached &= Q(**{scoping.compartment: ""}) | Q(**{f"{scoping.compartment}__in": sorted(scope.compartments)})
    reached &= _of_matter(scoping, scope.matter)
    return reached & ~Exists(_barring(scope)) if scoping.conflicts else reached


def unbarred(rows: models.QuerySet[Any], scope: Scope) -> models.QuerySet[Any]:
    """Leave out the matters that accuse the asker of a scope, or somebody in whose line they stand."""
    return rows.filter(~Exists(_barring(scope)))


@lru_cache(maxsize=512)
def _written(model: type[models.Model], scope: Scope, _vendor: str) -> Statement | None:
    rows = model.objects.whole()  # type: ignore[attr-defined]
    return statement_of(rows.filter(condition(model.SCOPING, scope), pk=KEY))  # type: ignore[attr-defined]


def subject_of(row: models.Model) -> Subject:
    """Give a row as the matter that the engine decides on."""
    scoping: Scoping = row.SCOPING  # type: ignore[attr-defined]
    dossier = str(getattr(row, scoping.reach)) if scoping.reach else ""
    parts, holders = reached_by((dossier,))[dossier] if dossier else _NOBODYS
    return Subject(
        id=str(row.pk),
        matter=_matter(row, scoping),
        unit=getattr(row, scoping.unit),
        holder=getattr(row, scoping.holder) if scoping.holder else "",
        parts=parts,
        holders=holders,
        compartment=getattr(row, scoping.compartment) if scoping.compartment else "",
        accused=accused_of(str(row.pk)) if scoping.conflicts else (),
    )


def reached_by(dossiers: Sequence[str]) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Give for each dossier, by id, the bodies whose part it is and the persons who hold or held it."""
    rows = apps.get_model("records", "DossierReachRow").objects.filter(dossier__in=dossiers)
    found: dict[str, dict[str, set[str]]] = {one: {"body": set(), "person": set()} for one in dossiers}
    for dossier, kind, who in rows.values_list("dossier", "kind", "who"):
        found[dossier][kind].add(who)
    return {one: (frozenset(of["body"]), frozenset(of["person"])) for one, of in found.items()}


def accused_of(subject: str) -> tuple[Accused, ...]:
    """Give those whom a matter accuses."""
    return accused_found(ask(asking_accused(subject))[0])


def asking_accused(subject: str) -> Sql:
    """Give the statement that asks whom a matter accuses."""
    return Sql(
        "SELECT person, unit, is_head FROM case_conflict WHERE subject = %s ORDER BY id", [subject], is_kept=True
    )


def accused_found(rows: Rows) -> tuple[Accused, ...]:
    """Read what it found."""
    return tuple(Accused(person=person, unit=unit, is_head=bool(is_head)) for person, unit, is_head in rows)


def _matter(row: models.Model, scoping: Scoping) -> str:
    kind = getattr(row, scoping.kind) if scoping.kind else ""
    return kind if kind in scoping.apart else scoping.matter


def _of_matter(scoping: Scoping, matter: str) -> Q:
    """The rows of one kind of matter among those of the table."""
    if matter != scoping.matter:
        return Q(**{scoping.kind: matter})
    return ~Q(**{f"{scoping.kind}__in": scoping.apart}) if scoping.apart else Q()


def _reached(scoping: Scoping, part: Part) -> Q:
    found = Q(**{f"{scoping.unit}__in": sorted(part.units)})
    found = ~found if part.all_but else found
    if scoping.holder and part.holders:
        found |= Q(**{f"{scoping.holder}__in": sorted(part.holders)})
    if scoping.reach:
        for kind, who in (("body", part.parts), ("person", part.in_hands)):
            found |= Q(**{f"{scoping.reach}__in": _in_reach(kind, who)}) if who else Q()
    if part.ids:
        found |= Q(pk__in=sorted(part.ids))
    return found if part.sealed or not scoping.compartment else found & Q(**{scoping.compartment: ""})


def _barring(scope: Scope) -> models.QuerySet[Any]:
    """The accusations that bar the asker from the row outside."""
    barred = Q(unit__in=sorted(scope.heads)) | Q(is_head=True, unit__in=sorted(scope.serves_under))
    if scope.person:
        barred |= Q(person=scope.person)
    return _conflicts().filter(barred, subject=OuterRef("pk"))


def _in_reach(kind: str, who: frozenset[str]) -> models.QuerySet[Any]:
    """The ids of the dossiers of parts of bodies, or of those who hold or held them."""
    rows = apps.get_model("records", "DossierReachRow").objects.filter(kind=kind, who__in=sorted(who))
    return rows.values("dossier")


def _conflicts() -> models.QuerySet[Any]:
    return apps.get_model("records", "CaseConflict").objects.all()  # by name: models import this module
