"""Small counts could tell who is meant: outside the handling unit, one to four are told as fewer than five."""

from dataclasses import dataclass

LEAST = 5


@dataclass(frozen=True, slots=True)
class ToldCount:
    """A count as it may be told; `value` is None for fewer than `LEAST`."""

    value: int | None


def told_count(count: int, unit: str, units: frozenset[str]) -> ToldCount:
    """Give a count of a body's matters as told to somebody who works in these bodies. Zero hides nobody."""
    return ToldCount(count if count == 0 or count >= LEAST or unit in units else None)
