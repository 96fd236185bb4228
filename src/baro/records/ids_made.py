"""Ids made here: 26 letters and digits, the first ten the millisecond, the rest chance; in the order of time as text.

The form is ULID's (Crockford's base 32, no I, L, O, U). Ids are made by the desk and kept in the ledger, never counted
by a database, so that a replay gives the same ids.
"""

import secrets
from datetime import datetime

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHANCE_BITS = 80


def new_id(at: datetime) -> str:
    """Make an id for a thing that comes to be at `at` (aware)."""
    number = int(at.timestamp() * 1000) << _CHANCE_BITS | secrets.randbits(_CHANCE_BITS)
    return "".join(_SIGNS[number >> shift & 31] for shift in range(125, -1, -5))
