"""Which dossiers the report opens up: bounded, each once, for the first reason that applies."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baro.desk.chosen_cases import MOST_CASES, chosen_cases
from baro.desk.prescription import Scope
from baro.rules.observed.kinds import Kind
from baro.rules.prescribed.refusals import Refused
from desk.a_log import COURSE, dossier, judged
from rules.judged.deadlines.drawn import dossiers

RECEIVED, ASSIGNED, WORKED, RELEASED = COURSE
FINE = dossier(*COURSE)
SKIPPED = dossier(RECEIVED, WORKED, RELEASED)
LATE = dossier(RECEIVED, ASSIGNED, WORKED, WORKED, WORKED, RELEASED)


def reasons(*drawn, **scope) -> dict[int, str]:
    return {c.case: c.reason for c in chosen_cases(judged(drawn, Scope(**scope)))}


def test_the_latest_come_first_and_then_what_was_found():
    assert reasons(FINE, SKIPPED, LATE) == {2: "trễ nhiều nhất", 1: "bỏ bước", 0: "ví dụ"}
    assert list(reasons(FINE, SKIPPED, LATE)) == [2, 1, 0]


def test_where_nothing_is_wrong_three_examples_are_shown():
    assert reasons(*[FINE] * 5) == dict.fromkeys(range(3), "ví dụ")
    assert reasons(FINE) == {0: "ví dụ"}


def test_what_was_asked_for_comes_first_of_all():
    assert list(reasons(FINE, FINE, LATE, FINE, FINE, cases=("H4", "H1")))[:3] == [4, 1, 2]
    assert reasons(FINE, LATE, cases=("H1",))[1] == "được hỏi"


def test_asking_for_a_dossier_that_is_not_there_is_refused():
    with pytest.raises(Refused) as refusal:
        reasons(FINE, cases=("H7",))
    assert (refusal.value.code, refusal.value.facts) == ("log.no_case", {"case": "H7"})


@settings(max_examples=30, deadline=None)
@given(st.lists(dossiers(tuple(Kind)), min_size=1, max_size=30))
def test_each_is_a_dossier_of_the_log_and_there_are_not_too_many(drawn):
    log = judged(drawn)
    chosen = [c.case for c in chosen_cases(log)]
    assert len(set(chosen)) == len(chosen) <= MOST_CASES
    assert set(chosen) <= set(range(log.source.case_count))
    assert len(chosen) >= min(3, log.source.case_count)


def test_a_log_of_nothing_but_lateness_opens_no_more_than_the_bound():
    found = reasons(*[LATE, SKIPPED, dossier(RECEIVED, Kind.PAID, ASSIGNED, RELEASED)] * 40)
    assert len(found) <= MOST_CASES
    assert sum(reason == "trễ nhiều nhất" for reason in found.values()) == 20
