"""The acts that nobody had tried: a role lent, a body renamed, a compartment, a process published and retired, an end."""

from dataclasses import replace
from datetime import date

import pytest

from baro.desk.closing import close, preview
from baro.desk.compartments import admit_member, end_membership, opened_acts
from baro.desk.organisation import change_body, succeed
from baro.desk.people import correct_held, delegate, end_held, register_person, rename_person
from baro.desk.permission import asker_of
from baro.desk.work_processes import approve_processes, publish_process, retire_process
from baro.records.queries.access import standing_of
from baro.records.queries.organisation import bodies, find_bodies, handed_over
from baro.records.queries.people import find_people, held_by, service
from baro.records.queries.processes import approval, count_in_force
from baro.records.recording import record_all
from baro.records.replay import differences
from baro.rules.prescribed.handovers import ItemKind, OpenItem
from baro.rules.prescribed.offices import Delegation, Term
from baro.rules.prescribed.refusals import Refused
from baro.rules.prescribed.successions import Succession, SuccessionKind
from baro.rules.prescribed.work_processes import Approval, RegisterKind
from desk.an_organisation import AT, BY, hanoi

COMMUNE, HEIR, TODAY = "hn.ha-bang", "hn.hoa-lac", AT.date()
ENDS = date(2027, 1, 1)
APPROVED = Approval(
    id="qt-1", unit="hn.so-noi-vu", kind=RegisterKind.INTERNAL, code="QT-1", name="Quy trình", decision="1/QĐ",
    approved_on=date(2024, 1, 10), published_on=None,
)  # fmt: skip


def a_merger(**other):
    told = {
        "predecessor": COMMUNE,
        "successor": HEIR,
        "kind": SuccessionKind.MERGE,
        "effective_on": ENDS,
        "basis": "NQ 1",
    }
    return Succession(**(told | other))


def test_a_role_is_lent_on_its_days_and_can_be_ended_early(db):
    hanoi()
    duc = register_person("CB1", "Đức", BY, AT)
    lent = Delegation(duc, "hn.so-noi-vu", "Ký chứng thực", Term(date(2024, 5, 1), date(2024, 5, 31)), "9/GUQ")
    made = delegate(lent, BY, AT)
    with pytest.raises(Refused, match=r"service\.told_twice"):
        delegate(lent, BY, AT)
    end_held("delegation", made, date(2024, 5, 10), BY, AT, decision="10/QĐ")
    assert [bool(service().competent("hn.so-noi-vu", "ký chứng thực", date(2024, 5, d))) for d in (10, 11)] == [
        True,
        False,
    ]
    assert differences() == []


@pytest.mark.parametrize("lent", [{"role": " "}, {"person": "nobody"}, {"unit": "nowhere"}])
def test_a_role_that_cannot_be_lent_is_refused(db, lent):
    hanoi()
    duc = register_person("CB1", "Đức", BY, AT)
    with pytest.raises(Refused):
        delegate(replace(Delegation(duc, "hn.so-noi-vu", "Ký", Term(TODAY)), **lent), BY, AT)
    assert held_by(duc) == ()


def test_a_correction_is_about_the_same_person_and_the_same_kind(db):
    hanoi()
    duc, lan = register_person("CB1", "Đức", BY, AT), register_person("CB2", "Lan", BY, AT)
    lent = Delegation(duc, "hn.so-noi-vu", "Ký", Term(TODAY))
    made = delegate(lent, BY, AT)
    with pytest.raises(Refused, match=r"service\.unknown"):
        correct_held("delegation", made, replace(lent, person=lan), "nhầm", BY, AT)
    with pytest.raises(Refused, match=r"service\.no_reason"):
        correct_held("delegation", made, replace(lent, role="Ký thay"), " ", BY, AT)
    correct_held("delegation", made, replace(lent, role="Ký thay"), "nhầm", BY, AT)
    assert [h.value.role for h in held_by(duc)] == ["Ký thay"]


def test_a_person_is_found_by_the_new_name_alone(db):
    duc = register_person("CB1", "Trần Đức", BY, AT)
    rename_person(duc, "Trần Đức Anh", BY, AT)
    assert [p.name for p in find_people("anh")] == ["Trần Đức Anh"]
    with pytest.raises(Refused, match=r"person\.no_name"):
        rename_person(duc, " ", BY, AT)
    with pytest.raises(Refused, match=r"person\.unknown"):
        rename_person("nobody", "Ai", BY, AT)


def test_a_body_is_renamed_by_an_instrument_and_found_by_both_names(db):
    hanoi()
    before = bodies().term_on(HEIR, ENDS)
    change_body(replace(before, name="Xã Láng Hòa Lạc", term=Term(ENDS), basis="NQ 2"), BY, AT)
    succeed(a_merger(predecessor=HEIR, kind=SuccessionKind.RENAME), BY, AT)
    assert [bodies().term_on(HEIR, d).name for d in (date(2026, 12, 31), ENDS)] == ["Xã Hòa Lạc", "Xã Láng Hòa Lạc"]
    assert {t.body for t in find_bodies("hoa lac")} == {t.body for t in find_bodies("lang hoa lac")} == {HEIR}
    with pytest.raises(Refused, match=r"succession\.rename_is_itself"):
        succeed(a_merger(kind=SuccessionKind.RENAME), BY, AT)


def test_the_end_of_a_body_is_told_before_it_is_recorded_and_handed_over_with_it(db):
    hanoi()
    found = preview([a_merger()], BY, AT)
    assert (found.last, found.heirs, found.items) == (date(2026, 12, 31), (HEIR,), ())
    assert bodies().last_day(COMMUNE) is None
    assert close(found, {}, "", BY, AT) == 0
    assert bodies().last_day(COMMUNE) == date(2026, 12, 31)


def test_an_item_that_nobody_saw_open_cannot_be_handed_over_with_the_end(db):
    hanoi()
    strange = OpenItem(kind=ItemKind.CASE, id="nv-1", unit=COMMUNE)
    with pytest.raises(Refused, match=r"handover\.items_changed"):
        close(preview([a_merger()], BY, AT), {strange: HEIR}, "", BY, AT)
    assert (handed_over(COMMUNE), bodies().last_day(COMMUNE)) == ((), None)


def test_a_compartment_is_opened_and_only_a_member_lets_others_in_and_out(db):
    hanoi()
    record_all(
        opened_acts("ngan-1", kind="inspection", unit=HEIR, members=["p-1"], decision="1", actor="p-1", at=AT), at=AT
    )
    outsider = asker_of(standing_of("p-9"), at=AT)
    with pytest.raises(Refused, match=r"access\.not_found"):
        admit_member("ngan-1", "p-2", "2/QĐ", outsider, AT, unit=HEIR)
    with pytest.raises(Refused, match=r"access\.not_found"):
        end_membership("ngan-1", "p-1", outsider, AT, unit=HEIR)
    assert standing_of("p-1").compartments(TODAY) == {"ngan-1"}
    assert standing_of("p-2").compartments(TODAY) == frozenset()


def test_a_process_is_published_and_retired_after_it_was_approved(db):
    hanoi()
    approve_processes([APPROVED], BY, AT)
    with pytest.raises(Refused, match=r"process\.published_before_approval"):
        publish_process("qt-1", date(2024, 1, 9), "Cổng", "", BY, AT)
    publish_process("qt-1", date(2024, 1, 20), "Cổng", "", BY, AT)
    with pytest.raises(Refused, match=r"process\.no_decision"):
        retire_process("qt-1", date(2024, 12, 31), " ", BY, AT)
    retire_process("qt-1", date(2024, 12, 31), "9/QĐ", BY, AT)
    assert approval("qt-1").published_on == date(2024, 1, 20)
    counted = [
        count_in_force(["hn.so-noi-vu"], RegisterKind.INTERNAL, d) for d in (date(2024, 12, 31), date(2025, 1, 1))
    ]
    assert counted == [{"hn.so-noi-vu": 1}, {}]
    with pytest.raises(Refused, match=r"process\.unknown"):
        publish_process("qt-9", TODAY, "Cổng", "", BY, AT)
    assert differences() == []
