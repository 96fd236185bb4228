"""Files with planted faults: every fault is told where it is, and either all rows come in or none."""

import gzip
import os
import random
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.bad_files import IN_CELLS, OF_CSV, BadFile, as_csv, bad_rows, good_rows, spoiled, write_xlsx
from app.bad_formats import OF_XES, as_parquet, as_xes, hostile, in_parquet, in_xes, odd_sheet
from baro.app.importing import Asked, check_file
from baro.desk.by import by_program
from baro.desk.import_sources import Description, describe_source
from baro.desk.imports import receive
from baro.records.models import Dossier, ImportBatch, ImportSource
from baro.rules.observed.delivery import Checked
from baro.rules.observed.quality import Doubt
from baro.rules.prescribed.refusals import Refused

AT = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
BY = by_program("lan")
FILES = int(os.environ.get("BARO_BAD_FILES", "500"))
GROUPS = 10
FORMS = {
    "csv": 6,
    "xlsx": 2,
    "odd xlsx": 1,
    "xes": 1,
    "xes.gz": 1,
    "parquet": 2,
    "spoiled": 2,
    "hostile": 2,
}  # how often
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _source():
    describe_source(Description(code="mot-cua", name="Một cửa"), BY, AT)


def check(file: Path, ticket: str) -> Checked:
    return check_file(
        Asked(ticket=ticket, file=file, source="mot-cua"), BY, AT, lambda words: None, lambda done, of: None
    )


def events_held() -> int:
    return sum(Dossier.objects.whole().values_list("event_count", flat=True))


def told(checked: Checked) -> set[tuple[Doubt, int, str]]:
    return {(f.doubt, f.row, unicodedata.normalize("NFC", f.column)) for f in checked.read.quality.findings}


def write(folder: Path, seed: int) -> tuple[Path, BadFile]:
    rng = random.Random(seed)
    form = rng.choices(list(FORMS), list(FORMS.values()))[0]
    if form == "spoiled":
        bad = spoiled(rng)
        path = folder / f"{seed}.csv"
        path.write_bytes(bad.text or b"")
        return path, bad
    if form == "hostile":
        return hostile(folder, seed, rng)
    path = folder / f"{seed}.{form.replace('odd ', '')}"
    if form == "odd xlsx":
        return path, odd_sheet(path, rng)
    if form.startswith("xes"):
        bad = in_xes(bad_rows(rng, {name: IN_CELLS[name] for name in OF_XES}))
        path.write_bytes(gzip.compress(as_xes(bad.rows)) if form == "xes.gz" else as_xes(bad.rows))
        return path, bad
    bad = bad_rows(rng, IN_CELLS | OF_CSV if form == "csv" else IN_CELLS)
    if form == "parquet":
        path.write_bytes(as_parquet(bad.rows))
        return path, in_parquet(bad)
    if form == "xlsx":
        write_xlsx(path, bad.rows, rng)
    else:
        text = as_csv(bad.rows, rng.choice(",;\t"))
        text = unicodedata.normalize("NFD", text) if rng.random() < 0.2 else text
        path.write_bytes(("\ufeff" if rng.random() < 0.3 else "").encode() + text.encode())
    return path, bad


@pytest.mark.parametrize("group", range(GROUPS))
def test_every_planted_fault_is_told_and_all_rows_or_none_come_in(group, tmp_path):
    for seed in range(group, FILES, GROUPS):
        ImportBatch.objects.all().delete()
        Dossier.objects.whole().delete()
        ImportSource.objects.update(last_batch="")
        path, bad = write(tmp_path, seed)
        ticket = f"{group}x{seed}"
        if bad.refusal:
            with pytest.raises(Refused) as refusal:
                check(path, ticket)
            assert (refusal.value.code, events_held()) == (bad.refusal, 0), seed
            continue
        checked = check(path, ticket)
        missed = {(p.doubt, p.row, p.column) for p in bad.planted} - told(checked)
        assert not missed, (seed, missed, told(checked))
        assert events_held() == 0
        if bad.loses:
            with pytest.raises(Refused) as refusal:
                receive(ticket, BY, AT)
            assert (refusal.value.code, events_held()) == ("import.faults", 0), seed
        receive(ticket, BY, AT, leaving_out_faults=True)
        assert events_held() == len(bad.rows) - bad.left_out, seed


def test_a_sound_file_is_told_to_be_sound(tmp_path):
    path = tmp_path / "nhat-ky.csv"
    path.write_text(as_csv(good_rows(random.Random(1))), encoding="utf-8")
    checked = check(path, "sound")
    assert (told(checked), checked.faults, checked.statement.agrees) == (set(), 0, True)
