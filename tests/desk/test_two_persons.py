"""What takes two persons is done by two: proposed, approved by another of another unit, carried out once, as approved."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from acts import noted
from baro.desk import by, permission
from baro.desk.erasing import erase_personal, erasure
from baro.desk.late_entry import Told, Vouched, entered_acts, late_entry
from baro.desk.two_persons import Proposed, approve, propose, settled
from baro.records.ids_made import new_id
from baro.records.ledger.bodies import entry_of
from baro.records.models import CompartmentMember, LedgerEntry, PersonalValue, RoleGrant
from baro.records.queries.access import standing_of
from baro.records.recording import record, record_all
from baro.records.replay import differences
from baro.rules.judged.late_entry import Entered
from baro.rules.observed.acts import Act
from baro.rules.prescribed.policy.operations import OPERATIONS
from baro.rules.prescribed.policy.roles import GRANTABLE, SECONDS, Role
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.policy.tree import PlainTree
from baro.rules.prescribed.refusals import Refused

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 3, tzinfo=UTC)
BY_TWO = [o.name for o in OPERATIONS if o.by_two]
FIRST = {
    "dossier.void": Role.UNIT_HEAD, "report.issue": Role.UNIT_HEAD, "catalogue.rules": Role.TTHC_CONTROL,
    "denunciation.unseal": Role.DENUNCIATION_HANDLER, "ledger.late_entry": Role.DIVISION_HEAD,
    "ledger.erase": Role.BUSINESS_ADMIN,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _bodies(monkeypatch):
    monkeypatch.setattr(permission, "tree_on", lambda on: PlainTree({"u1": "top", "u2": "top", "top": ""}))


def holds(person: str, role: Role, unit: str) -> permission.Asker:
    """Somebody with a role; in the compartment too."""
    RoleGrant.objects.create(id=f"g-{person}-{role}", person=person, role=role, unit=unit, recorded_at=AT)
    CompartmentMember.objects.get_or_create(id=f"m-{person}", compartment="s1", person=person)
    return permission.asker_of(standing_of(person), at=AT)


def refused(code, act, *args, **named):
    with pytest.raises(Refused) as told:
        act(*args, **named)
    assert told.value.code == code


def matter(operation: str) -> Subject:
    """A matter of unit u1; a denunciation lies in its compartment."""
    return Subject(id="m1", unit="u1", compartment="s1" if operation.startswith("denunciation") else "")


def test_every_operation_of_two_persons_is_tried_here():
    assert set(BY_TWO) == set(FIRST)


@pytest.mark.parametrize("operation", BY_TWO)
def test_nobody_does_alone_what_takes_two(operation):
    who = holds("an", FIRST[operation], "u1")
    assert permission.allows(who, operation, matter(operation))
    refused("access.second_needed", permission.require, who, operation, matter(operation), AT)
    refused("access.second_needed", by.require, by.by_program("keeper"), operation, "u1", AT)
    refused("access.second_needed", settled, "", Proposed(operation=operation, subject=matter(operation)), who, AT)


@pytest.mark.parametrize("operation", BY_TWO)
def test_two_do_it_and_the_ledger_says_who(operation):
    who, told = holds("an", FIRST[operation], "u1"), Proposed(operation=operation, subject=matter(operation))
    made = propose(told, who, AT)
    refused("access.second_needed", settled, made, told, who, AT)
    approve(made, holds("chi", Role.UNIT_HEAD, "u2"), AT)
    assert settled(made, told, who, AT) == "chi"
    assert who_approved(made) == "chi"
    assert differences_of_proposals() == []


@pytest.mark.parametrize("role", sorted(GRANTABLE))
def test_who_may_be_the_second_person(role):
    made = propose(
        erasure("person/1", ground="consent_withdrawn", unit="u1"), holds("an", Role.BUSINESS_ADMIN, "u1"), AT
    )
    other = holds("chi", role, "u2")
    if role in SECONDS:
        approve(made, other, AT)
        refused("access.proposal_closed", approve, made, other, AT)
    else:
        refused("access.denied", approve, made, other, AT)


def test_the_second_person_is_of_another_unit_or_leads_an_inspection():
    made = propose(
        erasure("person/1", ground="consent_withdrawn", unit="u1"), holds("an", Role.BUSINESS_ADMIN, "u1"), AT
    )
    refused("access.second_unfit", approve, made, holds("an", Role.UNIT_HEAD, "u2"), AT)
    refused("access.second_unfit", approve, made, holds("binh", Role.UNIT_HEAD, "u1"), AT)
    approve(made, holds("chi", Role.INSPECTION_LEAD, "u1"), AT)


def test_whoever_is_no_member_learns_nothing_of_a_sealed_proposal():
    who = holds("an", Role.DENUNCIATION_HANDLER, "u1")
    made = propose(Proposed(operation="denunciation.unseal", subject=matter("denunciation.unseal")), who, AT)
    outside = holds("chi", Role.UNIT_HEAD, "u2")
    CompartmentMember.objects.filter(person="chi").delete()
    refused("access.not_found", approve, made, permission.asker_of(standing_of("chi"), at=AT), AT)
    refused("access.not_found", approve, new_id(AT), outside, AT)
    body = bytes(LedgerEntry.objects.get(stream=f"proposal/{made}").body)
    assert b"denunciation" not in body
    assert b"m1" not in body


def test_a_second_person_whose_role_has_ended_is_none():
    who, told = (
        holds("an", Role.UNIT_HEAD, "u1"),
        Proposed(operation="dossier.void", subject=Subject(id="d", unit="u1")),
    )
    made = propose(told, who, AT)
    approve(made, holds("chi", Role.UNIT_HEAD, "u2"), AT)
    RoleGrant.objects.filter(person="chi").update(valid_to="2026-03-01")
    refused("access.second_unfit", settled, made, told, who, AT)


def test_personal_values_are_erased_by_two_and_once():
    act = Act(
        type="person.registered", stream="person/1", actor="k", occurred_at=AT, data={"person": "1", "code": "c"},
        personal={"name": "Nguyễn Văn A"},
    )  # fmt: skip
    record(act, at=AT)
    who, asked = holds("an", Role.BUSINESS_ADMIN, "u1"), {"ground": "consent_withdrawn", "unit": "u1"}
    refused("access.second_needed", erase_personal, "person/1", who, AT, proposal="", **asked)
    made = propose(erasure("person/1", **asked), who, AT)
    approve(made, holds("chi", Role.UNIT_HEAD, "u2"), AT)
    refused("access.proposal_differs", erase_personal, "person/2", who, AT, proposal=made, **asked)
    assert PersonalValue.objects.filter(stream="person/1").count() == 1
    erase_personal("person/1", who, AT, proposal=made, **asked)
    assert PersonalValue.objects.filter(stream="person/1").count() == 0
    refused("access.proposal_closed", erase_personal, "person/1", who, AT, proposal=made, **asked)
    assert differences_of_proposals() == []


def differences_of_proposals() -> list[Refused]:
    """Rows of proposals that a replay would make otherwise; grants were put there by hand."""
    return [d for d in differences() if d.facts["table"] == "proposal"]


def who_approved(made: str) -> str:
    """The person who approved, as the ledger tells it."""
    return entry_of(bytes(LedgerEntry.objects.get(stream=f"proposal/{made}", version=2).body), {}).actor


def told_late(before: timedelta, counted: Entered = Entered.COUNTER) -> Told:
    act = replace(noted(), occurred_at=AT - before, actor="an", second="somebody")
    return Told(act=act, subject=Subject(id="trial/1", unit="u1"), entered=counted)


def test_an_entry_beyond_the_tolerance_counts_by_two_and_a_reason():
    told, who = told_late(timedelta(days=3)), holds("an", Role.DIVISION_HEAD, "u1")
    made = propose(late_entry(told), who, AT)
    mine = by.by_person(who)

    def vouched(reason: str) -> list[Act]:
        return entered_acts([told], mine, AT, {"trial/1": Vouched(proposal=made, reason=reason)})

    refused("access.second_needed", vouched, "mất điện")
    approve(made, holds("chi", Role.UNIT_HEAD, "u2"), AT)
    refused("late_entry.reason", vouched, " ")
    record_all(vouched("mất điện"), at=AT)
    kept = entry_of(bytes(LedgerEntry.objects.get(stream="trial/1").body), {})
    assert (kept.actor, kept.second, kept.data["entered"]) == ("an", "chi", "counter")
    refused("access.proposal_closed", vouched, "mất điện")


@pytest.mark.parametrize(("before", "label"), [(timedelta(minutes=5), None), (timedelta(days=3), "counter")])
def test_an_entry_without_a_proposal_names_no_second_person(before, label):
    (act,) = entered_acts([told_late(before)], by.by_person(holds("an", Role.CLERK, "u1")), AT)
    assert (act.second, act.data.get("entered")) == ("", label)


def test_what_the_keeper_loads_says_so():
    (act,) = entered_acts([told_late(timedelta(days=900))], by.by_program("keeper"), AT)
    assert (act.second, act.data["entered"]) == ("", "loaded")


def test_the_future_is_refused_to_the_keeper_too():
    refused("late_entry.future", entered_acts, [told_late(-timedelta(days=1))], by.by_program("keeper"), AT)
