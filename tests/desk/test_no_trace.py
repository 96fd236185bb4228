"""Sealed matters leave no trace for others: not in lists, counts, pages by id, refusals, or the body of the ledger."""

from datetime import UTC, date, datetime

import pytest

from baro.desk import permission
from baro.desk.by import by_person, by_program
from baro.desk.inspections import record_inspections
from baro.desk.petitions import conclude_petitions, receive_petitions
from baro.records.models import (
    CaseConflict,
    CompartmentMember,
    InspectionRow,
    InspectionRunRow,
    LedgerEntry,
    PetitionRow,
    RoleGrant,
)  # fmt: skip
from baro.records.queries.access import standing_of
from baro.records.queries.inspections import count_runs, is_inspection
from baro.records.queries.petitions import count_petitions, petition
from baro.records.replay import differences
from baro.records.scoped import WrongMatter, subject_of
from baro.rules.observed.petitions import Petition, PetitionKind
from baro.rules.prescribed.inspections import Inspection, InspectionKind, Run
from baro.rules.prescribed.policy.roles import GRANTABLE, Role
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.policy.tree import PlainTree
from baro.rules.prescribed.refusals import Refused

pytestmark = pytest.mark.django_db
AT, DAY = datetime(2026, 3, 2, 3, tzinfo=UTC), date(2026, 3, 2)
MATTERS = [
    (role, name) for role in sorted(GRANTABLE) for name in ("inspection.read", "petition.read", "denunciation.read")
]


@pytest.fixture(autouse=True)
def _matters(monkeypatch):
    """An announced and an unannounced inspection, a complaint and a denunciation, all of unit u1."""
    monkeypatch.setattr(permission, "tree_on", lambda on: PlainTree({"u1": "top", "u2": "top", "top": ""}))
    keeper = by_program("k")
    record_inspections([inspection("i-open", ""), inspection("i-secret", "s1")], keeper, AT)
    complaint = Petition(id="p-open", unit="u1", code="1", kind=PetitionKind.COMPLAINT, received_on=DAY, handler="an")
    receive_petitions([complaint, denunciation("p-secret")], keeper, AT)


def inspection(name: str, compartment: str) -> Inspection:
    runs = (Run(id=f"{name}-1", object="u1", visited_on=DAY),)
    kind = next(iter(InspectionKind))
    return Inspection(
        id=name, kind=kind, unit="u1", decision="1/QĐ", is_planned=False, compartment=compartment, runs=runs
    )


def denunciation(name: str) -> Petition:
    return Petition(
        id=name, unit="u1", code="TC-7", kind=PetitionKind.DENUNCIATION, received_on=DAY, handler="an", compartment="s1"
    )


def holds(role: Role, unit: str = "top", *, member: bool = False) -> permission.Asker:
    """Somebody with a role over all units."""
    RoleGrant.objects.create(id=f"g-{role}-{unit}", person="an", role=role, unit=unit, recorded_at=AT)
    if member:
        CompartmentMember.objects.create(id="m-an", compartment="s1", person="an")
    return permission.asker_of(standing_of("an"), at=AT)


def shown(who: permission.Asker, operation: str) -> set[str]:
    """Every id that somebody finds in any list."""
    scope = permission.scope(who, operation)
    models = [m for m in (InspectionRow, InspectionRunRow, PetitionRow) if scope.matter in m.SCOPING.matters]
    return {row.pk for model in models for row in model.objects.within(scope)}


@pytest.mark.parametrize(("role", "operation"), MATTERS)
def test_who_is_no_member_finds_no_secret_in_any_list_or_count(role, operation):
    who = holds(role)
    scope = permission.scope(who, operation)
    assert not {name for name in shown(who, operation) if "secret" in name}
    if scope.matter == "inspection":
        assert count_runs(scope, ("u1",), DAY, DAY) <= 1
        assert not is_inspection("i-secret", scope)
    else:
        assert count_petitions(scope, ("u1",), DAY, DAY).total <= (scope.matter == "petition")
        assert petition("p-secret", scope) is None


@pytest.mark.parametrize("role", sorted(GRANTABLE))
@pytest.mark.parametrize("operation", ["inspection.read", "denunciation.read", "denunciation.conclude"])
def test_a_secret_is_refused_in_the_words_of_what_does_not_exist(role, operation):
    who = holds(role)
    with pytest.raises(Refused) as told:
        permission.require(who, operation, Subject(id="m", unit="u1", compartment="s1"), AT)
    assert (told.value.code, told.value.facts) == ("access.not_found", {})


def test_members_find_what_is_theirs():
    assert "i-secret" in shown(holds(Role.INSPECTOR, member=True), "inspection.read")


def test_members_of_a_denunciation_find_it():
    assert "p-secret" in shown(holds(Role.DENUNCIATION_HANDLER, member=True), "denunciation.read")


@pytest.mark.parametrize(
    ("accused", "unit", "is_head"), [("an", "u2", False), ("chi", "u1", True), ("chi", "top", True)]
)
def test_the_accused_and_those_under_an_accused_head_find_nothing(accused, unit, is_head):
    who = holds(Role.DENUNCIATION_HANDLER, "u1", member=True)
    assert "p-secret" in shown(who, "denunciation.read")
    CaseConflict.objects.create(id="c", subject="p-secret", person=accused, unit=unit, is_head=is_head, declared_at=AT)
    scope = permission.scope(who, "denunciation.read")
    assert "p-secret" not in shown(who, "denunciation.read")
    with pytest.raises(Refused, match=r"petition\.unknown"):
        conclude_petitions([("p-secret", DAY)], scope, by_person(who), AT)


def test_the_head_of_the_accused_finds_nothing():
    holds(Role.DENUNCIATION_HANDLER, "u1", member=True)
    who = holds(Role.UNIT_HEAD, "u2")
    assert "p-secret" in shown(who, "denunciation.read")
    CaseConflict.objects.create(id="c", subject="p-secret", person="chi", unit="u2", declared_at=AT)
    assert "p-secret" not in shown(who, "denunciation.read")


def test_a_member_concludes_a_denunciation_under_its_own_operation():
    who = holds(Role.DENUNCIATION_HANDLER, "u1", member=True)
    conclude_petitions([("p-secret", DAY)], permission.scope(who, "denunciation.read"), by_person(who), AT)
    assert PetitionRow.objects.whole().get(pk="p-secret").concluded_on == DAY
    types = set(LedgerEntry.objects.filter(stream="denunciation/p-secret").values_list("stream", flat=True))
    assert types == {"denunciation/p-secret"}


def test_who_verifies_a_complaint_concludes_it_and_no_denunciation():
    who = holds(Role.COMPLAINT_HANDLER, "u1", member=True)
    scope = permission.scope(who, "petition.read")
    conclude_petitions([("p-open", DAY)], scope, by_person(who), AT)
    with pytest.raises(Refused, match=r"petition\.unknown"):
        conclude_petitions([("p-secret", DAY)], scope, by_person(who), AT)


def test_a_member_finds_the_denunciation_among_denunciations_and_nowhere_else():
    holds(Role.COMPLAINT_HANDLER, member=True)
    who = holds(Role.DENUNCIATION_HANDLER)
    assert shown(who, "denunciation.read") == {"p-secret"}
    assert shown(who, "petition.read") == {"p-open"}
    assert not permission.allows(who, "petition.read", subject_of(PetitionRow.objects.whole().get(pk="p-secret")))


@pytest.mark.parametrize("model", [InspectionRow, InspectionRunRow])
def test_a_scope_of_another_matter_is_a_fault(model):
    who = holds(Role.DENUNCIATION_HANDLER, member=True)
    for operation in ("denunciation.read", "petition.read", "dossier.read", "figure.read"):
        with pytest.raises(WrongMatter, match=operation):
            model.objects.within(permission.scope(who, operation))


def test_the_ledger_tells_of_a_denunciation_nothing_but_an_id():
    body = bytes(LedgerEntry.objects.get(stream="denunciation/p-secret").body)
    assert not [word for word in (b"TC-7", b"u1", b"s1", b'"an"', b'2026-03-02"') if word in body]


def test_a_replay_makes_the_same_matters():
    assert [found for found in differences() if found.facts["table"] in ("petition", "inspection")] == []
