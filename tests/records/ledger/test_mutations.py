"""Whatever is altered in the ledger is named: the row, tile, checkpoint or value itself. Untouched, nothing is named.

`BARO_MUTATIONS`, `BARO_LEDGER_ENTRIES` and `BARO_CLEAN_RUNS` say how many; a release is tried with 1,000 on 100,000, 100.
"""

import os
import random

import pytest
from django.db import connection, transaction

from acts import NOON, noted
from baro.channels.witness.witness import Witness, request_of
from baro.records.evidence import unprotect
from baro.records.ledger.check_personal import check_personal
from baro.records.ledger.checkpoints import issue_checkpoint
from baro.records.ledger.cosignatures import cosigned, keep_cosignatures
from baro.records.ledger.heads import log_origin
from baro.records.ledger.last_seen import LastSeen
from baro.records.ledger.sequencer import sequence_pending
from baro.records.ledger.signer import Signer
from baro.records.ledger.verify import verify
from baro.records.recording import record_all
from records.ledger.mutations import IN_THE_LEDGER, Bench

ENTRIES = int(os.environ.get("BARO_LEDGER_ENTRIES", "3000"))
MUTATIONS = int(os.environ.get("BARO_MUTATIONS", str(2 * len(IN_THE_LEDGER))))
CLEAN = int(os.environ.get("BARO_CLEAN_RUNS", "2"))


def personal(n):
    return {"name": f"Nguyễn Văn {n}"} if n % 500 == 0 else {}


@pytest.mark.django_db
def test_every_mutation_is_detected_and_located(tmp_path):
    for low in range(0, ENTRIES, 5_000):
        numbers = range(low, min(ENTRIES, low + 5_000))
        record_all([noted(f"trial/{n % 90}", personal=personal(n), n=n) for n in numbers], at=NOON)
        sequence_pending()
    signer = Signer(log_origin(), b"k" * 32, LastSeen(tmp_path / "signer"))
    note = issue_checkpoint(signer.sign, 0)
    witness = Witness("council.example/witness", b"w" * 32, signer.verifier, LastSeen(tmp_path / "witness"))
    keep_cosignatures(ENTRIES, witness.add(request_of(0, [], note), 1_800_000_000), witness.verifier)

    def found():
        return [*verify(log=signer.verifier).wrong, *check_personal().wrong, *cosigned([witness.verifier])[1]]

    unprotect(connection)
    assert [found() for _ in range(CLEAN)] == [[]] * CLEAN
    missed = []
    for number in range(MUTATIONS):
        kind = IN_THE_LEDGER[number % len(IN_THE_LEDGER)]
        with transaction.atomic():
            located = kind(Bench(ENTRIES, ENTRIES, random.Random(number)))
            told = found()
            if not located(told):
                missed.append((kind.__name__, number, [(r.code, r.facts) for r in told[:3]]))
            transaction.set_rollback(True)
        if number % 100 == 99:
            print(number + 1, "mutations,", len(missed), "missed", flush=True)
    assert missed == []
    assert found() == []
