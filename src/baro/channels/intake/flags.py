"""Whether a cell says "yes": it holds something, and not one of the words for "no"."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

_NO = ("", "không", "không có", "chưa", "chưa có", "k", "no", "n", "none", "null", "false", "f", "0", "-", "n/a", "na")
_NO_SET = pa.array(_NO)
_LONGEST_NO = max(len(word.encode()) for word in _NO) + 2


def said_yes(column: pa.Array) -> npt.NDArray[np.bool_]:
    """Tell which cells of a text or dictionary column say yes; long text is never a "no"."""
    if pa.types.is_dictionary(column.type):
        yes = said_yes(column.dictionary)
        codes = column.indices.fill_null(-1).to_numpy()
        spread: npt.NDArray[np.bool_] = np.append(yes, False)[codes]
        return spread
    if pa.types.is_boolean(column.type):
        return np.asarray(column.fill_null(False).to_numpy(zero_copy_only=False), np.bool_)
    text = column.cast(pa.string())
    length = pc.binary_length(text).fill_null(0).to_numpy(zero_copy_only=False)
    yes = np.asarray(length > 0)
    short = np.flatnonzero(yes & (length <= _LONGEST_NO))
    if len(short):
        words = pc.utf8_lower(pc.utf8_trim_whitespace(pc.utf8_normalize(text.take(pa.array(short)), "NFC")))
        yes[short] = ~pc.is_in(words, value_set=_NO_SET).to_numpy(zero_copy_only=False)
    return yes
