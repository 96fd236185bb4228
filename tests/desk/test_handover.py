"""A body ends: whatever lies open in it is listed and given by name to a successor; what is sealed, by its members alone."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from baro.desk import permission
from baro.desk.adopting import adopt
from baro.desk.by import by_person, by_program
from baro.desk.closing import close_all, preview_all
from baro.desk.discipline import record_measures
from baro.desk.handover import hand_over, may_see, statement
from baro.desk.inspections import record_inspections
from baro.desk.people import appoint, cover_absence, delegate, end_held, put_in_charge, register_person
from baro.desk.permission import asker_of
from baro.desk.petitions import receive_petitions
from baro.desk.targets import set_target
from baro.desk.tasks import assign_task
from baro.desk.two_persons import Proposed, propose
from baro.desk.work_processes import approve_processes
from baro.records.models import (
    BriefingConclusionRow,
    CaseConflict,
    CompartmentMember,
    Dossier,
    JointDossierRow,
    LedgerEntry,
    ObligationRow,
    RoleGrant,
    SealedHandOverRow,
    SignalQuestionRow,
    TaskRow,
    UpwardRow,
)
from baro.records.queries.access import standing_of
from baro.records.queries.open_items import READERS
from baro.records.queries.organisation import bodies, handed_over
from baro.records.queries.people import every_held
from baro.records.replay import differences
from baro.rules.observed.directives import Source
from baro.rules.observed.petitions import Petition, PetitionKind
from baro.rules.observed.targets import Target
from baro.rules.observed.tasks import Task
from baro.rules.prescribed.discipline import Measure, MeasureState, MeasureTaken
from baro.rules.prescribed.durations import Unit
from baro.rules.prescribed.handovers import ItemKind
from baro.rules.prescribed.inspections import Inspection, InspectionKind, Run
from baro.rules.prescribed.obligations import Rhythm
from baro.rules.prescribed.offices import Delegation, Post, Term
from baro.rules.prescribed.places.hanoi import HANOI
from baro.rules.prescribed.policy.roles import Role
from baro.rules.prescribed.policy.standing import Subject
from baro.rules.prescribed.posts import ActingHead, LeaveCover
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.successions import Succession, SuccessionKind
from baro.rules.prescribed.work_processes import Approval, RegisterKind

pytestmark = pytest.mark.django_db
AT, DAY = datetime(2026, 3, 2, 3, tzinfo=UTC), date(2026, 3, 2)
PROPOSED = datetime(2026, 12, 21, 3, tzinfo=UTC)  # so near the end that it still waits there
ENDS = date(2027, 1, 1)
COMMUNE, HEIR = "hn.ha-bang", "hn.hoa-lac"
KEEPER = by_program("k")
NOT_ACTED = {
    "dossier", "joint_dossier", "role_grant", "compartment_member", "signal_question", "briefing_conclusion", "upward_proposal", "obligation",
}  # fmt: skip
OPENLY = sorted(set(ItemKind) - {ItemKind.DENUNCIATION})


@pytest.fixture(autouse=True)
def _commune():
    """One open matter of each kind in a commune, a denunciation and an unannounced inspection among them."""
    adopt(HANOI, KEEPER, AT)
    Dossier.objects.whole().create(
        id="d-1", source="s", body=COMMUNE, code="H26-1", unit="", received_at=AT, last_event_at=AT, event_count=1,
        segment="x", place=1, digest="", time_class=0, due_source=0, why_not=0, as_of=AT, first_batch="b", last_batch="b",
    )  # fmt: skip
    complaint = Petition(id="p-1", unit=COMMUNE, code="KN-1", kind=PetitionKind.COMPLAINT, received_on=DAY)
    secret = Petition(
        id="p-secret", unit=COMMUNE, code="TC-7", kind=PetitionKind.DENUNCIATION, received_on=DAY, compartment="s1"
    )
    receive_petitions([complaint, secret], KEEPER, AT)
    record_inspections([inspection("i-1", ""), inspection("i-secret", "s1")], KEEPER, AT)
    kind, state = next(iter(Measure)), MeasureState.PROPOSED
    measure = MeasureTaken(id="m-1", unit=COMMUNE, kind=kind, state=state, taken_on=DAY, object="hn.phong")
    record_measures([measure], KEEPER, AT)
    head = holds("head", Role.UNIT_HEAD, at=PROPOSED)
    propose(Proposed(operation="ledger.late_entry", subject=Subject(id="d-1", unit=COMMUNE)), head.asker, PROPOSED)
    told = Approval(
        id="qt-1", unit=COMMUNE, kind=RegisterKind.INTERNAL, code="QT-1", name="Chứng thực", decision="1/QĐ",
        approved_on=date(2026, 1, 1), published_on=None,
    )  # fmt: skip
    approve_processes([told], KEEPER, AT)
    given_to_it()
    asked_of_it()
    people()


def given_to_it() -> None:
    """A joint dossier that it leads, a task, a target of the year in which it ends."""
    JointDossierRow.objects.whole().create(
        id="l-1.x", joint="l-1", body=COMMUNE, code="LT-1", process="q", version=1, lead=COMMUNE, received_at=AT,
        recorded_at=AT, opened_by="p",
    )  # fmt: skip
    task = Task(
        id="nv-1", assigner="hn", lead=COMMUNE, source=Source.DIRECTIVE, content="Rà soát hồ sơ quá hạn", assigned_on=DAY,
        recorded_at=AT,
    )  # fmt: skip
    assign_task(task, permission.scope(holds("giver", Role.UNIT_HEAD, "hn").asker, "task.read"), KEEPER, AT)
    target = Target(
        id="ct-1", body=COMMUNE, assigner="hn", name="Tỷ lệ đúng hạn", unit="%", first=DAY, last=date(2027, 12, 31),
        plan=Decimal(98), recorded_at=AT,
    )  # fmt: skip
    set_target(target, KEEPER, AT)


def asked_of_it() -> None:
    """A leg of a joint dossier of the city, a question, a conclusion, a proposal of its own, an obligation."""
    JointDossierRow.objects.whole().create(
        id="l-2.x", joint="l-2", body=COMMUNE, code="LT-2", process="q", version=1, lead="hn", received_at=AT, recorded_at=AT, opened_by="p",
    )  # fmt: skip
    SignalQuestionRow.objects.whole().create(
        id="ch-1", dossier="s:H26-1", body=COMMUNE, signal=5, asked_by="p", asked_at=AT, reply_by=DAY
    )
    BriefingConclusionRow.objects.whole().create(
        id="kl-1", briefing="gb-1", body=COMMUNE, monday=DAY, due_on=DAY, made_by="p", made_at=AT
    )
    UpwardRow.objects.create(
        id="kn-1", unit=COMMUNE, about="Bổ sung biên chế", document="5/TTr", signed_on=DAY, counts_on=DAY, to="hn"
    )
    ObligationRow.objects.create(
        id="nv-ph", rule="qc", debtor=COMMUNE, creditor="hn", task="Gửi số liệu", rhythm=Rhythm.ASKED.value, limit_value=5,
        limit_unit=Unit.WORKING_DAY.value, valid_from=DAY,
    )  # fmt: skip


def people() -> None:
    """A post, a delegation, somebody in charge, somebody who covers."""
    an, binh = register_person("1", "An", KEEPER, AT), register_person("2", "Bình", KEEPER, AT)
    since = Term(date(2026, 1, 1))
    appoint(Post(an, COMMUNE, "Chủ tịch", True, since), KEEPER, AT)
    delegate(Delegation(binh, COMMUNE, "Ký chứng thực", since), KEEPER, AT)
    put_in_charge(ActingHead(person=binh, unit=COMMUNE, title="Phụ trách", term=since), KEEPER, AT)
    cover_absence(LeaveCover(absent=an, cover=binh, unit=COMMUNE, term=since), KEEPER, AT)


def inspection(name: str, compartment: str) -> Inspection:
    runs = (Run(id=f"{name}-1", object=HEIR, visited_on=DAY),)
    kind = next(iter(InspectionKind))
    return Inspection(
        id=name, kind=kind, unit=COMMUNE, decision="1/QĐ", is_planned=False, compartment=compartment, runs=runs
    )


def holds(name: str, role: Role, unit: str = COMMUNE, *, member: bool = False, at: datetime = AT):
    """Somebody with a role in a body, as who acts."""
    RoleGrant.objects.create(id=f"g-{name}", person=name, role=role, unit=unit, recorded_at=AT)
    if member:
        CompartmentMember.objects.create(id=f"m-{name}", compartment="s1", person=name)
    return by_person(asker_of(standing_of(name), at=at), unit=unit)


def listed(by) -> set[str]:
    """The ids of what somebody finds open."""
    return {item.id for item in statement(COMMUNE, DAY, by, AT).outstanding}


def merging(body: str, heir: str = HEIR) -> Succession:
    """A body goes whole into another."""
    return Succession(predecessor=body, successor=heir, kind=SuccessionKind.MERGE, effective_on=ENDS, basis="NQ 1")


def end(by=KEEPER, heir: str = HEIR):
    """The commune goes into another."""
    line = merging(COMMUNE, heir)
    return close_all(preview_all([line], by, AT), {}, "", by, AT)


def test_each_kind_has_its_reader_and_its_word():
    assert set(READERS) == set(ItemKind)
    assert len({kind.word for kind in ItemKind}) == len(ItemKind)


@pytest.mark.parametrize("kind", OPENLY)
def test_whatever_lies_open_is_listed_once(kind):
    told = statement(COMMUNE, DAY, holds("admin", Role.BUSINESS_ADMIN, "hn"), AT)
    assert [i.kind for i in told.outstanding].count(kind) == 1
    assert told.counts[kind] == (0, 1)


@pytest.mark.parametrize("kind", OPENLY)
def test_each_kind_goes_to_the_successor_that_is_named(kind):
    by = holds("admin", Role.BUSINESS_ADMIN, "hn")
    end()
    (item,) = (i for i in statement(COMMUNE, ENDS, by, AT).outstanding if i.kind is kind)
    hand_over([item], HEIR, ENDS, "01/BB", by, AT)
    told = statement(COMMUNE, ENDS, by, AT)
    assert [(h.kind, h.id, h.successor) for h in told.handed] == [(kind, item.id, HEIR)]
    assert told.counts[kind] == (1, 0)
    assert [row for row in differences() if row.facts["table"] not in NOT_ACTED] == []


def test_what_nobody_was_given_stays_listed_as_not_handed_over():
    end()
    assert {i.kind for i in statement(COMMUNE, ENDS, KEEPER, AT).outstanding} == set(OPENLY)


def test_what_ended_before_the_body_is_not_listed():
    end()
    ended = date(2026, 12, 31)
    (post,) = every_held("appointment")
    end_held("appointment", post.id, ended, KEEPER, AT)
    assert ItemKind.APPOINTMENT not in {i.kind for i in statement(COMMUNE, ENDS, KEEPER, AT).outstanding}


@pytest.mark.parametrize(("role", "told"), [(Role.UNIT_HEAD, True), (Role.BUSINESS_ADMIN, False)])
def test_only_who_may_read_of_discipline_sees_what_is_proposed(role, told):
    (item,) = (
        i
        for i in statement(COMMUNE, DAY, holds("x", role), AT).outstanding
        if i.kind is ItemKind.DISCIPLINE
    )  # fmt: skip
    assert bool(item.code) is told


# what is sealed


@pytest.mark.parametrize(
    ("role", "told"),
    [(Role.UNIT_HEAD, "giao ngày 02/03/2026: Rà soát hồ sơ quá hạn"), (Role.BUSINESS_ADMIN, "giao ngày 02/03/2026")],
)
def test_only_who_may_read_of_tasks_sees_their_words(role, told):
    (item,) = (i for i in statement(COMMUNE, DAY, holds("x", role), AT).outstanding if i.kind is ItemKind.TASK)
    assert item.code == told


def test_a_task_is_open_in_the_body_that_gave_it_too_until_it_is_done():
    admin = holds("admin", Role.BUSINESS_ADMIN, "hn")
    assert "nv-1" in {i.id for i in statement("hn", DAY, admin, AT).outstanding}
    TaskRow.objects.whole().update(closed_at=AT)
    assert "nv-1" not in {i.id for body in ("hn", COMMUNE) for i in statement(body, DAY, admin, AT).outstanding}


@pytest.mark.parametrize("role", [Role.UNIT_HEAD, Role.BUSINESS_ADMIN, Role.PERSONNEL_DISCIPLINE])
def test_who_is_no_member_finds_no_trace_of_what_is_sealed(role):
    by = holds("x", role)
    before = statement(COMMUNE, DAY, by, AT)
    assert not {i for i in listed(by) if "secret" in i}
    (secret,) = statement(COMMUNE, DAY, holds("lead", Role.DENUNCIATION_HANDLER, member=True), AT).outstanding
    end()
    hand_over([secret], HEIR, ENDS, "", holds("lead-2", Role.DENUNCIATION_HANDLER, member=True), AT)
    after = statement(COMMUNE, ENDS, by, AT)
    assert (after.outstanding, after.handed) == (before.outstanding, ())
    assert handed_over(COMMUNE) == ()


@pytest.mark.parametrize(
    ("role", "secret"), [(Role.DENUNCIATION_HANDLER, "p-secret"), (Role.INSPECTION_LEAD, "i-secret")]
)
def test_a_member_gives_on_what_is_theirs_and_sees_nothing_else(role, secret):
    by = holds("x", role, member=True)
    end()
    assert listed(by) == {secret}
    hand_over(statement(COMMUNE, ENDS, by, AT).outstanding, HEIR, ENDS, "1/BB", by, AT)
    told = statement(COMMUNE, ENDS, by, AT)
    assert (told.outstanding, [(h.id, h.successor) for h in told.handed]) == ((), [(secret, HEIR)])


@pytest.mark.parametrize("role", [Role.DENUNCIATION_HANDLER, Role.INSPECTION_LEAD, Role.CASE_OFFICER])
def test_who_is_no_member_and_reads_no_hand_overs_is_refused(role):
    with pytest.raises(Refused, match=r"access\.(denied|not_found)"):
        statement(COMMUNE, DAY, holds("x", role), AT)


def test_the_ledger_tells_nothing_of_a_sealed_hand_over():
    by = holds("x", Role.DENUNCIATION_HANDLER, member=True)
    end()
    hand_over(statement(COMMUNE, ENDS, by, AT).outstanding, HEIR, ENDS, "77/BB", by, AT)
    body = bytes(LedgerEntry.objects.order_by("-place").values_list("body", flat=True)[0])
    assert b"denunciation.handed_over" in body
    assert not [word for word in (COMMUNE, HEIR, "77/BB", "s1", "2027-01-01") if word.encode() in body]
    assert SealedHandOverRow.objects.whole().get().successor == HEIR


def test_a_forged_item_of_a_sealed_matter_is_refused():
    member = holds("x", Role.DENUNCIATION_HANDLER, member=True)
    end()
    secret = statement(COMMUNE, ENDS, member, AT).outstanding
    with pytest.raises(Refused, match=r"access\.not_found"):
        hand_over(secret, HEIR, ENDS, "", holds("head-2", Role.UNIT_HEAD), AT)


def test_a_head_does_not_find_the_complaint_that_accuses_them():
    by = holds("x", Role.UNIT_HEAD)
    assert "p-1" in listed(by)
    CaseConflict.objects.create(id="c", subject="p-1", person="x", unit=COMMUNE, declared_at=AT)
    assert "p-1" not in listed(by)


# several bodies at once


def test_several_bodies_merge_into_one_in_one_act():
    lines = [merging(one) for one in (COMMUNE, "hn.tay-phuong")]
    before = LedgerEntry.objects.count()
    found = preview_all(lines, KEEPER, AT)
    given = {i: HEIR for i in found.items if i.kind is ItemKind.CASE}
    assert close_all(found, given, "1/BB", KEEPER, AT) == 1
    assert [bodies().last_day(one) for one in (COMMUNE, "hn.tay-phuong")] == [date(2026, 12, 31)] * 2
    assert bodies().mapped("hn.tay-phuong", ENDS).heirs == (HEIR,)
    assert LedgerEntry.objects.count() == before + 3


def test_a_merger_of_several_is_refused_whole():
    lines = [merging(one) for one in (COMMUNE, HEIR)]
    before = LedgerEntry.objects.count()
    with pytest.raises(Refused, match=r"succession\."):
        preview_all(lines, KEEPER, AT)
    assert LedgerEntry.objects.count() == before


@pytest.mark.parametrize(
    ("role", "member", "sees"),
    [(Role.UNIT_HEAD, False, True), (Role.DENUNCIATION_HANDLER, True, True), (Role.DENUNCIATION_HANDLER, False, False)],
)
def test_the_link_to_the_hand_over_is_shown_to_whom_it_tells_something(role, member, sees):
    assert may_see(COMMUNE, DAY, holds("x", role, member=member), AT) is sees
