"""Witnesses' signatures are fetched and kept; a fork is refused; the ledger tells erased, kept and touched values apart."""

import io
from argparse import Namespace
from threading import Thread

import pytest
from django.db import connection

from acts import NOON, noted
from baro.app.cosigning import cosign_command
from baro.channels.witness.server import witness_server
from baro.channels.witness.witness import Witness, request_of
from baro.records.erasure import erase
from baro.records.evidence import unprotect
from baro.records.ledger.check_personal import check_personal
from baro.records.ledger.checkpoints import issue_checkpoint, latest_note
from baro.records.ledger.cosignatures import cosigned, keep_cosignatures
from baro.records.ledger.heads import log_origin
from baro.records.ledger.last_seen import LastSeen
from baro.records.ledger.notes import sign
from baro.records.ledger.sequencer import sequence_pending
from baro.records.ledger.signer import Signer
from baro.records.recording import record, record_all
from baro.rules.prescribed.refusals import Refused


@pytest.fixture
def signer(db, tmp_path):
    return Signer(log_origin(), b"k" * 32, LastSeen(tmp_path / "signer"))


@pytest.fixture
def witness(signer, tmp_path):
    return Witness("council.example/witness", b"w" * 32, signer.verifier, LastSeen(tmp_path / "witness"))


@pytest.fixture
def url(witness):
    with witness_server(witness, ("127.0.0.1", 0), lambda: 1_800_000_000) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def grown(signer, count):
    record_all([noted(f"trial/{n}", n=n) for n in range(count)], at=NOON)
    sequence_pending()
    issue_checkpoint(signer.sign, signer.last.read(signer.origin).size)


def cosign(signed_by, **how):
    out = io.StringIO()
    asked = {"witness": None, "line": None} | how
    cosign_command(Namespace(key=[signed_by.verifier.told()], **asked), out)
    return out.getvalue()


def test_a_witness_signs_by_network_as_the_log_grows(signer, witness, url):
    for size in (30, 60):
        grown(signer, 30)
        assert f"đã ký cỡ {size}" in cosign(witness, witness=url)
    ((one,), wrong) = cosigned([witness.verifier])
    assert (one.witness, one.size, one.is_checked, wrong) == (witness.name, 60, True, [])
    assert not cosigned()[0][0].is_checked


def test_a_signature_is_taken_from_a_file(signer, witness, tmp_path):
    grown(signer, 10)
    line = tmp_path / "line"
    line.write_text(witness.add(request_of(0, [], latest_note()[1]), 1_800_000_000), "utf-8")
    assert "đã ký cỡ 10" in cosign(witness, line=line)
    other = Witness(witness.name, b"o" * 32, signer.verifier, LastSeen(tmp_path / "other"))
    with pytest.raises(Refused, match=r"ledger\.cosignature_false"):
        cosign(other, line=line)


def test_a_fork_is_refused_by_the_witness_and_nothing_is_kept(signer, witness, url, tmp_path):
    told = f"{signer.origin}\n5\n{'A' * 43}=\n"
    witness.add(request_of(0, [], told + "\n" + sign(told, signer.origin, signer.private).told()), 1_800_000_000)
    grown(signer, 30)
    with pytest.raises(Refused, match=r"witness\.fork"):
        cosign(witness, witness=url)
    assert cosigned() == ([], [])


def test_a_smaller_log_than_the_witness_saw_is_told(signer, witness, url):
    told = f"{signer.origin}\n500\n{'A' * 43}=\n"
    witness.add(request_of(0, [], told + "\n" + sign(told, signer.origin, signer.private).told()), 1_800_000_000)
    grown(signer, 30)
    with pytest.raises(Refused, match=r"ledger\.rolled_back"):
        cosign(witness, witness=url)


def test_a_silent_witness_is_told(signer, witness):
    grown(signer, 3)
    with pytest.raises(Refused, match=r"witness\.silent"):
        cosign(witness, witness="http://127.0.0.1:9")


def test_no_signature_is_kept_for_a_checkpoint_that_is_not_there(witness):
    with pytest.raises(Refused, match=r"ledger\.no_checkpoint"):
        keep_cosignatures(7, "", witness.verifier)


def test_kept_erased_and_touched_values_are_told_apart(db):
    for person in (1, 2, 3):
        record(noted(f"person/{person}", personal={"name": "Nguyễn Văn A", "phone": "0900000000"}), at=NOON)
    erase("person/1", ground="consent_withdrawn", actor="u-1", second="u-2", at=NOON, fields=["name"])
    found = check_personal()
    assert (found.kept, found.erased, found.wrong) == (5, 1, [])
    unprotect(connection)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM personal_value WHERE stream = 'person/2' AND field = 'phone'")
        cursor.execute(
            "UPDATE personal_value SET sealed = %s WHERE stream = 'person/3' AND field = 'name'", [b"x" * 60]
        )
    found = check_personal()
    assert (found.kept, found.erased) == (3, 1)
    assert [r.code for r in found.wrong] == ["ledger.personal_lost", "ledger.personal_touched"]
