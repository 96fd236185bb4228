"""What belongs to a case but is written on each of its rows: told once, and where it differs told as a doubt."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from baro.channels.intake.civil import days_of
from baro.channels.intake.coding import used_only
from baro.channels.intake.limits import limit_of
from baro.rules.observed.log import NONE, Codes, Ints
from baro.rules.prescribed.durations import Unit

Array = npt.NDArray[Any]
_CODE = r"^(?P<prefix>[0-9A-Z.]{3,35})-(?P<y>[0-9]{2})(?P<m>[0-9]{2})(?P<d>[0-9]{2})-(?P<seq>[0-9]{4,6})$"


def one_per_case(column: Array, absent: int, offsets: Ints) -> tuple[Array, Ints]:
    """Give the first value of each case that is not absent, and the first event of each case that says otherwise."""
    starts = offsets[:-1]
    value = column[starts]
    missing = np.flatnonzero(value == absent)
    if len(missing):
        place = np.where(column != absent, np.arange(len(column)), len(column))
        first = np.minimum.reduceat(place, starts)[missing]
        found = first < len(column)
        value[missing[found]] = column[first[found]]
    differs = np.flatnonzero((column != np.repeat(value, np.diff(offsets))) & (column != absent))
    owner = np.searchsorted(offsets, differs, side="right")
    return value, differs[np.append(True, owner[1:] != owner[:-1])] if len(differs) else differs


def applicant_digests(codes: Codes, values: pa.StringArray, salt: bytes) -> Ints:
    """Give a salted 64-bit digest per case (0 = unknown): applicants can be compared, not read."""
    used, names = used_only(codes, values)
    table = np.zeros(len(names) + 1, np.int64)  # the last entry stands for code -1
    key = salt[: hashlib.blake2b.MAX_KEY_SIZE]
    digests = b"".join(
        [hashlib.blake2b(n, key=key, digest_size=8).digest() for n in names.cast(pa.binary()).to_pylist()]
    )
    table[:-1] = np.frombuffer(digests, np.int64)
    digest: Ints = table[used]
    return digest


def limits_of(codes: Codes, values: pa.StringArray, column: str, unit: Unit | None) -> tuple[Codes, Array, Array]:
    """Give value and unit of the limit per case, and which cases have one that cannot be read."""
    read = [limit_of(text, column, unit) for text in values.to_pylist()]
    number = np.array([NONE if limit is None else limit[0] for limit in read] + [NONE], np.int32)
    units = np.array([NONE if limit is None else limit[1] for limit in read] + [NONE], np.int8)
    return number[codes], units[codes], (codes >= 0) & (number[codes] == NONE)


def dossier_codes(ids: pa.StringArray) -> tuple[tuple[str, ...], Codes, Codes, Codes]:
    """Take all dossier codes apart (TT 01/2018 art. 19): the prefixes, and per case prefix, day number and sequence.

    The columnar twin of `parse_dossier_code`; -1 where the id is not one.
    """
    prefix, day, sequence = (np.full(len(ids), NONE, np.int32) for _ in range(3))
    found = _taken_apart(ids)
    rows = np.flatnonzero(found.is_valid().to_numpy(zero_copy_only=False))
    if not len(rows):
        return (), prefix, day, sequence
    found = found if len(rows) == len(ids) else found.take(pa.array(rows))
    year, month, of_month, number = (_number(found.field(name)) for name in ("y", "m", "d", "seq"))
    days, exists = days_of(year + 2000, month, of_month, np.ones(len(rows), np.bool_))
    prefixes = found.field("prefix").dictionary_encode()
    codes, names = used_only(np.where(exists, prefixes.indices.to_numpy(), NONE).astype(np.int32), prefixes.dictionary)
    prefix[rows] = codes
    day[rows] = np.where(exists, days, NONE)
    sequence[rows] = np.where(exists, number, NONE)
    return tuple(names.to_pylist()), prefix, day, sequence


def _taken_apart(ids: pa.StringArray) -> pa.StructArray:
    """The parts of each code, null where an id is not one; by two threads, as the search lets go of the lock."""
    half = len(ids) // 2
    with ThreadPoolExecutor(2) as pool:
        return pa.concat_arrays(pool.map(lambda part: pc.extract_regex(part, _CODE), (ids[:half], ids[half:])))


def _number(digits: pa.StringArray) -> Ints:
    number: Ints = digits.cast(pa.int64()).to_numpy()
    return number
