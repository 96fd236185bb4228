"""A name that was erased is gone from rows, search and replay; the ledger still verifies."""

import pytest

from baro.desk.organisation import correct_body
from baro.desk.people import appoint, register_person, rename_person
from baro.records.erasure import erase
from baro.records.ledger.verify import verify
from baro.records.models import CaseConflict, Compartment, CompartmentMember, NameWord, PetitionRow
from baro.records.models.proposals import ProposalRow
from baro.records.queries.organisation import bodies
from baro.records.queries.people import find_people, person, service
from baro.records.recording import record_all
from baro.records.replay import differences, rebuild
from baro.rules.observed.acts import Act
from baro.rules.prescribed.offices import Post
from desk.an_organisation import AT, BY, hanoi

COMMUNE = "hn.276.yen-trung"


def erased_person(fields=None):
    """Somebody with a post, renamed once, whose name was erased."""
    hanoi()
    lan = register_person("CB1", "Nguyễn Thị Lan", BY, AT)
    appoint(Post(lan, COMMUNE, "Chủ tịch", True), BY, AT)
    rename_person(lan, "Nguyễn Thị Lan Anh", BY, AT)
    service()
    erase(f"person/{lan}", ground="yeu-cau", actor="p-1", second="p-2", at=AT, fields=fields)
    return lan


@pytest.mark.parametrize("fields", [None, ("name",)])
def test_an_erased_name_is_nowhere_and_the_person_stays(db, fields):
    lan = erased_person(fields)
    assert (person(lan).name, person(lan).code) == ("", "CB1")
    assert find_people("lan") == ()
    assert NameWord.objects.filter(kind="person").count() == 0
    assert [o.name for o in service().people] == [""]


def test_replay_brings_no_erased_name_back_and_the_ledger_verifies(db):
    lan = erased_person()
    assert differences() == []
    rebuild()
    assert person(lan).name == ""
    assert [c.person for c in service().heads(COMMUNE, AT.date())] == [lan]
    assert verify().wrong == []


def test_a_name_told_after_the_erasure_stays(db):
    lan = erased_person()
    rename_person(lan, "Trần Lan", BY, AT)
    assert (person(lan).name, differences()) == ("Trần Lan", [])


def test_the_notes_of_a_body_can_be_erased_as_well(db):
    hanoi()
    term = bodies().term_on("hn.ha-bang", AT.date().replace(year=2026))
    correct_body(term, "thử", BY, AT)
    erase("body/hn.ha-bang", ground="yeu-cau", actor="p-1", second="p-2", at=AT)
    assert bodies().term_on("hn.ha-bang", AT.date().replace(year=2026)).note == ""
    assert differences() == []


SEALED = {
    "compartment/c1": [
        ("compartment.opened", {"compartment": "c1"}, {"kind": "denunciation", "unit": "u1"}),
        ("compartment.admitted", {"compartment": "c1", "member": "m1", "from": "2024-01-02"}, {"person": "p", "decision": "1"}),
        ("compartment.left", {"compartment": "c1", "member": "m1", "last": "2024-03-02"}, {}),
    ],
    "conflict/x": [
        ("conflict.declared", {"conflict": "k", "subject": "x", "is_head": False}, {"person": "p", "unit": "u1"}),
    ],
    "denunciation/d": [
        ("denunciation.received", {"petition": "d"}, {"unit": "u1", "code": "7", "kind": "denunciation", "handler": "h",
                                                      "compartment": "c1", "received_on": "2024-01-02"}),
        ("denunciation.concluded", {"petition": "d", "on": "2024-02-02"}, {}),
    ],
    "proposal/r": [
        ("proposal.made", {"proposal": "r"}, {"operation": "denunciation.unseal", "subject": "d", "unit": "u1",
                                              "compartment": "c1", "what": "0" * 64}),
        ("proposal.approved", {"proposal": "r"}, {}),
    ],
}  # fmt: skip
ROWS = (Compartment, CompartmentMember, CaseConflict, ProposalRow)


@pytest.mark.parametrize("stream", SEALED)
@pytest.mark.parametrize("only_first", [False, True])
def test_what_was_sealed_and_erased_is_gone_from_the_rows_too(db, stream, only_first):
    acts = [Act(type=t, stream=stream, actor="u", occurred_at=AT, data=d, personal=p) for t, d, p in SEALED[stream]]
    record_all(acts, at=AT)
    fields = sorted(acts[0].personal)[:1] if only_first else None
    gone = [acts[0].personal[name] for name in fields] if fields else [*acts[0].personal.values()]
    erase(stream, ground="yeu-cau", actor="p-1", second="p-2", at=AT, fields=fields)
    told = repr([[*m.objects.values_list()] for m in ROWS]) + repr([*PetitionRow.objects.whole().values_list()])
    assert not [value for value in gone if value != "denunciation" and f"'{value}'" in told]
    assert differences() == []
