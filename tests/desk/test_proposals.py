"""A proposal from its making to its end: seen by whom it concerns, refused, withdrawn, expired, overtaken, carried out."""

from datetime import UTC, date, datetime, timedelta

import pytest

from baro.desk import permission
from baro.desk.access import NewRole, end_role, ending, found_roles, give_role, granting
from baro.desk.erasing import erasure
from baro.desk.proposals import carry_out, decided_by, made_by, may_carry_out, may_decide, seen, waiting_for
from baro.desk.two_persons import Proposed, approve, propose, refuse, withdraw
from baro.records.erasure import erase
from baro.records.models import CompartmentMember, LedgerEntry, PersonalValue, ProposalRow, RoleGrant
from baro.records.queries.access import standing_of
from baro.records.queries.proposals import proposal
from baro.records.replay import differences, rebuild
from baro.rules.prescribed.policy.proposals import VALIDITY, Stage, last_day, stage_on
from baro.rules.prescribed.policy.roles import GRANTABLE, SECONDS, Role
from baro.rules.prescribed.policy.standing import Grant, Subject
from baro.rules.prescribed.policy.tree import PlainTree
from baro.rules.prescribed.refusals import Refused

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 3, tzinfo=UTC)
DAYS = VALIDITY[-1].days


def new(person, role, unit="u1"):
    return NewRole(person=person, grant=Grant(role=role, unit=unit), decision="01/QĐ")


@pytest.fixture(autouse=True)
def _people(monkeypatch):
    """The head of u1, who proposes; the head of u2, who may approve; a deputy of u1, who may not."""
    monkeypatch.setattr(permission, "tree_on", lambda on: PlainTree({"u1": "top", "u2": "top", "top": ""}))
    found_roles(
        [new("head", Role.UNIT_HEAD), new("other", Role.UNIT_HEAD, "u2"), new("deputy", Role.DIVISION_HEAD)], "k", AT
    )


def asker(person, at=AT):
    return permission.asker_of(standing_of(person), at=at)


def refused(code, act, *args, **named):
    with pytest.raises(Refused) as told:
        act(*args, **named)
    assert told.value.code == code


def proposed(reason="cần người kiểm tra", **more) -> str:
    return propose(granting(new("an", Role.INSPECTOR)), asker("head"), AT, reason=reason, **more)


def stage(made: str, at=AT) -> Stage:
    return proposal(made).stage(permission.day_of(at))


def replayed_alike():
    assert differences() == []


def test_what_was_proposed_why_and_until_when_is_told_to_the_second_person():
    made = proposed()
    (waiting,) = waiting_for(asker("other"))
    assert (waiting.id, waiting.first, waiting.reason) == (made, "head", "cần người kiểm tra")
    assert waiting.expires_on == date(2026, 3, 2) + timedelta(days=DAYS)
    assert '"role": "inspector"' in waiting.told
    assert may_decide(asker("other"), waiting)
    replayed_alike()


def test_the_ledger_tells_neither_the_reason_nor_what_exactly():
    made = proposed()
    body = bytes(LedgerEntry.objects.get(stream=f"proposal/{made}").body)
    assert b"inspector" not in body
    assert "kiểm tra".encode() not in body


def test_one_s_own_proposal_and_one_of_one_s_own_unit_do_not_wait_for_oneself():
    proposed()
    assert waiting_for(asker("head")) == []
    assert waiting_for(asker("deputy")) == []
    assert [p.first for p in made_by(asker("head"))] == ["head"]


@pytest.mark.parametrize("role", sorted(GRANTABLE))
def test_proposals_wait_for_those_roles_alone_that_may_be_second(role):
    made = proposed()
    RoleGrant.objects.create(id="g", person="chi", role=role, unit="u2", recorded_at=AT)
    chi = asker("chi")
    assert [p.id for p in waiting_for(chi)] == ([made] if role in SECONDS else [])
    if role not in SECONDS:
        refused("access.not_found", seen, made, chi)


def test_the_second_person_refuses_with_a_reason_and_that_ends_it():
    made = proposed()
    refused("access.no_reason", refuse, made, "  ", asker("other"), AT)
    refuse(made, "chưa có quyết định thành lập đoàn", asker("other"), AT)
    found = seen(made, asker("head"))
    assert (found.stage(AT.date()), found.answer) == (Stage.REFUSED, "chưa có quyết định thành lập đoàn")
    refused("access.proposal_closed", approve, made, asker("other"), AT)
    refused("access.second_needed", carry_out, made, asker("head"), AT)
    assert [p.id for p in decided_by(asker("other"))] == [made]
    replayed_alike()


def test_nobody_refuses_their_own():
    refused("access.second_unfit", refuse, proposed(), "thôi", asker("head"), AT)


@pytest.mark.parametrize("is_approved", [False, True])
def test_who_proposed_withdraws_it_and_nobody_else(is_approved):
    made = proposed()
    if is_approved:
        approve(made, asker("other"), AT)
    refused("access.not_found", withdraw, made, asker("other"), AT)
    withdraw(made, asker("head"), AT)
    assert stage(made) == Stage.WITHDRAWN
    refused("access.proposal_closed", withdraw, made, asker("head"), AT)
    refused("access.proposal_closed", approve, made, asker("other"), AT)
    replayed_alike()


@pytest.mark.parametrize("days", [None, 3, 0])
def test_a_proposal_holds_to_its_last_day(days):
    made = proposed(days=days)
    last = AT + timedelta(days=DAYS if days is None else days)
    later = last + timedelta(days=1)
    assert [p.id for p in waiting_for(asker("other", last))] == [made]
    assert waiting_for(asker("other", later)) == []
    assert stage(made, later) == Stage.EXPIRED
    refused("access.proposal_expired", approve, made, asker("other", later), later)
    approve(made, asker("other", last), last)
    refused("access.proposal_expired", carry_out, made, asker("head", later), later)
    carry_out(made, asker("head", last), last)
    assert stage(made, later) == Stage.CARRIED_OUT


def test_what_was_approved_is_carried_out_exactly_and_once():
    made = proposed()
    refused("access.second_needed", carry_out, made, asker("head"), AT)
    approve(made, asker("other"), AT)
    assert may_carry_out(asker("head"), seen(made, asker("head")))
    refused("access.not_found", carry_out, made, asker("other"), AT)
    carry_out(made, asker("head"), AT)
    (grant,) = RoleGrant.objects.filter(person="an")
    assert (grant.role, grant.unit, grant.decision, grant.second) == ("inspector", "u1", "01/QĐ", "other")
    assert stage(made) == Stage.CARRIED_OUT
    refused("access.proposal_closed", carry_out, made, asker("head"), AT)
    replayed_alike()


def test_what_was_told_of_a_proposal_cannot_be_changed_after_it_was_approved():
    made = proposed()
    approve(made, asker("other"), AT)
    ProposalRow.objects.update(told=ProposalRow.objects.get().told.replace("inspector", "business_admin"))
    refused("access.proposal_differs", carry_out, made, asker("head"), AT)


def test_a_grant_is_not_given_on_an_old_picture_of_what_the_person_holds():
    made = proposed()
    give_role(new("an", Role.CLERK), asker("head"), AT)
    refused("access.proposal_stale", approve, made, asker("other"), AT)
    refuse(made, "đã có vai trò khác", asker("other"), AT)


def test_what_changes_after_the_approval_stops_it_too():
    made = proposed()
    approve(made, asker("other"), AT)
    give_role(new("an", Role.CLERK), asker("head"), AT)
    refused("access.proposal_stale", carry_out, made, asker("head"), AT)


def test_a_grant_that_was_ended_meanwhile_is_not_ended_by_an_older_proposal():
    made = proposed()
    approve(made, asker("other"), AT)
    carry_out(made, asker("head"), AT)
    grant = RoleGrant.objects.get(person="an").id
    older, newer = (propose(ending(grant, "u1", date(2026, month, 1)), asker("head"), AT) for month in (6, 4))
    approve(newer, asker("other"), AT)
    carry_out(newer, asker("head"), AT)
    assert RoleGrant.objects.get(pk=grant).valid_to == date(2026, 4, 1)
    refused("access.proposal_stale", approve, older, asker("other"), AT)
    refused("access.end_in_the_past", end_role, grant, date(2026, 6, 1), asker("head"), AT, proposal=older)


def test_what_is_erased_of_a_proposal_is_gone_and_the_rest_stays():
    made = proposed("lý do nêu tên người khác")
    erase(f"proposal/{made}", ground="yeu-cau", actor="p-1", second="p-2", at=AT, fields=("reason",))
    found = proposal(made)
    assert (found.reason, found.told != "") == ("", True)
    erase(f"proposal/{made}", ground="yeu-cau", actor="p-1", second="p-2", at=AT)
    assert (proposal(made).told, proposal(made).what != "") == ("", True)
    assert PersonalValue.objects.filter(stream=f"proposal/{made}").count() == 0
    refused("access.proposal_erased", approve, made, asker("other"), AT)
    refused("access.proposal_erased", carry_out, made, asker("head"), AT)
    replayed_alike()


def test_a_replay_makes_the_same_proposals():
    made = proposed()
    approve(made, asker("other"), AT)
    carry_out(made, asker("head"), AT)
    refuse(propose(granting(new("binh", Role.INSPECTOR)), asker("head"), AT), "thôi", asker("other"), AT)
    before = list(ProposalRow.objects.order_by("id").values())
    rebuild()
    assert list(ProposalRow.objects.order_by("id").values()) == before


@pytest.fixture
def sealed():
    """A proposal about a denunciation, by a member of its compartment."""
    RoleGrant.objects.create(id="g-v", person="v", role=Role.DENUNCIATION_HANDLER, unit="u1", recorded_at=AT)
    RoleGrant.objects.create(id="g-w", person="w", role=Role.DENUNCIATION_HANDLER, unit="u2", recorded_at=AT)
    for person in "vw":
        CompartmentMember.objects.create(id=f"m-{person}", compartment="s1", person=person)
    subject = Subject(id="p-secret", unit="u1", compartment="s1")
    told = Proposed(operation="denunciation.unseal", subject=subject, what={"item": "i1"})
    return propose(told, asker("v"), AT, reason="thẩm quyền yêu cầu")


@pytest.mark.parametrize("person", ["head", "other", "deputy"])
def test_a_sealed_proposal_leaves_no_trace_for_others(sealed, person):
    who = asker(person)
    assert (made_by(who), waiting_for(who), decided_by(who)) == ([], [], [])
    for act in (seen, approve, withdraw):
        refused("access.not_found", act, sealed, who, *([AT] if act is not seen else []))
    refused("access.not_found", refuse, sealed, "thôi", who, AT)
    body = bytes(LedgerEntry.objects.get(stream=f"proposal/{sealed}").body)
    assert not [word for word in (b"denunciation", b"p-secret", b"s1", b"u1", b"i1") if word in body]


def test_members_of_the_compartment_see_it(sealed):
    assert [p.id for p in waiting_for(asker("w"))] == [sealed]
    assert [p.id for p in made_by(asker("v"))] == [sealed]
    assert seen(sealed, asker("w")).reason == "thẩm quyền yêu cầu"


def test_who_is_a_member_no_more_finds_not_even_their_own(sealed):
    CompartmentMember.objects.filter(person="v").update(valid_to="2026-03-01")
    assert made_by(asker("v")) == []
    refused("access.not_found", seen, sealed, asker("v"))
    refused("access.not_found", withdraw, sealed, asker("v"), AT)


@pytest.mark.parametrize(
    ("outcome", "is_approved", "late", "told"),
    [
        ("", False, 0, Stage.WAITING), ("", True, 0, Stage.APPROVED), ("", False, 1, Stage.EXPIRED),
        ("", True, 1, Stage.EXPIRED), ("refused", False, 9, Stage.REFUSED), ("withdrawn", True, 9, Stage.WITHDRAWN),
        ("carried_out", True, 9, Stage.CARRIED_OUT),
    ],
)  # fmt: skip
def test_where_a_proposal_stands(outcome, is_approved, late, told):
    last = last_day(date(2026, 3, 2), 5)
    assert last == date(2026, 3, 7)
    on = last + timedelta(days=late)
    assert stage_on(on, outcome=outcome, is_approved=is_approved, expires_on=last) == told


def test_the_days_that_no_instrument_says_are_told_as_unverified():
    assert not [row for row in VALIDITY if row.verified]


def test_an_erasure_rests_on_the_values_as_they_were():
    told = erasure("person/1", ground="consent_withdrawn", unit="u1")
    assert told.rests_on == ("stream/person/1",)
