"""A column hashed in one call is what the definition says of each entry and of each pair."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from baro.records.ledger.growth import Growth
from baro.records.ledger.lines import BREAK
from baro.records.ledger.many_hashes import full_tile_roots, leaf_hashes, level_above
from baro.records.ledger.tiles import TILE, WIDTH, tile_root
from baro.records.ledger.tree import HASH, leaf_hash, root_of
from baro.records.ledger.tree import level_above as definition

_ENTRIES = st.lists(st.binary(max_size=200).map(lambda body: body.replace(BREAK, b"0")), max_size=30)


def hashes(count: int) -> list[bytes]:
    return [leaf_hash(b"%d" % n) for n in range(count)]


@given(_ENTRIES)
def test_leaves_are_those_of_each_entry(bodies):
    ends = np.cumsum([len(body) + 1 for body in bodies], dtype=np.int64) - 1
    assert leaf_hashes(BREAK.join(bodies), ends) == b"".join(map(leaf_hash, bodies))


@given(st.integers(0, 40))
def test_a_level_is_made_of_pairs(count):
    below = hashes(2 * count)
    assert level_above(b"".join(below)) == b"".join(definition(below))


def test_of_tiles_that_are_not_full_no_root_is_told():
    row = hashes(2 * WIDTH + 7)
    told = b"".join(tile_root(row[at : at + WIDTH]) for at in (0, WIDTH))
    assert full_tile_roots(b"".join(row)) == told
    assert full_tile_roots(b"".join(row)[: TILE - HASH]) == b""


@given(
    count=st.integers(0, 3 * WIDTH),
    tiles=st.lists(st.integers(1, 3), max_size=3),
    sizes=st.sets(st.integers(0, 4 * WIDTH), max_size=6),
)
def test_a_growing_tree_has_the_root_of_each_size(count, tiles, sizes):
    row = hashes(count)
    growth = Growth({size for size in sizes if size <= count})
    for part in parted(b"".join(row), tiles):
        growth.take(part)
    growth.end()
    assert growth.roots == {size: plain_root(row[:size]) for size in sizes if size <= count}
    assert growth.root == plain_root(row)
    assert growth.tile_roots == full_tile_roots(b"".join(row))


def parted(leaves, tiles):
    for count in tiles:
        yield leaves[: count * TILE]
        leaves = leaves[count * TILE :]
    yield leaves


def plain_root(row):
    return root_of(len(row), lambda level, number: tile_root(row[number << level : (number + 1) << level]))
