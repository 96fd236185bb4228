from contextlib import suppress

import pytest
from django.db import DatabaseError, connection, transaction

from acts import NOON, noted
from baro.records.erasure import erase
from baro.records.evidence import EvidenceIsKept, unprotect
from baro.records.ledger.checkpoint_text import Checkpoint, read_checkpoint
from baro.records.ledger.checkpoints import issue_checkpoint
from baro.records.ledger.heads import log_origin
from baro.records.ledger.last_seen import LastSeen
from baro.records.ledger.notes import read_note
from baro.records.ledger.proof_file import checked
from baro.records.ledger.proving import proof_of
from baro.records.ledger.sequencer import sequence_pending
from baro.records.ledger.signer import Signer
from baro.records.ledger.verify import verify
from baro.records.models.ledger import LedgerEntry, PersonalValue
from baro.records.recording import record, record_all
from baro.rules.prescribed.refusals import Refused

SIZE = 700


@pytest.fixture
def log(db):
    record_all([noted(f"trial/{n % 90}", n=n) for n in range(SIZE)], at=NOON)
    sequence_pending()


@pytest.fixture
def signer(db, tmp_path):
    return Signer(log_origin(), b"k" * 32, LastSeen(tmp_path / "signer"))


def altered(statement, *values):
    unprotect(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def found(**kept):
    return [(r.code, r.facts.get("index")) for r in verify(**kept).wrong]


def test_an_untouched_ledger_is_found_whole(log):
    result = verify()
    assert (result.size, result.wrong) == (SIZE, [])


MUTATIONS = [
    ("bit", "UPDATE ledger_entry SET body = %s WHERE entry_id = %s", "ledger.entry_altered"),
    ("leaf", "UPDATE ledger_entry SET leaf = %s WHERE entry_id = %s", "ledger.entry_altered"),
    ("renamed", "UPDATE ledger_entry SET stream = 'trial/other' WHERE entry_id = %s", "ledger.row_renamed"),
    ("version", "UPDATE ledger_entry SET version = 999 WHERE entry_id = %s", "ledger.row_renamed"),
    ("deleted", "DELETE FROM ledger_entry WHERE entry_id = %s", "ledger.entry_missing"),
    ("unindexed", 'DELETE FROM ledger_index WHERE "index" = 300', "ledger.entry_missing"),
]


@pytest.mark.parametrize(("kind", "statement", "code"), MUTATIONS, ids=[m[0] for m in MUTATIONS])
def test_the_entry_that_was_touched_is_named(log, kind, statement, code):
    row = LedgerEntry.objects.order_by("place")[300]
    new = {"bit": [bytes(row.body).replace(b"trial", b"tryal", 1)], "leaf": [b"x" * 32]}.get(kind, [])
    altered(statement, *new, *([row.entry_id] if kind != "unindexed" else []))
    assert (code, 300) in found()


def test_an_entry_that_was_put_in_beside_the_tree_is_named(log):
    altered(
        "INSERT INTO ledger_entry (entry_id, stream, version, body, leaf) SELECT 'planted', 'trial/p', 1, body, leaf "
        "FROM ledger_entry WHERE version = 1 AND stream = 'trial/3'"
    )
    assert ("ledger.entry_unplaced", None) in found()


def test_a_log_is_read_in_its_order_across_places_that_an_act_taken_back_left_empty(db):
    for many in (100, 250, 350):
        with transaction.atomic(), suppress(InterruptedError):
            taken_back()
        record_all([noted(f"trial/{n % 90}", n=n) for n in range(many)], at=NOON)
    sequence_pending()
    assert found() == []
    altered("DELETE FROM ledger_entry WHERE entry_id = %s", LedgerEntry.objects.order_by("place")[300].entry_id)
    assert ("ledger.entry_missing", 300) in found()


def taken_back():
    with transaction.atomic():
        record(noted("trial/taken-back"), at=NOON)
        raise InterruptedError


def test_two_entries_that_changed_places_are_named(log):
    for before, after in ((10, -10), (20, 10), (-10, 20)):
        altered('UPDATE ledger_index SET "index" = %s WHERE "index" = %s', after, before)
    assert {("ledger.not_its_leaf", 10), ("ledger.not_its_leaf", 20)} <= set(found())


@pytest.mark.parametrize(("name", "code"), [("0/1", "ledger.not_its_leaf"), ("1/0", "ledger.tile_touched")])
def test_a_tile_that_was_touched_is_named(log, name, code):
    with connection.cursor() as cursor:
        cursor.execute("SELECT hashes FROM ledger_tile WHERE name = %s", [name])
        hashes = bytes(cursor.fetchone()[0])
    altered("UPDATE ledger_tile SET hashes = %s WHERE name = %s", bytes([hashes[0] ^ 1]) + hashes[1:], name)
    assert [c for c, _ in found()] == [code]


def test_a_tile_filed_under_another_number_than_its_name_is_not_read(log):
    altered("UPDATE ledger_tile SET number = 9 WHERE name = '0/1'")
    assert {code for code, _ in found()} == {"ledger.not_its_leaf"}
    assert {index for _, index in found()} == set(range(256, 512))


def test_a_place_before_the_first_does_not_hide_an_entry(log):
    altered(
        "INSERT INTO ledger_entry (entry_id, stream, version, body, leaf) SELECT 'planted', 'trial/p', 1, body, leaf "
        "FROM ledger_entry WHERE version = 1 AND stream = 'trial/3'"
    )
    altered("INSERT INTO ledger_index (\"index\", place) SELECT -5, place FROM ledger_entry WHERE entry_id = 'planted'")
    assert found() == [("ledger.entry_unplaced", None)]


def test_a_log_that_was_cut_is_found_by_its_checkpoint(log, signer):
    issue_checkpoint(signer.sign, 0)
    assert found() == []
    altered('DELETE FROM ledger_index WHERE "index" >= 600')
    codes = {c for c, _ in found(log=signer.verifier)}
    assert "ledger.cut_off" in codes


def test_a_state_that_somebody_kept_shows_a_rewritten_log(log):
    assert found(kept=[Checkpoint("x", 650, b"r" * 32)]) == [("ledger.stretch_rewritten", None)]


def test_a_checkpoint_of_another_key_is_named(log, signer, tmp_path):
    issue_checkpoint(signer.sign, 0)
    other = Signer(signer.origin, b"o" * 32, LastSeen(tmp_path / "other"))
    assert found(log=other.verifier) == [("ledger.checkpoint_touched", None)]


def test_the_signer_refuses_a_smaller_and_another_tree(log, signer):
    issue_checkpoint(signer.sign, 0)
    with pytest.raises(Refused, match="ledger.rolled_back"):
        signer.sign(Checkpoint(signer.origin, 10, b"r" * 32), [])
    with pytest.raises(Refused, match="ledger.rewritten"):
        signer.sign(Checkpoint(signer.origin, SIZE, b"r" * 32), [])


def test_nothing_is_signed_that_reads_otherwise_than_it_was_stored(log, signer):
    altered("UPDATE ledger_entry SET body = %s WHERE version = 1 AND stream = 'trial/3'", b"{}")
    with pytest.raises(Refused, match="ledger.not_signed"):
        issue_checkpoint(signer.sign, 0)


def test_checkpoints_follow_each_other(log, signer):
    issue_checkpoint(signer.sign, 0)
    record_all([noted("trial/x", n=n) for n in range(30)], at=NOON)
    sequence_pending()
    note = issue_checkpoint(signer.sign, SIZE)
    assert read_checkpoint(read_note(note)[0]).size == SIZE + 30
    assert found(log=signer.verifier) == []


def test_an_entry_is_proved_by_a_file_alone(log, signer):
    issue_checkpoint(signer.sign, 0)
    told, body = proof_of(LedgerEntry.objects.order_by("place")[321].entry_id)
    assert checked(told, body, signer.verifier).size == SIZE
    with pytest.raises(Refused, match="ledger.proof_false"):
        checked(told, body + b" ", signer.verifier)


def test_evidence_is_neither_changed_nor_deleted_by_the_orm(log):
    row = LedgerEntry.objects.first()
    for attempt in (
        row.save,
        row.delete,
        LedgerEntry.objects.all().delete,
        lambda: LedgerEntry.objects.update(version=3),
    ):
        with pytest.raises(EvidenceIsKept):
            attempt()


@pytest.mark.parametrize("table", ["ledger_log", "ledger_entry", "ledger_index", "ledger_tile"])
def test_evidence_is_neither_changed_nor_deleted_by_sql(log, table):
    column = {"ledger_log": "origin", "ledger_entry": "stream", "ledger_index": "place", "ledger_tile": "name"}[table]
    wipes = [f"DELETE FROM {table}", f"UPDATE {table} SET {column} = {column if column == 'place' else repr('x')}"]
    wipes += [f"TRUNCATE {table}"] if connection.vendor == "postgresql" else []
    for wipe in wipes:
        with pytest.raises(DatabaseError, match="evidence"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(wipe)


def test_what_was_erased_is_gone_and_the_ledger_still_verifies(db):
    record(noted("person/1", personal={"name": "Nguyễn Văn A"}), at=NOON)
    with pytest.raises(Refused, match="ledger.two_persons"):
        erase("person/1", ground="consent_withdrawn", actor="u-1", second="u-1", at=NOON)
    erase("person/1", ground="consent_withdrawn", actor="u-1", second="u-2", at=NOON)
    sequence_pending()
    assert not PersonalValue.objects.exists()
    assert verify().wrong == []
