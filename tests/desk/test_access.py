"""Letting people in is an act: dated, by two where it reaches above one unit, never to oneself."""

from datetime import UTC, date, datetime

import pytest

from baro.desk import permission
from baro.desk.access import NewRole, end_role, ending, found_roles, give_role, granting
from baro.desk.two_persons import approve, propose
from baro.records.models import RoleGrant
from baro.records.queries.access import standing_of
from baro.records.replay import differences
from baro.rules.prescribed.policy.roles import Role
from baro.rules.prescribed.policy.standing import Grant, Subject
from baro.rules.prescribed.refusals import Refused

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 3, tzinfo=UTC)


def new(person, role, unit="u1"):
    return NewRole(person=person, grant=Grant(role=role, unit=unit), decision="01/QĐ")


@pytest.fixture
def people(monkeypatch):
    from baro.rules.prescribed.policy.tree import PlainTree

    monkeypatch.setattr(permission, "tree_on", lambda on: PlainTree({"u1": "top", "u2": "top", "top": ""}))
    found_roles([new("head", Role.UNIT_HEAD), new("other", Role.UNIT_HEAD, "u2")], "keeper", AT)


def by(person):
    return permission.asker_of(standing_of(person), at=AT)


def approved(told):
    """A proposal of the head's, approved by the head of the other unit."""
    made = propose(told, by("head"), AT)
    approve(made, by("other"), AT)
    return made


def refused(code, act, *args, **named):
    with pytest.raises(Refused) as told:
        act(*args, **named)
    assert told.value.code == code


def test_the_first_roles_are_given_once(people):
    refused("access.already_founded", found_roles, [new("x", Role.CLERK)], "keeper", AT)


def test_a_head_lets_a_clerk_into_the_unit_until_a_day(people):
    grant = give_role(new("an", Role.CLERK), by("head"), AT)
    permission.require(standing_of("an"), "dossier.read", Subject(id="d", unit="u1"), AT)
    end_role(grant, date(2026, 3, 2), by("head"), AT)
    tomorrow = datetime(2026, 3, 3, 3, tzinfo=UTC)
    refused(
        "access.not_found", permission.require, standing_of("an"), "dossier.read", Subject(id="d", unit="u1"), tomorrow
    )


def test_nobody_grants_a_role_to_themselves(people):
    refused("access.self_grant", give_role, new("head", Role.CLERK), by("head"), AT)


def test_a_wide_role_takes_a_second_person_of_another_unit(people):
    wide = new("an", Role.INSPECTOR)
    refused("access.second_needed", give_role, wide, by("head"), AT)
    proposed = propose(granting(wide), by("head"), AT)
    refused("access.second_needed", give_role, wide, by("head"), AT, proposal=proposed)
    refused("access.second_unfit", approve, proposed, by("head"), AT)
    approve(proposed, by("other"), AT)
    refused("access.proposal_differs", give_role, new("binh", Role.INSPECTOR), by("head"), AT, proposal=proposed)
    grant = give_role(wide, by("head"), AT, proposal=proposed)
    assert RoleGrant.objects.get(pk=grant).second == "other"
    refused("access.proposal_closed", give_role, wide, by("head"), AT, proposal=proposed)
    assert differences() == []


def test_to_end_a_wide_role_takes_two_as_well(people):
    grant = give_role(new("an", Role.INSPECTOR), by("head"), AT, proposal=approved(granting(new("an", Role.INSPECTOR))))
    refused("access.second_needed", end_role, grant, date(2026, 4, 1), by("head"), AT)
    ends = approved(ending(grant, "u1", date(2026, 4, 1)))
    refused("access.proposal_differs", end_role, grant, date(2026, 5, 1), by("head"), AT, proposal=ends)
    end_role(grant, date(2026, 4, 1), by("head"), AT, proposal=ends)
    assert RoleGrant.objects.get(pk=grant).valid_to == date(2026, 4, 1)


def test_a_role_in_another_unit_is_not_ones_to_give(people):
    refused("access.not_found", give_role, new("an", Role.CLERK, "u2"), by("head"), AT)


def test_the_technical_administrator_holds_no_other_role(people):
    give_role(new("an", Role.CLERK), by("head"), AT)
    apart = new("an", Role.TECHNICAL_ADMIN)
    refused("access.roles_apart", give_role, apart, by("head"), AT, proposal=approved(granting(apart)))
