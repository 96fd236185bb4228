"""Hold the personal values that are still kept against the commitments in the ledger; count those that were erased.

The entries come by as they are verified (`PersonalCheck.take_run`), or are sought by themselves (`check_personal`).
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.db import connection

from baro.records.ledger.personal import commitment, open_values
from baro.records.ledger.runs import Run
from baro.rules.prescribed.refusals import Refused

ERASED = "personal.erased"
_AT_ONCE = 2_000
# An entry with commitments holds the member "sd"; what merely holds these bytes is sorted out when it is read.
_SD = b'","sd":{"'  # what comes before it in the order of keys is always a text: it never stands first
_ERASURE = f'{{"act":"{ERASED}",'.encode()
_COMMITTED = (
    "SELECT e.place, e.entry_id, e.stream, e.version, {} FROM ledger_entry e WHERE e.place > %s AND {} "
    "ORDER BY e.place LIMIT %s"
)
_BODY = {"sqlite": "CAST(e.body AS BLOB)", "postgresql": "e.body"}
_HAS = {"sqlite": "instr(e.body, %s) > 0", "postgresql": "position(%s::bytea in e.body) > 0"}
_OF_STREAM = "SELECT e.version, {} FROM ledger_entry e WHERE e.stream = %s"
_VALUES = "SELECT entry_id, field, stream, sealed, name FROM personal_value WHERE entry_id IN ({})"
_STRAY = (
    "SELECT v.name FROM personal_value v LEFT JOIN ledger_entry e ON e.entry_id = v.entry_id WHERE e.entry_id IS NULL"
)
_Found = tuple[str, str, int, bytes]  # (entry id, stream, version, body)


@dataclass(slots=True)
class PersonalValues:
    """How many values are kept and open to their commitment, how many were erased by an act, and what is wrong."""

    kept: int = 0
    erased: int = 0
    wrong: list[Refused] = field(default_factory=list)


class PersonalCheck:
    """Takes the entries as they come by and holds their values against them."""

    def __init__(self) -> None:
        self._found = PersonalValues()
        self._gone: dict[
            str, list[tuple[int, str, str]]
        ] = {}  # stream -> (version, entry id, field) of values not kept

    def take_run(self, run: Run) -> None:
        """Take the next entries of a scan; that most runs hold nothing personal is seen in one pass."""
        # Sought from the end: that passes over the bytes several times as fast.
        if run.is_whole and run.text.rfind(_SD) < 0:
            return
        there = [row for row in run.rows() if row.body is not None]
        self.take([(row.name, row.stream.decode("utf-8", "replace"), row.version, row.body) for row in there])

    def take(self, entries: Sequence[_Found]) -> None:
        """Take the next entries, at most a few thousand."""
        committed = [(*entry, told) for entry in entries if _SD in entry[3] and (told := _commitments(entry[3]))]
        values = _values([entry for entry, *_ in committed])
        for entry, stream, version, _, commitments in committed:
            for name, told in commitments.items():
                sealed = values.pop((entry, name), None)
                if sealed is None:
                    self._gone.setdefault(stream, []).append((version, entry, name))
                elif _opens(entry, name, stream, sealed, told):
                    self._found.kept += 1
                else:
                    self._found.wrong.append(Refused("ledger.personal_touched", name=f"{entry}/{name}"))
        self._found.wrong += [Refused("ledger.personal_stray", name=f"{entry}/{name}") for entry, name in values]

    def finish(self) -> PersonalValues:
        """Say what was found: what is gone is held against the erasures of its stream."""
        lost = [Refused("ledger.personal_lost", name=name) for name in self._lost()]
        with connection.cursor() as cursor:
            cursor.execute(_STRAY)
            stray = [Refused("ledger.personal_stray", name=name) for (name,) in cursor.fetchall()]
        gone = sum(map(len, self._gone.values()))
        return PersonalValues(self._found.kept, gone - len(lost), [*lost, *self._found.wrong, *stray])

    def _lost(self) -> Iterator[str]:
        for stream, gone in self._gone.items():
            erasures = _erasures(stream)
            for version, entry, name in gone:
                if not any(after > version and (fields is None or name in fields) for after, fields in erasures):
                    yield f"{entry}/{name}"


def check_personal() -> PersonalValues:
    """Check every commitment of the ledger. Wrong: `ledger.personal_touched`, `ledger.personal_lost` (gone without an
    act of erasure), `ledger.personal_stray` (belongs to no entry)."""
    check = PersonalCheck()
    for entries in _entries():
        check.take(entries)
    return check.finish()


def _opens(entry: str, name: str, stream: str, sealed: tuple[str, bytes], told: object) -> bool:
    if sealed[0] != stream:
        return False
    try:
        value, salt = open_values([(entry, name, stream, sealed[1])])[entry][name]
    except (Refused, UnicodeDecodeError):
        return False
    return commitment(name, value, salt) == told


def _entries() -> Iterator[list[_Found]]:
    place, vendor = 0, connection.vendor
    while True:
        with connection.cursor() as cursor:
            cursor.execute(_COMMITTED.format(_BODY[vendor], _HAS[vendor]), [place, _SD, _AT_ONCE])
            rows = cursor.fetchall()
        if not rows:
            return
        yield [(entry, stream, version, bytes(body)) for _, entry, stream, version, body in rows]
        place = rows[-1][0]


def _values(entries: list[str]) -> dict[tuple[str, str], tuple[str, bytes]]:
    if not entries:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_VALUES.format(",".join(["%s"] * len(entries))), entries)
        return {(entry, name): (stream, bytes(sealed)) for entry, name, stream, sealed, _ in cursor.fetchall()}


def _commitments(body: bytes) -> dict[str, str]:
    """An entry that cannot be read has none: it is named as altered already."""
    try:
        told = json.loads(body).get("sd", {})
    except (ValueError, AttributeError):
        return {}
    return told if isinstance(told, dict) else {}


def _erasures(stream: str) -> list[tuple[int, list[str] | None]]:
    """Give the erasures of a stream: version and fields (None: all)."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_STREAM.format(_BODY[connection.vendor]), [stream])
        rows = [(version, bytes(body)) for version, body in cursor.fetchall()]
    found = []
    for version, body in rows:
        try:
            found += [(version, json.loads(body)["data"]["fields"])] if body.startswith(_ERASURE) else []
        except (ValueError, KeyError, TypeError):
            continue
    return found
