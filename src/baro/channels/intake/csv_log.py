"""Logs as CSV: block by block, only the columns that matter, text straight into dictionaries."""

import bisect
import contextlib
import csv
import io
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv

from baro.channels.intake.ahead import ahead
from baro.channels.intake.column_names import Role
from baro.channels.intake.csv_bytes import HEAD, CsvBytes
from baro.channels.intake.doubts import LISTED
from baro.channels.intake.sources import BadRow, Block, Renumber
from baro.rules.observed.log import Ints
from baro.rules.prescribed.refusals import Refused

BLOCK = 8 * 1024 * 1024  # also bounds the length of one record
_DELIMITERS = ",;\t|"
_MOST_COLUMNS = 1_000
_ENDING = "\0"  # cannot be in the data: NUL is refused there
_SAMPLE = 2_000
_TEXT = pa.string()
_CODED = pa.dictionary(pa.int32(), pa.string())


@dataclass(slots=True)
class CsvSource:
    """A CSV file: delimiter and header found in its first bytes."""

    path: Path
    encoding: str = ""
    header: tuple[str, ...] = ()
    bad_rows: list[BadRow] = field(default_factory=list)
    _delimiter: str = ","
    _skip: int = 0  # bytes before the first record
    _first_row: int = 2
    _coded: frozenset[str] = frozenset()  # columns whose values repeat, by the first rows
    _counts_rows: bool = False

    @property
    def file(self) -> str:
        """The name to tell."""
        return self.path.name

    def sniff(self) -> "CsvSource":
        """Find delimiter and header.

        Raises `Refused("csv.encoding" | "csv.binary" | "csv.line_too_long" | "log.no_columns")`.
        """
        raw = CsvBytes(self.path, self.encoding).head()
        try:
            text = raw.decode() if len(raw) < HEAD else raw.decode("utf-8", "ignore")
            if len(raw) == HEAD and len(text.encode()) < HEAD - 4:
                raise Refused("csv.encoding", file=self.file)
        except UnicodeDecodeError:
            raise Refused("csv.encoding", file=self.file) from None
        start = _after_hint(text)
        end = _record_end(text, start)
        if end < 0 and len(raw) == HEAD:
            raise Refused("csv.line_too_long", file=self.file, limit=HEAD // 1024)
        end = len(text) if end < 0 else end
        line = text[start:end]
        self._delimiter = text[4] if start else max(_DELIMITERS, key=lambda d: len(_cells(line, d)))
        self.header = tuple(name.strip() for name in _cells(line.rstrip("\r\n"), self._delimiter))
        if len(self.header) > _MOST_COLUMNS:
            raise Refused("log.too_many_columns", file=self.file, limit=_MOST_COLUMNS)
        self._skip = len(text[:end].encode())
        self._first_row = 3 if start else 2
        self._coded = self._repeating(text[end:])
        return self

    def blocks(self, roles: dict[Role, str] | None) -> Iterator[Block]:
        """Give the rows; raises `Renumber` once if rows turn out to be cut wrongly, then tells them in `bad_rows`."""
        self.bad_rows.clear()
        names = list(self.header) if roles is None else list(roles.values())
        ids = {f"c{self.header.index(n)}": n for n in names} if roles else {f"c{k}": n for k, n in enumerate(names)}
        case = f"c{self.header.index(roles[Role.CASE])}" if roles else "c0"
        stream = CsvBytes(self.path, self.encoding, skip=self._skip, ending=self._ending(case))
        size = self.path.stat().st_size
        physical, ended = 1, False
        try:
            for batch in ahead(self._open(stream, ids, case, coded=roles is not None)):
                columns = {name: batch.column(k) for k, name in enumerate(ids.values())}
                count = batch.num_rows
                last = batch.column(list(ids).index(case))[count - 1].as_py() if count else ""
                if last == _ENDING:
                    ended, count = True, count - 1
                    columns = {name: _cut(column, count) for name, column in columns.items()}
                rows = self._numbered(physical, count)
                physical = int(rows[-1]) - self._first_row + 2 if count else physical
                yield Block(rows, columns, "", min(stream.position, size), size)
        except pa.ArrowInvalid as error:
            raise self._understood(stream, error) from None
        if not ended:
            raise Refused("csv.open_quote", file=self.file)

    def _open(self, stream: CsvBytes, ids: dict[str, str], case: str, *, coded: bool) -> Iterator[pa.RecordBatch]:
        types = {k: _CODED if coded and (k == case or n in self._coded) else _TEXT for k, n in ids.items()}
        return iter(
            pa.csv.open_csv(
                stream,
                read_options=pa.csv.ReadOptions(
                    block_size=BLOCK,
                    use_threads=not self._counts_rows,
                    column_names=[f"c{k}" for k in range(len(self.header))],
                ),
                parse_options=pa.csv.ParseOptions(
                    delimiter=self._delimiter,
                    newlines_in_values=True,
                    ignore_empty_lines=False,
                    invalid_row_handler=self._invalid,
                ),
                convert_options=pa.csv.ConvertOptions(
                    column_types=types, include_columns=list(ids), strings_can_be_null=False, check_utf8=True
                ),
            )
        )

    def _ending(self, case: str) -> bytes:
        cells = [_ENDING if f"c{k}" == case else "" for k in range(len(self.header))]
        return (self._delimiter.join(cells) + "\n").encode()

    def _invalid(self, row: pa.csv.InvalidRow) -> str:
        if row.number is None:
            self._counts_rows = True
            return "error"
        text = row.text if len(self.bad_rows) < LISTED else ""
        self.bad_rows.append(BadRow(row.number - 1 + self._first_row, text))
        return "skip"

    def _numbered(self, physical: int, count: int) -> Ints:
        """The rows of the next `count` records, of which `physical` is the first (1-based), without the invalid ones."""
        start = physical - 1 + self._first_row
        after = bisect.bisect_left(self.bad_rows, start, key=lambda bad: bad.row)
        skipped = np.array([bad.row for bad in self.bad_rows[after:]], np.int64)
        rows = np.arange(start, start + count + len(skipped), dtype=np.int64)
        return rows[~np.isin(rows, skipped)][:count] if len(skipped) else rows

    def _understood(self, stream: CsvBytes, error: pa.ArrowInvalid) -> Exception:
        if stream.refusal:
            return stream.refusal
        if self._counts_rows and not self.bad_rows:
            return Renumber()
        text = str(error)
        if "UTF8" in text:
            return Refused("csv.encoding", file=self.file)
        if "straddl" in text:
            return Refused("csv.line_too_long", file=self.file, limit=BLOCK // 1024)
        return Refused("csv.broken", file=self.file)

    def _repeating(self, text: str) -> frozenset[str]:
        rows = itertools.islice(_records(text, self._delimiter), _SAMPLE)
        kept = [cells for cells in rows if len(cells) == len(self.header)]
        return frozenset(
            name for k, name in enumerate(self.header) if len({cells[k] for cells in kept}) * 2 < len(kept)
        )


def _cut(column: pa.Array, count: int) -> pa.Array:
    """The first `count` cells, and no other values in the dictionary."""
    cells = column.slice(0, count)
    return cells.cast(_TEXT).dictionary_encode() if pa.types.is_dictionary(column.type) else cells


def _after_hint(text: str) -> int:
    """Where the header starts: after the line `sep=;` that some programs write first."""
    is_hint = text.startswith("sep=") and len(text) > 5 and text[5] in "\r\n"
    return text.find("\n") + 1 if is_hint else 0


def _record_end(text: str, start: int) -> int:
    """Where the record that starts at `start` ends: after the first line break outside quotation marks."""
    at = start
    while (at := text.find("\n", at)) >= 0:
        at += 1
        if text.count('"', start, at) % 2 == 0:
            return at
    return -1


def _cells(line: str, delimiter: str) -> list[str]:
    return next(_records(line, delimiter), [])


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    """The first records of a text, up to one that is too long to be a sample."""
    with contextlib.suppress(csv.Error):
        yield from csv.reader(io.StringIO(text), delimiter=delimiter)
