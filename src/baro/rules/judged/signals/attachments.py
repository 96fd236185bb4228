"""Which attachments a source keeps record of: a missing paper counts only where papers are recorded at all."""

from collections.abc import Mapping


def recorded_bits(present: frozenset[str], bits: Mapping[str, int]) -> int:
    """Put the bits of those columns together that the source has."""
    return sum(bit for name, bit in bits.items() if name in present)
