"""Killed at any moment, an import has come in whole or not at all; asked again it comes in, and nothing is left over.

`BARO_IMPORT_KILLS` says at how many moments it is killed; a handful here, all of them before a release.
"""

import os
import random
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from app.bad_files import as_csv, good_rows
from app.deliveries import AT, BY, check
from baro.app.leftovers import sweep
from baro.desk import imports
from baro.desk.import_sources import Description, describe_source
from baro.desk.imports import receive
from baro.records.loading.holding import held
from baro.records.loading.segments import moved_to, segment_folder, staging_folder
from baro.records.loading.tickets import Ticket, write_ticket
from baro.records.models import Dossier, ImportBatch

KILLS = int(os.environ.get("BARO_IMPORT_KILLS", "3"))
PROGRAM = Path(__file__).with_name("import_killed_at.py")
TOLD = """
from datetime import UTC, datetime, timedelta
from baro.app.started import start_records
start_records()
from baro.app.leftovers import sweep
from baro.records.ledger.verify import verify
from baro.records.models import ImportBatch
sweep(datetime.now(UTC) + timedelta(days=1))
found = verify()
print(ImportBatch.objects.count(), len(found.wrong))
"""


def environment(home: Path) -> dict[str, str]:
    tests = Path(__file__).parents[1]
    return os.environ | {
        "BARO_HOME": str(home), "BARO_DATABASE": _database(home), "DJANGO_SETTINGS_MODULE": "baro.app.settings",
        "PYTHONPATH": os.pathsep.join([str(tests), str(tests.parent / "src")]),
    }  # fmt: skip


def _database(home: Path) -> str:
    """A database of its own for each home, where PostgreSQL is asked for."""
    if connection.vendor != "postgresql":
        return ""
    import psycopg

    address, name = os.environ["BARO_DATABASE"], f"kill_{home.name}"
    with psycopg.connect(address, autocommit=True) as server:
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            server.execute(f'CREATE DATABASE "{name}"')
    return address.replace("/postgres?", f"/{name}?")


def run(home: Path, *words: object) -> subprocess.CompletedProcess:
    home.mkdir(exist_ok=True)
    command = [sys.executable, *map(str, words)]
    return subprocess.run(command, env=environment(home), capture_output=True, text=True, check=False)


def told(home: Path) -> tuple[int, int]:
    """How many batches were received, and how much is wrong with the ledger, once leftovers were swept."""
    answer = run(home, "-c", TOLD)
    assert answer.returncode == 0, answer.stderr
    batches, wrong = map(int, answer.stdout.split())
    return batches, wrong


def lying_about(home: Path) -> tuple[int, list[str]]:
    """How many segments lie in the store, and what lies there half done."""
    segments = [p for p in (home / "store").iterdir() if p.name != "tmp"]
    staged = (home / "store" / "tmp").iterdir()
    return len(segments), sorted(p.name for p in staged if not p.name.startswith("receiving"))


def test_killed_at_any_moment_it_comes_in_whole_or_not_at_all_and_then_once(tmp_path):
    home, file, kills = tmp_path / "home", tmp_path / "nhat-ky.csv", 0
    moments = [_brought(home, file, k) for k in range(2)][-1]  # the first makes what every later one finds there
    chosen = sorted(random.Random(KILLS).sample(range(1, moments + 1), min(KILLS, moments)))
    for brought, at in enumerate(chosen, start=2):
        file.write_text(as_csv(good_rows(random.Random(brought))), encoding="utf-8")
        kills += run(home, PROGRAM, at, file).returncode == -9
        batches, wrong = told(home)
        assert (batches in (brought, brought + 1), wrong) == (True, 0), at
        assert lying_about(home) == (batches, []), at
        _brought(home, file, brought)
    assert kills > len(chosen) // 2
    assert told(home) == (2 + len(chosen), 0)


def _brought(home: Path, file: Path, seed: int) -> int:
    """Import a file, and tell at how many moments that could have been cut off."""
    file.write_text(as_csv(good_rows(random.Random(seed))), encoding="utf-8")
    code, moments, _ = run(home, PROGRAM, 0, file).stdout.split()
    assert code == "0"
    return int(moments)


@pytest.fixture
def _a_source(settings, tmp_path):
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    (tmp_path / "files").mkdir()
    describe_source(Description(code="mot-cua", name="Một cửa"), BY, AT)


def later() -> datetime:
    """A few minutes from now."""
    return datetime.now(UTC) + timedelta(minutes=5)  # noqa: TID251 files bear the time of the machine


@pytest.mark.django_db
@pytest.mark.usefixtures("_a_source")
def test_receiving_that_was_cut_off_before_its_act_goes_on_when_asked_again(tmp_path, monkeypatch):
    check(tmp_path, "mot", good_rows())
    monkeypatch.setattr(imports, "move_back", lambda batch, ticket: None)  # as if killed: nobody puts it back
    monkeypatch.setattr(imports, "record", _cut_off)
    with pytest.raises(KeyboardInterrupt):
        receive("mot", BY, AT)
    monkeypatch.undo()
    assert (staging_folder("mot").exists(), ImportBatch.objects.count()) == (False, 0)
    assert receive("mot", BY, AT).is_new
    assert Dossier.objects.whole().count() == 12


@pytest.mark.django_db
@pytest.mark.usefixtures("_a_source")
def test_receiving_that_was_cut_off_after_its_act_tells_the_batch(tmp_path):
    check(tmp_path, "mot", good_rows())
    first = receive("mot", BY, AT)
    again = receive("mot", BY, AT)
    assert (again.batch, again.is_new, ImportBatch.objects.count()) == (first.batch, False, 1)


@pytest.mark.django_db
@pytest.mark.usefixtures("_a_source")
def test_what_is_held_received_or_awaited_is_not_swept(tmp_path):
    check(tmp_path, "mot", good_rows())
    batch = receive("mot", BY, AT).batch
    check(tmp_path, "hai", good_rows(cases=3))
    orphan = segment_folder("01KAAAAAAAAAAAAAAAAAAAAAAA")
    orphan.mkdir()
    (tmp_path / "files" / "x.99.part").touch()
    page = Ticket(
        id="ba", source="mot-cua", source_name="", file_name="x.csv", is_part=False, declared_dossiers=None,
        declared_rows=None, actor="lan", unit="", channel="ui", at=AT.isoformat(),
    )  # fmt: skip
    write_ticket(page)
    with held("hai"):
        assert set(sweep(later())) == {orphan.name, "mot.moved-to"}
    assert staging_folder("hai").exists()
    assert "hai" in sweep(later())
    assert (moved_to("mot"), segment_folder(batch).exists(), orphan.exists()) == ("", True, False)
    assert sweep(later()) == ()
    assert {"ba.job", "x.99.part"} <= set(sweep(later() + timedelta(days=8)))
    assert segment_folder(batch).exists()


def _cut_off(*args, **more):
    raise KeyboardInterrupt


ADOPTS = Path(__file__).with_name("adopt_killed_at.py")
ADOPTED = """
from datetime import UTC, datetime, timedelta
from baro.app.started import start_records
start_records()
from baro.app.leftovers import sweep
from baro.records.ledger.verify import verify
from baro.records.models import Dossier, ImportAdoption, ImportConflict
from baro.records.loading.segments import segment_folder
from baro.records.replay import differences
swept = sweep(datetime.now(UTC) + timedelta(days=1))
held = {d.segment for d in Dossier.objects.whole().all()}
print(
    ImportAdoption.objects.count(), ImportConflict.objects.filter(settled_at=None).count(), len(verify().wrong),
    len(list(differences())), all(segment_folder(name).is_dir() for name in held),
)
"""


def two_deliveries(folder: Path) -> tuple[Path, Path]:
    """The second tells another person at a step: that makes no figure better."""
    rows = good_rows(random.Random(7))
    told = [list(row) for row in rows]
    last = max(k for k, row in enumerate(rows) if row[0] == rows[0][0])
    told[last][4] = "Cán bộ 99"
    files = folder / "mot.csv", folder / "hai.csv"
    for file, written in zip(files, (rows, told), strict=True):
        file.write_text(as_csv(written), encoding="utf-8")
    return files


def test_an_adoption_killed_at_any_moment_happened_or_did_not_and_asked_again_it_has(tmp_path):
    files = two_deliveries(tmp_path)
    whole = run(tmp_path / "whole", ADOPTS, 0, *files)
    assert whole.stdout.strip().isdecimal(), whole.stderr
    assert run(tmp_path / "whole", "-c", ADOPTED).stdout.split() == ["1", "0", "0", "0", "True"]
    moments = int(whole.stdout)
    for n in sorted(random.Random(3).sample(range(1, moments), min(KILLS, moments - 1))):
        home = tmp_path / f"at-{n}"
        assert run(home, ADOPTS, n, *files).returncode == -9, n
        before = run(home, "-c", ADOPTED).stdout.split()
        assert before in (["0", "1", "0", "0", "True"], ["1", "0", "0", "0", "True"]), (n, before)
        again = run(home, ADOPTS, 0, *files)
        assert again.returncode == 0, (n, again.stderr)
        assert run(home, "-c", ADOPTED).stdout.split() == ["1", "0", "0", "0", "True"], n
