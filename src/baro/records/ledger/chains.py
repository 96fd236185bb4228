"""Whether each entry names the one before it in its stream: kept as columns, held against each other once at the end.

A table of the last entry of each stream would be sought twice for each entry, at random over hundreds of megabytes; sorted
columns are read in order. Streams stand here by a key made of their name: two streams that share one would raise an alarm,
never hide one.
"""

import secrets
from bisect import bisect_right

import numpy as np
from numpy.typing import NDArray

from baro.records.ledger.tree import HASH

_AT_ONCE = 1 << 18
_SEED, _FACTOR, _HALF = np.uint64(secrets.randbits(64)), np.uint64(secrets.randbits(64) | 1), np.uint64(32)
NO_VERSION = (1 << 32) - 1  # of what follows nothing; no stream grows so long
_HASH = np.dtype(f"V{HASH}")  # taken as one value: several times as fast as four words are
_WORD = np.uint64().itemsize


def stream_keys(names: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """Give a key for each of some streams whose names, a row of bytes each, are of one length."""
    count, long = names.shape
    words = np.zeros((count, -(-long // _WORD) * _WORD), np.uint8)
    words[:, :long] = names
    keys = np.full(count, _SEED ^ np.uint64(long))
    for column in words.view(np.uint64).T:
        keys ^= column
        keys *= _FACTOR
        keys ^= keys >> _HALF
    return keys


class Chains:
    """The entries of a scan: 76 bytes each."""

    def __init__(self, size: int) -> None:
        """`size`: how many entries will be taken, at most."""
        self._count = 0
        self._stretches: list[tuple[int, int]] = []  # (how many were taken before, the place of the next)
        self._streams = np.empty(size, np.uint64)
        self._versions = np.empty(size, np.uint32)
        self._leaves = np.empty(size, _HASH)
        self._links = np.empty(size, _HASH)

    def take(
        self, low: int, streams: NDArray[np.uint64], versions: NDArray[np.int64], leaves: bytes, links: bytes
    ) -> None:
        """Take entries that stand at `low` and the places behind it. `streams`: their keys; `leaves`: their own hashes;
        `links`: of those that have a version above 1, the hash that each names as its predecessor."""
        if self._place(self._count) != low:
            self._stretches.append((self._count, low))
        at = slice(self._count, self._count + len(streams))
        self._count = at.stop
        self._streams[at] = streams
        self._versions[at] = versions
        self._leaves[at] = np.frombuffer(leaves, _HASH)
        self._links[at][versions > 1] = np.frombuffer(links, _HASH)

    def _place(self, number: int) -> int:
        """The place of the entry that was taken as the `number`th, from 0; none is -1."""
        before, low = (
            self._stretches[bisect_right(self._stretches, (number, NO_VERSION << 32)) - 1]
            if self._stretches
            else (number, -1)
        )
        return low + number - before

    def broken(self) -> list[int]:
        """Give the places of entries that are not the first of their stream, nor name the entry of the version before."""
        broken = self._broken_in(self._nearly_sorted())
        return sorted(self._broken_in(np.argsort(self._streams[: self._count], kind="stable"))) if broken else []

    def _nearly_sorted(self) -> NDArray[np.int64]:
        """Give the order by the first bits of each stream's key, behind which stands the entry's own number, so that only numbers
        are sorted. Streams whose keys begin alike may lie mingled."""
        room = np.uint64(self._count.bit_length())
        keys = self._streams[: self._count] >> room
        keys <<= room
        keys |= np.arange(self._count, dtype=np.uint64)
        keys.sort()
        keys &= (np.uint64(1) << room) - np.uint64(1)
        return keys.view(np.int64)

    def _broken_in(self, order: NDArray[np.int64]) -> list[int]:
        found: list[int] = []
        for low in range(0, len(order), _AT_ONCE):
            found += self._broken(order[max(low - 1, 0) : low + _AT_ONCE], is_begun=low > 0)
        return found

    def _broken(self, order: NDArray[np.int64], *, is_begun: bool) -> list[int]:
        """`is_begun`: the first of `order` was looked at already."""
        streams, versions = self._streams[order], self._versions[order]
        differs = _words(self._links.take(order[1:])) ^ _words(self._leaves.take(order[:-1]))
        follows = (differs[:, 0] | differs[:, 1] | differs[:, 2] | differs[:, 3]) == 0
        follows &= versions[1:] == versions[:-1] + 1
        is_same = streams[1:] == streams[:-1]
        wrong = order[1:][np.where(is_same, ~follows, versions[1:] != 1)]
        found = [] if is_begun or versions[0] == 1 else [self._place(int(order[0]))]
        return found + [self._place(number) for number in wrong.tolist()]


def _words(hashes: NDArray[np.void]) -> NDArray[np.uint64]:
    return hashes.view(np.uint64).reshape(-1, HASH // _WORD)
