"""The article happens in the demo authority: each figure is counted from records, and the ledger makes the same rows."""

import io
import json
from datetime import UTC, datetime

import pytest

from baro.app.commands import article
from baro.app.demo_authority import build_demo
from baro.app.demo_log import YEAR, working_days
from baro.channels.demo.internal_runs import runs
from baro.channels.shell.progress import Progress
from baro.records.models import Dossier, InternalRun, LedgerEntry
from baro.records.replay import differences
from baro.rules.judged.deadlines.classes import TimeClass

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
ARTICLE = {
    "processes": {"district": 45, "commune": 183, "department": 26},
    "linked_procedures": 4,
    "inspections": 56,
    "disciplined": 19,
    "complaints": {"total": 213, "concluded": 168, "verifying": 45},
    "reprimands": 4,
    "lessons_reviews": 6,
    "collective_reviews": 1,
}


@pytest.fixture
def demo(db, settings, tmp_path):
    settings.HOME = tmp_path
    for folder in ("store", "files", "keys", "log"):
        (tmp_path / folder).mkdir()
    build()


def build() -> None:
    build_demo("small", NOON, Progress(io.StringIO(), quiet=True))


def figures() -> dict[str, object]:
    out = io.StringIO()
    assert article.main(["--json"], out, io.StringIO()) == 0
    told: dict[str, object] = json.loads(out.getvalue())
    return told


def test_every_figure_of_the_article_is_counted_from_records(demo):
    assert figures() == {**ARTICLE, "dossiers_per_year": 3000}


def test_the_courses_of_internal_processes_are_judged_as_they_were_planned(demo):
    planned = {run.code: run for run in runs(working_days(YEAR))}
    judged = InternalRun.objects.whole().all()
    assert {one.code for one in judged} == planned.keys()
    for one in judged:
        run = planned[one.code]
        if one.ended_at:
            assert (one.time_class == TimeClass.LATE, one.late_days) == (run.is_late, 2 * run.is_late)
            assert (one.deviation_count > 0) is not run.is_appraised
    assert figures()["dossiers_per_year"] == Dossier.objects.whole().count() == 3000


def test_replaying_the_ledger_rebuilds_the_demo_authority(demo):
    assert differences() == []


def test_built_a_second_time_it_records_nothing(demo):
    before = LedgerEntry.objects.count()
    build()
    assert LedgerEntry.objects.count() == before > 800


def test_an_authority_without_records_has_no_figures(db, settings, tmp_path):
    settings.HOME = tmp_path
    assert figures()["dossiers_per_year"] is None
