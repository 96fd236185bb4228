"""Rows of sources, deliveries, contradictions and dossiers, from the acts of importing.

A delivery's dossiers come from its segment, whose hash the entry holds; a segment that was touched is not projected.
"""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from django.db import connection

from baro.records.loading.differences import conflict_id, read_conflicts, read_marks, read_settled
from baro.records.loading.dossier_file import read_dossiers
from baro.records.loading.segments import seal_of, segment_folder
from baro.records.loading.upsert import put_rows
from baro.records.models.dossier_tables import TABLES
from baro.records.models.imports import ImportAdoption, ImportBatch, ImportConflict, ImportSource
from baro.records.projections.again import erased_stream
from baro.records.projections.dossier_counts import count_anew, months_held, months_told
from baro.records.projections.dossier_papers import COPIES
from baro.records.projections.dossier_reach import reach_of_delivery
from baro.records.projections.registry import projects
from baro.records.queries.imports import tables_of
from baro.rules.observed.entries import Entry
from baro.rules.observed.reconciliation import Outcome
from baro.rules.prescribed.refusals import Refused

_KEPT = ("conflict_count", *COPIES)
"""Columns of a dossier that no delivery tells."""
_AT_ONCE = 5_000
_DOSSIERS_AT_ONCE = 50_000
_COUNT_CONFLICTS = (
    "UPDATE {table} SET conflict_count = (SELECT count(*) FROM import_conflict AS c "
    "WHERE c.dossier = {table}.id AND c.settled_at IS NULL) "
    "WHERE id IN (SELECT dossier FROM import_conflict WHERE {which} = %s)"
)


@projects("import_source.described")
def source_described(entry: Entry) -> None:
    """A source was described, or described anew."""
    data = entry.data
    ImportSource.objects.update_or_create(
        code=data["source"],
        defaults={
            "name": entry.personal.get("name") or "",
            "unit": entry.unit,
            "mapping": entry.personal.get("mapping") or "",
            "prescription": data["prescription"],
            "calendar": data["calendar"],
            "work": data["work"],
            "described_at": entry.occurred_at,
        },
    )


@projects("import.received")
def received(entry: Entry) -> None:
    """A delivery was received: its batch, the dossiers it touched, what vanished, what it contradicts."""
    data, batch = entry.data, str(entry.data["batch"])
    folder = segment_folder(batch)
    if not folder.is_dir():
        raise Refused("import.segment_lost", batch=batch)
    if seal_of(folder) != data["segment_sha256"]:
        raise Refused("import.segment_altered", batch=batch)
    _put_batch(entry)
    _put_dossiers(data, entry.unit, read_dossiers(folder))
    _mark(data, read_marks(folder))
    _put_conflicts(data, read_conflicts(folder))
    ImportSource.objects.filter(pk=data["source"]).update(last_batch=batch)


@projects("import.conflict_settled")
def conflict_settled(entry: Entry) -> None:
    """A person has looked at a contradiction and said why ours stands."""
    ImportConflict.objects.filter(pk=entry.data["conflict"]).update(
        settled_at=entry.occurred_at, settled_by=entry.actor, outcome=Outcome.KEPT.value
    )
    _count_conflicts("id", entry.data["conflict"])


@projects("personal.erased")
def erased(entry: Entry) -> None:
    """How a source and its files are called, or how they are read, was erased."""
    kind, key = erased_stream(entry)
    fields = {"name", "mapping", "file_name"}
    fields &= fields if entry.data["fields"] is None else set(entry.data["fields"])
    if kind != "import_source":
        return
    for rows, column in (
        (ImportSource.objects.filter(pk=key), "name"),
        (ImportSource.objects.filter(pk=key), "mapping"),
        (ImportBatch.objects.filter(source_id=key), "file_name"),
    ):
        if column in fields:
            rows.update(**{column: ""})


@projects("import.theirs_adopted")
def theirs_adopted(entry: Entry) -> None:
    """A person has taken the source's telling over: the dossiers touched lie in a segment of their own, the old ones stay
    where they are."""
    data, adoption = entry.data, str(entry.data["adoption"])
    folder = segment_folder(adoption)
    if seal_of(folder) != data["segment_sha256"]:
        raise Refused("import.segment_altered", batch=adoption)
    told = read_dossiers(folder)
    kept = ("first_batch", "last_batch", "missing_since", *_KEPT)
    _put_dossiers({**data, "batch": adoption}, entry.unit, told, kept)
    settled = read_settled(folder)
    for outcome in (Outcome.ADOPTED, Outcome.SUPERSEDED):
        ids = settled.filter(pc.equal(settled["outcome"], outcome.value))["id"].to_pylist()
        _settle(ids, settled_at=entry.occurred_at, settled_by=entry.actor, outcome=outcome.value, adoption=adoption)
    same = ("conflicts", "dossiers", "improved")
    ImportAdoption.objects.create(
        id=adoption, entry=entry.id, source_id=data["source"], actor=entry.actor, second=entry.second,
        adopted_at=entry.occurred_at, **{name: data[name] for name in same},
    )  # fmt: skip
    _count_conflicts("adoption", adoption)
    ImportSource.objects.filter(pk=data["source"]).update(last_batch=adoption)


def _settle(ids: list[str], **told: Any) -> None:
    for start in range(0, len(ids), _AT_ONCE):
        ImportConflict.objects.filter(pk__in=ids[start : start + _AT_ONCE]).update(**told)


def _put_batch(entry: Entry) -> None:
    data = entry.data
    same = ("file_sha256", "mapping_sha256", "segment_sha256", "row_root", "row_count", "counts", "as_of", "number")
    ImportBatch.objects.create(
        id=data["batch"],
        entry=entry.id,
        source_id=data["source"],
        unit=entry.unit,
        file_name=entry.personal.get("file_name") or "",
        actor=entry.actor,
        received_at=entry.occurred_at,
        **{name: data[name] for name in same},
    )


def _put_dossiers(
    data: dict[str, Any], body: str, dossiers: pa.Table, kept: tuple[str, ...] = ("first_batch", *_KEPT)
) -> None:
    """Put the dossiers of a segment into their table, some at a time: a year of rows as texts would fill the memory; then
    count anew the months that they touch, or touched until now."""
    tables, months = tables_of(data["source"]), months_told(dossiers)
    is_first = (
        not tables.rows.objects.whole().filter(body=body).exists()
    )  # then none of them was in another month before
    for start in range(0, dossiers.num_rows, _DOSSIERS_AT_ONCE):
        rows = _rows_of(data, body, dossiers.slice(start, _DOSSIERS_AT_ONCE))
        months |= set() if is_first else months_held(tables, rows["id"].to_pylist())
        put_rows(tables.name, rows, key="id", kept=kept)
        reach_of_delivery(data["source"], body, rows, data["batch"])
    count_anew(body, months, tables)


def _count_conflicts(which: str, value: str) -> None:
    with connection.cursor() as cursor:
        for tables in TABLES.values():
            cursor.execute(_COUNT_CONFLICTS.format(table=tables.name, which=which), [value])


def _rows_of(data: dict[str, Any], body: str, dossiers: pa.Table) -> pa.Table:
    count, source, batch = dossiers.num_rows, data["source"], data["batch"]
    rows = dossiers.append_column("id", pa.array(_ids(source, dossiers["code"].to_pylist())))
    as_of = pa.scalar(data["as_of"][:19]).cast(pa.timestamp("s"))
    constant = {
        "source": source, "first_batch": batch, "last_batch": batch, "segment": batch, "missing_since": "",
        "body": body,
    }  # fmt: skip
    for name, text in constant.items():
        rows = rows.append_column(name, pa.repeat(text, count))
    rows = rows.append_column("as_of", pa.repeat(as_of, count))
    rows = rows.append_column("result_pushed", pa.repeat(False, count))
    for name in ("conflict_count", *(name for name in COPIES if name != "result_pushed")):
        rows = rows.append_column(name, pa.array(np.zeros(count, np.int32)))
    return rows


def _mark(data: dict[str, Any], marks: pa.Table) -> None:
    """Note what vanished with this delivery, and that what was told again has not."""
    tables = tables_of(data["source"])
    for vanished, since in ((True, data["batch"]), (False, "")):
        chosen = marks.filter(pa.array(np.array(marks["vanished"].to_pylist(), bool) == vanished))
        ids = _ids(data["source"], chosen["code"].to_pylist())
        for start in range(0, len(ids), _AT_ONCE):
            tables.rows.objects.whole().filter(pk__in=ids[start : start + _AT_ONCE]).update(missing_since=since)


def _put_conflicts(data: dict[str, Any], conflicts: pa.Table) -> None:
    """A contradiction told again is the one that is already there; one that was adopted, and is one again, is open anew."""
    if not conflicts.num_rows:
        return
    rows = conflicts.to_pylist()
    count = len(rows)
    dossiers = _ids(data["source"], [row["code"] for row in rows])
    table = conflicts.drop_columns(["code"])
    ids = [
        conflict_id(d, row["kind"], row["field"], row["ours"], row["theirs"])
        for d, row in zip(dossiers, rows, strict=True)
    ]
    _reopen(ids)
    table = table.append_column("id", pa.array(ids))
    table = table.append_column("dossier", pa.array(dossiers))
    table = table.append_column("batch_id", pa.repeat(data["batch"], count))
    for name in ("settled_by", "outcome", "adoption"):
        table = table.append_column(name, pa.repeat("", count))
    put_rows("import_conflict", table, key="id", kept=table.column_names)
    _count_conflicts("batch_id", data["batch"])


def _ids(source: str, codes: list[str]) -> list[str]:
    return [f"{source}:{code}" for code in codes]


def _reopen(ids: list[str]) -> None:
    adopted = ImportConflict.objects.filter(outcome__in=(Outcome.ADOPTED.value, Outcome.SUPERSEDED.value))
    for start in range(0, len(ids), _AT_ONCE):
        again = adopted.filter(pk__in=ids[start : start + _AT_ONCE])
        again.update(settled_at=None, settled_by="", outcome="", adoption="")
