"""The rows of a delivered file as they were read and hashed, kept so that any of them can be shown and proved later.

The bytes that were hashed are the bytes that are kept: a later reader never has to read the file in the same way again.
"""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from baro.records.loading.row_tree import BLOCK, RowProof, RowTree, prove
from baro.rules.observed.log import Ints
from baro.rules.prescribed.refusals import Refused

ROWS = "rows.parquet"
TREE = "rows.json"
GROUP = 256 * BLOCK  # rows in a row group: whole blocks, so that a proof reads one group
_SCHEMA = pa.schema(
    [
        pa.field("sheet", pa.dictionary(pa.int32(), pa.string())),
        pa.field("row", pa.int64()),
        pa.field("text", pa.binary()),
    ]
)


@dataclass(frozen=True, slots=True)
class RowsTold:
    """Rows in the order of the file: sheet ("" if none), 1-based row numbers, canonical texts."""

    sheet: str
    rows: Ints
    texts: pa.Array


@dataclass(frozen=True, slots=True)
class KeptRows:
    """How many rows were kept, and the root over them in hex."""

    count: int
    root: str


def keep_rows(folder: Path, told: Iterable[RowsTold]) -> KeptRows:
    """Write the rows of a file into a folder, with the tree over them; the key of the salts is made here."""
    tree = RowTree(secrets.token_bytes(32))
    with pq.ParquetWriter(folder / ROWS, _SCHEMA, compression="zstd", compression_level=1, use_dictionary=["sheet"],
                          column_encoding={"row": "DELTA_BINARY_PACKED"}, write_statistics=["row"]) as writer:  # fmt: skip
        for table in _in_groups(told):
            texts = table["text"].combine_chunks()
            tree.add(texts.to_pylist())
            writer.write_table(table, GROUP)
    root = tree.close().hex()
    kept = {"size": tree.size, "root": root, "key": tree.key.hex(), "blocks": b"".join(tree.blocks).hex()}
    (folder / TREE).write_text(json.dumps(kept), encoding="ascii")
    return KeptRows(tree.size, root)


def row_proof(folder: Path, row: int, sheet: str = "", holding: str = "") -> tuple[bytes, RowProof]:
    """Give the text of a row of the source and its proof; of rows of that number on several sheets the first that holds
    these words. Raises `Refused("import.no_row")`."""
    tree = json.loads((folder / TREE).read_text(encoding="ascii"))
    file = pq.ParquetFile(folder / ROWS)
    for index in _places(file, row, sheet):
        group, within = divmod(index, GROUP)
        start = within - within % BLOCK
        texts = file.read_row_group(group, columns=["text"])["text"].slice(start, BLOCK).to_pylist()
        if holding.encode() not in texts[within - start]:
            continue
        hashes = bytes.fromhex(tree["blocks"])
        blocks = [hashes[at : at + 32] for at in range(0, len(hashes), 32)]
        return texts[within - start], prove(index, tree["size"], bytes.fromhex(tree["key"]), texts, blocks)
    raise Refused("import.no_row", row=row)


def _in_groups(told: Iterable[RowsTold]) -> Iterable[pa.Table]:
    held: list[pa.Table] = []
    count = 0
    for block in told:
        held.append(_table(block))
        count += len(block.rows)
        while count >= GROUP:
            whole = pa.concat_tables(held, promote_options="permissive").unify_dictionaries()
            yield whole.slice(0, GROUP)
            held, count = [whole.slice(GROUP)], count - GROUP
    if count:
        yield pa.concat_tables(held).unify_dictionaries()


def _table(block: RowsTold) -> pa.Table:
    sheet = pa.DictionaryArray.from_arrays(pa.array(np.zeros(len(block.rows), np.int32)), pa.array([block.sheet]))
    return pa.Table.from_arrays([sheet, pa.array(block.rows), block.texts.cast(pa.binary())], schema=_SCHEMA)


def _places(file: pq.ParquetFile, row: int, sheet: str) -> list[int]:
    """The places of the rows of a number in the file."""
    table = file.read(columns=["sheet", "row"])
    found = pc.equal(table["row"], row)
    if sheet:
        found = pc.and_(found, pc.equal(table["sheet"].cast(pa.string()), sheet))
    return [int(place) for place in np.flatnonzero(found.to_numpy())]
