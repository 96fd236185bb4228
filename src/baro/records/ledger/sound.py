"""Say of a whole run of entries that all is right, in passes over columns that C makes; never what is wrong.

What this calls sound, the look row by row (`scan`) calls sound too. It may leave a sound run undecided (an entry written
in another way than `bodies` writes it): then the rows are looked at one by one.
"""

import re
from binascii import hexlify
from collections.abc import Sequence
from hashlib import sha256

from baro.records.ledger.tree import HASH

_ID = 26
# `"id":"…","log":"…","occurred_at":"…","prev":"…"`: of these, all but the name of the log have one length.
_AROUND = re.compile(rb'","log":"[^"]*","occurred_at":"')
_LOG = b'","log":"'
_LABEL, _MOMENT, _PREV = b'"id":"', 27, b'","prev":"'


def sound_leaves(
    rows: Sequence[tuple[int, bytes, bytes, int, bytes, bytes]], last: dict[bytes, bytes]
) -> list[bytes] | None:
    """Give the leaves of a sound run and bring `last` (stream -> leaf of its last entry) up to date; None, and `last` as it
    was, if the run is not seen to be sound. `rows`: (index, id, stream, version, body, leaf)."""
    if not rows:
        return []
    _, ids, streams, versions, bodies, leaves = zip(*rows, strict=True)
    if None in bodies or (around := _AROUND.search(bodies[0])) is None:
        return None
    found = [sha256(b"\0" + body).digest() for body in bodies]
    at = [body.rfind(_LOG) for body in bodies]
    is_sound = (
        tuple(found) == leaves
        and _ends_by_name(bodies, streams, versions)
        and _has_ids(bodies, at, ids)
        and _follow(streams, versions, leaves, _previous(bodies, at, len(around[0])), last)
    )
    return found if is_sound else None


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


def _previous(bodies: Sequence[bytes], at: Sequence[int], width: int) -> list[bytes]:
    """Where each entry names its predecessor: label and leaf, if it has one."""
    low = width + _MOMENT
    high = low + len(_PREV) + 2 * HASH
    return [body[start + low : start + high] for body, start in zip(bodies, at, strict=True)]


def _follow(
    streams: Sequence[bytes],
    versions: Sequence[int],
    leaves: Sequence[bytes],
    told: list[bytes],
    last: dict[bytes, bytes],
) -> bool:
    befores = []
    for stream, leaf in zip(streams, leaves, strict=True):
        befores.append(last.get(stream))
        last[stream] = leaf
    firsts = set()
    if None in befores:
        firsts = {version for version, before in zip(versions, befores, strict=True) if before is None}
        told = [link for link, before in zip(told, befores, strict=True) if before is not None]
    if firsts <= {1} and _names(told, [before for before in befores if before is not None]):
        return True
    for stream, before in zip(reversed(streams), reversed(befores), strict=True):
        if before is None:
            del last[stream]
        else:
            last[stream] = before
    return False


def _names(links: list[bytes], leaves: list[bytes]) -> bool:
    """Each link is the label and the leaf in hex; both have one length."""
    named = hexlify(b"".join(leaves), b"\n", HASH).replace(b"\n", _PREV) if leaves else b""
    return b"".join(links) == (_PREV + named if leaves else b"")
