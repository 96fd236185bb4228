"""Whatever is altered in the ledger, in the rows that come of it or in the files it names, is found and named: the entry,
tile, checkpoint, value, row and column, delivery or file itself. Untouched, nothing is named.

`BARO_MUTATIONS`, `BARO_LEDGER_ENTRIES` and `BARO_CLEAN_RUNS` say how many; a release is tried with 1,000 on 100,000, 100.
"""

import os
import random
import time
from collections import Counter

import pytest
from django.db import connection, transaction

from baro.channels.witness.witness import Witness, request_of
from baro.channels.wording import sentence
from baro.records.checking import Outside, check_everything
from baro.records.evidence import unprotect
from baro.records.ledger.appending import tree_size
from baro.records.ledger.carried import CarriedFile
from baro.records.ledger.checkpoints import issue_checkpoint
from baro.records.ledger.cosignatures import keep_cosignatures
from baro.records.ledger.heads import log_origin
from baro.records.ledger.last_seen import LastSeen
from baro.records.ledger.signer import Signer
from baro.records.ledger.tiles import stored_nodes
from baro.records.ledger.tree import consistency_proof
from baro.rules.prescribed.refusals import Refused
from records.ledger.an_authority import build, complain, furnish
from records.ledger.bench import Bench
from records.ledger.mutations import IN_THE_LEDGER
from records.ledger.mutations_of_files import IN_FILES
from records.ledger.mutations_of_rows import IN_THE_ROWS

KINDS = (*IN_THE_LEDGER, *IN_THE_ROWS, *IN_FILES)
ENTRIES = int(os.environ.get("BARO_LEDGER_ENTRIES", "3000"))
MUTATIONS = int(os.environ.get("BARO_MUTATIONS", str(len(KINDS))))
FIRST = int(os.environ.get("BARO_FIRST_MUTATION", "0"))  # so that several processes share a long trial
CLEAN = int(os.environ.get("BARO_CLEAN_RUNS", "2"))


class Authority:
    """The records of the trial, and what others keep of them."""

    def __init__(self, home, folder) -> None:
        self.home, self.carried = home, folder / "carried"
        self.carried.mkdir()
        furnish(home)
        build(folder)
        complain(ENTRIES // 2, "t")
        self.signer = Signer(log_origin(), b"k" * 32, LastSeen(folder / "signer.seen"))
        self.witness = Witness(
            "council.example/witness", b"w" * 32, self.signer.verifier, LastSeen(folder / "witness.seen")
        )
        self._vouch(0, 1_800_000_000)
        (folder / "signer.older").write_bytes(self.signer.last.place.read_bytes())
        complain(ENTRIES, "s")
        self.size = tree_size()
        self._vouch(self._vouched, 1_800_000_600)

    def _vouch(self, old: int, seconds: int) -> None:
        """Have the tree signed and witnessed, and the note carried away."""
        self._vouched = tree_size()
        note = issue_checkpoint(self.signer.sign, old)
        proof = consistency_proof(old, self._vouched, stored_nodes()) if old else []
        lines = self.witness.add(request_of(old, proof, note), seconds)
        keep_cosignatures(self._vouched, lines, self.witness.verifier)
        (self.carried / f"{self._vouched}.txt").write_text(note + lines, "utf-8")

    def found(self) -> list[Refused]:
        """What the command would tell."""
        spoilt: list[Refused] = []
        try:
            signed = self.signer.last.read(self.signer.origin)
        except Refused as refusal:
            signed, spoilt = None, [refusal]
        carried = [CarriedFile(file.name, file.read_bytes()) for file in sorted(self.carried.iterdir())]
        outside = Outside(log=self.signer.verifier, signed=signed, carried=carried, witnesses=[self.witness.verifier])
        return spoilt + check_everything(outside).wrong

    def bench(self, chance: random.Random) -> Bench:
        return Bench(self.size, self.size, chance, self.home, self.signer.last.place, self.carried)


@pytest.mark.django_db
def test_every_mutation_is_detected_and_located(settings, tmp_path):
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    authority = Authority(settings.HOME, tmp_path)
    unprotect(connection)
    start = time.monotonic()
    assert [authority.found() for _ in range(CLEAN)] == [[]] * CLEAN
    print(CLEAN, "clean runs of", authority.size, f"entries in {time.monotonic() - start:.0f} s", flush=True)
    missed, tried = [], Counter()
    for number in range(FIRST, MUTATIONS):
        kind, bench = KINDS[number % len(KINDS)], authority.bench(random.Random(number))
        with transaction.atomic():
            try:
                located = kind(bench)
                told = authority.found()
            finally:
                bench.mend()
            tried[kind.__name__] += 1
            if not located(told) or not all(map(sentence, told)):
                missed.append((kind.__name__, number, [(r.code, r.facts) for r in told[:3]]))
            transaction.set_rollback(True)
        if number % 100 == 99:
            print(number + 1, "mutations,", len(missed), "missed", flush=True)
    print(
        MUTATIONS - FIRST,
        "mutations of",
        len(tried),
        f"kinds in {time.monotonic() - start:.0f} s",
        dict(tried),
        flush=True,
    )
    assert missed == []
    assert authority.found() == []
