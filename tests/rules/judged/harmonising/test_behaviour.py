"""Behaviour of logs, held against counting case by case."""

from collections import Counter
from itertools import combinations, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.judged.harmonising.behaviour import (
    Order,
    behaviour_of,
    differing_orders,
    told_of_logs,
    two_by_two,
)
from baro.rules.judged.harmonising.observed import ObservedLog, pooled
from baro.rules.observed.traces import distinct_traces
from rules.judged.harmonising.tables import patient

NAMES = ("Tiếp nhận", "Thẩm định", "Ký duyệt", "Trả")
Course = tuple[str, ...]
courses = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5).map(tuple), min_size=1, max_size=6)


def log_of(name: str, told: list[Course], names: tuple[str, ...]) -> ObservedLog:
    """A log with these courses, its activities coded in an order of its own; the k-th case takes k ms."""
    codes = np.array([names.index(step) for course in told for step in course], np.int32)
    offsets = np.concatenate([[0], np.cumsum([len(course) for course in told])]).astype(np.int64)
    traces, trace = distinct_traces(codes, offsets)
    return ObservedLog(name, names, traces, np.bincount(trace), np.arange(len(told)))


def compared(*logs: list[Course]):
    """Every second log codes its activities in the other order."""
    made = [log_of(f"l{k}", one, NAMES[:: -1 if k % 2 else 1]) for k, one in enumerate(logs)]
    return behaviour_of(pooled(made))


@patient
@given(st.lists(courses, min_size=1, max_size=4))
def test_counts_are_those_of_counting_case_by_case(logs):
    found = compared(*logs)
    called = found.pooled.activities
    for k, told in enumerate(logs):
        traces = {
            tuple(called[a] for a in found.pooled.traces.trace(t)): int(n)
            for t, n in enumerate(found.pooled.cases[:, k])
            if n
        }
        assert traces == Counter(told)
        assert {called[a]: int(n) for a, n in enumerate(found.with_activity[:, k]) if n} == Counter(
            step for course in told for step in set(course)
        )
        follows = Counter(pair for course in told for pair in set(pairwise(course)))
        for p, (a, b) in enumerate(found.pairs.tolist()):
            assert found.forward[p, k] == follows[called[a], called[b]]
            assert found.backward[p, k] == follows[called[b], called[a]]
    assert len(found.pairs) == len({frozenset(pair) for told in logs for course in told for pair in pairwise(course)})


def orders(told: list[Course]) -> dict[frozenset[str], Order]:
    """The order of each pair that occurs, from the one that sorts first."""
    follows = {pair for course in told for pair in pairwise(course)}
    return {
        frozenset(pair): Order(((min(pair), max(pair)) in follows) + 2 * ((max(pair), min(pair)) in follows))
        for pair in follows
    }


@patient
@given(st.lists(courses, min_size=2, max_size=4))
def test_two_logs_are_held_against_each_other_as_the_plain_rule_says(logs):
    has = [{step for course in told for step in course} for told in logs]
    for one in two_by_two(compared(*logs)):
        i, k = one.first, one.second
        assert (one.both, one.only_first, one.only_second) == (
            len(has[i] & has[k]),
            len(has[i] - has[k]),
            len(has[k] - has[i]),
        )
        both = {pair for pair in orders(logs[i]).keys() | orders(logs[k]).keys() if pair <= has[i] & has[k]}
        same = {pair for pair in both if orders(logs[i]).get(pair) == orders(logs[k]).get(pair)}
        assert (one.same_order, one.other_order) == (len(same), len(both - same))
        shared = set(logs[i]) & set(logs[k])
        assert one.shared_traces == len(shared)
        assert one.shared_first == sum(course in shared for course in logs[i])
        assert one.shared_second == sum(course in shared for course in logs[k])
    assert len(two_by_two(compared(*logs))) == len(list(combinations(logs, 2)))


@patient
@given(st.lists(courses, min_size=2, max_size=3))
def test_orders_that_differ_are_all_told_and_no_other(logs):
    found = compared(*logs)
    called = found.pooled.activities
    everywhere = set.intersection(*[{step for course in told for step in course} for told in logs])
    every = {pair for told in logs for pair in orders(told) if pair <= everywhere}
    differ = {pair for pair in every if len({orders(told).get(pair) for told in logs}) > 1}
    assert {frozenset(called[a] for a in found.pairs[p]) for p in differing_orders(found)} == differ


def test_an_activity_is_one_however_its_marks_are_written():
    one, other = log_of("a", [("Tiếp nhận", "Trả")], NAMES), log_of("b", [("TIEP NHAN", "tra")], ("tra", "TIEP NHAN"))
    (two,) = two_by_two(behaviour_of(pooled([one, other])))
    assert (two.both, two.only_first, two.only_second, two.shared_traces) == (2, 0, 0, 1)


def test_durations_are_values_that_cases_took():
    told = told_of_logs(compared([("Trả",)] * 10))[0]
    assert (told.cases, told.events, told.median, told.ninetieth, told.most_common) == (10, 10, 4, 8, 10)
