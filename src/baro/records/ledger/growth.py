"""A tree that grows leaf by leaf, to be held against the roots that were told of it on its way."""

from collections.abc import Iterable

from baro.records.ledger.frontier import Frontier
from baro.records.ledger.many_hashes import full_tile_roots
from baro.records.ledger.tiles import TILE, WIDTH
from baro.records.ledger.tree import HASH

_AT_ONCE = 64 * TILE  # leaves that are hashed in one call, in bytes


class Growth:
    """Leaves taken in their order, many hashed at once. `roots`: the root at each size that was asked for; `tile_roots`: joined, of
    the full tiles of leaves. Both are whole once it has ended."""

    def __init__(self, sizes: Iterable[int]) -> None:
        """`sizes`: where the root is asked for."""
        self.roots: dict[int, bytes] = {}
        self.tile_roots = b""
        self._stops = sorted(sizes)
        self._frontier = Frontier()
        self._held: list[bytes] = []
        self._length = 0
        self._above: list[bytes] = []

    @property
    def root(self) -> bytes:
        """The root of all that was taken."""
        return self._frontier.root

    def take(self, leaves: bytes) -> None:
        """Take the leaves that come next, joined; but the last time, whole tiles of them."""
        self._held.append(leaves)
        self._length += len(leaves)
        if self._length >= _AT_ONCE:
            self._grow()

    def end(self) -> None:
        """Grow by what is still held."""
        self._grow()
        self.tile_roots = b"".join(self._above)

    def _grow(self) -> None:
        leaves, self._held, self._length = b"".join(self._held), [], 0
        whole = full_tile_roots(leaves)
        self._above.append(whole)
        self._stop()
        for at in range(0, len(leaves), TILE):
            self._add(leaves[at : at + TILE], whole[at // WIDTH : at // WIDTH + HASH])
            self._stop()

    def _add(self, leaves: bytes, root: bytes) -> None:
        """Add a tile: whole by its root, where no root is asked for in between, leaf by leaf else."""
        is_asked_within = bool(self._stops) and self._stops[0] < self._frontier.size + WIDTH
        if len(leaves) == TILE and not is_asked_within:
            self._frontier.add(WIDTH, root)
            return
        for at in range(0, len(leaves), HASH):
            self._frontier.add(1, leaves[at : at + HASH])
            self._stop()

    def _stop(self) -> None:
        """Keep the root where one is asked for at this size."""
        while self._stops and self._stops[0] <= self._frontier.size:
            self.roots[self._stops.pop(0)] = self.root
