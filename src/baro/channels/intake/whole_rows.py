"""Look at rows of a source again, in all their columns: two events that look alike may differ in a column not used."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from baro.channels.intake.sources import Block, Source
from baro.rules.observed.log import Ints

Hashes = npt.NDArray[np.uint64]
WHOLE = "\0row"  # a column in which a source gives the hash itself


def row_hashes(source: Source, rows: Ints, sheets: npt.NDArray[np.str_]) -> Hashes:
    """Give a 64-bit hash over all columns for each of these rows (of the sheet named beside it), in their order."""
    order = np.lexsort((rows, sheets))
    result = np.zeros(len(rows), np.uint64)
    for block in source.blocks(None):
        own = order[sheets[order] == block.sheet] if block.sheet else order
        sought = rows[own]
        low, high = np.searchsorted(sought, [block.rows[0], block.rows[-1] + 1]) if len(block.rows) else (0, 0)
        if high > low:
            at = np.searchsorted(block.rows, sought[low:high])
            result[own[low:high]] = _hashes(block, at)
    return result


def _hashes(block: Block, at: Ints) -> Hashes:
    index = pa.array(at)
    if WHOLE in block.columns:
        given: npt.NDArray[np.int64] = block.columns[WHOLE].take(index).to_numpy()
        return given.view(np.uint64)
    columns = [_plain(column.take(index)) for column in block.columns.values()]
    table = pa.table(columns, names=[f"c{k}" for k in range(len(columns))])
    import polars as pl  # half a second to import, and hardly any log has rows to look at again

    frame = pl.from_arrow(table)
    assert isinstance(frame, pl.DataFrame)  # a table never becomes a series
    hashes: Hashes = frame.hash_rows(seed=0).to_numpy()
    return hashes


def _plain(column: pa.Array) -> pa.Array:
    return column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column
