"""Told late by one person, an appointment permits nothing before it was recorded, and a process is not in force before;
whoever answered for a body is told all the same. Two persons, and what the keeper loads, let the told day count."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from baro.desk import permission
from baro.desk.by import By, by_person, by_program
from baro.desk.late_entry import ALONE, Vouched, late_entry
from baro.desk.people import appoint, correct_held, delegate, held, register_person
from baro.desk.service_acts import held_told
from baro.desk.two_persons import approve, propose
from baro.desk.work_processes import approval_told, approve_processes
from baro.records.models import RoleGrant
from baro.records.queries.access import standing_of
from baro.records.queries.people import service
from baro.records.queries.processes import count_in_force
from baro.records.replay import differences
from baro.rules.prescribed.offices import Delegation, Post, Term
from baro.rules.prescribed.policy.roles import Role
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.work_processes import Approval, RegisterKind
from desk.an_organisation import AT as BEGUN
from desk.an_organisation import BY as KEEPER
from desk.an_organisation import hanoi

pytestmark = pytest.mark.django_db
COMMUNE, OTHER = "hn.276.yen-trung", "hn.so-noi-vu"
AT, TODAY = datetime(2024, 6, 3, 3, tzinfo=UTC), date(2024, 6, 3)
LONG_AGO, BETWEEN = date(2024, 1, 2), date(2024, 3, 1)
APPROVED = Approval(
    id="p1", unit=COMMUNE, kind=RegisterKind.INTERNAL, code="1", name="Tiếp dân", decision="1/QĐ", approved_on=LONG_AGO
)


@pytest.fixture(autouse=True)
def _authority():
    hanoi()
    for person, role, unit in (
        ("to-chuc", Role.PERSONNEL_DISCIPLINE, COMMUNE), ("kiem-soat", Role.TTHC_CONTROL, COMMUNE),
        ("chi", Role.UNIT_HEAD, OTHER),
    ):  # fmt: skip
        RoleGrant.objects.create(id=person, person=person, role=role, unit=unit, recorded_at=BEGUN)


def asker(person: str) -> permission.Asker:
    return permission.asker_of(standing_of(person), at=AT)


def by(person: str) -> By:
    return by_person(asker(person), unit=COMMUNE)


def post(first: date | None = LONG_AGO) -> Post:
    return Post(register_person("CB1", "Lan", KEEPER, AT), COMMUNE, "Chủ tịch", True, Term(first), "1/QĐ")


def competent(on: date) -> bool:
    return bool(service().competent(COMMUNE, "Chủ tịch", on))


def headed(on: date) -> bool:
    return bool(service().heads(COMMUNE, on))


def others() -> list[Refused]:
    return [d for d in differences() if d.facts["table"] != "role_grant"]


def vouched(person: str, told) -> Vouched:
    made = propose(late_entry(told), asker(person), AT)
    approve(made, asker("chi"), AT)
    return Vouched(proposal=made, reason="quyết định gửi đến muộn")


@pytest.mark.parametrize("first", [LONG_AGO, None])
def test_alone_a_late_appointment_permits_nothing_before_it_was_recorded(first):
    appoint(post(first), by("to-chuc"), AT)
    assert (competent(BETWEEN), competent(TODAY)) == (False, True)
    assert headed(BETWEEN)
    assert others() == []


def test_vouched_for_by_two_it_counts_as_told():
    told = post()
    vouch = {"a1": vouched("to-chuc", held_told("appointment", "a1", told, by("to-chuc"), AT))}
    appoint(told, by("to-chuc"), AT, vouch, held_id="a1")
    assert competent(BETWEEN)
    assert others() == []


def test_another_first_day_than_the_approved_one_is_refused():
    told = post()
    vouch = {"a1": vouched("to-chuc", held_told("appointment", "a1", told, by("to-chuc"), AT))}
    with pytest.raises(Refused, match=r"access\.proposal_differs"):
        appoint(replace(told, term=Term(date(2023, 12, 1))), by("to-chuc"), AT, vouch, held_id="a1")


@pytest.mark.parametrize("first", [LONG_AGO, None])
def test_what_the_keeper_loads_counts_as_told(first):
    appoint(post(first), by_program("keeper"), AT)
    assert competent(BETWEEN)


@pytest.mark.parametrize("first", [TODAY, date(2024, 7, 1)])
def test_from_today_or_a_day_to_come_nothing_is_late(first):
    appoint(post(first), by("to-chuc"), AT)
    assert competent(first)


def test_a_late_delegation_permits_nothing_before_either():
    lan = register_person("CB1", "Lan", KEEPER, AT)
    delegate(Delegation(lan, COMMUNE, "Ký thay", Term(LONG_AGO)), by("to-chuc"), AT)
    assert [bool(service().competent(COMMUNE, "Ký thay", on)) for on in (BETWEEN, TODAY)] == [False, True]


def test_a_correction_takes_nothing_away_that_counted_and_gives_nothing_back():
    later = datetime(2024, 8, 1, 3, tzinfo=UTC)
    told = post()
    made = appoint(told, by("to-chuc"), AT)
    correct_held("appointment", made, replace(told, term=Term(date(2023, 6, 1))), "nhầm", by("to-chuc"), later)
    assert (competent(BETWEEN), competent(TODAY)) == (False, True)
    assert held("appointment", made).value.term.valid_from == date(2023, 6, 1)
    assert others() == []


def test_an_approval_told_late_counts_from_its_recording():
    approve_processes([APPROVED], by("kiem-soat"), AT, ALONE)
    counts = [count_in_force([COMMUNE], RegisterKind.INTERNAL, on).get(COMMUNE, 0) for on in (BETWEEN, TODAY)]
    assert counts == [0, 1]
    assert others() == []


def test_an_approval_that_two_vouch_for_counts_from_its_day():
    vouch = {"p1": vouched("kiem-soat", approval_told(APPROVED, by("kiem-soat"), AT))}
    approve_processes([APPROVED], by("kiem-soat"), AT, vouch)
    assert count_in_force([COMMUNE], RegisterKind.INTERNAL, BETWEEN) == {COMMUNE: 1}
