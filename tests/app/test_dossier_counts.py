"""The months of units are what a plain count of the dossiers gives, after every delivery: also where one takes back what the
one before it told."""

import random
from collections import Counter
from datetime import date

import pytest

from app.bad_files import TIME, good_rows
from app.deliveries import AT, BY, bring
from baro.desk.import_sources import Description, describe_source
from baro.records.models import Dossier, DossierCount, DossierMonth
from baro.records.queries.dossier_months import COUNTS
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.observed.kinds import Kind
from baro.rules.prescribed.zones import VIETNAM, local_time

pytestmark = pytest.mark.django_db


def month_of(at) -> date:
    return local_time(at, VIETNAM).date().replace(day=1)


def plainly() -> dict[tuple[str, str, date], Counter]:
    """The counts of each unit and month, dossier by dossier."""
    found: dict[tuple[str, str, date], Counter] = {}
    for d in Dossier.objects.whole():
        if d.received_at:
            found.setdefault((d.body, d.unit, month_of(d.received_at)), Counter())["received"] += 1
        if d.ended_at:
            mine = found.setdefault((d.body, d.unit, month_of(d.ended_at)), Counter())
            mine["ended"] += 1
            mine["in_time"] += d.time_class in (TimeClass.EARLY, TimeClass.ON_TIME)
            mine["late"] += d.time_class == TimeClass.LATE
            mine["by_pause"] += d.in_time_by_pause
            mine["without_result"] += d.ended_kind in (Kind.REFUSED, Kind.WITHDRAWN, Kind.STOPPED)
            mine["with_result"] += d.ended_kind == Kind.RELEASED
            mine["digitised"] += d.ended_kind == Kind.RELEASED and (d.is_digitised or d.result_copy > 0)
            mine["reopened"] += d.is_reopened
    return found


def held() -> dict[tuple[str, str, date], Counter]:
    return {
        (row.body, row.unit, row.month): Counter({name: n for name in COUNTS if (n := getattr(row, name))})
        for row in DossierMonth.objects.whole()
    }


def assert_counted() -> None:
    """Each class in time, and the latest moment judged, as the dossiers have them."""
    dossiers, kept = list(Dossier.objects.whole()), DossierCount.objects.whole().get()
    assert {kind: getattr(kept, kind.name.lower()) for kind in TimeClass} == {
        kind: sum(d.time_class == kind for d in dossiers) for kind in TimeClass
    }
    assert (kept.body, kept.as_of) == ("b-so", max(d.as_of for d in dossiers))


def test_months_follow_every_delivery(tmp_path):
    describe_source(Description(code="mot-cua", name="Một cửa", unit="b-so"), BY, AT)
    rows = good_rows(random.Random(5))
    bring(tmp_path, "mot", rows[:-4])
    first = held()
    assert first
    assert_counted()
    assert first == {key: +counts for key, counts in plainly().items()}
    moved = [list(row) for row in rows]
    for row in moved[len(moved) // 2 :]:
        row[TIME] = row[TIME].replace("2024 0", "2024 1")
    bring(tmp_path, "hai", moved)
    assert_counted()
    assert held() == {key: +counts for key, counts in plainly().items()}
    assert held() != first
