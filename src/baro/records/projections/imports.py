"""Rows of sources, deliveries, contradictions and dossiers, from the acts of importing.

A delivery's dossiers come from its segment, whose hash the entry holds; a segment that was touched is not projected.
"""

import hashlib
from typing import Any

import numpy as np
import pyarrow as pa
from django.db import connection

from baro.records.loading.differences import read_conflicts, read_marks
from baro.records.loading.dossier_file import read_dossiers
from baro.records.loading.segments import seal_of, segment_folder
from baro.records.loading.upsert import put_rows
from baro.records.models.dossiers import Dossier
from baro.records.models.imports import ImportBatch, ImportConflict, ImportSource
from baro.records.projections.again import erased_stream
from baro.records.projections.registry import projects
from baro.rules.observed.entries import Entry
from baro.rules.prescribed.refusals import Refused

_AT_ONCE = 5_000
_COUNT_CONFLICTS = (
    "UPDATE dossier SET conflict_count = (SELECT count(*) FROM import_conflict AS c "
    "WHERE c.dossier = dossier.id AND c.settled_at IS NULL) "
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
        settled_at=entry.occurred_at, settled_by=entry.actor
    )
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_CONFLICTS.format(which="id"), [entry.data["conflict"]])


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


def _put_dossiers(data: dict[str, Any], body: str, dossiers: pa.Table) -> None:
    if not dossiers.num_rows:
        return
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
    rows = rows.append_column("conflict_count", pa.array(np.zeros(count, np.int32)))
    put_rows("dossier", rows, key="id", kept=("first_batch", "conflict_count"))


def _mark(data: dict[str, Any], marks: pa.Table) -> None:
    """Note what vanished with this delivery, and that what was told again has not."""
    for vanished, since in ((True, data["batch"]), (False, "")):
        chosen = marks.filter(pa.array(np.array(marks["vanished"].to_pylist(), bool) == vanished))
        ids = _ids(data["source"], chosen["code"].to_pylist())
        for start in range(0, len(ids), _AT_ONCE):
            Dossier.objects.whole().filter(pk__in=ids[start : start + _AT_ONCE]).update(missing_since=since)


def _put_conflicts(data: dict[str, Any], conflicts: pa.Table) -> None:
    """A contradiction told again is the one that is already there."""
    if not conflicts.num_rows:
        return
    rows = conflicts.to_pylist()
    count = len(rows)
    dossiers = _ids(data["source"], [row["code"] for row in rows])
    table = conflicts.drop_columns(["code"])
    table = table.append_column("id", pa.array([_conflict_id(d, row) for d, row in zip(dossiers, rows, strict=True)]))
    table = table.append_column("dossier", pa.array(dossiers))
    table = table.append_column("batch_id", pa.repeat(data["batch"], count))
    table = table.append_column("settled_by", pa.repeat("", count))
    put_rows("import_conflict", table, key="id", kept=table.column_names)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT_CONFLICTS.format(which="batch_id"), [data["batch"]])


def _ids(source: str, codes: list[str]) -> list[str]:
    return [f"{source}:{code}" for code in codes]


def _conflict_id(dossier: str, row: dict[str, Any]) -> str:
    told = "\0".join([dossier, row["kind"], row["field"], row["ours"], row["theirs"]])
    return hashlib.sha256(told.encode()).hexdigest()[:40]
