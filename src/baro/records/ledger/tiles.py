"""The tree as it is stored: tiles of 256 hashes (C2SP tlog-tiles). Tile (l, n) holds the roots of the full subtrees of
256^l leaves numbered 256 n onwards; a tile only ever grows.
"""

from collections.abc import Iterable, Sequence

from django.db import connection

from baro.records.ledger.tree import HASH, Nodes, level_above

BITS = 8
WIDTH = 1 << BITS
TILE = WIDTH * HASH  # bytes of a full one
_AT_ONCE = WIDTH
_PUT = (
    "INSERT INTO ledger_tile (name, level, number, hashes) VALUES (%s, %s, %s, %s) "
    "ON CONFLICT (name) DO UPDATE SET hashes = excluded.hashes"
)
_GET = "SELECT name, level, number, hashes FROM ledger_tile WHERE name IN ({})"


def tile_name(level: int, number: int) -> str:
    """Name a tile's row."""
    return f"{level}/{number}"


def read_tile(level: int, number: int) -> bytes:
    """Give the hashes of a tile; empty if there is none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT hashes FROM ledger_tile WHERE name = %s", [tile_name(level, number)])
        row = cursor.fetchone()
    return bytes(row[0]) if row else b""


def read_tiles(level: int, low: int, high: int) -> dict[int, bytes]:
    """Give the hashes of the tiles [low, high) of a level; one that is missing, or filed under another level or number
    than its name says, is empty."""
    names = {tile_name(level, number): number for number in range(low, high)}
    with connection.cursor() as cursor:
        cursor.execute(_GET.format(",".join(["%s"] * len(names))), list(names))
        rows = cursor.fetchall()
    found = {number: bytes(hashes) for name, filed, number, hashes in rows if (filed, number) == (level, names[name])}
    return {number: found.get(number, b"") for number in range(low, high)}


class LeafTiles:
    """The tiles of leaves, for who asks for them in their order: read many at once."""

    def __init__(self) -> None:
        self._held: dict[int, bytes] = {}

    def between(self, low: int, high: int) -> bytes:
        """Give the hashes of the tiles [low, high), each as long as a full one."""
        if not self._held.keys() >= set(range(low, high)):
            self._held = read_tiles(0, low, max(high, low + _AT_ONCE))
        return b"".join(self._held[number].ljust(TILE, b"\0") for number in range(low, high))


def grow(size: int, leaves: Sequence[bytes]) -> None:
    """Add leaves to a tree of `size`, writing each touched tile once; what a full tile stands for goes one level up."""
    level, place, hashes = 0, size, list(leaves)
    rows = []
    while hashes:
        number, offset = divmod(place, WIDTH)
        hashes[:0] = _hashes(read_tile(level, number)[: offset * HASH])
        above = []
        for start in range(0, len(hashes), WIDTH):
            part = hashes[start : start + WIDTH]
            rows.append((tile_name(level, number), level, number, b"".join(part)))
            if len(part) == WIDTH:
                above.append(tile_root(part))
            number += 1
        level, place, hashes = level + 1, place // WIDTH, above
    with connection.cursor() as cursor:
        cursor.executemany(_PUT, rows)


def tile_root(hashes: Iterable[bytes]) -> bytes:
    """Give the root over the hashes of a full tile, or of a power of two of them."""
    row = list(hashes)
    while len(row) > 1:
        row = level_above(row)
    return row[0]


def stored_nodes() -> Nodes:
    """Give a reader of the tree's inner hashes, which fetches each tile once."""
    held: dict[tuple[int, int], bytes] = {}

    def node(level: int, number: int) -> bytes:
        tile_level, inside = divmod(level, BITS)
        first = number << inside
        key = (tile_level, first >> BITS)
        if key not in held:
            held[key] = read_tile(*key)
        start = first % WIDTH * HASH
        return tile_root(_hashes(held[key][start : start + (HASH << inside)]))

    return node


def _hashes(data: bytes) -> list[bytes]:
    return [data[i : i + HASH] for i in range(0, len(data), HASH)]
