"""Checkpoints that somebody carried away and brings back as files, and what the signer remembers: states from outside the
database that the ledger must still fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import connection

from baro.records.ledger.checkpoint_text import Checkpoint, read_checkpoint
from baro.records.ledger.notes import SignatureLine, Verifier, is_signed, read_note
from baro.rules.prescribed.refusals import Refused


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """A file that was brought: its name, and its bytes."""

    name: str
    content: bytes


def read_carried(
    files: Sequence[CarriedFile], log: Verifier | None, witnesses: Sequence[Verifier]
) -> tuple[list[Checkpoint], list[Refused]]:
    """Give the checkpoints in files, and name the files that are not what the log or a witness signed
    (`ledger.carried_touched`, `ledger.carried_cosignature`)."""
    good, wrong = [], []
    for file in files:
        try:
            text, lines = read_note(file.content.decode())
            found = read_checkpoint(text)
        except (Refused, UnicodeDecodeError):
            wrong.append(Refused("ledger.carried_touched", file=file.name))
            continue
        if log and (found.origin != log.name or not is_signed(text, lines, log)):
            wrong.append(Refused("ledger.carried_touched", file=file.name))
        else:
            good.append(found)
        wrong += _false_cosignatures(file, text, lines, witnesses)
    return good, wrong


def against_signer(last: Checkpoint | None) -> Iterator[Refused]:
    """Hold the checkpoints kept here against the last state that the signer remembers."""
    if last is None:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT size, root FROM ledger_checkpoint WHERE size >= %s ORDER BY size", [last.size])
        kept = [(int(size), bytes(root)) for size, root in cursor.fetchall()]
    if kept and kept[-1][0] > last.size:
        yield Refused("ledger.signer_rolled_back", size=kept[-1][0], known=last.size)
    elif kept and kept[0][1] != last.root:
        yield Refused("ledger.signer_differs", size=last.size)
    elif last.size and not kept:
        yield Refused("ledger.checkpoint_lost", size=last.size)


def _false_cosignatures(
    file: CarriedFile, text: str, lines: Sequence[SignatureLine], witnesses: Sequence[Verifier]
) -> Iterator[Refused]:
    """A line in a witness's name must be that witness's, whose key is at hand."""
    for witness in witnesses:
        own = [line for line in lines if line.name == witness.name]
        if own and not is_signed(text, own, witness):
            yield Refused("ledger.carried_cosignature", file=file.name, witness=witness.name)
