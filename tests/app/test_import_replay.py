"""The ledger alone, with the segments it names, gives the table of dossiers again; a touched segment is noticed."""

import random
from datetime import UTC, datetime

import pytest

from app.bad_files import TIME, as_csv, good_rows
from baro.app.importing import Asked, check_file
from baro.desk.by import by_program
from baro.desk.import_sources import Description, describe_source
from baro.desk.imports import receive
from baro.records.loading.segments import segment_folder
from baro.records.models import Dossier, DossierCount, DossierMonth, ImportBatch, ImportConflict
from baro.records.replay import rebuild
from baro.rules.prescribed.refusals import Refused

AT = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
BY = by_program("lan")
pytestmark = pytest.mark.django_db


def bring(folder, ticket: str, rows: list[list[str]]) -> str:
    file = folder / f"{ticket}.csv"
    file.write_text(as_csv(rows), encoding="utf-8")
    asked = Asked(ticket=ticket, file=file, source="mot-cua")
    check_file(asked, BY, AT, lambda words: None, lambda done, of: None)
    return receive(ticket, BY, AT).batch


def two_deliveries(folder) -> str:
    describe_source(Description(code="mot-cua", name="Một cửa"), BY, AT)
    rows = good_rows(random.Random(3))
    bring(folder, "mot", rows[:-4])
    corrected = [list(row) for row in rows[6:]]
    corrected[10][TIME] = corrected[10][TIME].replace("2024 0", "2024 1")
    return bring(folder, "hai", corrected)


_TABLES = (Dossier, DossierCount, DossierMonth, ImportBatch, ImportConflict)


def table(model) -> list[tuple]:
    rows = model.objects.whole() if hasattr(model, "SCOPING") else model.objects.all()
    return sorted(map(repr, rows.values()))


def test_replay_gives_the_same_dossiers_batches_and_conflicts(tmp_path):
    two_deliveries(tmp_path)
    before = [table(m) for m in _TABLES]
    assert all(before)
    rebuild()
    assert [table(m) for m in _TABLES] == before


def test_a_touched_segment_is_noticed(tmp_path):
    batch = two_deliveries(tmp_path)
    with (segment_folder(batch) / "dossiers.parquet").open("ab") as stream:
        stream.write(b" ")
    with pytest.raises(Refused) as refusal:
        rebuild()
    assert refusal.value.code == "import.segment_altered"
