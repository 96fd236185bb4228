"""The edge of a tree that grows: all that its root needs."""

from baro.records.ledger.tree import EMPTY_ROOT, folded, node_hash


class Frontier:
    """A tree as it grows leaf by leaf, of which only the edge is kept: gives the root at any size on the way."""

    def __init__(self) -> None:
        self.size = 0
        self._edge: list[tuple[int, bytes]] = []  # (count of leaves, root), the largest first

    def add(self, count: int, root: bytes) -> None:
        """Add a full subtree of `count` leaves."""
        self.size += count
        while self._edge and self._edge[-1][0] == count:
            root, count = node_hash(self._edge.pop()[1], root), count * 2
        self._edge.append((count, root))

    @property
    def root(self) -> bytes:
        """The root of what was added so far."""
        return folded(root for _, root in self._edge) if self._edge else EMPTY_ROOT
