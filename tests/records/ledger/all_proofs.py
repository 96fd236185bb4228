"""One digest over every root and every proof of a tree: what two implementations agree on, if it is the same.

`AICS_TLOG` is the digest that the package aics-tlog 0.2.1 makes. It wants Python 3.12, so it is no dependency of the tests;
run anew, with that package installed, `python all_proofs.py` prints it.
"""

from collections.abc import Callable
from hashlib import sha256

MOST = 520  # a full tile of 256 twice over, and a little
ENTRIES = [b"entry %d" % k for k in range(MOST)]
AICS_TLOG = "1dfe8c1aa54984737b6a02c773b9ad9f35f583c597904a4cd6a0834648babe1e"
Proof = list[bytes]


def digest_of(
    root: Callable[[int], bytes], inclusion: Callable[[int, int], Proof], consistency: Callable[[int, int], Proof]
) -> str:
    """Ask for the root of each size from 0, `inclusion(index, size)` and `consistency(old, size)` of all there are."""
    made = sha256(root(0))
    for size in range(1, MOST + 1):
        made.update(root(size))
        for index in range(size):
            _add(made, inclusion(index, size))
        for old in range(1, size + 1):
            _add(made, consistency(old, size))
    return made.hexdigest()


def _add(made, proof: Proof) -> None:
    """The count first, so that a hash cannot pass from one proof to the next."""
    made.update(bytes([len(proof)]))
    for hashed in proof:
        made.update(hashed)


def main() -> None:
    from aics_tlog.tree import MerkleTree

    tree = MerkleTree(ENTRIES)
    print(digest_of(tree.root, tree.inclusion_proof, tree.consistency_proof))


if __name__ == "__main__":
    main()
