"""The rows of a source as canonical texts: what is hashed is what anybody can write down again from the file.

A row is a JSON array: the sheet ("" if none), the 1-based number of the row, then its cells as text in the order of the
columns, `null` for a cell that is not there. Written as RFC 8785 has it: no spaces, nothing escaped but what must be.
"""

import json
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from baro.channels.intake.sources import Block, Source
from baro.channels.intake.whole_rows import WHOLE
from baro.records.loading.row_store import RowsTold

_MUST_ESCAPE = '["\\\\\\x00-\\x1f]'


def row_texts(source: Source) -> Iterator[RowsTold]:
    """Give the rows of a source, all of its columns, in the order of the file."""
    for block in source.blocks(None):
        if len(block.rows):
            yield RowsTold(block.sheet, block.rows, _texts(block))


def _texts(block: Block) -> pa.Array:
    cells = [_cell(name, column) for name, column in block.columns.items()]
    start = f"[{json.dumps(block.sheet, ensure_ascii=False)},"
    rows = pa.array(block.rows).cast(pa.string())
    joined = pc.binary_join_element_wise(rows, *cells, ",")
    return pc.binary_join_element_wise(start, joined, "]", "")


def _cell(name: str, column: pa.Array) -> pa.Array:
    """A column as JSON values."""
    if name == WHOLE:
        return pc.binary_join_element_wise('"', column.cast(pa.string()), '"', "")
    if pa.types.is_dictionary(column.type):
        quoted = _quoted(column.dictionary.cast(pa.string()))
        return pa.DictionaryArray.from_arrays(column.indices, quoted).cast(pa.string()).fill_null("null")
    return _quoted(column.cast(pa.string())).fill_null("null")


def _quoted(texts: pa.Array) -> pa.Array:
    """Texts as JSON strings; only those with a quotation mark, a backslash or a control character need a second look."""
    quoted = pc.binary_join_element_wise('"', texts, '"', "")
    odd = pc.match_substring_regex(texts, _MUST_ESCAPE).fill_null(False)
    if not pc.any(odd).as_py():
        return quoted
    escaped = [json.dumps(text, ensure_ascii=False) for text in texts.filter(odd).to_pylist()]
    return pc.replace_with_mask(quoted, odd, pa.array(escaped, pa.string()))
