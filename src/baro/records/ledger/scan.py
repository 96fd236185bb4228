"""Hold all entries, in the order of the tree, against their own bytes, their leaves and their streams.

The common case, an untouched run of entries, is settled by a handful of passes in C (`sound`); only a run that differs is
looked at row by row, to name the row (`_look`).
"""

import re
from binascii import unhexlify
from collections.abc import Sequence

import numpy as np

from baro.records.ledger.chains import NO_VERSION, Chains, stream_keys
from baro.records.ledger.runs import Row, Run
from baro.records.ledger.sound import sound_leaves
from baro.records.ledger.tree import HASH, leaf_hash
from baro.rules.prescribed.refusals import Refused

_HEX = re.compile(rb"[0-9a-f]{%d}" % (2 * HASH))


def check_run(run: Run, chains: Chains) -> tuple[bytes, list[Refused]]:
    """Give the leaves as the bodies make them, joined, and what is wrong with the entries by themselves. `chains` takes the entries, to
    say at the end whether each follows the one before it in its stream."""
    found = sound_leaves(run, chains)
    return _look(run.rows(), chains) if found is None else (found, [])


def _look(rows: Sequence[Row], chains: Chains) -> tuple[bytes, list[Refused]]:
    """Find which rows are wrong."""
    leaves, wrong = [], []
    for row in rows:
        if row.body is None:
            wrong.append(Refused("ledger.entry_missing", index=row.index))
            leaves.append(b"\0" * HASH)
            continue
        row = row._replace(entry_id=row.entry_id or b"", stream=row.stream or b"", leaf=row.leaf or b"")
        leaves.append(leaf_hash(row.body))
        tail = b'"stream":"%b","version":%b}' % (row.stream, str(row.version).encode())
        if leaves[-1] != row.leaf:
            wrong.append(Refused("ledger.entry_altered", index=row.index, entry=row.name))
        elif not row.body.endswith(tail) or b'"id":"%b"' % row.entry_id not in row.body:
            wrong.append(Refused("ledger.row_renamed", index=row.index, entry=row.name))
        _take(row, chains)
    return b"".join(leaves), wrong


def _take(row: Row, chains: Chains) -> None:
    """What is no version or no hash follows nothing."""
    version = row.version if isinstance(row.version, int) and 0 < row.version < NO_VERSION else NO_VERSION
    leaf = row.leaf if len(row.leaf) == HASH else b"\0" * HASH
    keys = stream_keys(np.frombuffer(row.stream, np.uint8).reshape(1, -1))
    chains.take(row.index, keys, np.array([version], np.int64), leaf, _link(row.body) if version > 1 else b"")


def _link(body: bytes) -> bytes:
    at = body.rfind(b'"prev":"') + 8
    written = body[at : at + 2 * HASH]
    return unhexlify(written) if _HEX.fullmatch(written) else b"\0" * HASH
