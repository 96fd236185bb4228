"""A source delivers again: what is held gains what is new, keeps what is contradicted, and loses nothing."""

from dataclasses import fields, replace
from datetime import timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from baro.desk.contradictions import told_contradictions
from baro.desk.dossier_states import judge_dossiers
from baro.desk.log_source import LogInMemory
from baro.desk.reconciliation import Reconciled, reconcile
from baro.records.ids import Ids
from baro.records.loading.known import Known
from baro.rules.judged.dossier_states import DossierStates
from baro.rules.observed.kinds import Kind
from baro.rules.observed.log import EventLog, milliseconds
from desk.a_log import COURSE, PRESCRIPTION, dossier
from rules.judged.deadlines.drawn import dossiers
from rules.judged.deadlines.logs import Dossier, Happened, log_of, vn

KEY = b"k" * 32
NOBODY = Known(Ids.of_texts([]), np.empty((0, 2), np.uint64), (), *(np.empty(0, t) for t in (np.int32, np.int32, bool)))
quick = settings(max_examples=40, deadline=None)


class Held:
    """What is held of a source, delivery after delivery."""

    def __init__(self) -> None:
        self.segments: dict[str, LogInMemory] = {}
        self.rows: dict[str, tuple[np.ndarray, str, int, bool]] = {}

    def known(self) -> Known:
        names = tuple(self.segments)
        rows = list(self.rows.values())
        return Known(
            Ids.of_texts(list(self.rows)),
            np.array([r[0] for r in rows], np.uint64).reshape(-1, 2),
            names,
            np.array([names.index(r[1]) for r in rows], np.int32),
            np.array([r[2] for r in rows], np.int32),
            np.array([r[3] for r in rows], bool),
        )

    def deliver(self, log: EventLog, *, is_whole: bool = True) -> Reconciled:
        found = reconcile(LogInMemory(log), self.known(), self.segments.__getitem__, KEY, is_whole=is_whole)
        codes = list(self.rows)
        for places, missing in ((found.vanished, True), (found.returned, False)):
            for k in places.tolist():
                self.rows[codes[k]] = (*self.rows[codes[k]][:3], missing)
        name = f"b{len(self.segments)}"
        self.segments[name] = found.touched
        for k, code in enumerate(found.touched.ids):
            self.rows[code] = (found.digests[k], name, k, False)
        return found

    def case(self, code: str):
        _, segment, place, _ = self.rows[code]
        return self.segments[segment].log.case(place)


def at_most(drawn: list[Dossier], hours: int) -> EventLog:
    """The log as the source told it some hours after its first event."""
    last = min(e.at for d in drawn for e in d.events) + timedelta(hours=hours)
    log = log_of(drawn)
    from baro.desk.log_source import known_at

    return known_at(LogInMemory(log), milliseconds(last)).log  # type: ignore[attr-defined]


def states(log: EventLog, as_of: int) -> dict[str, list]:
    judged = judge_dossiers(LogInMemory(log), PRESCRIPTION, as_of)
    names = {"unit": "units", "holder_unit": "units", "holder_person": "persons"}
    columns = {}
    for f in fields(DossierStates):
        column = getattr(judged.states, f.name).tolist()
        table = getattr(judged.names, names.get(f.name, ""), None)
        columns[f.name] = [table[c] if c >= 0 else "" for c in column] if table else column
    rows = zip(*columns.values(), strict=True)
    return dict(zip(log.cases.ids, rows, strict=True))


def test_a_first_delivery_is_all_new_and_kept_as_it_was_read():
    log = log_of([dossier(*COURSE)])
    found = Held().deliver(log)
    assert (found.new, found.changed, found.same) == (1, 0, 0)
    assert found.touched.log is log


def test_the_same_delivered_again_changes_nothing():
    held, log = Held(), log_of([dossier(*COURSE), dossier(*COURSE[:2])])
    held.deliver(log)
    again = held.deliver(log)
    assert (again.new, again.changed, again.same, again.touched.case_count) == (0, 0, 2, 0)


def test_a_dossier_that_went_on_gains_its_events():
    held = Held()
    held.deliver(log_of([dossier(*COURSE[:2])]))
    found = held.deliver(log_of([dossier(*COURSE)]))
    assert (found.changed, found.appended, found.contradictions.total) == (1, 2, 0)
    assert [e.kind for e in held.case("H0").events] == list(COURSE)


def test_an_event_told_otherwise_is_listed_and_ours_stands():
    held, first = Held(), dossier(*COURSE)
    held.deliver(log_of([first]))
    moved = Happened(first.events[0].kind, first.events[0].at + timedelta(minutes=5))
    found = held.deliver(log_of([replace(first, events=(moved, *first.events[1:]))]))
    assert (found.changed, found.touched.case_count) == (1, 0)
    (conflict,) = told_contradictions(found.contradictions)
    assert (conflict.kind, conflict.code) == ("altered_event", "H0")
    assert (conflict.ours, conflict.theirs) == ("at=2024-07-01T01:00:00.000Z", "at=2024-07-01T01:05:00.000Z")
    assert held.case("H0").events[0].at == first.events[0].at


def test_an_event_told_no_more_is_listed_and_stays():
    held = Held()
    held.deliver(log_of([dossier(*COURSE)]))
    found = held.deliver(log_of([dossier(*COURSE[:3])]))
    assert [c.kind for c in told_contradictions(found.contradictions)] == ["gone_event"]
    assert len(held.case("H0").events) == len(COURSE)


def test_an_empty_cell_is_filled_but_a_filled_one_is_not_replaced():
    held, first = Held(), dossier(*COURSE)
    held.deliver(log_of([first]))
    held.deliver(log_of([replace(first, recorded_due=vn(5))]))
    assert held.case("H0").recorded_due == vn(5)
    found = held.deliver(log_of([replace(first, recorded_due=vn(8))]))
    assert [c.field for c in told_contradictions(found.contradictions)] == ["recorded_due"]
    assert held.case("H0").recorded_due == vn(5)


def test_what_a_whole_delivery_tells_no_more_has_vanished_until_it_is_told_again():
    held = Held()
    two, one = log_of([dossier(*COURSE), dossier(*COURSE)]), log_of([dossier(*COURSE)])
    held.deliver(two)
    assert len(held.deliver(one, is_whole=False).vanished) == 0
    assert len(held.deliver(one).vanished) == 1
    assert len(held.deliver(one).vanished) == 0
    assert len(held.deliver(two).returned) == 1


@quick
@given(st.lists(dossiers(tuple(Kind)), min_size=1, max_size=5), st.lists(st.integers(0, 1500), max_size=3))
def test_deliveries_one_after_the_other_hold_what_one_delivery_would_hold(drawn, hours):
    whole, held = log_of(drawn), Held()
    for h in sorted(hours):
        held.deliver(at_most(drawn, h))
    last = held.deliver(whole)
    assert last.contradictions is None or last.contradictions.altered_cells == 0
    as_of = int(whole.events.at.max()) + 1
    alone = states(whole, as_of)
    once = Held()
    once.deliver(whole)
    for k, code in enumerate(whole.cases.ids):
        mine, theirs = held.case(code), whole.case(k)
        assert sorted(map(repr, ({**_told(e)} for e in mine.events))) == sorted(
            map(repr, ({**_told(e)} for e in theirs.events))
        )
        assert held.rows[code][0].tolist() == once.rows[code][0].tolist()
    touched = states(last.touched.log, as_of) if last.touched.case_count else {}
    for code, state in touched.items():
        if [_told(e) for e in held.case(code).events] == [
            _told(e) for e in whole.case(whole.cases.ids.index(code)).events
        ]:
            assert state == alone[code]


def _told(event) -> dict:
    return {f.name: getattr(event, f.name) for f in fields(event) if f.name != "row"}
