from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from baro.rules.prescribed.competence import Capacity, Service
from baro.rules.prescribed.offices import Delegation, Officer, Post, Term
from baro.rules.prescribed.places.hanoi import HANOI
from baro.rules.prescribed.posts import ActingHead, LeaveCover
from baro.rules.prescribed.staff import Employment, StaffCategory, category_on, is_managing_employee

COMMUNE = "hn.276.yen-trung"
MAY = date(2024, 5, 1)
HEAD = Post("lan", COMMUNE, "Chủ tịch", True, Term(date(2021, 1, 1), date(2024, 5, 31)))


def a_service(**values):
    people = tuple(Officer(code, code.title()) for code in ("lan", "minh", "hoa", "duc"))
    return Service(bodies=HANOI, people=people, **values)


def heads(service, on):
    return [(c.person, c.capacity, c.is_absent) for c in service.heads(COMMUNE, on)]


def test_the_head_of_a_day_is_who_held_the_post_that_day():
    successor = Post("minh", COMMUNE, "Chủ tịch", True, Term(date(2024, 6, 1)))
    service = a_service(posts=(HEAD, successor))
    assert heads(service, date(2024, 5, 31)) == [("lan", Capacity.POST, False)]
    assert heads(service, date(2024, 6, 1)) == [("minh", Capacity.POST, False)]


def test_a_vacancy_names_nobody_unless_somebody_is_put_in_charge():
    assert heads(a_service(posts=(HEAD,)), date(2024, 6, 1)) == []
    acting = ActingHead(person="hoa", unit=COMMUNE, title="Phụ trách", term=Term(date(2024, 6, 1)))
    assert heads(a_service(posts=(HEAD,), acting=(acting,)), date(2024, 6, 1)) == [("hoa", Capacity.ACTING, False)]


def test_a_head_on_leave_stays_answerable_before_who_covers():
    cover = LeaveCover(absent="lan", cover="hoa", unit=COMMUNE, term=Term(MAY, MAY))
    service = a_service(posts=(HEAD,), covers=(cover,))
    assert heads(service, MAY) == [("lan", Capacity.POST, True), ("hoa", Capacity.COVER, False)]
    assert heads(service, MAY + timedelta(days=1)) == [("lan", Capacity.POST, False)]


def test_no_body_no_head():
    assert a_service(posts=(HEAD,)).heads(COMMUNE, date(2025, 7, 1)) == ()


def test_a_delegation_counts_on_its_days_only():
    given = Delegation("duc", COMMUNE, "Ký chứng thực", Term(MAY, MAY), "12/QĐ")
    service = a_service(delegations=(given,))
    assert [c.decision for c in service.competent(COMMUNE, "Ký chứng thực", MAY)] == ["12/QĐ"]
    assert service.competent(COMMUNE, "Ký chứng thực", MAY + timedelta(days=1)) == ()


def test_public_employees_who_head_a_unit_are_managing_employees():
    employed = (Employment(person="lan", category=StaffCategory.PUBLIC_EMPLOYEE),)
    assert category_on(employed, "lan", MAY) == StaffCategory.PUBLIC_EMPLOYEE
    assert is_managing_employee(employed, (HEAD,), "lan", MAY)
    assert not is_managing_employee(employed, (HEAD,), "lan", date(2024, 6, 1))


persons = st.sampled_from(["lan", "minh", "hoa", "duc"])
units = st.sampled_from([COMMUNE, "hn.276.ubnd", "hn.ubnd", "hn.276.dai-dong"])
titles = st.sampled_from(["Chủ tịch", "Chuyên viên", "Văn thư"])
terms = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(
    lambda n: Term(MAY + timedelta(days=n[0]), MAY + timedelta(days=n[0] + n[1]))
)
services = st.builds(
    a_service,
    posts=st.lists(st.builds(Post, persons, units, titles, st.booleans(), terms), max_size=5).map(tuple),
    delegations=st.lists(st.builds(Delegation, persons, units, titles, terms), max_size=3).map(tuple),
    acting=st.lists(st.builds(ActingHead, person=persons, unit=units, title=titles, term=terms), max_size=2).map(tuple),
    covers=st.lists(st.builds(LeaveCover, absent=persons, cover=persons, unit=units, term=terms), max_size=3).map(
        tuple
    ),
)


@given(services, units, st.sampled_from(["", "Chủ tịch", "Văn thư/Chuyên viên"]), st.integers(0, 45))
def test_who_is_named_competent_is_who_the_rule_of_logs_finds_competent(service, unit, role, days):
    on = MAY + timedelta(days=days)
    offices = service.offices(on)
    named = {c.person for c in service.competent(unit, role, on)}
    assert named == {p.code for p in service.people if offices.is_competent(p.code, role, on, unit)}
