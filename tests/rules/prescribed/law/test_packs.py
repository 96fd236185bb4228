"""The numbers of the law as dated rows."""

from datetime import date, timedelta
from itertools import combinations

import pytest

from baro.rules.prescribed.durations import Duration, describe
from baro.rules.prescribed.law.citations import cite
from baro.rules.prescribed.law.packs import ALL_ROWS, PACKS, pack_on, row_on
from baro.rules.prescribed.law.rows import LimitRow
from baro.rules.prescribed.refusals import Refused

IN_E1, IN_E2, IN_E3 = date(2024, 4, 25), date(2025, 10, 1), date(2026, 11, 23)
IDS = [f"{row.key}@{row.valid_from}" for row in ALL_ROWS]


@pytest.mark.parametrize("row", ALL_ROWS, ids=IDS)
def test_every_row_names_its_article_and_says_what_was_not_verified(row: LimitRow) -> None:
    assert row.key
    assert row.instrument
    assert row.article
    assert row.valid_to is None or row.valid_from <= row.valid_to
    assert row.verified or row.note


def test_no_two_rows_of_one_rule_hold_on_the_same_day() -> None:
    for one, other in combinations(ALL_ROWS, 2):
        if one.key == other.key:
            first, last = (
                max(one.valid_from, other.valid_from),
                min(one.valid_to or date.max, other.valid_to or date.max),
            )
            assert first > last, (one, other)


def test_a_rule_replaced_by_a_later_row_has_no_gap() -> None:
    for row in ALL_ROWS:
        later = [r for r in ALL_ROWS if r.key == row.key and r.valid_from > row.valid_from]
        if later:
            assert row.valid_to is not None
            assert row_on(row.key, row.valid_to + timedelta(days=1)) in later


LIMITS = [
    ("tthc.supplement.request", IN_E1, "3 ngày làm việc", "khoản 4 Điều 19 Nghị định 61/2018/NĐ-CP"),
    ("tthc.transfer", IN_E1, "trong ngày", "khoản 2 Điều 18 Nghị định 61/2018/NĐ-CP"),
    ("tthc.apology.lead", IN_E1, "1 ngày", "khoản 9 Điều 19 Nghị định 61/2018/NĐ-CP"),
    (
        "discipline.public_employee.limitation.reprimand",
        IN_E1,
        "24 tháng",
        "Điều 53 Luật Viên chức 2010, sửa đổi năm 2019",
    ),
    (
        "discipline.public_employee.limitation.heavier",
        IN_E1,
        "60 tháng",
        "Điều 53 Luật Viên chức 2010, sửa đổi năm 2019",
    ),
    ("discipline.public_employee.limitation.reprimand", IN_E3, "60 tháng", "Điều 5 Nghị định 234/2026/NĐ-CP"),
    ("discipline.public_employee.limitation.heavier", IN_E3, "120 tháng", "Điều 5 Nghị định 234/2026/NĐ-CP"),
    ("discipline.public_employee.handling", IN_E3, "90 ngày", "Điều 5 Nghị định 234/2026/NĐ-CP"),
    ("discipline.public_employee.handling.complex", IN_E2, "150 ngày", "Điều 53 Luật Viên chức 2010, sửa đổi năm 2019"),
    (
        "discipline.civil_servant.limitation.heavier",
        IN_E2,
        "120 tháng",
        "Nghị định 172/2025/NĐ-CP (chưa rõ điều khoản)",
    ),
    ("complaint.limitation", IN_E1, "90 ngày", "Điều 9 Luật Khiếu nại 2011"),
    ("complaint.acceptance.first", IN_E2, "10 ngày", "Điều 27 Luật Khiếu nại 2011"),
    ("complaint.acceptance.first", IN_E3, "7 ngày làm việc", "Điều 10 Nghị định 155/2026/NĐ-CP"),
    ("complaint.acceptance.second", IN_E1, "10 ngày", "Điều 36 Luật Khiếu nại 2011"),
    ("complaint.resolution.first", IN_E3, "30 ngày", "Điều 28 Luật Khiếu nại 2011"),
    ("complaint.resolution.first.complex", IN_E1, "45 ngày", "Điều 28 Luật Khiếu nại 2011"),
    ("complaint.resolution.first.remote_complex", IN_E1, "60 ngày", "Điều 28 Luật Khiếu nại 2011"),
    ("complaint.resolution.second", IN_E1, "45 ngày", "Điều 37 Luật Khiếu nại 2011"),
    ("complaint.resolution.second.remote_complex", IN_E1, "70 ngày", "Điều 37 Luật Khiếu nại 2011"),
    ("denunciation.intake", IN_E1, "7 ngày làm việc", "khoản 1 Điều 24 Luật Tố cáo 2018"),
    ("denunciation.intake.many_places", IN_E1, "10 ngày làm việc", "khoản 1 Điều 24 Luật Tố cáo 2018"),
    ("denunciation.resolution", IN_E3, "30 ngày", "Điều 30 Luật Tố cáo 2018"),
    ("denunciation.further", IN_E1, "20 ngày", "Điều 37 Luật Tố cáo 2018"),
    ("reception.result_notice", IN_E1, "10 ngày làm việc", "khoản 1 Điều 28 Luật Tiếp công dân 2013"),
]


@pytest.mark.parametrize(("key", "on", "limit", "cited"), LIMITS)
def test_the_limit_in_force_on_a_day(key: str, on: date, limit: str, cited: str) -> None:
    row = row_on(key, on)
    assert row is not None
    assert describe(row.duration) == limit
    assert cite(row) == cited


NUMBERS = [
    ("tthc.supplement.max_requests", 1, True),
    ("tthc.supplement.max_requests_serious", 2, True),
    ("tthc.reappointment.max", 1, True),
    ("tthc.transfer.cutoff_minute", 900, True),
    ("reception.days_a_week.commune_chair", 1, True),
]


@pytest.mark.parametrize(("key", "number", "verified"), NUMBERS)
def test_the_number_of_the_law_in_2024(key: str, number: int, verified: bool) -> None:
    row = row_on(key, IN_E1)
    assert row is not None
    assert (row.number, row.verified) == (number, verified)


def test_decree_61_stands_in_as_an_unverified_default_once_decree_118_has_replaced_it() -> None:
    row = row_on("tthc.reappointment.max", IN_E2)
    assert row is not None
    assert not row.verified
    assert "118/2025" in row.note


def test_the_district_chair_has_no_reception_days_once_districts_are_gone() -> None:
    assert row_on("reception.days_a_month.district_chair", IN_E1) is not None
    assert row_on("reception.days_a_month.district_chair", IN_E2) is None


def test_the_last_and_first_day_of_an_epoch_belong_to_different_packs() -> None:
    names = [pack_on(day).name for day in (date(2015, 1, 1), IN_E1, date(2025, 6, 30), date(2025, 7, 1))]
    assert names == ["vn-2018", "vn-2018", "vn-2018", "vn-2025-07"]
    assert [pack_on(day).name for day in (date(2026, 6, 30), date(2026, 7, 1))] == ["vn-2025-07", "vn-2026-07"]


@pytest.mark.parametrize("day", [IN_E1, date(2025, 6, 30), date(2025, 7, 1), IN_E2, date(2026, 6, 30), IN_E3])
def test_a_pack_holds_every_row_in_force_on_its_days(day: date) -> None:
    assert {r for r in ALL_ROWS if r.holds(day)} <= set(pack_on(day).rows)


def test_a_pack_names_its_basis_and_what_is_still_to_be_confirmed() -> None:
    old, middle, current = PACKS
    assert "Nghị định 61/2018/NĐ-CP" in old.legal_basis
    assert "Nghị định 155/2026/NĐ-CP" in current.legal_basis
    assert "Nghị định 155/2026/NĐ-CP" not in middle.legal_basis
    assert all(not row.verified for row in current.unverified)
    assert current.unverified


def test_a_row_asked_for_what_it_does_not_hold_refuses() -> None:
    row = row_on("tthc.reappointment.max", IN_E1)
    assert row is not None
    with pytest.raises(Refused, match=r"law\.not_a_duration"):
        assert isinstance(row.duration, Duration)
    with pytest.raises(Refused, match=r"law\.not_a_word"):
        assert row.word
