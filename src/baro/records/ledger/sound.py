"""Say of a whole run of entries that all is right but whether it follows (`chains`), in passes over columns that C makes; never what is wrong.

What this calls sound, the look row by row (`scan`) calls sound too. It may leave a sound run undecided (an entry written
in another way than `bodies` writes it): then the rows are looked at one by one.
"""

import re
from binascii import hexlify, unhexlify
from collections.abc import Sequence

import numpy as np

from baro.records.ledger.chains import Chains
from baro.records.ledger.runs import Run
from baro.records.ledger.tree import HASH, leaf_hashes

_ID = 26
# `"id":"…","log":"…","occurred_at":"…","prev":"…"`: of these, all but the name of the log have one length.
_AROUND = re.compile(rb'","log":"[^"]*","occurred_at":"')
_LOG = b'","log":"'
_LABEL, _MOMENT, _PREV = b'"id":"', 27, b'","prev":"'


def sound_leaves(run: Run, chains: Chains) -> list[bytes] | None:
    """Give the leaves of a sound run, and let `chains` take it; None, and nothing taken, if the run is not seen to be
    sound."""
    bodies, ids, streams, versions = (column.split(b"\n") for column in (run.text, run.ids, run.streams, run.versions))
    counts = set(map(len, (bodies, ids, streams, versions)))
    if not run.is_whole or counts != {run.high - run.low} or (around := _AROUND.search(bodies[0])) is None:
        return None
    found = leaf_hashes(bodies)
    joined = b"".join(found)
    at = [body.rfind(_LOG) for body in bodies]
    if joined != run.leaves or not _ends_by_name(bodies, streams, versions) or not _has_ids(bodies, at, ids):
        return None
    if (links := _links(bodies, at, len(around[0]), versions)) is None:
        return None
    numbers = {version: int(version) for version in set(versions)}  # they end canonical bodies
    chains.take(run.low, streams, np.array([numbers[version] for version in versions], np.int64), joined, links)
    return found


def _ends_by_name(bodies: Sequence[bytes], streams: Sequence[bytes], versions: Sequence[bytes]) -> bool:
    known = set(versions)
    if not all(map(bytes.isdigit, known)):
        return False
    ends = {version: b'","version":%b}' % version for version in known}
    tails = [b'"stream":"' + stream + ends[version] for stream, version in zip(streams, versions, strict=True)]
    return all(map(bytes.endswith, bodies, tails))


def _has_ids(bodies: Sequence[bytes], at: Sequence[int], ids: Sequence[bytes]) -> bool:
    """The ids are of one length, so that joined they are equal only if each is."""
    if set(map(len, ids)) != {_ID}:
        return False
    told = b"".join([body[end - _ID - 6 : end] for body, end in zip(bodies, at, strict=True)])
    return told == _LABEL + _LABEL.join(ids)


def _links(bodies: Sequence[bytes], at: Sequence[int], width: int, versions: Sequence[bytes]) -> bytes | None:
    """Give the hashes that the entries of a version above 1 name as their predecessors; None if one names none."""
    low = width + _MOMENT
    high = low + len(_PREV) + 2 * HASH
    told = [
        body[start + low : start + high]
        for body, start, version in zip(bodies, at, versions, strict=True)
        if version != b"1"
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
