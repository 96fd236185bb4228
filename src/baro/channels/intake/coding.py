"""From the blocks' dictionaries to one dictionary per column: codes in order of first appearance, -1 for nothing."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from baro.rules.observed.log import Codes


def unified(blocks: list[pa.DictionaryArray]) -> tuple[Codes, pa.StringArray]:
    """Join the blocks of one column: the code of each row and the values (NFC, trimmed); empties the list."""
    if not blocks:
        return np.empty(0, np.int32), pa.array([], pa.string())
    chunks = pa.chunked_array(blocks).unify_dictionaries()
    blocks.clear()
    values = chunks.chunk(0).dictionary
    codes = np.concatenate([_indices(chunk) for chunk in chunks.chunks])
    tidied = pc.utf8_trim_whitespace(values)
    if not pc.all(pc.string_is_ascii(tidied)).as_py():
        tidied = pc.utf8_normalize(tidied, "NFC")
    if tidied.equals(values) and not _has_empty(values):
        return codes, values
    return _merged(codes, tidied)


def used_only(codes: Codes, values: pa.StringArray) -> tuple[Codes, pa.StringArray]:
    """Drop the values that no row has any more, keeping the order of the rest."""
    counts = np.bincount(codes[codes >= 0], minlength=len(values))
    used = np.flatnonzero(counts)
    if len(used) == len(values):
        return codes, values
    table = np.full(len(values) + 1, -1, np.int32)  # the last entry stands for code -1
    table[used] = np.arange(len(used), dtype=np.int32)
    return table[codes], values.take(pa.array(used))


def by_first_row(codes: Codes, values: pa.StringArray) -> tuple[Codes, pa.StringArray]:
    """Number the values in order of the first row that has them; those that no row has any more are dropped.

    So the codes depend on the events alone, not on the order in which a format tells them.
    """
    first = np.full(len(values) + 1, len(codes), np.int64)  # the last entry stands for code -1
    first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)
    used = np.flatnonzero(first[:-1] < len(codes))
    order = used[np.argsort(first[used])]
    if np.array_equal(order, np.arange(len(values))):
        return codes, values
    table = np.full(len(values) + 1, -1, np.int32)
    table[order] = np.arange(len(order), dtype=np.int32)
    return table[codes], values.take(pa.array(order))


def _merged(codes: Codes, values: pa.StringArray) -> tuple[Codes, pa.StringArray]:
    """Values that have become equal share a code; the empty one becomes -1."""
    encoded = pc.if_else(pc.equal(values, ""), pa.scalar(None, pa.string()), values).dictionary_encode()
    table = np.append(encoded.indices.fill_null(-1).to_numpy().astype(np.int32), np.int32(-1))
    return table[codes], encoded.dictionary


def _indices(chunk: pa.DictionaryArray) -> npt.NDArray[np.int32]:
    indices = chunk.indices.fill_null(-1) if chunk.null_count else chunk.indices
    held: npt.NDArray[np.int32] = indices.to_numpy()
    return held


def _has_empty(values: pa.StringArray) -> bool:
    return bool(pc.any(pc.equal(values, "")).as_py())
