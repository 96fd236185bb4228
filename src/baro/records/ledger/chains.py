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
            found += self._broken(order[max(low - 1, 0) : low + _AT_ONCE], is_begun=low > 0)
        return sorted(found)

    def _broken(self, order: NDArray[np.int64], *, is_begun: bool) -> list[int]:
        """`is_begun`: the first of `order` was looked at already."""
        streams, versions = self._streams[order], self._versions[order]
        differs = self._links[order[1:]] ^ self._leaves[order[:-1]]
        follows = (differs[:, 0] | differs[:, 1] | differs[:, 2] | differs[:, 3]) == 0
        follows &= versions[1:] == versions[:-1] + 1
        is_same = streams[1:] == streams[:-1]
        wrong = order[1:][np.where(is_same, ~follows, versions[1:] != 1)]
        found = [] if is_begun or versions[0] == 1 else [int(self._places[order[0]])]
        return found + [int(place) for place in self._places[wrong]]
