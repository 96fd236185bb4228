from datetime import date

import pytest

from baro.desk.handover import hand_over, statement
from baro.desk.people import appoint, cover_absence, employ, end_held, put_in_charge, register_person
from baro.records.queries.people import employments, find_people, held_by, people, service
from baro.rules.prescribed.competence import Capacity
from baro.rules.prescribed.handovers import ItemKind, OpenItem
from baro.rules.prescribed.offices import Post, Term
from baro.rules.prescribed.posts import ActingHead, LeaveCover
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.staff import Employment, StaffCategory, outlives_its_category
from desk.an_organisation import AT, BY, hanoi

COMMUNE = "hn.276.yen-trung"
FIRST, LATER = date(2024, 1, 1), date(2024, 9, 1)


def a_person(code, name):
    return register_person(code, name, BY, AT)


def test_who_was_head_on_a_day_is_told_from_the_records(db):
    hanoi()
    lan, hoa = a_person("CB1", "Nguyễn Thị Lan"), a_person("CB2", "Trần Văn Hòa")
    post = appoint(Post(lan, COMMUNE, "Chủ tịch", True, Term(FIRST), "01/QĐ"), BY, AT)
    cover_absence(LeaveCover(absent=lan, cover=hoa, unit=COMMUNE, term=Term(LATER, LATER)), BY, AT)
    told = service().heads(COMMUNE, LATER)
    assert [(c.person, c.capacity) for c in told] == [(lan, Capacity.POST), (hoa, Capacity.COVER)]
    end_held("appointment", post, date(2024, 12, 31), BY, AT)
    assert service().heads(COMMUNE, date(2025, 1, 1)) == ()
    put_in_charge(ActingHead(person=hoa, unit=COMMUNE, title="Phụ trách", term=Term(date(2025, 1, 1))), BY, AT)
    assert [c.person for c in service().heads(COMMUNE, date(2025, 1, 1))] == [hoa]
    assert {h.kind for h in held_by(hoa)} == {"acting_head", "leave_cover"}


def test_a_body_has_one_head_a_day(db):
    hanoi()
    lan, hoa = a_person("CB1", "Nguyễn Thị Lan"), a_person("CB2", "Trần Văn Hòa")
    appoint(Post(lan, COMMUNE, "Chủ tịch", True, Term(FIRST)), BY, AT)
    with pytest.raises(Refused, match=r"service\.second_head"):
        appoint(Post(hoa, COMMUNE, "Chủ tịch", True, Term(LATER)), BY, AT)


def test_a_post_needs_a_body_of_its_days(db):
    hanoi()
    with pytest.raises(Refused, match=r"service\.body_not_in_force"):
        appoint(Post(a_person("CB1", "Lan"), COMMUNE, "Chủ tịch", True, Term(date(2025, 7, 1))), BY, AT)


def test_a_person_belongs_to_one_category_a_day(db):
    lan = a_person("CB1", "Lan")
    until = Term(FIRST, date(2025, 6, 30))
    employ(Employment(person=lan, category=StaffCategory.COMMUNE_OFFICIAL, term=until), BY, AT)
    with pytest.raises(Refused, match=r"employment\.overlaps"):
        employ(Employment(person=lan, category=StaffCategory.CADRE, term=Term(LATER)), BY, AT)


@pytest.mark.parametrize(("last", "doubted"), [(date(2025, 6, 30), False), (date(2025, 7, 1), True), (None, True)])
def test_law_that_nobody_read_is_a_doubt_and_refuses_nothing(db, last, doubted):
    told = Employment(person=a_person("CB1", "Lan"), category=StaffCategory.COMMUNE_OFFICIAL, term=Term(FIRST, last))
    employ(told, BY, AT)
    assert outlives_its_category(employments(told.person)[0]) is doubted


def test_people_stand_by_given_name_and_are_found_without_marks(db):
    for code, name in (("1", "Trần Văn Đức"), ("2", "Lê Hoà"), ("3", "Nguyễn An"), ("4", "Phạm Thị Dung")):
        a_person(code, name)
    assert [p.name for p in people()] == ["Nguyễn An", "Phạm Thị Dung", "Trần Văn Đức", "Lê Hoà"]
    assert [p.name for p in find_people("le hoa")] == ["Lê Hoà"]


def test_a_number_is_given_to_one_person(db):
    a_person("CB1", "Lan")
    with pytest.raises(Refused, match=r"person\.code_taken"):
        a_person("CB1", "Hoa")


def test_what_is_handed_over_goes_to_the_named_successor(db):
    hanoi()
    body, july = "hn.276.ha-bang", date(2025, 7, 1)
    item = OpenItem(kind=ItemKind.CASE, id="nv-1", unit=body)
    assert hand_over([item], "hn.hoa-lac", july, "05/BB", BY, AT) == 1
    told = statement(body, july, BY, AT)
    assert [(h.id, h.successor) for h in told.handed] == [("nv-1", "hn.hoa-lac")]
    assert told.suggested == ""
