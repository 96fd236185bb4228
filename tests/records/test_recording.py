from datetime import timedelta

import pytest

from acts import NOON, noted
from baro.records.ledger.bodies import entry_of
from baro.records.ledger.tree import leaf_hash
from baro.records.models.ledger import LedgerEntry, PersonalValue
from baro.records.recording import record, record_all
from baro.rules.prescribed.refusals import Refused


def entries():
    return [entry_of(bytes(row.body), {}) for row in LedgerEntry.objects.order_by("place")]


def test_an_act_becomes_one_entry_of_its_stream(db):
    recorded = record(noted(step="tham-dinh"), at=NOON)
    (entry,) = entries()
    assert (entry.stream, entry.version, entry.data) == ("trial/1", 1, {"step": "tham-dinh"})
    assert (recorded.entry_id, recorded.version, recorded.recorded_at) == (entry.id, 1, NOON)
    assert recorded.leaf == leaf_hash(bytes(LedgerEntry.objects.get().body))


def test_the_next_act_of_a_stream_follows_the_one_before(db):
    first = record(noted(), at=NOON)
    record(noted("trial/2"), at=NOON)
    assert record(noted(), at=NOON).version == 2
    assert first.leaf.hex().encode() in bytes(LedgerEntry.objects.get(stream="trial/1", version=2).body)


def test_several_acts_are_recorded_in_their_order(db):
    made = record_all([noted(n=1), noted("trial/2", n=2), noted(n=3)], at=NOON)
    assert [r.version for r in made] == [1, 1, 2]
    assert [entry.data["n"] for entry in entries()] == [1, 2, 3]


def test_all_acts_or_none(db):
    with pytest.raises(Refused, match="ledger.not_canonical"):
        record_all([noted(), noted(share=0.5)], at=NOON)
    assert entries() == []


def test_a_clock_that_was_set_back_puts_no_entry_before_another(db):
    record(noted(), at=NOON)
    assert record(noted("trial/2"), at=NOON - timedelta(days=1)).recorded_at == NOON


def test_when_it_happened_and_when_it_was_recorded_are_both_kept(db):
    record(noted(hours=-30), at=NOON)
    (entry,) = entries()
    assert (entry.occurred_at, entry.recorded_at) == (NOON - timedelta(hours=30), NOON)


def test_the_entry_holds_a_commitment_and_never_the_name(db):
    record(noted(personal={"name": "Nguyễn Văn A"}), at=NOON)
    body = bytes(LedgerEntry.objects.get().body)
    assert "Nguyễn".encode() not in body
    assert b'"sd":{"name":"' in body
    assert "Nguyễn".encode() not in bytes(PersonalValue.objects.get().sealed)


def test_an_act_that_nobody_projects_is_a_bug(db):
    with pytest.raises(LookupError, match="trial.unheard"):
        record(noted().__class__(type="trial.unheard", stream="t/1", actor="u", occurred_at=NOON), at=NOON)
    assert entries() == []


@pytest.mark.parametrize("stream", ["", "a b", 'a"b', "a\\b", "a\n", "x" * 201])
def test_a_stream_with_a_doubtful_name_is_refused(db, stream):
    with pytest.raises(Refused, match="ledger.act"):
        record(noted(stream), at=NOON)
