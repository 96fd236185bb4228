"""What a change did, counted from the rows of dossiers: the same as a slow count of the same rows."""

from datetime import UTC, date, datetime, timedelta
from statistics import mean, median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from baro.desk.article import OPEN_DOSSIERS
from baro.records.models import Dossier
from baro.records.queries.dossier_effects import received_side
from baro.records.queries.dossier_lists import Asked
from baro.rules.counted.days import begin_of, local_day
from baro.rules.counted.effects import Effect, EffectSide, sides
from baro.rules.judged.deadlines.classes import IN_TIME, TimeClass

FORCE = date(2024, 7, 1)
BEGIN = begin_of(FORCE)
HOURS = st.integers(-24 * 40, 24 * 40)
ROWS = st.lists(st.tuples(HOURS, st.integers(0, 500) | st.none(), st.sampled_from(list(TimeClass))), max_size=14)


def kept(told) -> list[Dossier]:
    """Dossiers received so many hours from the day of force, ended so many hours later or not, of a class."""
    rows = []
    for k, (hours, took, kind) in enumerate(told):
        at = BEGIN + timedelta(hours=hours)
        rows.append(
            Dossier(
                id=f"s:{k:03}", source="s", body="b-so", code=f"H{k}", unit="x", procedure="1.1" if k % 5 else "1.2",
                received_at=at, ended_at=None if took is None else at + timedelta(hours=took), time_class=int(kind),
                last_event_at=at, event_count=1, due_source=0, why_not=0, as_of=datetime(2025, 1, 1, tzinfo=UTC),
                first_batch="b", last_batch="b", segment="x", place=k, digest="",
            )
        )  # fmt: skip
    return Dossier.objects.whole().bulk_create(rows)


def slowly(rows: list[Dossier], first: date, end: date) -> EffectSide:
    mine = [r for r in rows if r.procedure == "1.1" and first <= local_day(r.received_at) < end]
    took = [(r.ended_at - r.received_at) / timedelta(days=1) for r in mine if r.ended_at]
    kinds = [r.time_class for r in mine]
    return EffectSide(
        first=first, end=end, received=len(mine), ended=len(took), in_time=sum(k in IN_TIME for k in kinds),
        late=kinds.count(TimeClass.LATE), open=sum(k in (4, 5) for k in kinds),
        median=median(took) if len(took) >= 5 else None, mean=mean(took) if len(took) >= 5 else None,
    )  # fmt: skip


class TestSides(TestCase):
    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(ROWS)
    def test_both_sides_are_those_of_a_slow_count(self, told):
        rows = kept(told)
        for first, end in sides(FORCE, 4):
            found = received_side(OPEN_DOSSIERS, Asked(procedure="1.1"), first, end)
            wanted = slowly(rows, first, end)
            assert found.median == pytest.approx(wanted.median) if wanted.median is not None else found.median is None
            assert found.mean == pytest.approx(wanted.mean) if wanted.mean is not None else found.mean is None
            plain = {"median": None, "mean": None}
            assert {**vars_of(found), **plain} == {**vars_of(wanted), **plain}


def vars_of(side: EffectSide) -> dict[str, object]:
    return {name: getattr(side, name) for name in EffectSide.__slots__}


def test_the_sides_are_as_long_and_hold_each_weekday_as_often():
    (first, force), (again, end) = sides(FORCE, 13)
    assert force == again == FORCE
    assert force - first == end - again == timedelta(days=91)


def test_fewer_than_five_tell_nothing():
    side = EffectSide(first=FORCE, end=FORCE, received=9, ended=6, in_time=2, late=2, open=3, median=None, mean=6.0)
    full = EffectSide(first=FORCE, end=FORCE, received=9, ended=6, in_time=4, late=1, open=3, median=4.0, mean=5.5)
    effect = Effect(before=side, after=full, until=None)
    assert side.on_time is None
    assert full.on_time == pytest.approx(80)
    assert (effect.median_change, effect.on_time_change) == (None, None)
    assert effect.mean_change == pytest.approx(-0.5)
