"""What the engine decides, told as the law and the agency's users would."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baro.rules.prescribed.policy.engine import may, visible
from baro.rules.prescribed.policy.field_classes import FieldClass
from baro.rules.prescribed.policy.operations import OPERATIONS, Nature
from baro.rules.prescribed.policy.roles import OUTSIDE_SUPERVISORS, Role
from baro.rules.prescribed.policy.standing import NOBODY, Accused, Grant, Membership, Standing, Subject
from rules.prescribed.policy.small_office import FUTURE, PAST, TODAY, TREE, standing, standings, subjects

operations = st.sampled_from([o.name for o in OPERATIONS])


def decide(who, operation, subject=None):
    return may(who, operation, subject, tree=TREE, on=TODAY)


def allowed(who, operation, subject=None):
    return decide(who, operation, subject).allowed


@settings(max_examples=2000, deadline=None)
@given(standings, operations, subjects)
def test_a_list_holds_exactly_what_may_be_opened_one_by_one(who, operation, subject):
    assert visible(who, operation, tree=TREE, on=TODAY).holds(subject) is allowed(who, operation, subject)


@settings(max_examples=500, deadline=None)
@given(standings, operations, subjects)
def test_what_may_be_done_with_one_matter_is_open_as_a_page(who, operation, subject):
    assert allowed(who, operation) or not allowed(who, operation, subject)


@settings(max_examples=500, deadline=None)
@given(standings, operations, subjects, st.sampled_from(["an", "binh", "chi"]))
def test_the_accused_is_refused_whatever_they_were_granted(who, operation, subject, person):
    concerned = Subject(unit=subject.unit, holder=person, accused=(Accused(person=person),))
    assert not allowed(Standing(person=person, grants=who.grants), operation, concerned)


@settings(max_examples=500, deadline=None)
@given(standings, operations, subjects)
def test_a_sealed_matter_is_for_members_only(who, operation, subject):
    member = subject.compartment in who.compartments(TODAY)
    assert not subject.compartment or member or not allowed(who, operation, subject)


@settings(max_examples=500, deadline=None)
@given(standings, operations, subjects)
def test_a_grant_that_ended_or_has_not_begun_changes_nothing(who, operation, subject):
    ended = tuple(Grant(role=g.role, unit=g.unit, term=term) for g in who.grants for term in (PAST, FUTURE))
    also = Standing(person=who.person, grants=(*who.grants, *ended), memberships=who.memberships, receipts=who.receipts)
    assert decide(also, operation, subject) == decide(who, operation, subject)


@pytest.mark.parametrize("operation", [o.name for o in OPERATIONS if not o.name.startswith(("page", "account"))])
def test_somebody_not_signed_in_may_do_nothing_but_read_public_pages(operation):
    assert not allowed(NOBODY, operation)
    assert not allowed(NOBODY, operation, Subject(unit="div1"))


_CASES = ("dossier", "petition", "denunciation", "discipline", "inspection", "signal", "person", "import")


@pytest.mark.parametrize("operation", [o.name for o in OPERATIONS if o.matter in _CASES])
def test_the_technical_administrator_sees_no_case(operation):
    who = standing(Role.TECHNICAL_ADMIN, "city", secrets=("s1",))
    assert not allowed(who, operation)
    assert not any(allowed(who, operation, Subject(unit=u, holder="an")) for u in TREE.known)
    assert visible(who, operation, tree=TREE, on=TODAY).is_empty


@pytest.mark.parametrize("role", sorted(OUTSIDE_SUPERVISORS))
def test_supervisors_from_outside_read_and_ask_and_write_nothing_in_the_agency(role):
    written = {o.name for o in OPERATIONS if o.nature is Nature.WRITES and allowed(standing(role, "city"), o.name)}
    assert written <= {"account.own", "notice.acknowledge", "supervision.record", "export.make"}


def test_business_administration_sees_no_dossier():
    assert not allowed(standing(Role.BUSINESS_ADMIN, "city"), "dossier.read", Subject(unit="div1"))


def test_a_case_officer_reads_their_own_dossier_and_no_other_of_the_unit():
    who = standing(Role.CASE_OFFICER)
    assert allowed(who, "dossier.read", Subject(unit="div1", holder="an"))
    assert not allowed(who, "dossier.read", Subject(unit="div1", holder="binh"))


@pytest.mark.parametrize(
    ("unit", "sees"),
    [("div1", True), ("team", True), ("div2", False), ("dept", False), ("far", False), ("split", True), ("?", False)],
)
def test_a_head_sees_the_unit_and_those_below_and_what_they_inherited(unit, sees):
    assert allowed(standing(Role.DIVISION_HEAD), "dossier.read", Subject(unit=unit)) is sees


def test_the_commune_reads_the_dossiers_of_the_district_that_is_no_more():
    assert allowed(standing(Role.UNIT_HEAD, "commune"), "dossier.read", Subject(unit="district"))


def test_who_acts_for_another_reads_the_dossiers_of_the_other():
    lent = standing(Role.CASE_OFFICER, delegated_by="binh")
    assert allowed(lent, "dossier.work", Subject(unit="div1", holder="binh"))
    assert not allowed(lent, "dossier.work", Subject(unit="div1", holder="chi"))


def test_a_program_delivers_for_its_own_unit_alone():
    who = standing(Role.API_CLIENT, "div1")
    assert allowed(who, "import.receive", Subject(unit="div1"))
    assert not allowed(who, "import.receive", Subject(unit="team"))
    assert not allowed(who, "dossier.read", Subject(unit="div1"))


def test_a_head_does_not_open_the_denunciation_of_an_officer_of_the_unit():
    matter = Subject(unit="dept", compartment="s1", accused=(Accused(person="chi", unit="div1"),))
    member = standing(Role.DENUNCIATION_HANDLER, "dept", secrets=("s1",))
    head = Standing(
        person="an",
        grants=(*member.grants, Grant(role=Role.DIVISION_HEAD, unit="div1")),
        memberships=member.memberships,
    )
    assert allowed(member, "denunciation.read", matter)
    assert not allowed(head, "denunciation.read", matter)


def test_nobody_who_serves_under_the_accused_head_opens_the_case():
    matter = Subject(unit="city", compartment="s1", accused=(Accused(person="chi", unit="dept", is_head=True),))
    below = standing(Role.DENUNCIATION_HANDLER, "city", secrets=("s1",))
    assert allowed(below, "denunciation.read", matter)
    serving = Standing(
        person="an", grants=(*below.grants, Grant(role=Role.CLERK, unit="team")), memberships=below.memberships
    )
    assert not allowed(serving, "denunciation.read", matter)


def test_an_unannounced_inspection_is_not_there_for_the_head_of_the_unit():
    secret, told = Subject(unit="div1", compartment="s1"), Subject(unit="div1")
    assert not allowed(standing(Role.DIVISION_HEAD), "inspection.read", secret)
    assert allowed(standing(Role.DIVISION_HEAD), "inspection.read", told)
    assert allowed(standing(Role.INSPECTOR, "city", secrets=("s1",)), "inspection.read", secret)


def test_a_membership_ends():
    matter = Subject(unit="dept", compartment="s1")
    grant = Grant(role=Role.DENUNCIATION_HANDLER, unit="dept")
    who = Standing(person="an", grants=(grant,), memberships=(Membership(compartment="s1", term=PAST),))
    assert not allowed(who, "denunciation.read", matter)


def test_a_citizen_sees_the_dossier_of_the_receipt_and_no_other():
    who = Standing(receipts=frozenset({"m1"}))
    assert allowed(who, "dossier.look_up", Subject(id="m1", unit="div1"))
    assert not allowed(who, "dossier.look_up", Subject(id="m2", unit="div1"))
    assert not allowed(who, "dossier.read", Subject(id="m1", unit="div1"))


def test_the_council_sees_figures_without_names_and_no_dossier():
    who = standing(Role.COUNCIL_MEMBER, "city")
    assert decide(who, "figure.read", Subject(unit="team")).sees is FieldClass.P1
    assert not allowed(who, "dossier.read", Subject(unit="team"))


def test_an_operation_that_does_not_exist_is_a_fault_of_the_program():
    with pytest.raises(KeyError):
        decide(NOBODY, "dossier.burn")
