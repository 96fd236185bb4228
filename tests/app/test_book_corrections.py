"""A step told by mistake is taken back: an own slip alone, anything else by two; the dossier is judged again without it."""

from datetime import timedelta

import pytest

from app.test_book_delivery import AT, _book, asker, receive, row, step
from baro.app.book_delivery import deliver_book
from baro.desk import permission
from baro.desk.by import by_person
from baro.desk.proposals import carry_out
from baro.desk.recording import READ
from baro.desk.taking_back import propose_void, take_back
from baro.desk.two_persons import approve
from baro.records.loading.recorded import recorded_since
from baro.records.models import ImportConflict, LedgerEntry, TakenBackRow
from baro.records.queries.access import standing_of
from baro.records.queries.recorded import steps
from baro.records.replay import differences
from baro.rules.judged.deadlines.classes import TimeClass
from baro.rules.prescribed.refusals import Refused
from channels.web.imports.people import person

pytestmark = pytest.mark.django_db(transaction=True)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
assert _book  # the book of each test here is that of the tests of its delivery


@pytest.fixture
def second():
    person("khac", "unit_head", "b-khac")
    return lambda at: permission.asker_of(standing_of("p-khac"), at=at)


def back(dossier: str, number: int, at, reason: str = "Bấm nhầm.", minutes: int | None = None) -> None:
    who = asker(at)
    take_back(dossier, number, reason, by_person(who), at, minutes=minutes)
    deliver_book("so-xa", at)


def void(dossier: str, number: int, at, second) -> None:
    made = propose_void(dossier, number, "Ghi nhầm hồ sơ.", asker(at), at)
    approve(made, second(at), at)
    carry_out(made, asker(at), at)
    deliver_book("so-xa", at)


def code(act, *args, **more) -> str:
    with pytest.raises(Refused) as refused:
        act(*args, **more)
    return refused.value.code


def ended() -> str:
    """A dossier with a result told by mistake an hour after it came, delivered."""
    dossier = receive()
    deliver_book("so-xa", AT)
    step(dossier, "Thẩm định", AT + HOUR)
    step(dossier, "Có kết quả", AT + 2 * HOUR)
    deliver_book("so-xa", AT + 2 * HOUR)
    assert row(dossier).time_class == TimeClass.EARLY
    return dossier


def test_an_own_slip_is_taken_back_and_the_dossier_is_open_again():
    dossier = ended()
    back(dossier, 3, AT + 2 * HOUR + 10 * MINUTE)
    found = row(dossier)
    assert (found.event_count, found.time_class, found.conflict_count) == (2, TimeClass.PENDING_ON_TIME, 0)
    assert not ImportConflict.objects.filter(settled_at=None).exists()
    told = steps(permission.scope(asker(AT), READ), dossier)
    assert [one.taken_back is None for one in told] == [True, True, False]
    assert (told[2].taken_back.reason, told[2].taken_back.second) == ("Bấm nhầm.", "")
    step(dossier, "Có kết quả", AT + 3 * HOUR)
    deliver_book("so-xa", AT + 3 * HOUR)
    assert row(dossier).event_count == 3
    assert [one.number for one in steps(permission.scope(asker(AT), READ), dossier)] == [1, 2, 3, 4]


def test_a_dossier_that_is_again_as_it_was_at_first_is_told_again():
    dossier = receive()
    deliver_book("so-xa", AT)
    step(dossier, "Thẩm định", AT + HOUR)
    deliver_book("so-xa", AT + HOUR)
    back(dossier, 2, AT + HOUR + MINUTE)
    assert row(dossier).event_count == 1


def test_taken_back_before_it_was_delivered_leaves_no_contradiction():
    dossier = receive()
    step(dossier, "Thẩm định", AT + HOUR)
    back(dossier, 2, AT + HOUR + MINUTE)
    assert (row(dossier).event_count, ImportConflict.objects.count()) == (1, 0)


def test_what_was_taken_back_when_the_delivery_was_cut_off_goes_with_the_next(monkeypatch):
    dossier = ended()
    monkeypatch.setattr("baro.app.book_delivery._settle", lambda source, at: None)
    back(dossier, 3, AT + 2 * HOUR + MINUTE)
    assert row(dossier).event_count == 3
    monkeypatch.undo()
    assert deliver_book("so-xa", AT + 3 * HOUR) == ""
    assert row(dossier).event_count == 2


@pytest.mark.parametrize("minutes", [None, 0, 30])
def test_how_long_a_slip_may_be_taken_back_is_set(minutes):
    dossier, late = ended(), 2 * HOUR + (minutes or 15) * MINUTE + MINUTE
    if minutes == 0:
        late = 2 * HOUR + MINUTE
    assert code(back, dossier, 3, AT + late, minutes=minutes) == "recording.no_slip"


def test_a_slip_of_another_or_before_something_else_is_no_slip():
    dossier = ended()
    assert code(back, dossier, 2, AT + 2 * HOUR) == "recording.no_slip"
    assert code(back, dossier, 3, AT + 2 * HOUR, reason=" ") == "recording.back_reason"
    person("pho", "division_head", "b-so")
    other = permission.asker_of(standing_of("p-pho"), at=AT)
    assert code(take_back, dossier, 3, "Nhầm.", by_person(other), AT + 2 * HOUR) == "recording.no_slip"
    back(dossier, 3, AT + 2 * HOUR)
    assert code(back, dossier, 3, AT + 2 * HOUR) == "recording.back_already"
    assert code(back, dossier, 2, AT + 2 * HOUR) == "recording.no_slip"  # something was told after it


def test_two_void_a_step_long_after(second):
    dossier, late = ended(), AT + timedelta(days=3)
    void(dossier, 2, late, second)
    found = row(dossier)
    assert (found.event_count, found.deviation_count) == (2, 1)  # the result without the step before it
    told = TakenBackRow.objects.whole().get()
    assert (told.actor, told.second, told.reason) == ("p-truong", "p-khac", "Ghi nhầm hồ sơ.")
    bodies = [bytes(entry.body).decode() for entry in LedgerEntry.objects.all()]
    assert sum("dossier.step_voided" in body for body in bodies) == 1
    assert not any("Ghi nhầm hồ sơ" in body for body in bodies)
    rows = [one for one in differences() if str(one.facts.get("table", "")).startswith(("recorded_", "proposal"))]
    assert rows == []


def test_a_dossier_goes_on_while_a_proposal_waits(second):
    dossier = receive()
    step(dossier, "Thẩm định", AT + HOUR)
    made = propose_void(dossier, 2, "Nhầm.", asker(AT), AT + HOUR)
    assert code(propose_void, dossier, 2, "Nhầm.", asker(AT), AT + HOUR) == "recording.void_asked"
    step(dossier, "Có kết quả", AT + 2 * HOUR)
    approve(made, second(AT + HOUR), AT + HOUR)
    carry_out(made, asker(AT), AT + 3 * HOUR)
    deliver_book("so-xa", AT + 3 * HOUR)
    assert row(dossier).event_count == 2


def test_nobody_voids_alone_and_the_receipt_stays(second):
    dossier = ended()
    made = propose_void(dossier, 2, "Nhầm.", asker(AT), AT + 2 * HOUR)
    assert code(carry_out, made, asker(AT), AT + 2 * HOUR) == "access.second_needed"
    assert code(carry_out, made, second(AT), AT + 2 * HOUR) == "access.not_found"
    assert code(propose_void, dossier, 1, "Nhầm.", asker(AT), AT) == "recording.receipt_stays"
    assert code(propose_void, dossier, 9, "Nhầm.", asker(AT), AT) == "access.not_found"


def test_only_what_is_new_is_delivered_after_a_taking_back():
    dossier, other = ended(), receive()
    deliver_book("so-xa", AT + 2 * HOUR)
    take_back(dossier, 3, "Nhầm.", by_person(asker(AT)), AT + 2 * HOUR + MINUTE)
    assert [one.dossier for one, _ in recorded_since("so-xa", 4)] == [dossier]
    assert other != dossier
