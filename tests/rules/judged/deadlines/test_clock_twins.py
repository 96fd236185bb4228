"""The columns say what the readable rules say, on any log; and the parts of a dossier's time sum to the whole."""

import numpy as np
from hypothesis import given, settings

from baro.rules.judged.deadlines.classes import HolderKind, TimeClass
from rules.judged.deadlines.drawn import judged_logs
from rules.judged.deadlines.logs import log_of, setting, vn
from rules.judged.deadlines.twins import Judged, assert_same_clocks, assert_same_splits

MANY = settings(max_examples=100, deadline=None)


@MANY
@given(judged_logs())
def test_the_columns_say_what_the_rules_say_of_each_case(judged: Judged) -> None:
    assert_same_clocks(judged)
    assert_same_splits(judged)


@MANY
@given(judged_logs())
def test_time_and_late_time_are_split_without_a_rest_among_those_who_answer_for_it(judged: Judged) -> None:
    clock = judged.columns()
    found, first = judged.split_columns(clock), judged.log.offsets[:-1]
    assert (np.add.reduceat(found.minutes, first) + found.tail_minutes == found.total).all()
    assert (np.add.reduceat(found.late, first) + found.tail_late == clock.late_minutes).all()
    assert found.minutes.min() >= 0 and found.late.min() >= 0 and found.tail_late.min() >= 0
    assert not found.late[found.holder == HolderKind.APPLICANT].any()
    assert not found.tail_late[found.tail_holder == HolderKind.APPLICANT].any()
    assert not found.over_limit[found.holder == HolderKind.APPLICANT].any()
    late = np.isin(clock.time_class, [TimeClass.LATE, TimeClass.PENDING_LATE])
    assert not clock.late_minutes[~late].any() and not clock.late_days[~late].any()
    assert (clock.due_day[late] >= 0).all()
    assert (clock.ended_at <= judged.setting.as_of).all()


def test_a_log_without_cases_has_columns_without_values() -> None:
    empty = Judged(log_of([]), setting(vn(1)), (), ())
    clock = empty.columns()
    assert (len(clock.due_day), len(empty.split_columns(clock).minutes)) == (0, 0)
