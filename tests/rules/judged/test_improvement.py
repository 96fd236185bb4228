"""Which changes of a dossier make a figure better: each of them takes a second person."""

from dataclasses import fields, replace

import numpy as np
import pytest

from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.judged.dossier_states import DossierStates
from baro.rules.judged.improvement import improves
from baro.rules.observed.log import NO_TIME


def a_state(**told: int) -> DossierStates:
    plain = {f.name: 5 for f in fields(DossierStates)} | {"time_class": TimeClass.LATE, "reopened": 1} | told
    return DossierStates(**{name: np.array([value]) for name, value in plain.items()})


@pytest.mark.parametrize(
    "told",
    [
        {"time_class": TimeClass.ON_TIME}, {"time_class": TimeClass.NOT_COMPUTABLE}, {"time_class": TimeClass.NOT_COUNTED},
        {"late_days": 4}, {"late_minutes": 4}, {"due_at": 6}, {"due_at": NO_TIME}, {"pauses": 4}, {"supplements": 4},
        {"extensions": 4}, {"reopened": 0}, {"deviation_count": 4}, {"signal_count": 4},
        {"signals": 0b1011}, {"deviation_kinds": 0b1010},
    ],
)  # fmt: skip
def test_a_better_figure_is_an_improvement(told):
    assert improves(a_state(), a_state(**told)).tolist() == [True]


@pytest.mark.parametrize(
    "told", [{}, {"late_days": 6}, {"due_at": 4}, {"signals": 0b111}, {"pauses": 6}, {"holder_person": 1}]
)
def test_a_worse_or_equal_figure_is_none(told):
    assert improves(a_state(), a_state(**told)).tolist() == [False]


def test_early_is_better_than_on_time():
    on_time = a_state(time_class=TimeClass.ON_TIME)
    assert improves(on_time, replace(on_time, time_class=np.array([TimeClass.EARLY]))).tolist() == [True]


def test_a_change_from_not_computable_to_on_time_is_an_improvement():
    unknown = a_state(time_class=TimeClass.NOT_COMPUTABLE)
    assert improves(unknown, a_state(time_class=TimeClass.PENDING_ON_TIME)).tolist() == [True]
