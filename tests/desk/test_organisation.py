from dataclasses import replace
from datetime import date

import pytest

from baro.desk.organisation import change_body, correct_body, create_body, end_body, succeed
from baro.records.models.organisation import BodyTermRow
from baro.records.queries.organisation import bodies, find_bodies
from baro.rules.prescribed.bodies import BodyKind, BodyTerm, Level
from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.places.hanoi import HANOI
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.successions import Succession, SuccessionKind
from desk.an_organisation import AT, BY, hanoi

DAY, NEXT_YEAR = date(2024, 4, 25), date(2026, 1, 1)
DIVISION = BodyTerm(
    body="", code="", name="Phòng Cải cách hành chính", level=Level.CITY, parent="hn.so-noi-vu", term=Term(DAY)
)


def test_the_shipped_facts_are_recorded_as_they_are_and_only_once(db):
    first = hanoi()
    assert first.created == len(HANOI.bodies)
    known = bodies()
    assert set(known.terms) == set(HANOI.terms)
    assert set(known.successions) == set(HANOI.successions)
    assert hanoi().acts == ()


def test_a_body_gets_an_identity_that_outlives_its_name(db):
    hanoi()
    made = create_body(BodyKind.DIVISION, DIVISION, BY, AT)
    renamed = replace(DIVISION, body=made, name="Phòng Chuyển đổi số", term=Term(NEXT_YEAR))
    change_body(renamed, BY, AT)
    assert bodies().term_on(made, date(2025, 12, 31)).name == "Phòng Cải cách hành chính"
    assert bodies().term_on(made, NEXT_YEAR).name == "Phòng Chuyển đổi số"


def test_a_correction_replaces_what_was_told_and_needs_a_reason(db):
    hanoi()
    wrong = HANOI.term_on("hn.ha-bang", NEXT_YEAR)
    right = replace(wrong, code="10009", verified=True)
    with pytest.raises(Refused, match=r"body\.no_reason"):
        correct_body(right, " ", BY, AT)
    correct_body(right, "Nạp từ danh mục chính thức", BY, AT)
    assert bodies().with_code("10009", NEXT_YEAR) == right


def test_a_merger_ends_the_predecessor_on_the_day_before(db):
    hanoi()
    made = create_body(BodyKind.DIVISION, DIVISION, BY, AT)
    merger = Succession(
        predecessor=made, successor="hn.so-noi-vu", kind=SuccessionKind.MERGE, effective_on=NEXT_YEAR, basis="QĐ 1"
    )
    succeed(merger, BY, AT)
    assert bodies().last_day(made) == date(2025, 12, 31)
    assert bodies().mapped(made, NEXT_YEAR).heirs == ("hn.so-noi-vu",)


def test_a_body_with_others_below_it_cannot_end(db):
    hanoi()
    with pytest.raises(Refused, match=r"body\.has_bodies_below"):
        end_body("hn.vpdkdd", date(2025, 12, 31), "QĐ 2", BY, AT)
    end_body("hn.vpdkdd.ung-hoa", date(2025, 12, 31), "QĐ 2", BY, AT)
    assert bodies().last_day("hn.vpdkdd.ung-hoa") == date(2025, 12, 31)


@pytest.mark.parametrize("written", ["thạch hoà", "Thạch Hòa", "THACH HOA", "hoa thach", "xa thach ho"])
def test_search_needs_no_marks_and_minds_no_place_of_the_tone(db, written):
    hanoi()
    assert [t.name for t in find_bodies(written, DAY)] == ["Xã Thạch Hoà"]


def test_search_finds_d_with_stroke(db):
    hanoi()
    assert [t.name for t in find_bodies("dai dong")] == ["Xã Đại Đồng"]


def test_bodies_stand_in_vietnamese_order(db):
    hanoi()
    communes = BodyTermRow.objects.filter(parent="hn.276.ubnd", valid_from=None).order_by("sort_key")
    names = [row.name.split(" ", 1)[1] for row in communes if row.name.startswith("Xã")]
    assert names[:7] == ["Bình Phú", "Bình Yên", "Canh Nậu", "Cẩm Yên", "Cần Kiệm", "Chàng Sơn", "Dị Nậu"]
    assert names[7:9] == ["Đại Đồng", "Đồng Trúc"]
