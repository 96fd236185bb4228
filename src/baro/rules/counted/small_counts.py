"""Counts so small that they could point at somebody: told as "fewer than five" to whoever may not see what was counted.

A count that is hidden may not be derivable from a sum and its other parts: then the smallest of the others is withheld
too, and the sum itself if that does not help. Each sum is held by itself; sums that share more than one part are not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

FEWEST = 5
_MANY = 10**12


class Veil(StrEnum):
    """What is told instead of a count: fewer than five; or nothing, lest a smaller one be derived."""

    SMALL = "small"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A count that is the sum of others, by their names."""

    total: str
    parts: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All of them, the total last."""
        return (*self.parts, self.total)


Told = int | Veil


def veiled(
    counts: Mapping[str, int], sums: Sequence[Sum] = (), open_ones: frozenset[str] = frozenset()
) -> dict[str, Told]:
    """Give what may be told of counts; `open_ones` are public already and stay as they are."""
    told: dict[str, Told] = {
        name: Veil.SMALL if count < FEWEST and name not in open_ones else count for name, count in counts.items()
    }
    known = [s for s in sums if all(name in counts for name in s.names)]
    while opened := next((s for s in known if _tells_a_small_one(s, told)), None):
        shown = [name for name in opened.names if not isinstance(told[name], Veil) and name not in open_ones]
        parts = [name for name in shown if name != opened.total]
        if not shown:
            break  # whatever could be withheld is
        told[min(parts, key=lambda name: (counts[name], name)) if parts else opened.total] = Veil.WITHHELD
    return told


def _tells_a_small_one(of: Sum, told: Mapping[str, Told]) -> bool:
    """Say whether some small count of a sum can be only one number."""
    spans = {name: _span(told[name]) for name in of.names}
    return any(
        low == high for low, high in (_derived(of, name, spans) for name in of.names if told[name] == Veil.SMALL)
    )


def _span(told: Told) -> tuple[int, int]:
    if told == Veil.SMALL:
        return 0, FEWEST - 1
    return (FEWEST, _MANY) if told == Veil.WITHHELD else (int(told), int(told))


def _derived(of: Sum, name: str, spans: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
    """The narrowest span that whoever knows the others can derive for one."""
    low, high = spans[name]
    others = [spans[part] for part in of.parts if part != name]
    least, most = sum(low for low, _ in others), sum(high for _, high in others)
    if name == of.total:
        return max(low, least), min(high, most)
    total_low, total_high = spans[of.total]
    return max(low, total_low - most), min(high, total_high - least)
