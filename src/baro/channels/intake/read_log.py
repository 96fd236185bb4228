"""Read a log of any accepted format into a segment of the store."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from baro.channels.intake.assembling import Table, close_cases, drop_repeated, keep_complete, sort, to_table
from baro.channels.intake.assumptions import assumptions_of
from baro.channels.intake.building import Builder
from baro.channels.intake.checking import check_moments
from baro.channels.intake.collecting import Collected, Collector
from baro.channels.intake.column_names import Role
from baro.channels.intake.columns import find_columns
from baro.channels.intake.csv_log import CsvSource
from baro.channels.intake.doubts import Cell, Doubts
from baro.channels.intake.mapping import Mapping
from baro.channels.intake.parquet_log import ParquetSource
from baro.channels.intake.sources import Renumber, Source
from baro.channels.intake.whole_rows import row_hashes
from baro.channels.intake.xes_log import open_xes
from baro.channels.intake.xlsx_log import open_xlsx
from baro.records.store import Store, open_store
from baro.records.writing import write_store
from baro.rules.observed.log import Ints
from baro.rules.observed.quality import Doubt, QualityReport
from baro.rules.prescribed.refusals import Refused

Progress = Callable[[int, int], None]

_FORMATS = ".csv, .csv.gz, .tsv, .txt, .xlsx, .parquet, .xes, .xes.gz"
_LABEL_FILE = "DOC-TOI.txt"
_LABEL = "DỮ LIỆU TỔNG HỢP"
_CUT_WRONG = "Số ô của dòng khác với số cột của tiêu đề nên dòng bị bỏ qua."


@dataclass(frozen=True, slots=True)
class ReadLog:
    """The segment written, the doubts, what was assumed (Vietnamese sentences), and whether the log says of itself that
    it is synthetic. Rows `received` (blank ones are none), `refused` because a cell that must be there cannot be read,
    `unfinished`: the beginnings of steps whose completion is told as well."""

    store: Store
    quality: QualityReport
    assumptions: tuple[str, ...]
    synthetic: bool
    received: int = 0
    refused: int = 0
    unfinished: int = 0
    columns: tuple[str, ...] = ()


def read_log(
    path: str | Path,
    store_dir: str | Path,
    mapping: Mapping | None = None,
    as_of: int | None = None,
    progress: Progress | None = None,
    salt: bytes = b"baro",
) -> ReadLog:
    """Read the log at `path` and write it as one segment at `store_dir`.

    `as_of` (ms since 1970): later events are told as impossible. `progress(done, size)` is called as the source is read.
    `salt` keys the digests of applicants: the same salt makes the same digests, a secret one makes them unguessable.
    Raises `Refused("log.…" | "csv.…" | "archive.…" | "sheet.…" | "xml.…" | "parquet.…" | "map.…")`; nothing is written
    then.
    """
    path, mapping = Path(path), mapping or Mapping()
    source = open_source(path, mapping)
    columns = find_columns(source.file, source.header, mapping.columns)
    collected, doubts = _collect(source, columns, mapping, progress)
    table = to_table(collected)
    keep_complete(table)
    sort(table)
    drop_repeated(table, lambda sorted_table, rows: _hashes(source, sorted_table, rows), doubts)
    if not len(table.rows):
        raise Refused("log.empty", file=source.file)
    close_cases(table)
    check_moments(table, columns, as_of, doubts)
    log = Builder(table, columns, mapping, doubts, salt).build()
    write_store(store_dir, log)
    said = assumptions_of(collected, mapping, source.header, log.names.activities, table.left_out_by_lifecycle)
    wrong = len(source.bad_rows)
    return ReadLog(
        open_store(store_dir),
        doubts.report(),
        said,
        mapping.synthetic or _is_labelled(path),
        received=collected.seen + wrong,
        refused=collected.left_out + wrong,
        unfinished=table.left_out_by_lifecycle,
        columns=source.header,
    )


def open_source(path: Path, mapping: Mapping) -> Source:
    """Choose the reader by the name of the file. Raises `Refused("log.missing" | "log.unknown_format")`."""
    if not path.is_file():
        raise Refused("log.missing", file=path.name)
    name = path.name.lower()
    if name.endswith((".csv", ".csv.gz", ".tsv", ".txt")):
        return CsvSource(path, mapping.encoding).sniff()
    if name.endswith((".xes", ".xes.gz")):
        return open_xes(path, mapping)
    if name.endswith(".xlsx"):
        return open_xlsx(path, mapping)
    if name.endswith(".parquet"):
        return ParquetSource(path).sniff()
    raise Refused("log.unknown_format", file=path.name, known=_FORMATS)


def _collect(
    source: Source, columns: dict[Role, str], mapping: Mapping, progress: Progress | None
) -> tuple[Collected, Doubts]:
    try:
        return _collect_once(source, columns, mapping, progress)
    except Renumber:
        return _collect_once(source, columns, mapping, progress)


def _collect_once(
    source: Source, columns: dict[Role, str], mapping: Mapping, progress: Progress | None
) -> tuple[Collected, Doubts]:
    doubts = Doubts(source.file)
    collector = Collector(columns, mapping, doubts)
    for block in source.blocks(columns):
        collector.add(block)
        if progress is not None:
            progress(block.position, block.size)
    collected = collector.collected
    wrong = source.bad_rows
    doubts.add(
        Doubt.BAD_CELL,
        np.arange(len(wrong)),
        lambda k: Cell(wrong[k].row, "", wrong[k].text),
        _CUT_WRONG,
    )
    total, bad = collected.seen + len(wrong), collected.left_out + len(wrong)
    if bad * 2 > total:
        first = doubts.report().findings[0]
        raise Refused(
            "log.mostly_unreadable",
            file=source.file,
            bad=bad,
            total=total,
            row=first.row,
            column=first.column,
            value=first.value,
        )
    return collected, doubts


def _hashes(source: Source, table: Table, rows: Ints) -> npt.NDArray[np.uint64]:
    sheet = np.zeros(len(rows), np.int32) if table.sheet is None else table.sheet[rows]
    return row_hashes(source, table.rows[rows], np.array(table.sheets)[sheet])


def _is_labelled(path: Path) -> bool:
    """Whether a note beside the log says that its data are synthetic, as the note of the demonstration does."""
    try:
        with (path.parent / _LABEL_FILE).open(encoding="utf-8") as stream:
            return stream.read(len(_LABEL)) == _LABEL
    except (OSError, UnicodeDecodeError):
        return False
