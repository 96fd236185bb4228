"""Digests by which two deliveries are compared: 128 bits of an event, 128 bits of a dossier.

They are keyed with a secret of the authority: whoever prepares a file cannot choose its cells so that a changed dossier
looks unchanged. The digest of a dossier does not depend on the order of its events or on the row numbers of the file.
"""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from baro.rules.observed.log import EventLog

Digests = npt.NDArray[np.uint64]
_Words = Iterator[npt.NDArray[np.uint64]]


def event_digests(log: EventLog, key: bytes) -> Digests:
    """All that is told of each event, as two 64-bit words (n × 2)."""
    names, e = log.names, log.events
    texts = ((names.activities, e.activity), (names.persons, e.actor), (names.units, e.unit), (names.roles, e.role))
    numbers = (e.at, e.recorded_at, e.due, e.flags)
    return _digests([*_text_words(texts, key), *_number_words(numbers)], log.event_count, key + b"event")


def case_digests(log: EventLog, events: Digests, key: bytes) -> Digests:
    """All that is told of each dossier: what belongs to it, and its events in any order (m × 2)."""
    names, c = log.names, log.cases
    texts = ((names.procedures, c.procedure), (names.units, c.unit), (names.channels, c.channel))
    numbers = (
        c.applicant, c.limit_value, c.limit_unit, c.recorded_received, c.recorded_due, c.recorded_ended,
    )  # fmt: skip
    digests = _digests([*_text_words(texts, key), *_number_words(numbers)], log.case_count, key + b"case")
    if log.case_count:
        digests += np.add.reduceat(events, log.offsets[:-1], axis=0)
    return digests


def as_texts(digests: Digests) -> list[str]:
    """Digests as 32 hex digits each."""
    whole = np.ascontiguousarray(digests.astype(">u8")).tobytes().hex()
    return [whole[at : at + 32] for at in range(0, len(whole), 32)]


def from_texts(texts: Sequence[str]) -> Digests:
    """The digests that these texts stand for."""
    return np.frombuffer(bytes.fromhex("".join(texts)), ">u8").astype(np.uint64).reshape(-1, 2)


def _text_words(columns: Sequence[tuple[tuple[str, ...], npt.NDArray[np.int32]]], key: bytes) -> _Words:
    for names, codes in columns:
        hashes = [blake2b(name.encode(), digest_size=8, key=key).digest() for name in names]
        table = np.frombuffer(b"".join([*hashes, bytes(8)]), np.uint64)  # a code of -1 takes the last
        yield table[codes]


def _number_words(columns: Sequence[npt.NDArray[np.integer]]) -> _Words:
    for column in columns:
        yield column.astype(np.int64).view(np.uint64)


def _digests(words: Sequence[npt.NDArray[np.uint64]], count: int, key: bytes) -> Digests:
    seeds = blake2b(key, digest_size=64).digest()
    random = np.frombuffer(
        b"".join(blake2b(bytes([k]), key=seeds).digest() for k in range(len(words))), np.uint64
    ).reshape(len(words), 8)
    digests = np.zeros((count, 2), np.uint64)
    for lane in range(2):
        held = np.zeros(count, np.uint64)
        for word, chosen in zip(words, random, strict=True):
            held += _finish(word ^ chosen[lane]) * (chosen[lane + 2] | np.uint64(1))
        digests[:, lane] = _finish(held)
    return digests


def _finish(x: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """The finaliser of splitmix64: every bit of the input moves every bit of the output."""
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))
