"""One hash over all rows of a delivered file (RFC 6962, section 2.1), so that a single row can be proved by itself.

The leaf of row i is SHA-256(0x00 ‖ salt_i ‖ text): the salt, made from a key that stays with the file, keeps anyone from
guessing a citizen's row out of its neighbour's hash in somebody else's proof. Nodes are SHA-256(0x01 ‖ left ‖ right).
Only the hashes over blocks of 256 rows are kept: a proof reads one block again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b, sha256

from baro.records.ledger.tree import EMPTY_ROOT, is_included, leaf_hash

BLOCK = 256
SALT_BYTES = 16
_SALTS_A_HASH = 64 // SALT_BYTES


@dataclass(slots=True)
class RowTree:
    """Grows row by row; holds one hash per block. `key`: 32 secret bytes."""

    key: bytes
    size: int = 0
    blocks: list[bytes] = field(default_factory=list)
    _open: list[bytes] = field(default_factory=list)

    def add(self, texts: Sequence[bytes]) -> None:
        """Add the next rows."""
        salts = _salts(self.key, self.size, len(texts))
        # `leaf_of`, written out: calls would cost half as much again over millions of rows.
        self._open += [sha256(b"\0" + salt + text).digest() for salt, text in zip(salts, texts, strict=True)]
        self.size += len(texts)
        whole = len(self._open) - len(self._open) % BLOCK
        self.blocks += _block_roots(self._open[:whole])
        del self._open[:whole]

    def close(self) -> bytes:
        """Close the last block and give the root; of no rows, the hash of nothing."""
        if self._open:
            self.blocks.append(root_of(self._open))
            self._open.clear()
        return root_of(self.blocks)


@dataclass(frozen=True, slots=True)
class RowProof:
    """What shows that a row is row `index` (from 0) of a file of `size` rows."""

    index: int
    size: int
    salt: bytes
    path: tuple[bytes, ...]


def prove(index: int, size: int, key: bytes, block: Sequence[bytes], blocks: Sequence[bytes]) -> RowProof:
    """Prove one row: `block` holds the texts of the rows of its block, `blocks` the hashes of all blocks."""
    start = index - index % BLOCK
    salts = _salts(key, start, len(block))
    leaves = [leaf_of(salt, text) for salt, text in zip(salts, block, strict=True)]
    path = _path(leaves, index - start) + _path(blocks, index // BLOCK)
    return RowProof(index, size, salts[index - start], tuple(path))


def is_proved(text: bytes, proof: RowProof, root: bytes) -> bool:
    """Say whether the proof leads from the row to the root."""
    return is_included(leaf_of(proof.salt, text), proof.index, proof.size, proof.path, root)


def leaf_of(salt: bytes, text: bytes) -> bytes:
    """The hash of one row."""
    return leaf_hash(salt + text)


def root_of(nodes: Sequence[bytes]) -> bytes:
    """The root over nodes of one level: pairs joined, one left over goes up as it is."""
    if not nodes:
        return EMPTY_ROOT
    level = list(nodes)
    while len(level) > 1:
        level = _above(level)
    return level[0]


def _block_roots(leaves: list[bytes]) -> list[bytes]:
    """The roots of whole blocks, all at once: pairs never cross the edge of a block."""
    level, width = leaves, BLOCK
    while width > 1:
        level, width = _above(level), width // 2
    return level


def _above(level: list[bytes]) -> list[bytes]:
    pairs = zip(level[::2], level[1::2], strict=False)
    above = [sha256(b"\1" + left + right).digest() for left, right in pairs]  # `node_hash`, written out likewise
    return above + level[len(level) - len(level) % 2 :]


def _path(nodes: Sequence[bytes], place: int) -> list[bytes]:
    path, level = [], list(nodes)
    while len(level) > 1:
        if (place ^ 1) < len(level):
            path.append(level[place ^ 1])
        level, place = _above(level), place >> 1
    return path


def _salts(key: bytes, start: int, count: int) -> list[bytes]:
    """The salts of the next rows; one keyed hash gives four."""
    first = start // _SALTS_A_HASH
    hashes: Iterable[bytes] = (
        blake2b(k.to_bytes(8, "big"), key=key).digest()
        for k in range(first, (start + count + _SALTS_A_HASH - 1) // _SALTS_A_HASH)
    )
    salts = [h[at : at + SALT_BYTES] for h in hashes for at in range(0, 64, SALT_BYTES)]
    skip = start - first * _SALTS_A_HASH
    return salts[skip : skip + count]
