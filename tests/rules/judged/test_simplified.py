"""A simplification: what is cut, decided once, in force from a day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from baro.rules.judged.simplified import SimplifiedState, check_decision, simplified_on
from baro.rules.observed.followed import FollowedKind
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.simplifications import Simplification, check_simplification
from rules.judged.an_obligation import told

DECIDED, DECLINED, BACK = FollowedKind.DECIDED, FollowedKind.DECLINED, FollowedKind.TAKEN_BACK
DAY, SIGNED = timedelta(days=1), date(2024, 5, 6)
CUT = Simplification(
    id="g1", unit="b-so", procedure="1.1", name="Cấp giấy", what="Bỏ bản sao", reason="Đã có dữ liệu", document="9/TTr",
    signed_on=SIGNED, papers=1,
)  # fmt: skip
DECISION = replace(told(1, DECIDED, SIGNED + 10 * DAY), until=SIGNED + 20 * DAY)


@pytest.mark.parametrize(
    ("events", "days", "state"),
    [
        ((), 90, SimplifiedState.PROPOSED), ((DECISION,), 9, SimplifiedState.PROPOSED),
        ((DECISION,), 19, SimplifiedState.DECIDED), ((DECISION,), 20, SimplifiedState.IN_FORCE),
        ((told(1, DECLINED, SIGNED + DAY),), 9, SimplifiedState.DECLINED),
        ((DECISION, told(2, BACK, SIGNED + 30 * DAY, corrects=1)), 90, SimplifiedState.PROPOSED),
    ],
)  # fmt: skip
def test_where_it_stands(events, days, state):
    now = simplified_on(CUT, events, SIGNED + days * DAY)
    assert now.state is state
    assert (now.in_force_from is not None) is (state in (SimplifiedState.DECIDED, SimplifiedState.IN_FORCE))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"procedure": " "}, "simplification.no_procedure"), ({"name": ""}, "simplification.no_procedure"),
        ({"what": ""}, "simplification.no_what"), ({"papers": 0}, "simplification.nothing_cut"),
        ({"days": -1}, "simplification.nothing_cut"),
    ],
)  # fmt: skip
def test_it_says_what_is_cut_of_which_procedure(changes, code):
    check_simplification(CUT)
    check_simplification(replace(CUT, papers=0, cost=20_000))
    with pytest.raises(Refused, match=code):
        check_simplification(replace(CUT, **changes))


@pytest.mark.parametrize(
    ("events", "kind", "on", "begins", "code"),
    [
        ((DECISION,), DECIDED, 40, 40, "simplification.decided"), ((), DECIDED, -1, 5, "simplification.before_proposed"),
        ((), DECIDED, 5, 4, "simplification.before_signed"), ((), DECIDED, 5, None, "simplification.before_signed"),
    ],
)  # fmt: skip
def test_it_is_decided_once_after_it_was_proposed(events, kind, on, begins, code):
    now = simplified_on(CUT, events, SIGNED + 90 * DAY)
    with pytest.raises(Refused, match=code):
        check_decision(now, kind, SIGNED + on * DAY, None if begins is None else SIGNED + begins * DAY)
    check_decision(simplified_on(CUT, (), SIGNED), DECLINED, SIGNED, None)
