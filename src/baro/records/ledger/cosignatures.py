"""What witnesses have signed: their lines are kept beside the checkpoint, each checked before it is kept.

A witness's key is told from outside (a key line of kind 4); the ledger keeps the lines, not the trust.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection, transaction

from baro.records.ledger.checkpoint_text import read_checkpoint
from baro.records.ledger.notes import COSIGNATURE, SignatureLine, Verifier, is_signed, read_note, seconds_of
from baro.rules.prescribed.refusals import Refused

_ADD = (
    "INSERT INTO ledger_cosignature (name, size, witness, seconds, line) VALUES (%s, %s, %s, %s, %s) "
    "ON CONFLICT DO NOTHING"
)
_ALL = (
    "SELECT s.name, s.size, s.witness, s.seconds, s.line, c.note FROM ledger_cosignature s "
    "LEFT JOIN ledger_checkpoint c ON c.size = s.size ORDER BY s.size, s.name"
)


@dataclass(frozen=True, slots=True)
class Cosigned:
    """The largest tree that a witness has signed, and when by its own clock. `is_checked`: its key was at hand."""

    witness: str
    size: int
    seconds: int
    is_checked: bool


def keep_cosignatures(size: int, lines: str, witness: Verifier) -> Cosigned:
    """Keep a witness's answer to the checkpoint of `size`; a second time changes nothing.

    Raises `Refused("ledger.no_checkpoint" | "ledger.note" | "ledger.cosignature_false")`.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT note FROM ledger_checkpoint WHERE size = %s", [size])
        row = cursor.fetchone()
        if row is None:
            raise Refused("ledger.no_checkpoint", size=size)
        text, given = _read(row[0], lines)
        if witness.kind != COSIGNATURE or not is_signed(text, given, witness):
            raise Refused("ledger.cosignature_false", witness=witness.name, size=size)
        (own,) = [line for line in given if (line.name, line.id) == (witness.name, witness.id)]
        name = f"{size}/{witness.id.hex()}/{seconds_of(own)}"
        cursor.execute(_ADD, [name, size, witness.name, seconds_of(own), own.told()])
    return Cosigned(witness.name, size, seconds_of(own), True)


def cosigned(witnesses: Sequence[Verifier] = ()) -> tuple[list[Cosigned], list[Refused]]:
    """Give each witness's largest signed tree, and the lines that are not what was kept or not true."""
    newest: dict[str, Cosigned] = {}
    wrong = []
    by_name = {(w.name, w.id): w for w in witnesses}
    with connection.cursor() as cursor:
        cursor.execute(_ALL)
        for name, size, witness, seconds, line, note in cursor.fetchall():
            own = _own_line(line, note)
            key = by_name.get((own[1].name, own[1].id)) if own else None
            if (
                own is None
                or not _fits(own[1], name, size, witness, seconds)
                or (key and not is_signed(own[0], own[1:], key))
            ):
                wrong.append(Refused("ledger.cosignature_touched", size=size, witness=witness))
            else:
                newest[witness] = Cosigned(witness, size, seconds, key is not None)
    return list(newest.values()), wrong


def cosigned_size(witness: str) -> int:
    """Give the largest tree that a witness has signed; 0: none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(size) FROM ledger_cosignature WHERE witness = %s", [witness])
        return int(cursor.fetchone()[0] or 0)


def _read(note: str, lines: str) -> tuple[str, list[SignatureLine]]:
    """The text of the checkpoint, and the lines as if they stood under it."""
    text, _ = read_note(note)
    return text, read_note(text + "\n" + lines)[1]


def _own_line(line: str, note: str | None) -> tuple[str, SignatureLine] | None:
    try:
        text, (own,) = _read(note or "", line)
        read_checkpoint(text)
    except (Refused, ValueError):
        return None
    return text, own


def _fits(own: SignatureLine, name: str, size: int, witness: str, seconds: int) -> bool:
    told = seconds_of(own)
    return (own.name, told) == (witness, seconds) and name == f"{size}/{own.id.hex()}/{told}"
