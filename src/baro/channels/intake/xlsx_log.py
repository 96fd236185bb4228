"""Logs as XLSX: every sheet whose first rows hold a header, after the file has been looked through for traps."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import python_calamine

from baro.channels.intake.archives import check_archive
from baro.channels.intake.columns import is_header
from baro.channels.intake.mapping import Mapping
from baro.channels.intake.sources import Block, TableSource
from baro.rules.prescribed.refusals import Refused

_HEADER_WITHIN = 20  # rows of a sheet in which the header is looked for
_MOST_COLUMNS = 1_000
_HALF_MS = timedelta(microseconds=500)


def open_xlsx(path: Path, mapping: Mapping) -> TableSource:
    """Read the sheets that look like a log.

    Raises `Refused("archive.…" | "sheet.…" | "xml.dtd" | "archive.broken" | "log.too_many_columns")`.
    """
    check_archive(path)
    try:
        book = python_calamine.CalamineWorkbook.from_path(path)
        sheets = [(name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names]
    except (python_calamine.CalamineError, OSError, ValueError):
        raise Refused("archive.broken", file=path.name) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the reader's own crash on odd input, outside Exception
            raise
        raise Refused("archive.broken", file=path.name) from None
    header: dict[str, None] = {}
    blocks = []
    for name, rows in sheets:
        at = _header_at(rows, mapping)
        if at is not None:
            names = [_text(cell).strip() for cell in rows[at]]
            if len(names) > _MOST_COLUMNS:
                raise Refused("log.too_many_columns", file=path.name, limit=_MOST_COLUMNS)
            header |= dict.fromkeys(names)
            blocks.append(_block(name, names, rows, at + 1))
    if not blocks:
        header = dict.fromkeys(_text(cell).strip() for _, rows in sheets for row in rows[:1] for cell in row)
    return TableSource(path.name, tuple(header), [_padded(block, tuple(header)) for block in blocks])


def _header_at(rows: list[list[Any]], mapping: Mapping) -> int | None:
    for at, row in enumerate(rows[:_HEADER_WITHIN]):
        if is_header([_text(cell).strip() for cell in row], mapping.columns):
            return at
    return None


def _block(sheet: str, names: list[str], rows: list[list[Any]], start: int) -> Block:
    body = rows[start:]
    columns = {
        name: pa.array([_text(row[k]) if k < len(row) else "" for row in body], pa.string())
        for k, name in reversed(list(enumerate(names)))
        if name
    }
    return Block(np.arange(start + 1, start + 1 + len(body), dtype=np.int64), columns, sheet)


def _padded(block: Block, header: tuple[str, ...]) -> Block:
    empty = pa.array([""] * len(block.rows), pa.string())
    columns = {name: block.columns.get(name, empty) for name in header if name}
    return Block(block.rows, columns, block.sheet)


def _text(cell: Any) -> str:
    """A cell as the text that a CSV of the same sheet would hold, dates as ISO 8601."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "có" if cell else "không"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return (cell + _HALF_MS).isoformat(" ", "milliseconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)
