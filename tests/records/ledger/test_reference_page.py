"""docs/reference/ledger.md: its table is the entry's, and its programs, which use nothing of ours, verify a real log."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature

from acts import noted
from baro.records.ledger import personal
from baro.records.ledger.bodies import Head, body_of
from baro.records.ledger.checkpoints import issue_checkpoint
from baro.records.ledger.heads import log_origin
from baro.records.ledger.last_seen import LastSeen
from baro.records.ledger.proving import proof_of
from baro.records.ledger.sequencer import sequence_pending
from baro.records.ledger.signer import Signer
from baro.records.models import LedgerEntry
from baro.records.recording import record_all
from baro.rules.judged.late_entry import Entered
from baro.rules.observed.acts import Act, Attachment

PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "ledger.md").read_text("utf-8")
NOON = datetime(2026, 3, 2, 5, tzinfo=UTC)
SIZES = (1, 2, 3, 7, 8, 130)


@pytest.fixture(scope="module")
def program():
    """What the page's programs define."""
    names: dict[str, object] = {"__name__": "page"}
    for block in re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL):
        assert "baro" not in block
        exec(compile(block, "ledger.md", "exec"), names)
    return names


def test_the_table_names_every_field_of_an_entry_and_no_other():
    act = Act(
        type="a.b", stream="s", actor="a", occurred_at=NOON, data={"n": 1}, attachments=(Attachment(sha256="0" * 64, size=1, kind="pdf"),),
        capacity="c", unit="u", second="b", source="ui", request="r", rules="r",
    )  # fmt: skip
    head = Head(version=1, leaf="00", recorded_at=NOON)
    told = json.loads(body_of(act, entry_id="e", log="l", head=head, at=NOON, commitments={"n": "c"}))
    assert re.findall(r"^\| `([a-z_]+)` \|", PAGE, re.MULTILINE) == sorted(told)


def test_every_way_of_entering_is_told():
    assert [way for way in Entered if f"`{way.value}`" not in PAGE] == []


def test_the_commitment_of_the_page_is_ours(program):
    salt = bytes(range(32))
    assert program["commitment"]("name", "Nguyễn Văn A", salt) == personal.commitment("name", "Nguyễn Văn A", salt)


@pytest.fixture
def signer(db, tmp_path):
    return Signer(log_origin(), b"k" * 32, LastSeen(tmp_path / "signer"))


@pytest.mark.parametrize("size", SIZES)
def test_the_program_of_the_page_accepts_every_entry_of_a_log_and_nothing_else(program, signer, size):
    record_all([noted(f"trial/{n}", n=n) for n in range(size)], at=NOON)
    sequence_pending()
    issue_checkpoint(signer.sign, 0)
    key, check = signer.verifier.told(), program["check"]
    for entry in LedgerEntry.objects.all():
        proof, body = proof_of(entry.entry_id)
        assert check(proof, body, key) == size
        with pytest.raises(ValueError, match="không nằm trong"):
            check(proof, body + b" ", key)


def test_the_program_of_the_page_refuses_a_touched_checkpoint_and_another_key(program, signer, tmp_path):
    record_all([noted("trial/1", n=1)], at=NOON)
    sequence_pending()
    issue_checkpoint(signer.sign, 0)
    proof, body = proof_of(LedgerEntry.objects.get().entry_id)
    with pytest.raises(InvalidSignature):
        program["check"](proof.replace("\n1\n", "\n2\n"), body, signer.verifier.told())
    other = Signer(log_origin(), b"o" * 32, LastSeen(tmp_path / "other"))
    with pytest.raises(ValueError, match="không có chữ ký"):
        program["check"](proof, body, other.verifier.told())
