"""What the records say now of the parts that a decision rests on, as one hash: equal as long as nothing changed there.

A part is named "stream/<stream>" (its entries) or "grants/<person>" (the roles that the person holds or held).
"""

import hashlib
import json
from collections.abc import Callable, Iterable

from baro.records.round_trips import Sql, ask

_GRANTS = "SELECT id, valid_from, valid_to FROM role_grant WHERE person = %s ORDER BY id"
_VERSION = "SELECT max(version) FROM ledger_entry WHERE stream = %s"


def stream_part(stream: str) -> str:
    """Name the entries of a stream."""
    return f"stream/{stream}"


def grants_part(person: str) -> str:
    """Name the roles of a person."""
    return f"grants/{person}"


def state_of(parts: Iterable[str]) -> str:
    """Give the hash of what the records say of these parts; "" where none is named."""
    told = {part: _READ[part.partition("/")[0]](part.partition("/")[2]) for part in parts}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest() if told else ""


def _grants(person: str) -> list[list[str]]:
    return [[str(value) for value in row] for row in ask(Sql(_GRANTS, [person]))[0]]


def _version(stream: str) -> int:
    return int(ask(Sql(_VERSION, [stream]))[0][0][0] or 0)


_READ: dict[str, Callable[[str], object]] = {"grants": _grants, "stream": _version}
