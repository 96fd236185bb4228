"""The steps of a process as a table: kept once they can be read, as a file or as rows, and written back from what is kept."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from baro.desk.process_register import ProcessReader
from baro.records.loading.kept_files import keep_file
from baro.rules.prescribed.processes import ApprovedProcess
from baro.rules.prescribed.refusals import Refused

ProcessWriter = Callable[[ApprovedProcess, Path], None]
_ROWS = "bang-da-dan.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a table of steps that is told row by row says of itself; `total`: the time for the whole, "" where not told."""

    name: str
    version: str
    decision: str
    code: str = ""
    total: str = ""


def keep_table(name: str, content: bytes, read: ProcessReader) -> str:
    """Keep a file of steps; gives the name of the kept file. Raises what reading refuses: a table that cannot be read is not
    kept."""
    with TemporaryDirectory(prefix="baro-quy-trinh-") as folder:
        path = Path(folder) / Path(name).name
        path.write_bytes(content)
        read(path)
        return keep_file(path).name


def keep_rows(
    rows: Iterable[Sequence[str]], heading: Heading, read: ProcessReader, *, called: str, titles: int = 0
) -> str:
    """Keep steps told in rows, the titles first; as `keep_table`. A fault names the table as `called`, and its row as whoever
    told the rows counts them, without the first so many of `titles`."""
    head, text = _head(heading), StringIO(newline="")
    csv.writer(text).writerows([*head, *rows])
    try:
        return keep_table(_ROWS, text.getvalue().encode(), read)
    except Refused as refusal:
        refusal.facts |= _as_told(refusal.facts, called, len(head) + titles)
        raise


def table_file(process: ApprovedProcess, ending: str, write: ProcessWriter) -> bytes:
    """Write a process as a file of a kind (`xlsx`, `csv`, `bpmn`). Raises `Refused("process.not_writable")`."""
    with TemporaryDirectory(prefix="baro-quy-trinh-") as folder:
        path = Path(folder) / f"quy-trinh.{ending}"
        write(process, path)
        return path.read_bytes()


def rows_written(process: ApprovedProcess, write: ProcessWriter) -> list[list[str]]:
    """Write the steps as rows, the titles first. Raises `Refused("process.not_writable")`."""
    table = list(csv.reader(StringIO(table_file(process, "csv", write).decode("utf-8-sig"), newline="")))
    blank = next(k for k, row in enumerate(table) if not any(row))
    return table[blank + 1 :]


def _as_told(facts: Mapping[str, str | int], called: str, above: int) -> dict[str, str | int]:
    """The place of a fault in the rows as they were told: without those that we put above them."""
    row = facts.get("row")
    return {"file": called, **({"row": row - above} if isinstance(row, int) else {})}


def _head(told: Heading) -> list[tuple[str, str]]:
    """What stands above the rows of a step table."""
    head = [("Tên quy trình", told.name), ("Phiên bản", told.version), ("Số quyết định", told.decision)]
    head += [("Mã hiệu", told.code)] if told.code else []
    return head + ([("Tổng thời gian", told.total)] if told.total else [])
