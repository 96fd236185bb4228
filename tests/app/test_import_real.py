"""A real log (the receipt phase of a Dutch municipality), delivered twice: totals, what changed, what is judged anew."""

import csv
import json
import zlib
from pathlib import Path

import pytest

from app.deliveries import AT, BY, check_it
from baro.desk import import_check
from baro.desk.import_sources import Description, describe_source
from baro.desk.imports import receive
from baro.records.models import Dossier, ImportConflict
from baro.rules.observed.quality import Doubt
from baro.rules.observed.reconciliation import Declared

LOG = Path(__file__).resolve().parents[3] / "shared" / "data" / "receipt.csv"
CASE = 1
pytestmark = [pytest.mark.django_db, pytest.mark.skipif(not LOG.exists(), reason="the real log is not there")]


@pytest.fixture
def log(settings, tmp_path) -> list[list[str]]:
    settings.HOME = tmp_path
    (tmp_path / "keys").mkdir()
    for source in ("mot", "hai"):
        describe_source(Description(code=source, name=source), BY, AT)
    with LOG.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def bring(folder, lines, ticket: str, source: str = "mot", **declared: int):
    file = folder / f"{ticket}.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(lines)
    checked = check_it(file, ticket, source=source, declared=Declared(**declared))
    receive(ticket, BY, AT, leaving_out_faults=True)
    return checked


def corrected(log) -> tuple[list[list[str]], str, set[str]]:
    """The log without one dossier, with a later step in two others and a time told otherwise in a third."""
    header, rows = log[0], log[1:]
    time = header.index("time:timestamp")
    codes = list(dict.fromkeys(row[CASE] for row in rows))
    gone, grown, altered = codes[0], set(codes[10:12]), codes[20]
    told = [list(row) for row in rows if row[CASE] != gone]
    for code in sorted(grown):
        last = [row for row in told if row[CASE] == code][-1]
        step = list(last)
        step[header.index("concept:name")], step[time] = "Filed for good", "2012-02-01 09:00:00+01:00"
        told.insert(told.index(last) + 1, step)
    first = next(row for row in told if row[CASE] == altered)
    first[time] = "2010-11-02 09:11:00+01:00"
    return [header, *told], gone, grown


def test_our_total_equals_theirs_or_the_difference_is_told(log, tmp_path):
    dossiers, rows = len({row[CASE] for row in log[1:]}), len(log) - 1
    checked = bring(tmp_path, log, "real1", dossiers=dossiers, rows=rows)
    assert (checked.statement.agrees, checked.statement.dossiers.new, checked.statement.rows.received) == (
        True, dossiers, rows,
    )  # fmt: skip
    off = bring(tmp_path, log, "real2", source="hai", dossiers=dossiers + 3, rows=rows)
    assert [(d.counted, d.ours, d.theirs) for d in off.statement.differences] == [
        ("declared_dossiers", dossiers, dossiers + 3)
    ]


def test_a_corrected_file_appends_and_rewrites_nothing(log, tmp_path):
    bring(tmp_path, log, "real1")
    counts = dict(Dossier.objects.whole().values_list("code", "event_count"))
    told, gone, grown = corrected(log)
    twice = told[500]
    statement = bring(tmp_path, [*told, list(twice)], "real2").statement
    assert (statement.dossiers.vanished, statement.appended_events, statement.rows.duplicates) == (1, 2, 1)
    assert statement.conflicts.altered_events == 1 == ImportConflict.objects.count()
    after = dict(Dossier.objects.whole().values_list("code", "event_count"))
    assert {code for code in counts if after[code] != counts[code]} == grown
    assert all(after[code] == counts[code] + 1 for code in grown)
    assert list(Dossier.objects.whole().exclude(missing_since="").values_list("code", flat=True)) == [gone]


def test_only_touched_dossiers_are_judged_anew_and_as_a_full_judging_would(log, tmp_path, monkeypatch):
    judged, whole = [], import_check.judge_dossiers

    def counting(source, *rest):
        judged.append(source.case_count)
        return whole(source, *rest)

    monkeypatch.setattr(import_check, "judge_dossiers", counting)
    bring(tmp_path, log, "real1")
    header, rows = log[0], log[1:]
    codes = list(dict.fromkeys(row[CASE] for row in rows))
    grown = set(codes[10:15])
    told = [list(row) for row in rows]
    for code in sorted(grown):
        last = [row for row in told if row[CASE] == code][-1]
        step = list(last)
        step[header.index("concept:name")] = "Filed for good"
        step[header.index("time:timestamp")] = max(row[header.index("time:timestamp")] for row in rows)
        told.insert(told.index(last) + 1, step)
    bring(tmp_path, [header, *told], "real2")
    bring(tmp_path, [header, *told], "real3", source="hai")
    assert judged == [len(codes), len(grown), len(codes)]
    assert states("mot") == states("hai")


def states(source: str) -> dict[str, int]:
    """A mark of all that was judged of each dossier."""
    apart = {"id", "source", "first_batch", "last_batch", "segment", "place"}
    rows = Dossier.objects.whole().filter(source=source).values()
    return {
        r["code"]: zlib.crc32(json.dumps({k: str(v) for k, v in r.items() if k not in apart}).encode()) for r in rows
    }


def test_days_that_cannot_be_are_told_where_they_stand(log, tmp_path):
    told = [list(row) for row in log]
    told[40][log[0].index("time:timestamp")] = "1900-01-01 08:00:00+01:00"
    checked = bring(tmp_path, told, "real1")
    found = [f for f in checked.read.quality.findings if f.doubt is Doubt.IMPOSSIBLE_DATE]
    assert [(f.row, f.column) for f in found] == [(41, "time:timestamp")]
    assert checked.statement.doubtful.impossible_dates == 1
