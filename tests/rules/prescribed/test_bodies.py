from datetime import date

import pytest

from baro.rules.prescribed.bodies import BodyKind
from baro.rules.prescribed.places.hanoi import HANOI
from baro.rules.prescribed.places.thach_that import DISTRICT, DISTRICT_COMMITTEE, SUCCESSORS, old

APRIL_2024, JANUARY_2025, JULY_2025 = date(2024, 4, 25), date(2025, 1, 1), date(2025, 7, 1)


@pytest.mark.parametrize(("on", "count"), [(APRIL_2024, 23), (date(2024, 12, 31), 23), (JANUARY_2025, 20), (date(2025, 6, 30), 20), (JULY_2025, 0)])  # fmt: skip
def test_thach_that_had_23_communes_then_20_then_none(on, count):
    assert len(HANOI.on(on).children(DISTRICT_COMMITTEE)) == count


def test_five_communes_stand_directly_under_the_city_from_july_2025():
    assert {HANOI.on(JULY_2025).lineage(body) for body in SUCCESSORS} == {(b, "hn.ubnd", "hn") for b in SUCCESSORS}


def test_the_district_ended_with_june_2025():
    assert HANOI.last_day(DISTRICT) == date(2025, 6, 30)
    assert HANOI.on(JULY_2025).lineage(DISTRICT) == ()


def test_a_code_is_used_again_for_another_body():
    assert [HANOI.with_code("09955", on).name for on in (APRIL_2024, JULY_2025)] == [
        "Thị trấn Liên Quan",
        "Xã Thạch Thất",
    ]
    assert [HANOI.with_code("09973", on).name for on in (APRIL_2024, JANUARY_2025)] == ["Xã Canh Nậu", "Xã Lam Sơn"]


def test_a_name_is_found_wherever_its_tone_is_placed():
    assert [t.body for t in HANOI.with_name("xã Thạch Hòa", APRIL_2024)] == ["hn.276.thach-hoa"]


def test_codes_after_july_2025_are_marked_as_not_verified():
    assert [HANOI.term_on(body, JULY_2025).verified for body in SUCCESSORS] == [False] * 5


def test_codes_are_text_with_leading_zeros():
    communes = [t for t in HANOI.in_force(APRIL_2024) if t.parent == DISTRICT_COMMITTEE]
    assert {len(t.code) for t in communes} == {5}
    assert sum(t.code.startswith("0") for t in communes) == 18


def test_a_body_in_force_stands_for_itself():
    found = HANOI.mapped("hn.276.ha-bang", APRIL_2024)
    assert (found.heirs, found.is_mapped, found.is_unique) == (("hn.276.ha-bang",), False, True)


def test_a_commune_merged_twice_is_mapped_to_one_heir():
    found = HANOI.mapped("hn.276.chang-son", JULY_2025)
    assert (found.heirs, found.is_mapped, found.is_unique) == (("hn.tay-phuong",), True, True)
    assert HANOI.mapped("hn.276.chang-son", JANUARY_2025).heirs == ("hn.276.thach-xa",)


def test_a_commune_that_was_split_has_several_heirs_and_no_unique_one():
    found = HANOI.mapped("hn.276.ha-bang", JULY_2025)
    assert (found.heirs, found.is_unique) == (("hn.ha-bang", "hn.hoa-lac"), False)


def test_a_part_that_is_known_does_not_stand_for_the_whole():
    assert HANOI.mapped("hn.276.quang-trung", JULY_2025).is_unique is False


def test_a_council_that_was_dissolved_has_no_heir():
    found = HANOI.mapped("hn.276.hdnd", JULY_2025)
    assert (found.heirs, found.is_mapped, found.is_unique) == ((), True, False)


def test_a_function_goes_where_it_was_handed_and_nowhere_else():
    assert len(HANOI.mapped(DISTRICT_COMMITTEE, JULY_2025, "Nhiệm vụ của cấp huyện").heirs) == 6


def test_the_department_went_into_one_department_and_its_land_office_with_it():
    assert HANOI.mapped("hn.so-tnmt", date(2025, 3, 1)).heirs == ("hn.so-nnmt",)
    branch = "hn.vpdkdd.ung-hoa"
    assert HANOI.on(date(2025, 2, 28)).lineage(branch)[2] == "hn.so-tnmt"
    assert HANOI.on(date(2025, 3, 1)).lineage(branch)[2] == "hn.so-nnmt"


def test_every_commune_of_2025_has_an_heir():
    communes = HANOI.on(JANUARY_2025).children(DISTRICT_COMMITTEE)
    assert all(HANOI.mapped(body, JULY_2025).heirs for body in communes)
    assert HANOI.on(JULY_2025).inheritors(*old("tan-xa")) == {"hn.ha-bang", "hn.hoa-lac"}


def test_all_that_is_told_carries_an_instrument():
    assert [t.name for t in HANOI.terms if not t.basis] == []
    assert [s for s in HANOI.successions if not s.basis] == []
    assert all(t.note for t in HANOI.terms if not t.verified)
    assert HANOI.by_id[DISTRICT].kind == BodyKind.TERRITORY
