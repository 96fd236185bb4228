"""Moving any told day, of any act, in any direction, never makes anything look less late, unless two persons vouch for it.

Histories are made by chance, recorded through the desk by a person, and judged from the records; then told otherwise.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baro.desk import permission
from baro.desk.article import OPEN_DISCIPLINE, OPEN_INSPECTIONS, OPEN_PETITIONS
from baro.desk.by import By, by_person
from baro.desk.discipline import decide_discipline
from baro.desk.inspections import record_inspections
from baro.desk.late_entry import ALONE, Vouched, Vouchers, late_entry
from baro.desk.petitions import conclude_petitions, conclusion_told, petition_lateness, receive_petitions
from baro.desk.two_persons import approve, propose
from baro.records.models import PetitionRow, RoleGrant
from baro.records.queries.access import standing_of
from baro.records.queries.discipline import count_disciplined
from baro.records.queries.inspections import count_runs
from baro.records.queries.petitions import count_petitions, petition
from baro.records.replay import differences
from baro.rules.judged.late_entry import moment_of
from baro.rules.judged.petition_lateness import PetitionLateness, lateness
from baro.rules.observed.petitions import Petition, PetitionClock, PetitionKind
from baro.rules.prescribed.calendar_names import calendar_named
from baro.rules.prescribed.discipline import Decision, Form
from baro.rules.prescribed.inspections import Inspection, InspectionKind, Run
from baro.rules.prescribed.policy.roles import Role
from baro.rules.prescribed.policy.tree import PlainTree
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.staff import StaffCategory

pytestmark = pytest.mark.django_db
START, AS_OF = date(2024, 1, 2), date(2024, 12, 31)
CALENDAR = calendar_named("vn")
ROLES = (Role.UNIT_HEAD, Role.CITIZEN_RECEPTION, Role.INSPECTION_LEAD, Role.INSPECTOR)
MANY = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@dataclass(frozen=True)
class Told:
    """An act: what kind, when it is recorded (days after the start), how many days earlier it is said to have happened."""

    kind: str
    recorded: int
    earlier: int

    @property
    def at(self) -> datetime:
        return datetime(2024, 1, 2, 3, tzinfo=UTC) + timedelta(days=self.recorded)

    @property
    def on(self) -> date:
        return START + timedelta(days=self.recorded - self.earlier)


EARLIER = st.integers(0, 120)
ACTS = st.builds(
    Told,
    kind=st.sampled_from(["receive", "receive", "conclude", "conclude", "inspect", "discipline"]),
    recorded=st.integers(0, 300),
    earlier=EARLIER,
)
HISTORIES = st.lists(ACTS, min_size=1, max_size=8).map(lambda acts: sorted(acts, key=lambda a: a.recorded))


@pytest.fixture(autouse=True)
def _bodies(monkeypatch):
    monkeypatch.setattr(permission, "tree_on", lambda on: PlainTree({"u1": "top", "u2": "top", "top": ""}))
    for person, unit in (("an", "u1"), ("chi", "u2")):
        for role in ROLES:
            RoleGrant.objects.create(
                id=f"{person}-{role}", person=person, role=role, unit=unit, recorded_at=datetime(2024, 1, 1, tzinfo=UTC)
            )


def asker(person: str, at: datetime) -> permission.Asker:
    return permission.asker_of(standing_of(person), at=at)


def perform(told: Told, name: str, by: By, opened: list[str]) -> None:
    """Record one act by the desk; what the desk refuses is not recorded."""
    if told.kind == "receive":
        fresh = Petition(id=name, unit="u1", code=name, kind=PetitionKind.COMPLAINT, received_on=told.on, handler="an")
        receive_petitions([fresh], by, told.at)
        opened.append(name)
    elif told.kind == "conclude" and opened:
        conclude_petitions([(opened.pop(0), told.on)], OPEN_PETITIONS, by, told.at)
    elif told.kind == "inspect":
        runs = (Run(id=f"{name}-1", object="u1", visited_on=told.on),)
        kind = InspectionKind.CHECK
        record_inspections(
            [Inspection(id=name, kind=kind, unit="u1", decision="1/QĐ", is_planned=True, runs=runs)], by, told.at
        )
    elif told.kind == "discipline":
        decided = Decision(
            id=name, unit="u1", person="", person_unit="", category=StaffCategory.COMMUNE_OFFICIAL, form=Form.UNTOLD,
            decided_on=told.on, decision="2/QĐ",
        )  # fmt: skip
        decide_discipline([decided], by, told.at)


def judged_honestly() -> PetitionLateness:
    return petition_lateness(("u1",), OPEN_PETITIONS, AS_OF)


def judged_carelessly() -> PetitionLateness:
    """A planted judge that believes what is told."""
    rows = PetitionRow.objects.within(OPEN_PETITIONS)
    clocks = [PetitionClock(PetitionKind(r.kind), r.received_on, r.concluded_on) for r in rows]
    return lateness(clocks, AS_OF, CALENDAR)


def other_figures() -> tuple[int, ...]:
    days = (START, START + timedelta(days=150))
    counts = count_petitions(OPEN_PETITIONS, ("u1",), *days)
    return (
        counts.total,
        counts.concluded,
        count_runs(OPEN_INSPECTIONS, ("u1",), *days),
        count_disciplined(OPEN_DISCIPLINE, ("u1",), *days),
    )


def figures_of(history: list[Told], judge):
    """Record a history, judge it, and leave no trace of it."""
    opened: list[str] = []
    with transaction.atomic():
        refused = 0
        for number, told in enumerate(history):
            try:
                perform(told, f"m{number}", by_person(asker("an", told.at), second="chi"), opened)
            except Refused:
                refused += 1
        found = judge(), other_figures(), refused
        transaction.set_rollback(True)
    return found


def check_moving_never_pays(history: list[Told], which: int, earlier: int, judge=judged_honestly) -> None:
    which %= len(history)
    moved = [replace(told, earlier=earlier) if n == which else told for n, told in enumerate(history)]
    before, counted, refused = figures_of(history, judge)
    after, counted_after, refused_after = figures_of(moved, judge)
    if refused_after == refused:
        assert counted_after == counted
    if refused_after < refused:  # an act that was not taken before is taken now: another history, not another telling
        return
    assert after.late >= before.late
    assert after.days >= before.days


@MANY
@given(HISTORIES, st.integers(0, 7), EARLIER)
def test_moving_a_told_day_never_lowers_reported_lateness(history, which, earlier):
    check_moving_never_pays(history, which, earlier)


def test_a_judge_who_believes_what_is_told_is_caught():
    with pytest.raises(AssertionError):

        @settings(MANY, report_multiple_bugs=False)
        @given(HISTORIES, st.integers(0, 7), EARLIER)
        def moving(history, which, earlier):
            check_moving_never_pays(history, which, earlier, judged_carelessly)

        moving()


def late_conclusion(vouchers) -> PetitionLateness:
    """A matter received on 2/1, concluded on 20/1 as told on 1/6."""
    by = by_person(asker("an", Told("receive", 0, 0).at))
    perform(Told("receive", 0, 0), "p", by, [])
    told = Told("conclude", 151, 133)
    conclude_petitions([("p", told.on)], OPEN_PETITIONS, by_person(asker("an", told.at)), told.at, vouchers(told))
    return judged_honestly()


def vouched_by_two(told: Told) -> Vouchers:
    who, found = asker("an", told.at), petition("p", OPEN_PETITIONS)
    assert found is not None
    made = propose(late_entry(conclusion_told(found.told, told.on, by_person(who), told.at)), who, told.at)
    approve(made, asker("chi", told.at), told.at)
    return {"p": Vouched(proposal=made, reason="mất điện, ghi sổ giấy")}


def test_alone_a_late_conclusion_counts_when_it_was_recorded():
    assert late_conclusion(lambda _: ALONE).late == 1


def test_vouched_for_by_two_it_counts_when_it_happened():
    assert late_conclusion(vouched_by_two) == PetitionLateness(0, 0)
    assert [d for d in differences() if d.facts["table"] in ("petition", "proposal")] == []


def test_the_moment_of_a_day_is_no_later_than_its_recording():
    told = Told("receive", 5, 0)
    assert moment_of(told.on, told.at) == told.at
