"""Say of a whole run of entries that all is right but whether it follows (`chains`), in passes over columns that C makes; never what is wrong.

What this calls sound, the look row by row (`scan`) calls sound too. It may leave a sound run undecided (an entry written
in another way than `bodies` writes it): then the rows are looked at one by one.
"""

import re
from binascii import hexlify, unhexlify
from collections.abc import Sequence
from hashlib import sha256

import numpy as np

from baro.records.ledger.chains import Chains
from baro.records.ledger.tree import HASH

_ID = 26
# `"id":"…","log":"…","occurred_at":"…","prev":"…"`: of these, all but the name of the log have one length.
_AROUND = re.compile(rb'","log":"[^"]*","occurred_at":"')
_LOG = b'","log":"'
_LABEL, _MOMENT, _PREV = b'"id":"', 27, b'","prev":"'


def sound_leaves(rows: Sequence[tuple[int, bytes, bytes, int, bytes, bytes]], chains: Chains) -> list[bytes] | None:
    """Give the leaves of a sound run, and let `chains` take it; None, and nothing taken, if the run is not seen to be sound.
    `rows`: (index, id, stream, version, body, leaf), at indices that follow each other."""
    if not rows:
        return []
    _, ids, streams, versions, bodies, leaves = zip(*rows, strict=True)
    if None in bodies or set(map(type, versions)) != {int} or (around := _AROUND.search(bodies[0])) is None:
        return None
    found = [sha256(b"\0" + body).digest() for body in bodies]
    at = [body.rfind(_LOG) for body in bodies]
    if tuple(found) != leaves or not _ends_by_name(bodies, streams, versions) or not _has_ids(bodies, at, ids):
        return None
    if (links := _links(bodies, at, len(around[0]), versions)) is None:
        return None
    chains.take(rows[0][0], streams, np.array(versions, np.int64), b"".join(found), links)
    return found


def _ends_by_name(bodies: Sequence[bytes], streams: Sequence[bytes], versions: Sequence[int]) -> bool:
    ends = {version: b'","version":%b}' % str(version).encode() for version in set(versions)}
    tails = [b'"stream":"' + stream + ends[version] for stream, version in zip(streams, versions, strict=True)]
    return all(map(bytes.endswith, bodies, tails))


def _has_ids(bodies: Sequence[bytes], at: Sequence[int], ids: Sequence[bytes]) -> bool:
    """The ids are of one length, so that joined they are equal only if each is."""
    if set(map(len, ids)) != {_ID}:
        return False
    told = b"".join([body[end - _ID - 6 : end] for body, end in zip(bodies, at, strict=True)])
    return told == _LABEL + _LABEL.join(ids)


def _links(bodies: Sequence[bytes], at: Sequence[int], width: int, versions: Sequence[int]) -> bytes | None:
    """Give the hashes that the entries of a version above 1 name as their predecessors; None if one names none."""
    low = width + _MOMENT
    high = low + len(_PREV) + 2 * HASH
    told = [
        body[start + low : start + high]
        for body, start, version in zip(bodies, at, versions, strict=True)
        if version > 1
    ]
    named = b"".join(told)
    if len(named) != len(told) * (high - low):
        return None
    columns = np.frombuffer(named, np.uint8).reshape(-1, high - low)
    written = columns[:, len(_PREV) :].tobytes()
    try:
        links = unhexlify(written)
    except ValueError:
        return None
    are_labelled = (columns[:, : len(_PREV)] == np.frombuffer(_PREV, np.uint8)).all()
    return links if are_labelled and hexlify(links) == written else None
