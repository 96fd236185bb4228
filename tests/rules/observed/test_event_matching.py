"""Events of a second delivery: equal ones are the same, told differently they are a conflict, the rest is new or gone."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.observed.event_matching import Matched, Told, match_events
from baro.rules.observed.event_matching_bulk import ToldColumns, match_columns

EVENTS = st.lists(st.builds(Told, st.integers(0, 2), st.integers(0, 3)), max_size=8)
CASES = st.lists(st.tuples(EVENTS, EVENTS), min_size=1, max_size=5)


def columns(cases: list[list[Told]]) -> ToldColumns:
    events = [(k, e.activity, e.digest) for k, case in enumerate(cases) for e in case]
    table = np.array(events, np.int64).reshape(-1, 3)
    digest = np.stack([table[:, 2], table[:, 2] // 2], axis=1).astype(np.uint64)
    return ToldColumns(table[:, 0].astype(np.int32), table[:, 1].astype(np.int32), digest)


def test_what_both_tell_alike_is_the_same_and_what_follows_is_appended():
    ours = [Told(1, "a"), Told(2, "b")]
    assert match_events(ours, [*ours, Told(3, "c")]) == Matched(((0, 0), (1, 1)), (), (), (2,))


def test_the_same_step_told_otherwise_is_an_alteration_not_a_new_event():
    assert match_events([Told(1, "8:00")], [Told(1, "9:00")]) == Matched((), ((0, 0),), (), ())


def test_an_event_told_no_more_is_gone():
    assert match_events([Told(1, "a"), Told(2, "b")], [Told(2, "b")]) == Matched(((1, 0),), (), (0,), ())


def test_a_step_put_in_between_contradicts_nothing():
    ours = [Told(1, "mon"), Told(1, "wed")]
    assert match_events(ours, [ours[0], Told(1, "tue"), ours[1]]) == Matched(((0, 0), (1, 2)), (), (), (1,))


@given(EVENTS, EVENTS)
def test_each_event_is_told_once_and_sameness_has_no_side(ours, theirs):
    there, back = match_events(ours, theirs), match_events(theirs, ours)
    our_places = [o for o, _ in (*there.same, *there.altered)] + list(there.gone)
    assert sorted(our_places) == list(range(len(ours)))
    assert (there.gone, there.appended) == (back.appended, back.gone)
    assert len(there.altered) == len(back.altered)


@given(EVENTS)
def test_a_second_delivery_of_the_same_adds_nothing(events):
    found = match_events(events, events)
    assert (found.altered, found.gone, found.appended) == ((), (), ())


@given(CASES)
def test_many_dossiers_at_once_are_matched_as_one_by_one(cases):
    ours, theirs = [o for o, _ in cases], [t for _, t in cases]
    bulk = match_columns(columns(ours), columns(theirs))
    o, t, single = 0, 0, {"same": [], "altered": [], "gone": [], "appended": []}
    for mine, other in cases:
        found = match_events(mine, other)
        single["same"] += [(a + o, b + t) for a, b in found.same]
        single["altered"] += [(a + o, b + t) for a, b in found.altered]
        single["gone"] += [a + o for a in found.gone]
        single["appended"] += [b + t for b in found.appended]
        o, t = o + len(mine), t + len(other)
    assert list(zip(*map(np.ndarray.tolist, bulk.same), strict=True)) == single["same"]
    assert list(zip(*map(np.ndarray.tolist, bulk.altered), strict=True)) == single["altered"]
    assert (bulk.gone.tolist(), bulk.appended.tolist()) == (single["gone"], single["appended"])
