"""What was open at a moment is found in two parts: together what a plain reading finds, and none twice."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from baro.records.models import Dossier
from baro.records.models.takes_long import DAYS_KEPT
from baro.records.queries.open_then import open_then, parts_open_then

pytestmark = pytest.mark.django_db
AT = datetime(2024, 5, 15, 17, tzinfo=UTC)
DAY, INSTANT = timedelta(days=1), timedelta(microseconds=1)
# received so long before the moment looked from, and ended so long after it was received (None: never)
EDGES = [
    (before, lasted)
    for before in (-DAY, timedelta(), INSTANT, DAY, *((DAYS_KEPT + d) * DAY + e * INSTANT for d in (0, 1, 2) for e in (-1, 0, 1)))
    for lasted in (None, INSTANT, DAY, *((DAYS_KEPT + d) * DAY + e * INSTANT for d in (0, 1, 2, 3) for e in (-1, 0, 1)))
]  # fmt: skip


def told(k: int, before: timedelta, lasted: timedelta | None) -> Dossier:
    received = AT - before
    return Dossier(
        id=f"s:{k:03}", source="s", body="b-so", code=f"H{k:03}", received_at=received,
        ended_at=None if lasted is None else received + lasted, due_at=received + DAY, event_count=1, due_source=0, why_not=0,
        time_class=0, as_of=AT, first_batch="b", last_batch="b", segment="x", place=k, digest="",
    )  # fmt: skip


def ids(condition) -> list[str]:
    return sorted(Dossier.objects.whole().filter(condition).values_list("id", flat=True))


def test_both_parts_are_what_was_open_and_share_nothing():
    made = [told(k, *edge) for k, edge in enumerate(EDGES)]
    Dossier.objects.whole().bulk_create(made)
    plain = [d.id for d in made if d.received_at < AT and (d.ended_at is None or d.ended_at >= AT)]
    assert 0 < len(plain) < len(made)
    assert ids(open_then(AT)) == plain
    late, long = map(ids, parts_open_then(AT))
    assert sorted(late + long) == plain
    assert late and long


def test_sqlite_seeks_each_part_by_an_index_that_names_little_else():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL chooses by what it knows of the rows")
    late, long = (
        Dossier.objects.whole().filter(part).order_by().values("due_at", "body", "unit").explain()
        for part in parts_open_then(AT)
    )
    assert "COVERING INDEX dossier_received (received_at>? AND received_at<?)" in late
    assert "COVERING INDEX dossier_long" in long
