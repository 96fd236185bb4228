"""SQLite knows how many dossiers there are, without being asked anew after each small delivery."""

import pytest
from django.db import connection

from baro.records.models import Dossier
from baro.records.row_statistics import look_at_dossiers
from channels.web.dossiers.test_pages import many

pytestmark = [pytest.mark.django_db, pytest.mark.skipif("connection.vendor != 'sqlite'")]


def known() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'dossier' AND idx = 'dossier_due'")
        return int(cursor.fetchone()[0].split()[0])


def test_it_looks_anew_once_there_are_a_tenth_more():
    many(100)
    look_at_dossiers()
    assert known() == 100
    more(105)
    look_at_dossiers()
    assert known() == 100
    more(120)
    look_at_dossiers()
    assert known() == 120


def more(count: int) -> None:
    """Have so many in all."""
    rows = list(Dossier.objects.whole()[:1])
    have = Dossier.objects.whole().count()
    for k in range(have, count):
        rows[0].pk = rows[0].id = f"s:{k:03}"
        rows[0].save(force_insert=True)
