"""A denunciation is entered late by two members of its compartment, and nobody outside learns of it, nor of the proposal."""

from datetime import UTC, date, datetime

import pytest

from baro.desk import permission
from baro.desk.by import by_person
from baro.desk.late_entry import ALONE, Vouched, late_entry
from baro.desk.petitions import conclude_petitions, conclusion_told, receipt_told, receive_petitions
from baro.desk.two_persons import approve, propose
from baro.records.models import CompartmentMember, LedgerEntry, PetitionRow, ProposalRow, RoleGrant
from baro.records.queries.access import standing_of
from baro.records.replay import differences
from baro.rules.observed.petitions import Petition, PetitionKind
from baro.rules.prescribed.policy.roles import Role
from baro.rules.prescribed.policy.tree import PlainTree
from baro.rules.prescribed.refusals import Refused

pytestmark = pytest.mark.django_db
AT, DAY, ENDED = datetime(2026, 6, 1, 3, tzinfo=UTC), date(2026, 3, 2), date(2026, 4, 1)
SECRET = Petition(
    id="d1", unit="u1", code="TC-7", kind=PetitionKind.DENUNCIATION, received_on=DAY, handler="an", compartment="s1"
)


@pytest.fixture(autouse=True)
def _people(monkeypatch):
    """An and Chi are in the compartment; Binh holds the same role beside Chi, and is not."""
    monkeypatch.setattr(permission, "tree_on", lambda on: PlainTree({"u1": "top", "u2": "top", "top": ""}))
    for person, unit in (("an", "u1"), ("chi", "u2"), ("binh", "u2")):
        RoleGrant.objects.create(
            id=f"g-{person}", person=person, role=Role.DENUNCIATION_HANDLER, unit=unit, recorded_at=AT
        )
    for person in ("an", "chi"):
        CompartmentMember.objects.create(id=f"m-{person}", compartment="s1", person=person)


def asker(person: str) -> permission.Asker:
    return permission.asker_of(standing_of(person), at=AT)


def scope():
    return permission.scope(asker("an"), "denunciation.read")


def received_late() -> str:
    """Received late, vouched for by Chi; the id of the proposal."""
    by = by_person(asker("an"))
    made = propose(late_entry(receipt_told(SECRET, by, AT)), asker("an"), AT)
    with pytest.raises(Refused, match=r"access\.not_found"):
        approve(made, asker("binh"), AT)
    approve(made, asker("chi"), AT)
    receive_petitions([SECRET], by, AT, {"d1": Vouched(proposal=made, reason="nhận tại trụ sở khi mất điện")})
    return made


def row() -> PetitionRow:
    return PetitionRow.objects.whole().get(pk="d1")


def test_vouched_for_within_the_compartment_it_counts_from_the_day_it_came():
    received_late()
    assert (row().received_on, row().received_counts_on) == (DAY, DAY)


def test_its_conclusion_likewise():
    received_late()
    by = by_person(asker("an"))
    made = propose(late_entry(conclusion_told(SECRET, ENDED, by, AT)), asker("an"), AT)
    approve(made, asker("chi"), AT)
    conclude_petitions([("d1", ENDED)], scope(), by, AT, {"d1": Vouched(proposal=made, reason="ghi sổ giấy")})
    assert row().concluded_counts_on == ENDED


def test_alone_it_counts_from_its_recording():
    receive_petitions([SECRET], by_person(asker("an")), AT, ALONE)
    assert row().received_counts_on == permission.day_of(AT)


def test_another_day_than_the_approved_one_is_refused():
    by = by_person(asker("an"))
    made = propose(late_entry(receipt_told(SECRET, by, AT)), asker("an"), AT)
    approve(made, asker("chi"), AT)
    earlier = Petition(
        id="d1", unit="u1", code="TC-7", kind=PetitionKind.DENUNCIATION, received_on=date(2026, 1, 5), handler="an",
        compartment="s1",
    )  # fmt: skip
    with pytest.raises(Refused, match=r"access\.proposal_differs"):
        receive_petitions([earlier], by, AT, {"d1": Vouched(proposal=made, reason="x")})


def test_whoever_is_no_member_can_neither_propose_nor_find_it():
    with pytest.raises(Refused, match=r"access\.(not_found|denied)"):
        propose(late_entry(receipt_told(SECRET, by_person(asker("binh")), AT)), asker("binh"), AT)
    received_late()
    assert not PetitionRow.objects.within(permission.scope(asker("binh"), "denunciation.read")).exists()


def test_the_ledger_tells_neither_the_day_nor_the_matter_of_the_proposal():
    made = received_late()
    bodies = b"".join(bytes(entry.body) for entry in LedgerEntry.objects.all())
    for secret in (DAY.isoformat().encode(), b"TC-7", b"ledger.late_entry", b'"u1"', b"s1", "mất điện".encode()):
        assert secret not in bodies
    assert ProposalRow.objects.get(pk=made).compartment == "s1"
    assert [d for d in differences() if d.facts["table"] in ("petition", "proposal")] == []
