"""A dossier under way is not blamed for what has not come to it yet, only for what it passed over."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baro.desk.judged import JudgedLog
from baro.rules.judged.conformance.deviations import DeviationKind
from baro.rules.observed.kinds import Kind
from desk.a_log import COURSE, dossier, judged

FROM_TRACE = (DeviationKind.SKIPPED, DeviationKind.INSERTED, DeviationKind.REPEATED, DeviationKind.OUT_OF_ORDER)
RECEIVED, ASSIGNED, WORKED, RELEASED = COURSE


def blamed(log: JudgedLog) -> list[tuple[str, str]]:
    """The deviations of the first dossier: what, at which step."""
    f, names = log.findings, log.counted.names.activities
    rows = np.flatnonzero((f.case == 0) & np.isin(f.kind, list(map(int, FROM_TRACE))))
    return [(DeviationKind(int(f.kind[k])).name, names[f.activity[k]]) for k in rows]


@pytest.mark.parametrize(
    ("done", "wanted"),
    [
        ((RECEIVED,), []),
        ((RECEIVED, ASSIGNED), []),
        ((RECEIVED, ASSIGNED, WORKED), []),
        ((RECEIVED, ASSIGNED, WORKED, WORKED), []),
        ((RECEIVED, WORKED), [("SKIPPED", "ASSIGNED")]),
        ((ASSIGNED,), [("SKIPPED", "RECEIVED")]),
        ((RECEIVED, Kind.PAID), [("INSERTED", "PAID")]),
        ((RECEIVED, ASSIGNED, ASSIGNED), [("REPEATED", "ASSIGNED")]),
        ((RECEIVED, WORKED, ASSIGNED), [("INSERTED", "WORKED")]),  # the work itself is still to come
        ((RECEIVED, RELEASED), [("SKIPPED", "ASSIGNED"), ("SKIPPED", "WORKED")]),
        ((RECEIVED, ASSIGNED, Kind.REFUSED), [("INSERTED", "REFUSED"), ("SKIPPED", "RELEASED"), ("SKIPPED", "WORKED")]),
    ],
    ids=lambda value: " ".join(k.name for k in value) if value and isinstance(value[0], Kind) else None,
)
def test_a_dossier_is_blamed_for_what_it_did_and_passed_over(done, wanted):
    assert sorted(blamed(judged([dossier(*done)]))) == sorted(wanted)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 4), st.integers(1, 4))
def test_no_beginning_of_a_right_course_is_blamed(worked, seen):
    course = (RECEIVED, ASSIGNED, *(WORKED,) * worked, RELEASED)
    log = judged([dossier(*course[: min(seen, len(course) - 1)])])
    assert blamed(log) == []
    assert log.counted.cases.conforms.tolist() == [True]
    assert log.counted.cases.told_cost.tolist() == [0]
    assert log.counted.cases.cost[0] > 0


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from((*COURSE, Kind.PAID)), min_size=1, max_size=8))
def test_an_open_dossier_costs_no_more_than_if_it_had_ended_there(kinds):
    cases = judged([dossier(*kinds)]).counted.cases
    assert 0 <= cases.told_cost[0] <= cases.cost[0]
    if cases.ended[0]:
        assert cases.told_cost[0] == cases.cost[0]
