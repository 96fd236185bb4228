"""One hash over all rows of a file: the tree of RFC 6962, in which each row can be proved and no other passes for it."""

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baro.records.loading.row_tree import BLOCK, RowTree, is_proved, leaf_of, prove, root_of

KEY = bytes(range(32))
SIZES = [1, 2, 3, 5, 255, 256, 257, 511, 512, 513, 1000]


def texts(count: int) -> list[bytes]:
    return [f'["",{k},"H{k}"]'.encode() for k in range(count)]


def tree(rows: list[bytes], step: int = 100) -> tuple[RowTree, bytes]:
    grown = RowTree(KEY)
    for start in range(0, len(rows), step):
        grown.add(rows[start : start + step])
    return grown, grown.close()


def proof(rows: list[bytes], index: int):
    grown, _ = tree(rows)
    start = index - index % BLOCK
    return prove(index, len(rows), KEY, rows[start : start + BLOCK], grown.blocks)


def recursive(leaves: list[bytes]) -> bytes:
    """RFC 6962, section 2.1, as it is written."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256().digest()
    k = 1 << ((len(leaves) - 1).bit_length() - 1)
    return sha256(b"\1" + recursive(leaves[:k]) + recursive(leaves[k:])).digest()


@pytest.mark.parametrize("size", [0, *SIZES])
def test_the_root_is_that_of_rfc_6962(size):
    rows = texts(size)
    leaves = [leaf_of(proof(rows, k).salt, row) for k, row in enumerate(rows)]
    assert tree(rows)[1] == recursive(leaves) == root_of(leaves)


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(SIZES), st.data())
def test_each_row_is_proved_and_no_other_row_root_or_place_passes(size, data):
    rows = texts(size)
    index = data.draw(st.integers(0, size - 1))
    root, shown = tree(rows)[1], proof(rows, index)
    assert is_proved(rows[index], shown, root)
    assert not is_proved(rows[index] + b" ", shown, root)
    assert not is_proved(rows[index], shown, sha256(root).digest())
    assert not is_proved(rows[index], replace(shown, salt=bytes(16)), root)
    assert size == 1 or not is_proved(rows[index], replace(shown, index=(index + 1) % size), root)
    assert not is_proved(rows[index], replace(shown, path=(*shown.path, bytes(32))), root)


def test_the_root_does_not_depend_on_how_the_rows_come():
    assert tree(texts(1000), 7)[1] == tree(texts(1000), 1000)[1]


def test_a_neighbour_cannot_be_guessed_from_its_hash():
    rows = texts(2)
    assert proof(rows, 0).path[0] != sha256(b"\0" + rows[1]).digest()
