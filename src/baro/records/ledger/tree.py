"""The tree of RFC 6962, section 2.1: a root that stands for all entries, and proofs as short as a page.

Pure functions over 32-byte hashes. Proofs are made from any source of stored hashes (`Nodes`), checked from nothing but
themselves; a proof that is longer, shorter or otherwise not the one the tree asks for is false, never an error.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256

HASH = 32
EMPTY_ROOT = sha256(b"").digest()
Nodes = Callable[[int, int], bytes]  # (level, number) -> the hash of the full subtree of 2^level leaves


def leaf_hash(entry: bytes) -> bytes:
    """Hash an entry."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two hashes into the one above them."""
    return sha256(b"\x01" + left + right).digest()


def level_above(hashes: Iterable[bytes]) -> list[bytes]:
    """Hash neighbours two by two, an even count of them, into the level above."""
    each = iter(hashes)
    return [node_hash(left, right) for left, right in zip(each, each, strict=True)]


def full_subtrees(low: int, high: int) -> list[tuple[int, int]]:
    """Give the full subtrees (level, number) whose leaves are exactly [low, high), for a range that a tree can split off."""
    found = []
    while low < high:
        level = (high - low).bit_length() - 1
        if low:
            level = min(level, (low & -low).bit_length() - 1)
        found.append((level, low >> level))
        low += 1 << level
    return found


def folded(hashes: Iterable[bytes]) -> bytes:
    """Give the root over neighbouring full subtrees, the largest first."""
    right, *others = reversed(list(hashes))
    for left in others:
        right = node_hash(left, right)
    return right


def root_of(size: int, nodes: Nodes) -> bytes:
    """Give the root of the first `size` entries."""
    return _range(0, size, nodes) if size else EMPTY_ROOT


def inclusion_proof(index: int, size: int, nodes: Nodes) -> list[bytes]:
    """Give the hashes that lead from entry `index` to the root of `size` entries, from below."""
    if not 0 <= index < size:
        raise ValueError("the entry is not in a tree of this size")
    path, low, high = [], 0, size
    while high - low > 1:
        middle = low + _split(high - low)
        aside = (middle, high) if index < middle else (low, middle)
        path.append(_range(*aside, nodes))
        low, high = (low, middle) if index < middle else (middle, high)
    return path[::-1]


def consistency_proof(old: int, new: int, nodes: Nodes) -> list[bytes]:
    """Give the hashes that show the tree of `old` entries to be the beginning of the tree of `new`."""
    if not 0 <= old <= new:
        raise ValueError("the older tree is not the smaller one")
    if old in (0, new):
        return []
    path, low, high, is_whole = [], 0, new, True
    while old != high:
        middle = low + _split(high - low)
        if old <= middle:
            path.append(_range(middle, high, nodes))
            high = middle
        else:
            path.append(_range(low, middle, nodes))
            low, is_whole = middle, False
    return ([] if is_whole else [_range(low, high, nodes)]) + path[::-1]


def is_included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Say whether a proof leads from the leaf at `index` to the root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size or not _are_hashes(leaf, root, *proof):
        return False
    place, last, found = index, size - 1, leaf
    for aside in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(aside, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, aside)
        place, last = place >> 1, last >> 1
    return last == 0 and found == root


def is_consistent(old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Say whether a proof shows the old tree to be the beginning of the new one (RFC 9162, 2.1.4.2)."""
    if not 0 <= old <= new or not _are_hashes(old_root, new_root, *proof):
        return False
    if old == new:
        return not proof and old_root == new_root
    if old == 0:
        return not proof and old_root == EMPTY_ROOT
    if not proof:
        return False
    path = list(proof) if old & (old - 1) else [old_root, *proof]
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    older = newer = path[0]
    for aside in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            older, newer = node_hash(aside, older), node_hash(aside, newer)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            newer = node_hash(newer, aside)
        place, last = place >> 1, last >> 1
    return last == 0 and older == old_root and newer == new_root


def _range(low: int, high: int, nodes: Nodes) -> bytes:
    return folded(nodes(level, number) for level, number in full_subtrees(low, high))


def _split(count: int) -> int:
    """The largest power of two smaller than `count`."""
    return 1 << ((count - 1).bit_length() - 1)


def _are_hashes(*values: bytes) -> bool:
    return all(isinstance(value, bytes) and len(value) == HASH for value in values)
