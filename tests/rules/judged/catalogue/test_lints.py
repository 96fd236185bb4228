"""Faults of published procedures, each by a table of what is a fault and what is none."""

from datetime import date

import pytest

from baro.rules.judged.catalogue.lints import Lint, faults_of
from baro.rules.judged.catalogue.step_limits import sum_of_steps
from baro.rules.prescribed.durations import Duration, Unit, parse_duration
from baro.rules.prescribed.procedures import Channel, ChannelTerms, Procedure
from baro.rules.prescribed.refusals import Refused

TODAY = date(2026, 11, 28)
THREE = (Channel.COUNTER, Channel.POST, Channel.ONLINE)


def terms(channel: Channel, written: str) -> ChannelTerms:
    try:
        limit = parse_duration(written)
    except Refused:
        limit = None
    return ChannelTerms(channel=channel, written=written, limit=limit)


def procedure(*written: str, **told) -> Procedure:
    """A procedure without a fault, but for what is told: its limits by channel, or anything else."""
    limits = written or ("10 ngày làm việc",) * 3
    channels = tuple(terms(THREE[k % 3], one) for k, one in enumerate(limits))
    return Procedure(**{"code": "1.1", "name": "Cấp giấy", "bases": ("1/2024/NĐ-CP",), "channels": channels} | told)


def kinds(told: Procedure, on: date = TODAY) -> set[Lint]:
    return {fault.lint for fault in faults_of(told, on)}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("10 ngày làm việc",) * 3, set()),
        (("10 ngày làm việc", "10 ngày làm việc", "8 ngày làm việc"), {Lint.CHANNELS_DIFFER}),
        (("10 ngày", "10 ngày làm việc", "10 ngày"), {Lint.CHANNELS_DIFFER}),
        (("2 ngày", "2 ngày", "2 ngày", "5 ngày", "5 ngày", "5 ngày"), set()),  # two cases, the same for every channel
        (("2 ngày", "2 ngày", "2 ngày", "5 ngày"), {Lint.CHANNELS_DIFFER}),
        (("15", "15", "15"), {Lint.NO_UNIT}),
        (("", "10 ngày", "10 ngày"), {Lint.NO_LIMIT}),
        (("", "15", "10 ngày"), {Lint.NO_LIMIT, Lint.NO_UNIT}),
        (("trong ngày",), set()),
    ],
)
def test_limits(written, expected):
    assert kinds(procedure(*written)) == expected


def test_no_way_to_apply_is_no_limit():
    assert kinds(procedure(channels=())) == {Lint.NO_LIMIT}


@pytest.mark.parametrize(
    ("steps", "is_fault"),
    [
        ("Trong thời hạn 05 ngày làm việc, sở thẩm định. Trong thời hạn 06 ngày làm việc, ủy ban quyết định.", True),
        ("Trong thời hạn 05 ngày làm việc, sở thẩm định. Trong thời hạn 05 ngày làm việc, ủy ban quyết định.", False),
        ("Trong thời hạn hai mươi (20) ngày làm việc, sở thẩm định.", False),  # one step says nothing of a sum
        ("trong 8 ngày, sở thẩm định; trong 8 ngày làm việc, ủy ban quyết định", False),  # units that do not add up
        ("- Trường hợp cấp mới: trong 8 ngày làm việc.\n- Trường hợp cấp lại: trong 8 ngày làm việc.", False),
        ("", False),
    ],
)
def test_steps_together_over_the_limit(steps, is_fault):
    assert (Lint.STEPS_OVER_TOTAL in kinds(procedure(steps=steps))) is is_fault


def test_steps_are_added_in_their_unit():
    text = "trong thời hạn ba (03) ngày làm việc … trong không quá 4 ngày làm việc"
    assert sum_of_steps(text, Unit.WORKING_DAY) == Duration(7, Unit.WORKING_DAY)
    assert sum_of_steps(text, Unit.CALENDAR_DAY) is None


@pytest.mark.parametrize(("on", "is_fault"), [(date(2026, 6, 30), False), (date(2026, 7, 1), True)])
def test_a_basis_is_a_fault_from_the_day_it_no_longer_holds(on, is_fault):
    assert (Lint.REPEALED_BASIS in kinds(procedure(bases=("42/2022/NĐ-CP",)), on)) is is_fault


@pytest.mark.parametrize(("on", "is_fault"), [(date(2025, 6, 30), False), (date(2025, 7, 1), True)])
@pytest.mark.parametrize("where", ["steps", "agencies"])
def test_a_body_that_is_no_more_is_a_fault_wherever_it_is_named(on, is_fault, where):
    assert (Lint.DISSOLVED_UNIT in kinds(procedure(**{where: "Ủy ban nhân dân cấp huyện"}), on)) is is_fault


def test_no_basis():
    assert kinds(procedure(bases=())) == {Lint.NO_BASIS}


def test_what_shows_a_fault_is_told():
    faults = faults_of(procedure("15", "10 ngày", "8 ngày", bases=()), TODAY)
    assert [(f.lint, f.shown) for f in faults] == [
        (Lint.NO_UNIT, "trực tiếp: 15"),
        (Lint.CHANNELS_DIFFER, "bưu chính: 10 ngày; trực tuyến: 8 ngày"),
        (Lint.NO_BASIS, "không nêu căn cứ pháp lý nào"),
    ]
