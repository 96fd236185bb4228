"""Sources, deliveries and contradictions, as values."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Max, Q

from baro.records.models.dossier_tables import TABLES, DossierTables
from baro.records.models.imports import ImportAdoption, ImportBatch, ImportConflict, ImportSource
from baro.rules.observed.told_values import read
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_kinds import WorkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source system; `prescription`: role ("process", "offices") -> names of kept files; `work`: of which kind its
    dossiers are."""

    code: str
    name: str
    unit: str
    mapping: str
    prescription: dict[str, list[str]]
    calendar: str
    work: WorkKind
    last_batch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A delivery received."""

    id: str
    entry: str
    source: str
    unit: str
    number: int
    file_name: str
    file_sha256: str
    row_root: str
    row_count: int
    counts: dict[str, Any]
    as_of: datetime
    actor: str
    received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenConflict:
    """A contradiction that waits for a person."""

    id: str
    batch: str
    dossier: str
    kind: str
    field: str
    ours: str
    theirs: str
    row: int

    @property
    def source(self) -> str:
        """The code of the source."""
        return self.dossier.partition(":")[0]

    @property
    def place(self) -> tuple[str, bool, str]:
        """The dossier, whether a cell or a step, and which."""
        return self.dossier, self.kind == "altered_cell", self.field

    @property
    def code(self) -> str:
        """The code of the dossier, as its source tells it."""
        return self.dossier.partition(":")[2]


def tables_of(source: str) -> DossierTables:
    """The tables in which the dossiers of a source lie."""
    return TABLES[WorkKind(ImportSource.objects.values_list("work", flat=True).get(pk=source))]


def find_source(code: str) -> Source | None:
    """The source of this code, if it was described."""
    row = ImportSource.objects.filter(pk=code).first()
    return None if row is None else _source(row)


def sources() -> tuple[Source, ...]:
    """All sources, by code."""
    return tuple(_source(row) for row in ImportSource.objects.order_by("code"))


def batch(batch_id: str) -> Batch:
    """One delivery. Raises `Refused("import.no_batch")`."""
    row = ImportBatch.objects.filter(pk=batch_id).first()
    if row is None:
        raise Refused("import.no_batch", batch=batch_id)
    return _batch(row)


def is_received(batch_id: str) -> bool:
    """Whether a delivery of this name was received."""
    return batch_id in received_among({batch_id})


def received_among(names: AbstractSet[str]) -> frozenset[str]:
    """Which of these deliveries were received, or adoptions recorded. Waits for acts whose process was killed but whose commit is under way: they
    hold the row of their source."""
    with transaction.atomic():
        list(ImportSource.objects.select_for_update().values_list("code"))
        tables = (ImportBatch, ImportAdoption)
        return frozenset(pk for t in tables for pk in t.objects.filter(pk__in=names).values_list("id", flat=True))


def batches(source: str = "", most: int = 100) -> tuple[Batch, ...]:
    """The deliveries of a source (or of all), the latest first."""
    rows = ImportBatch.objects.order_by("-received_at", "-id")
    rows = ImportBatch.objects.filter(source_id=source).order_by("-number") if source else rows
    return tuple(_batch(row) for row in rows[:most])


def latest_as_of(source: str) -> datetime:
    """The latest moment as of which dossiers of a source were judged when a delivery of it came."""
    found: datetime = ImportBatch.objects.filter(source_id=source).aggregate(last=Max("as_of"))["last"]
    return found


def received_before(source: str, file_sha256: str, mapping_sha256: str) -> str:
    """The batch that received this very file, read in this very way; "" if none did."""
    rows = ImportBatch.objects.filter(
        source_id=source, file_sha256=file_sha256, mapping_sha256=mapping_sha256
    ).order_by("number")
    return rows.values_list("id", flat=True).first() or ""


def open_conflicts(source: str = "", most: int = 1_000) -> tuple[OpenConflict, ...]:
    """The contradictions of a source (or of all) that nobody has settled, by dossier."""
    rows = ImportConflict.objects.filter(settled_at=None).order_by("dossier", "id")
    rows = rows.filter(batch__source_id=source) if source else rows
    return tuple(_conflict(row) for row in rows[:most])


def open_conflicts_after(sources: Sequence[str], last: str, most: int) -> tuple[OpenConflict, ...]:
    """The contradictions of sources that nobody has settled, by dossier, behind the one of the id `last` ("": from the first
    on), be it settled since. Raises `Refused("import.no_conflict")` if there is none of that id."""
    rows = ImportConflict.objects.filter(settled_at=None, batch__source_id__in=sources).order_by("dossier", "id")
    if last:
        place = ImportConflict.objects.filter(pk=last, batch__source_id__in=sources).first()
        if place is None:
            raise Refused("import.no_conflict", conflict=last)
        rows = rows.filter(Q(dossier__gt=place.dossier) | Q(dossier=place.dossier, id__gt=last))
    return tuple(_conflict(row) for row in rows[:most])


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """A taking over of the source's telling: how many contradictions of how many dossiers, of which `improved` show a
    better figure; by whom, with whose approval, when."""

    id: str
    conflicts: int
    dossiers: int
    improved: int
    actor: str
    second: str
    at: datetime


def adoptions(source: str, most: int = 20) -> tuple[Adopted, ...]:
    """What was adopted of a source's telling, the latest first."""
    rows = ImportAdoption.objects.filter(source_id=source).order_by("-adopted_at", "-id")[:most]
    return tuple(
        Adopted(
            id=r.id, conflicts=r.conflicts, dossiers=r.dossiers, improved=r.improved, actor=r.actor, second=r.second,
            at=r.adopted_at,
        )
        for r in rows
    )  # fmt: skip


def open_conflict_counts() -> dict[str, int]:
    """How many contradictions wait for a person, by source."""
    rows = ImportConflict.objects.filter(settled_at=None).values_list("batch__source_id").annotate(n=Count("id"))
    return dict(rows)


def chosen_conflicts(ids: Sequence[str]) -> tuple[OpenConflict, ...]:
    """These contradictions, by dossier. Raises `Refused("import.no_conflict")` if one is not there or is settled."""
    rows = ImportConflict.objects.filter(pk__in=ids, settled_at=None).order_by("dossier", "id")
    found = tuple(map(_conflict, rows))
    missing = sorted(set(ids) - {c.id for c in found})
    if missing or not ids:
        raise Refused("import.no_conflict", conflict=missing[0] if missing else "")
    return found


def open_conflict_ids(source: str, most: int) -> tuple[str, ...]:
    """The ids of the contradictions of a source that nobody has settled."""
    rows = ImportConflict.objects.filter(settled_at=None, batch__source_id=source).order_by("dossier", "id")
    return tuple(rows.values_list("id", flat=True)[:most])


def left_behind(adopted: Sequence[OpenConflict]) -> tuple[str, ...]:
    """The open contradictions about the same steps and cells, held the same, as some that are adopted: what they compare
    with is held no more."""
    places: dict[tuple[str, bool, str], list[OpenConflict]] = {}
    for one in adopted:
        places.setdefault(one.place, []).append(one)
    mine = {c.id for c in adopted}
    rows = ImportConflict.objects.filter(settled_at=None, dossier__in={c.dossier for c in adopted}).order_by("id")
    others = (c for c in map(_conflict, rows) if c.id not in mine)
    return tuple(c.id for c in others if any(_held_same(c, one) for one in places.get(c.place, ())))


def _held_same(one: OpenConflict, other: OpenConflict) -> bool:
    """Say whether two contradictions speak of the same held value, of a cell or of some field of a step."""
    if one.kind == "altered_cell":
        return one.ours == other.ours
    mine, theirs = read(one.ours), read(other.ours)
    shared = mine.keys() & theirs.keys()
    return bool(shared) and all(mine[name] == theirs[name] for name in shared)


def outcomes_of(ids: Sequence[str]) -> dict[str, str]:
    """What became of contradictions ("" for one that waits for a person), by id; of those that are there."""
    told: dict[str, str] = {}
    for start in range(0, len(ids), 500):
        rows = ImportConflict.objects.filter(pk__in=ids[start : start + 500])
        told.update(rows.values_list("id", "outcome"))
    return told


def conflict(conflict_id: str) -> OpenConflict:
    """A contradiction. Raises `Refused("import.no_conflict")` if there is none or it is settled."""
    row = ImportConflict.objects.filter(pk=conflict_id, settled_at=None).first()
    if row is None:
        raise Refused("import.no_conflict", conflict=conflict_id)
    return _conflict(row)


def _source(row: ImportSource) -> Source:
    return Source(
        code=row.code, name=row.name, unit=row.unit, mapping=row.mapping, prescription=row.prescription,
        calendar=row.calendar, work=WorkKind(row.work), last_batch=row.last_batch,
    )  # fmt: skip


def _batch(row: ImportBatch) -> Batch:
    return Batch(
        id=row.id, entry=row.entry, source=row.source_id, unit=row.unit, number=row.number, file_name=row.file_name,
        file_sha256=row.file_sha256, row_root=row.row_root, row_count=row.row_count, counts=row.counts,
        as_of=row.as_of, actor=row.actor, received_at=row.received_at,
    )  # fmt: skip


def _conflict(row: ImportConflict) -> OpenConflict:
    return OpenConflict(
        id=row.id, batch=row.batch_id, dossier=row.dossier, kind=row.kind, field=row.field, ours=row.ours,
        theirs=row.theirs, row=row.row,
    )  # fmt: skip
