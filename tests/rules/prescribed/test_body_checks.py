from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baro.rules.prescribed.bodies import Bodies, Body, BodyTerm, Level
from baro.rules.prescribed.body_changes import ended, with_body, with_succession, with_term
from baro.rules.prescribed.body_checks import check_end, check_succession, check_term
from baro.rules.prescribed.offices import Term
from baro.rules.prescribed.places.hanoi import HANOI
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.successions import Succession, SuccessionKind

DAY = date(2024, 4, 25)


def a_term(body="moi", **values):
    told = {"code": "", "name": "Phòng Mới", "level": Level.CITY, "parent": "hn.so-noi-vu", "term": Term(DAY)}
    return BodyTerm(body=body, **{**told, **values})


def refusal(check, *args):
    with pytest.raises(Refused) as found:
        check(*args)
    return found.value.code


def told(term):
    return with_body(HANOI, Body(id="moi"), term), term


def test_the_shipped_facts_stand_beside_each_other():
    for term in HANOI.terms:
        check_term(HANOI, term)
    for line in HANOI.successions:
        check_succession(HANOI, line)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": " "}, "body.no_name"),
        ({"term": Term(DAY, DAY - timedelta(days=1))}, "body.ends_before_start"),
        ({"code": "276"}, "body.code_taken"),
        ({"code": "9955", "level": Level.COMMUNE}, "body.code_lost_zeros"),
        ({"code": "mã riêng"}, "body.code_form"),
        ({"parent": "moi"}, "body.parent_loop"),
        ({"parent": "hn.khong-co"}, "body.parent_not_in_force"),
        ({"parent": "hn.276.ubnd"}, "body.parent_not_in_force"),
    ],
)
def test_what_cannot_stand_is_refused_with_its_reason(values, code):
    assert refusal(check_term, *told(a_term(**values))) == code


def test_a_body_may_stand_below_another_as_long_as_that_lasts():
    check_term(*told(a_term(parent="hn.276.ubnd", term=Term(DAY, date(2025, 6, 30)))))


def test_a_new_term_ends_the_one_before_on_the_day_before():
    renamed = replace(HANOI.term_on("hn.so-noi-vu", DAY), name="Sở Nội vụ mới", term=Term(date(2026, 1, 1)))
    after = with_term(HANOI, renamed)
    check_term(after, renamed)
    assert after.term_on("hn.so-noi-vu", date(2025, 12, 31)).name == "Sở Nội vụ Hà Nội"
    assert after.term_on("hn.so-noi-vu", date(2026, 1, 1)).name == "Sở Nội vụ mới"


def test_a_body_cannot_end_while_others_stand_below_it():
    assert refusal(check_end, HANOI, "hn.vpdkdd", date(2025, 12, 31)) == "body.has_bodies_below"


def test_an_heir_must_be_there_and_a_rename_is_no_heir():
    merger = Succession(
        predecessor="hn.so-noi-vu", successor="hn.so-tnmt", kind=SuccessionKind.MERGE, effective_on=date(2026, 1, 1)
    )
    check = [
        (merger, "succession.successor_not_in_force"),
        (replace(merger, successor="hn.so-noi-vu"), "succession.to_itself"),
        (replace(merger, kind=SuccessionKind.RENAME, successor="hn.ubnd"), "succession.rename_is_itself"),
        (replace(merger, kind=SuccessionKind.DISSOLVE), "succession.dissolved_has_no_heir"),
        (replace(merger, kind=SuccessionKind.TRANSFER_FUNCTION), "succession.no_function"),
        (replace(merger, predecessor="hn.so-tnmt", successor="hn.ubnd"), "succession.predecessor_not_in_force"),
    ]
    assert [refusal(check_succession, HANOI, line) for line, _ in check] == [code for _, code in check]


days = st.integers(0, 60).map(lambda n: DAY + timedelta(days=n))


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), days), max_size=20), days)
def test_heirs_are_always_in_force_and_loops_end(lines, on):
    terms = tuple(a_term(f"b{n}", parent="", term=Term(DAY)) for n in range(6))
    bodies = Bodies(tuple(Body(id=f"b{n}") for n in range(6)), terms)
    for one, other, day in lines:
        new = Succession(predecessor=f"b{one}", successor=f"b{other}", kind=SuccessionKind.MERGE, effective_on=day)
        bodies = with_succession(bodies, new, whole=day > DAY)
    tree = bodies.on(on)
    for n in range(6):
        found = bodies.mapped(f"b{n}", on)
        assert all(tree.is_in_force(heir) for heir in found.heirs)
        assert found.is_mapped != tree.is_in_force(f"b{n}")
        assert not found.is_unique or len(found.heirs) == 1
        assert tree.inheritors(f"b{n}") == (frozenset(found.heirs) if found.is_mapped else frozenset())


@given(days, days)
def test_a_body_is_in_force_up_to_its_last_day_and_no_longer(last, on):
    bodies = ended(Bodies((Body(id="moi"),), (a_term(parent=""),)), "moi", last)
    assert (bodies.term_on("moi", on) is not None) == (DAY <= on <= last)
