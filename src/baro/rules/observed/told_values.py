"""How the values of an event are written where two tellings of it differ, and read again: "at=…; actor=…".

A value that could be taken for several is quoted, so that what is read is always what was written.
"""

import json
from collections.abc import Mapping

FIELDS = ("at", "actor", "unit", "role", "recorded_at", "due", "flags")
_BETWEEN = "; "


def said(values: Mapping[str, str]) -> str:
    """Write values by field.

    >>> said({"at": "2024-03-01T01:00:00.000Z", "actor": "An; Bình"})
    'at=2024-03-01T01:00:00.000Z; actor="An; Bình"'
    """
    return _BETWEEN.join(f"{name}={_quoted(value)}" for name, value in values.items())


def read(told: str) -> dict[str, str]:
    """Read values by field; nothing for a text that `said` did not write.

    >>> read('at=2024-03-01T01:00:00.000Z; actor="An; Bình"')
    {'at': '2024-03-01T01:00:00.000Z', 'actor': 'An; Bình'}
    """
    values: dict[str, str] = {}
    place = 0
    while place < len(told):
        name, sign, _ = told[place:].partition("=")
        if not sign or name not in FIELDS:
            return {}
        place += len(name) + 1
        values[name], place = _value(told, place)
        place += len(_BETWEEN)
    return values


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if _BETWEEN in value or value.startswith('"') else value


def _value(told: str, place: int) -> tuple[str, int]:
    """The value that begins at a place, and where it ends."""
    if told.startswith('"', place):
        value, end = json.JSONDecoder().raw_decode(told, place)
        return str(value), end
    end = told.find(_BETWEEN, place)
    end = len(told) if end < 0 else end
    return told[place:end], end
