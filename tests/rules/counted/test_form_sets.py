"""Biểu II.06a: (3) = new + carried = resolved + pending; the classes partition what is resolved and what is pending."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.counted.reports.tables import FORM_COLUMNS, form_row, form_sets
from baro.rules.judged.deadlines.classes import TimeClass
from rules.counted.counting import CLOSED, Dossier, cases_of

KEYS = [c.key for c in FORM_COLUMNS[:-1]]
QUARTER = date(2024, 4, 1), date(2024, 6, 30)
BEFORE, WITHIN, LATER = date(2024, 2, 1), date(2024, 5, 2), date(2024, 6, 28)
PENDING = (TimeClass.PENDING_ON_TIME, TimeClass.PENDING_LATE)


def form(*dossiers: Dossier) -> dict[str, int]:
    """The counts of the form for one quarter, without the empty ones."""
    counts = [int(np.count_nonzero(s)) for s in form_sets(cases_of(dossiers, QUARTER))]
    return {key: n for key, n in zip(KEYS, counts, strict=True) if n}


@pytest.mark.parametrize(
    ("dossier", "counted_in"),
    [
        (Dossier(TimeClass.EARLY, WITHIN, LATER), "received new resolved early"),
        (Dossier(TimeClass.ON_TIME, BEFORE, WITHIN), "received carried resolved on_time"),
        (Dossier(TimeClass.LATE, BEFORE, QUARTER[0]), "received carried resolved late"),
        (Dossier(TimeClass.LATE, QUARTER[1], QUARTER[1]), "received new resolved late"),
        (Dossier(TimeClass.LATE, BEFORE, QUARTER[0] - timedelta(1)), ""),
        (Dossier(TimeClass.PENDING_ON_TIME, WITHIN), "received new pending pending_on_time"),
        (Dossier(TimeClass.PENDING_LATE, BEFORE), "received carried pending pending_late"),
        (Dossier(TimeClass.PENDING_ON_TIME, QUARTER[1] + timedelta(1)), ""),
        (Dossier(TimeClass.NOT_COMPUTABLE, WITHIN, LATER), "received new resolved not_computable"),
        (Dossier(TimeClass.NOT_COMPUTABLE, WITHIN), "received new pending not_computable"),
        (Dossier(TimeClass.NOT_COUNTED, WITHIN), ""),
    ],
)
def test_a_dossier_is_counted_in_its_columns(dossier, counted_in):
    assert form(dossier) == dict.fromkeys(counted_in.split(), 1)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier that is received and ends on any day around the quarter, at the latest when the quarter ends."""
    received = draw(st.integers(-60, 120).map(lambda n: QUARTER[0] + timedelta(n)))
    ended = draw(st.none() | st.integers(0, 90).map(lambda n: received + timedelta(n)))
    if ended is not None and ended <= QUARTER[1]:
        return Dossier(draw(st.sampled_from([*CLOSED, TimeClass.NOT_COMPUTABLE])), received, ended)
    return Dossier(draw(st.sampled_from([*PENDING, TimeClass.NOT_COMPUTABLE, TimeClass.NOT_COUNTED])), received)


@given(st.lists(dossiers(), max_size=12))
def test_the_columns_of_the_form_add_up(drawn):
    sets = dict(zip(KEYS, (s.astype(int) for s in form_sets(cases_of(drawn, QUARTER))), strict=True))
    unknown = sets["not_computable"]
    assert np.array_equal(sets["received"], sets["new"] + sets["carried"])
    assert np.array_equal(sets["received"], sets["resolved"] + sets["pending"])
    assert np.array_equal(sets["resolved"] * (1 - unknown), sets["early"] + sets["on_time"] + sets["late"])
    assert np.array_equal(sets["pending"] * (1 - unknown), sets["pending_on_time"] + sets["pending_late"])


@pytest.mark.parametrize(
    ("early", "on_time", "late", "rate"), [(3, 1, 1, 0.8), (0, 0, 5, 0.0), (2, 1, 1, None), (0, 0, 0, None)]
)
def test_a_row_ends_with_the_on_time_rate_of_five_or_more(early, on_time, late, rate):
    counts = [9, 9, 0, early + on_time + late, early, on_time, late, 0, 0, 0, 0]
    assert form_row(counts) == (*counts, rate)
