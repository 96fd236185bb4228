"""Whether each entry names the one before it in its stream: kept as columns, held against each other once at the end.

A table of the last entry of each stream would be sought twice for each entry, at random over hundreds of megabytes; sorted
columns are read in order. Streams stand here by the hash that Python gives them: two streams that share one would raise an
alarm, never hide one.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from baro.records.ledger.tree import HASH

_AT_ONCE = 1 << 18
_WORD = np.uint64
_WORDS = HASH // _WORD().itemsize


class Chains:
    """The entries of a scan: 76 bytes each."""

    def __init__(self, size: int) -> None:
        """`size`: how many entries will be taken, at most."""
        self._count = 0
        self._places = np.empty(size, np.int64)
        self._streams = np.empty(size, np.int64)
        self._versions = np.empty(size, np.int64)
        self._leaves = np.empty((size, _WORDS), _WORD)
        self._links = np.empty((size, _WORDS), _WORD)

    def take(
        self, low: int, streams: Sequence[bytes], versions: NDArray[np.int64], leaves: bytes, links: bytes
    ) -> None:
        """Take entries that stand at `low` and the places behind it. `leaves`: their own hashes; `links`: of those that have
        a version above 1, the hash that each names as its predecessor."""
        at = slice(self._count, self._count + len(streams))
        self._count = at.stop
        self._places[at] = np.arange(low, low + len(streams))
        self._streams[at] = np.fromiter(map(hash, streams), np.int64, len(streams))
        self._versions[at] = versions
        self._leaves[at] = np.frombuffer(leaves, _WORD).reshape(-1, _WORDS)
        self._links[at][versions > 1] = np.frombuffer(links, _WORD).reshape(-1, _WORDS)

    def broken(self) -> list[int]:
        """Give the places of entries that are not the first of their stream, nor name the entry of the version before."""
        order = np.argsort(self._streams[: self._count], kind="stable")
        found: list[int] = []
        for low in range(0, len(order), _AT_ONCE):
            found += self._broken(order[low : low + _AT_ONCE], order[low - 1] if low else -1)
        return sorted(found)

    def _broken(self, now: NDArray[np.int64], first: int) -> list[int]:
        before = np.concatenate(([first], now[:-1]))
        is_next = self._streams[before] == self._streams[now]
        if first < 0:
            is_next[0] = False
        is_next &= self._versions[now] == self._versions[before] + 1
        is_next &= (self._links[now] == self._leaves[before]).all(axis=1)
        starts = self._streams[before] != self._streams[now]
        starts[0] |= first < 0
        return list(self._places[now[~np.where(starts, self._versions[now] == 1, is_next)]].tolist())
