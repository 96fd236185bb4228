"""The tree equals two other implementations and the published values, and no forged proof is taken for a true one."""

import random
from functools import cache

import pytest
from pymerkle import InmemoryTree

from baro.records.ledger.tree import (
    consistency_proof,
    inclusion_proof,
    is_consistent,
    is_included,
    leaf_hash,
    node_hash,
    root_of,
)
from records.ledger import plain_tree
from records.ledger.all_proofs import AICS_TLOG, ENTRIES, MOST, digest_of
from records.ledger.reference_vectors import CONSISTENCY, INCLUSION, LEAVES, ROOTS


@cache
def nodes(level: int, number: int) -> bytes:
    if level == 0:
        return leaf_hash(ENTRIES[number])
    return node_hash(nodes(level - 1, 2 * number), nodes(level - 1, 2 * number + 1))


def test_every_root_up_to_520_equals_the_rfc_and_another_package():
    other = InmemoryTree(algorithm="sha256")
    for size in range(1, MOST + 1):
        other.append_entry(ENTRIES[size - 1])
        assert root_of(size, nodes) == plain_tree.root(ENTRIES[:size]) == other.get_root(size)


def test_every_root_and_proof_up_to_520_equals_those_of_a_second_package():
    made = digest_of(
        lambda size: root_of(size, nodes),
        lambda index, size: inclusion_proof(index, size, nodes),
        lambda old, size: consistency_proof(old, size, nodes),
    )
    assert made == AICS_TLOG


def reference(level: int, number: int) -> bytes:
    if level == 0:
        return leaf_hash(bytes.fromhex(LEAVES[number]))
    return node_hash(reference(level - 1, 2 * number), reference(level - 1, 2 * number + 1))


def test_the_published_values_of_certificate_transparency_are_made_and_hold():
    assert [root_of(size, reference).hex() for size in range(len(ROOTS))] == ROOTS
    roots = [bytes.fromhex(root) for root in ROOTS]
    for index, size, path in INCLUSION:
        made = inclusion_proof(index, size, reference)
        assert [h.hex() for h in made] == path
        assert is_included(reference(0, index), index, size, made, roots[size])
    for old, new, path in CONSISTENCY:
        made = consistency_proof(old, new, reference)
        assert [h.hex() for h in made] == path
        assert is_consistent(old, new, made, roots[old], roots[new])


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 9, 255, 256, 257, 511, 512, 513, 520])
def test_every_inclusion_proof_is_the_one_of_the_rfc_and_holds(size):
    root = root_of(size, nodes)
    for index in {0, 1, size // 3, size // 2, size - 2, size - 1} & set(range(size)):
        made = inclusion_proof(index, size, nodes)
        assert made == plain_tree.path(index, ENTRIES[:size])
        assert is_included(nodes(0, index), index, size, made, root)


@pytest.mark.parametrize("new", [1, 2, 3, 6, 8, 100, 256, 257, 512, 520])
def test_every_consistency_proof_is_the_one_of_the_rfc_and_holds(new):
    for old in range(1, new + 1):
        made = consistency_proof(old, new, nodes)
        assert made == plain_tree.proof(old, ENTRIES[:new])
        assert is_consistent(old, new, made, root_of(old, nodes), root_of(new, nodes))


def forged(chance: random.Random, values: list[object], given: set[int]) -> list[object]:
    """One thing altered: a hash flipped, dropped or added, or the index moved. Not what is `given`: a size is signed
    together with its root, so nobody can move it alone."""
    values = [list(v) if isinstance(v, list) else v for v in values]
    place = chance.choice([k for k in range(len(values)) if k not in given])
    value = values[place]
    if isinstance(value, int):
        values[place] = max(0, value + chance.choice([-2, -1, 1, 2, 2**63]))
    elif isinstance(value, bytes):
        values[place] = chance.choice([value[:-1], value + b"\0", bytes([value[0] ^ 1]) + value[1:]])
    elif isinstance(value, list):
        at = chance.randrange(len(value) + 1)
        if at == len(value) or chance.random() < 0.2:
            value.insert(at, chance.randbytes(32))
        elif chance.random() < 0.4:
            del value[at]
        else:
            value[at] = bytes([value[at][0] ^ (1 << chance.randrange(8))]) + value[at][1:]
    return values


def test_no_forged_proof_is_accepted():
    chance = random.Random(6962)
    accepted = []
    for _ in range(5_100):  # some come out as they were; 10,000 that are false remain
        size = chance.randrange(2, MOST + 1)
        index = chance.randrange(size)
        true = [nodes(0, index), index, size, inclusion_proof(index, size, nodes), root_of(size, nodes)]
        false = forged(chance, true, {2})
        if false != true and is_included(*false):
            accepted.append(false)
        old = chance.randrange(1, size)
        true = [old, size, consistency_proof(old, size, nodes), root_of(old, nodes), root_of(size, nodes)]
        false = forged(chance, true, {0, 1})
        if false != true and is_consistent(*false):
            accepted.append(false)
    assert accepted == []
