"""Say of a whole run of entries that all is right but whether it follows (`chains`), in passes over columns that C makes; never what is wrong.

What this calls sound, the look row by row (`scan`) calls sound too. It may leave a sound run undecided (an entry written
in another way than `bodies` writes it): then the rows are looked at one by one.
"""

from binascii import hexlify, unhexlify

import numpy as np
from numpy.typing import NDArray

from baro.records.ledger.chains import Chains, stream_keys
from baro.records.ledger.columns import ID
from baro.records.ledger.lines import Lines, are_all, lines_of, parts
from baro.records.ledger.many_hashes import leaf_hashes
from baro.records.ledger.runs import Run
from baro.records.ledger.tree import HASH

# What stands in a body one behind the other: `"id":"…","log":"…","occurred_at":"…","prev":"…"`, and at the end
# `"stream":"…","version":…}`. But the name of the log, the stream and the version, all have one length.
_ID, _LOG, _OCCURRED, _PREV = b'"id":"', b'","log":"', b'","occurred_at":"', b'","prev":"'
_STREAM, _VERSION, _END = b'"stream":"', b'","version":', b"}"
_MOMENT, _HEX = 27, 2 * HASH
_FOLLOWS = len(_PREV) + _HEX  # by so much longer is an entry that follows another
_MOST_DIGITS, _MOST_DIGIT = 9, 9
_NAMED = parts(id=ID)


def sound_leaves(run: Run, chains: Chains) -> bytes | None:
    """Give the leaves of a sound run, joined, and let `chains` take it; None, and nothing taken, if the run is not seen to be
    sound."""
    bodies, names = lines_of(run.text, run.high - run.low), lines_of(run.names, run.high - run.low)
    if not run.is_whole or bodies is None or names is None:
        return None
    leaves = leaf_hashes(run.text, bodies.ends)
    if leaves != run.leaves or (told := _told(names)) is None:
        return None
    numbers, digits = told
    named, tails = names.cut(names.starts, _NAMED), Lines(names.text, names.lengths - ID, names.ends)
    if (streams := _streams(bodies, tails, digits)) is None or (middles := _middles(bodies, tails, numbers)) is None:
        return None
    if named is None or middles["id"].tobytes() != named.tobytes() or (links := _links(middles[numbers > 1])) is None:
        return None
    chains.take(run.low, streams, numbers, leaves, links)
    return leaves


def _told(names: Lines) -> tuple[NDArray[np.int64], NDArray[np.int64]] | None:
    """Read the versions from behind: give them, and how many digits each has; None if one is no number."""
    text = np.frombuffer(names.text, np.uint8)
    numbers, digits, left = np.zeros_like(names.ends), np.zeros_like(names.ends), np.arange(len(names.ends))
    for place in range(_MOST_DIGITS + 1):
        read = text[names.ends[left] - 1 - place].astype(np.int64)
        is_more = read != _VERSION[-1]
        left, read = left[is_more], read[is_more] - ord("0")
        if not len(left):
            return (numbers, digits) if digits.all() else None
        if read.min() < 0 or read.max() > _MOST_DIGIT:
            return None
        numbers[left] += read * 10**place
        digits[left] += 1
    return None


def _streams(bodies: Lines, tails: Lines, digits: NDArray[np.int64]) -> NDArray[np.uint64] | None:
    """Give the streams as keys; None if a body does not end by its stream and version. Those of one length are looked at
    together."""
    keys = np.empty(len(digits), np.uint64)
    lengths = tails.lengths * (_MOST_DIGITS + 1) + digits
    for both in np.unique(lengths).tolist():
        rows = np.flatnonzero(lengths == both)
        long, of_them = divmod(both, _MOST_DIGITS + 1)
        told = parts(before=len(_STREAM), tail=long, end=len(_END))
        found = bodies.cut(bodies.ends[rows] - told.itemsize, told)
        named = tails.cut(tails.starts[rows], parts(tail=long))
        if found is None or named is None or found["tail"].tobytes() != named.tobytes():
            return None
        if not are_all(found["before"], _STREAM) or not are_all(found["end"], _END):
            return None
        streams = np.frombuffer(named, np.uint8).reshape(-1, long)[:, : -len(_VERSION) - of_them]
        keys[rows] = stream_keys(streams)
    return keys


def _middles(bodies: Lines, tails: Lines, numbers: NDArray[np.int64]) -> NDArray[np.void] | None:
    """Give of each body what stands around the name of the log; None if one has no such. Of a first entry, what stands where
    others name their predecessor is something else."""
    end = int(bodies.ends[0])
    log, occurred = bodies.text.rfind(_LOG, 0, end), bodies.text.rfind(_OCCURRED, 0, end)
    if not 0 <= log < occurred:
        return None
    kind = parts(
        label=len(_ID), id=ID, next=len(_LOG), log=occurred - log - len(_LOG), occurred=len(_OCCURRED),
        moment=_MOMENT, prev=len(_PREV), link=_HEX,
    )  # fmt: skip
    before = len(_ID) + ID
    # Most bodies have the same members behind this as the first: seen from their ends, it stands in the same place.
    behind = tails.lengths + _FOLLOWS * (numbers > 1)
    at = bodies.ends - (end - log - int(behind[0])) - behind - before
    found = _cut_here(bodies, at, kind)
    if found is None:
        each = zip(bodies.starts.tolist(), bodies.ends.tolist(), strict=True)
        sought = np.fromiter((bodies.text.rfind(_LOG, low, high) for low, high in each), np.int64, len(at))
        found = _cut_here(bodies, sought - before, kind)
    return found


def _cut_here(bodies: Lines, at: NDArray[np.int64], kind: np.dtype[np.void]) -> NDArray[np.void] | None:
    found = bodies.cut(at, kind)
    if found is None or (at < bodies.starts).any():
        return None
    labels = {"label": _ID, "next": _LOG, "occurred": _OCCURRED}
    return found if all(are_all(found[part], told) for part, told in labels.items()) else None


def _links(middles: NDArray[np.void]) -> bytes | None:
    """Give the hashes that entries of a version above 1 name as their predecessors; None if one names none."""
    written = middles["link"].tobytes()
    try:
        links = unhexlify(written)
    except ValueError:
        return None
    return links if are_all(middles["prev"], _PREV) and hexlify(links) == written else None
