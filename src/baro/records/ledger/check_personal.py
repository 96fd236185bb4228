"""Hold the personal values that are still kept against the commitments in the ledger; count those that were erased."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import connection

from baro.records.ledger.personal import commitment, open_values
from baro.rules.prescribed.refusals import Refused

ERASED = "personal.erased"
_AT_ONCE = 2_000
_COMMITTED = (
    "SELECT e.place, e.entry_id, e.stream, {} FROM ledger_entry e WHERE e.place > %s AND {} ORDER BY e.place LIMIT %s"
)
_BODY = {"sqlite": "CAST(e.body AS BLOB)", "postgresql": "e.body"}
# An entry with commitments holds the member "sd"; what merely holds these bytes is sorted out when it is read.
_HAS = {
    "sqlite": "instr(e.body, CAST('\"sd\":{' AS BLOB)) > 0",
    "postgresql": "position('\"sd\":{'::bytea in e.body) > 0",
}
_VALUES = "SELECT entry_id, field, stream, sealed, name FROM personal_value WHERE entry_id IN ({})"
_STRAY = (
    "SELECT v.name FROM personal_value v LEFT JOIN ledger_entry e ON e.entry_id = v.entry_id WHERE e.entry_id IS NULL"
)


@dataclass(slots=True)
class PersonalValues:
    """How many values are kept and open to their commitment, how many were erased by an act, and what is wrong."""

    kept: int = 0
    erased: int = 0
    wrong: list[Refused] = field(default_factory=list)


def check_personal() -> PersonalValues:
    """Check every commitment of the ledger. Wrong: `ledger.personal_touched`, `ledger.personal_lost` (gone without an
    act of erasure), `ledger.personal_stray` (belongs to no entry)."""
    found, erasures = PersonalValues(), _erasures()
    for rows in _entries():
        values = _values([row[1] for row in rows])
        for place, entry, stream, body in rows:
            for name, told in _commitments(body).items():
                sealed = values.pop((entry, name), None)
                if sealed is None:
                    is_erased = any(
                        after > place and (fields is None or name in fields)
                        for after, fields in erasures.get(stream, ())
                    )
                    found.erased += is_erased
                    if not is_erased:
                        found.wrong.append(Refused("ledger.personal_lost", name=f"{entry}/{name}"))
                elif _opens(entry, name, stream, sealed, told):
                    found.kept += 1
                else:
                    found.wrong.append(Refused("ledger.personal_touched", name=f"{entry}/{name}"))
        found.wrong += [Refused("ledger.personal_stray", name=f"{entry}/{name}") for entry, name in values]
    with connection.cursor() as cursor:
        cursor.execute(_STRAY)
        found.wrong += [Refused("ledger.personal_stray", name=name) for (name,) in cursor.fetchall()]
    return found


def _opens(entry: str, name: str, stream: str, sealed: tuple[str, bytes], told: object) -> bool:
    if sealed[0] != stream:
        return False
    try:
        value, salt = open_values([(entry, name, stream, sealed[1])])[entry][name]
    except (Refused, UnicodeDecodeError):
        return False
    return commitment(name, value, salt) == told


def _entries() -> Iterator[list[tuple[int, str, str, bytes]]]:
    place, vendor = 0, connection.vendor
    while True:
        with connection.cursor() as cursor:
            cursor.execute(_COMMITTED.format(_BODY[vendor], _HAS[vendor]), [place, _AT_ONCE])
            rows = cursor.fetchall()
        if not rows:
            return
        yield rows
        place = rows[-1][0]


def _values(entries: list[str]) -> dict[tuple[str, str], tuple[str, bytes]]:
    with connection.cursor() as cursor:
        cursor.execute(_VALUES.format(",".join(["%s"] * len(entries))), entries)
        return {(entry, name): (stream, bytes(sealed)) for entry, name, stream, sealed, _ in cursor.fetchall()}


def _commitments(body: bytes) -> dict[str, str]:
    """An entry that cannot be read has none: it is named as altered already."""
    try:
        told = json.loads(bytes(body)).get("sd", {})
    except (ValueError, AttributeError):
        return {}
    return told if isinstance(told, dict) else {}


def _erasures() -> dict[str, list[tuple[int, list[str] | None]]]:
    """For each stream, the places of its erasures and their fields (None: all)."""
    found: dict[str, list[tuple[int, list[str] | None]]] = {}
    place, vendor = 0, connection.vendor
    has = _HAS[vendor].replace('"sd":{', f'"act":"{ERASED}"')
    while True:
        with connection.cursor() as cursor:
            cursor.execute(_COMMITTED.format(_BODY[vendor], has), [place, _AT_ONCE])
            rows = cursor.fetchall()
        if not rows:
            return found
        for place, _, stream, body in rows:
            try:
                data = json.loads(bytes(body))["data"]
                found.setdefault(stream, []).append((place, data["fields"]))
            except (ValueError, KeyError, TypeError):
                continue
